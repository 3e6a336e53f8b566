/// `rebalance [end=HH:MM]`: spreads what is left of the session over the steps to come (M26).
public struct Rebalance: Verb {
  /// When the session is to end; nil is when it was planned to.
  public var end: ClockTime?

  public init(end: ClockTime? = nil) { self.end = end }

  public static let syntax = Syntax<Self>(
    .rebalance, "spreads what is left of the session over the steps to come", rule: "M26",
    example: "rebalance end=15:30",
    Self.init, .option("end", .clock, \.end))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    let spread = try TimeSpread(state, to: end?.nearest(to: occasion.at), at: occasion.at)
    guard spread.changesPlan(of: state) else { return [] }
    return [Rebalanced(end: spread.end, steps: spread.shares.map(\.step)).event]
  }
}

/// The steps to come have these times, and the session is measured against this end.
public struct Rebalanced: EventPayload {
  public var end: Instant
  public var steps: [PlannedStep]

  public init(end: Instant, steps: [PlannedStep]) {
    self.end = end
    self.steps = steps
  }

  package static let name = Event.Name.rebalanced
  package static let codec = Codec(Self.init, Member("end", \.end), Member("steps", \.steps))
  package var event: Event { .rebalanced(self) }

  package func apply(to state: inout State, at: Instant) {
    state.agreedEnd = end
    for planned in steps {
      state.editTime(of: planned.step) { $0.planned = planned.seconds }
      state.replanned.removeAll { $0.step == planned.step }
      state.replanned.append(planned)
    }
  }

  package func redacted(by redaction: Redaction) -> Self? {
    Self(end: end, steps: steps.map { $0.redacted(by: redaction) })
  }

  package func sentence(by narrator: Narrator) -> String? {
    "what is left is spread over \(counted(steps.count, "step")); ends \(end.clock)"
  }
}

/// The time that a step was given during the session, in place of the plan's.
public struct PlannedStep: Hashable, Sendable, CodedObject {
  public var step: Step
  /// Extensions included.
  public var seconds: Int

  public init(step: Step, seconds: Int) {
    self.step = step
    self.seconds = seconds
  }

  package static let codec = Codec(
    { PlannedStep(step: $0, seconds: Int($1)) }, Member("step", \.step), Member("planned", { Int64($0.seconds) }))

  func redacted(by redaction: Redaction) -> Self { Self(step: step.redacted(by: redaction), seconds: seconds) }
}

/// What is left of a session, spread over the steps to come: each as much shorter or longer as the others, and none
/// shorter than a third of what its plan gives it.
public struct TimeSpread: Hashable, Sendable {
  /// When the session ends then.
  public var end: Instant
  /// The steps to come, features of goals that are not settled yet among them.
  public var shares: [Share]

  /// What one step gets.
  public struct Share: Hashable, Sendable {
    public var step: PlannedStep
    /// Seconds more than now; below zero where it becomes shorter.
    public var change: Int
  }

  /// Throws `bad-argument` where the time is too short, and `wrong-step` where no step is to come.
  /// - Parameter end: nil is the planned end.
  public init(_ state: State, to end: Instant? = nil, at now: Instant) throws(Refusal) {
    let steps = state.stepsToCome
    let weights = steps.map(state.secondsDue)
    let total = weights.reduce(0, +)
    guard total > 0 else { throw .wrongStep(.nothingAfter(step: state.step.text)) }
    let end = end ?? state.plannedEnd(at: now)
    let available = end.seconds(since: now) - max(0, Countdown(state, at: now)?.left ?? 0)
    let least = weights.map { ($0 + 2) / 3 }
    let free = available - least.reduce(0, +)
    guard free >= 0 else { throw .badArgument(.tooLittleTime(minutes: (59 - free) / 60, end: end.clock)) }
    self.end = end
    var (passed, given) = (0, 0)
    shares = steps.indices.map { place in
      passed += weights[place]
      // Of the sum so far, so that no second is lost to rounding.
      let extra = free * passed / total - given
      given += extra
      let seconds = least[place] + extra
      let change = seconds - state.secondsToCome(at: steps[place])
      return Share(
        step: PlannedStep(step: steps[place], seconds: seconds + state.secondsSpent(at: steps[place])), change: change)
    }
  }

  func changesPlan(of state: State) -> Bool { state.agreedEnd != end || shares.contains { $0.change != 0 } }

  /// `4 steps, 1:15 less each; ends 15:30`.
  public var text: String { "\(counted(shares.count, "step")), \(changeText); ends \(end.clock)" }

  private var changeText: String {
    let changes = shares.map(\.change)
    guard let least = changes.min(), let most = changes.max(), least != 0 || most != 0 else { return "as planned" }
    if most <= 0 { return "\(Self.range(-most, -least)) less each" }
    if least >= 0 { return "\(Self.range(least, most)) more each" }
    return "\(minutesAndSeconds(-least)) less to \(minutesAndSeconds(most)) more"
  }

  /// A second that rounding moved is not worth a range.
  private static func range(_ least: Int, _ most: Int) -> String {
    most - least <= 1 ? minutesAndSeconds(most) : "\(minutesAndSeconds(least)) to \(minutesAndSeconds(most))"
  }
}
