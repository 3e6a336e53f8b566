/// A change made to a goal during the session.
public struct Adjustment: Hashable, Sendable {
  public var change: Change
  public var because: String?

  public init(change: Change, because: String? = nil) {
    self.change = change
    self.because = because
  }

  /// What was changed, with the value before and after.
  public enum Change: Hashable, Sendable {
    case name(from: String, to: String)
    case timeframe(from: TimeframeID?, to: TimeframeID?)
    case target(metric: String, from: Double, to: Double)
    case baseline(metric: String, from: Double, to: Double)
  }
}

extension Adjustment: CodedObject {
  package static let codec = Codec<Self>(choosing: "what", \.change.what) { what in
    switch what {
    case .name:
      Codec(
        { Adjustment(change: .name(from: $0, to: $1), because: $2) }, Member(ofForm: "from", \.change.names?.from),
        Member(ofForm: "to", \.change.names?.to), Member("because", \.because))
    case .timeframe:
      Codec(
        { Adjustment(change: .timeframe(from: $0, to: $1), because: $2) }, Member("from", \.change.timeframes.from),
        Member("to", \.change.timeframes.to), Member("because", \.because))
    case .target: numeric { .target(metric: $0, from: $1, to: $2) }
    case .baseline: numeric { .baseline(metric: $0, from: $1, to: $2) }
    }
  }

  private static func numeric(_ change: @escaping @Sendable (String, Double, Double) -> Change) -> Codec<Self> {
    Codec(
      { Adjustment(change: change($0, $1, $2), because: $3) }, Member(ofForm: "metric", \.change.figures?.metric),
      Member(ofForm: "from", \.change.figures?.from), Member(ofForm: "to", \.change.figures?.to),
      Member("because", \.because))
  }
}

extension Adjustment.Change {
  /// What can be changed. The raw values are frozen.
  fileprivate enum What: String, Coded { case name, timeframe, target, baseline }

  fileprivate var what: What {
    switch self {
    case .name: .name
    case .timeframe: .timeframe
    case .target: .target
    case .baseline: .baseline
    }
  }

  fileprivate var names: (from: String, to: String)? {
    if case .name(let from, let to) = self { (from, to) } else { nil }
  }

  fileprivate var timeframes: (from: TimeframeID?, to: TimeframeID?) {
    if case .timeframe(let from, let to) = self { (from, to) } else { (nil, nil) }
  }

  fileprivate var figures: (metric: String, from: Double, to: Double)? {
    switch self {
    case .target(let metric, let from, let to), .baseline(let metric, let from, let to): (metric, from, to)
    case .name, .timeframe: nil
    }
  }
}

/// Something about a goal was changed (M15).
public struct GoalAdjusted: EventPayload {
  public var goal: GoalID
  public var adjustment: Adjustment

  public init(goal: GoalID, adjustment: Adjustment) {
    self.goal = goal
    self.adjustment = adjustment
  }

  package static let name = Event.Name.goalAdjusted
  package static let codec = Codec(Self.init, Member("goal", \.goal), Member("adjustment", \.adjustment))
  package var event: Event { .goalAdjusted(self) }

  package func apply(to state: inout State, at: Instant) { state.edit(goal) { $0.apply(adjustment) } }

  /// That a goal moves is seen at the columns; what else changes of it is told once it is presented.
  package func redacted(by redaction: Redaction) -> Self? {
    if redaction.visibility(of: goal) == .all { return self }
    guard case .timeframe = adjustment.change else { return nil }
    return Self(goal: redaction.redacted(goal), adjustment: Adjustment(change: adjustment.change))
  }

  package func sentence(by narrator: Narrator) -> String? { "\(narrator.name(goal)): \(change(narrator.state))" }

  private func change(_ state: State) -> String {
    switch adjustment.change {
    case .name(_, let to): "now “\(to)”"
    case .timeframe(_, let to): to.map { "to \(state.timeframe($0)?.name ?? $0.text)" } ?? "off the roadmap"
    case .target(let metric, let from, let to): "\(metric) target from \(from.numeral) to \(to.numeral)"
    case .baseline(let metric, let from, let to): "\(metric) baseline from \(from.numeral) to \(to.numeral)"
    }
  }
}

extension GoalState {
  fileprivate mutating func apply(_ adjustment: Adjustment) {
    if case .timeframe(let from, _) = adjustment.change {
      stood = Stood(timeframe: from, settlement: settlement, absentees: absentees.sorted())
    }
    adjustments.append(adjustment)
    switch adjustment.change {
    case .name(_, let to): goal.name = to
    case .timeframe(_, let to): goal.timeframe = to
    case .target(let metric, _, let to): edit(metric) { $0.target = to }
    case .baseline(let metric, _, let to): edit(metric) { $0.baseline = to }
    }
  }

  private mutating func edit(_ metric: String, _ change: (inout Metric) -> Void) {
    if let index = goal.metrics.firstIndex(where: { $0.name == metric }) { change(&goal.metrics[index]) }
  }
}
