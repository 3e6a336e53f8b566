import ParleyCore
import Testing

/// A session to test with: two timeframes, four people, three goals, as the shared example has them.
struct Table {
  var session: Session
  var box = BallotBox()
  var now: Instant

  init(_ plan: Plan = .quarter) {
    now = plan.starts ?? Instant(CalendarDate(daysSince1970: 0))
    session = Session(opening: plan, id: "q3", at: now)
  }

  /// A session after these lines, none of which may be refused.
  static func given(_ plan: Plan = .quarter, _ lines: String..., at place: SourceLocation = #_sourceLocation) -> Table {
    var table = Table(plan)
    for line in lines { table.must(line, at: place) }
    return table
  }

  /// Gives a line as a script has it; returns what happened, or the refusal.
  @discardableResult
  mutating func when(_ text: String) -> Result<[Event], Refusal> {
    let line = ScriptLine(text)
    now = now.adding(seconds: line.wait)
    if let fault = line.fault { return .failure(fault) }
    do {
      let proposal = try session.proposal(for: line.line, by: line.speaker ?? .facilitator, at: now, box: box)
      session.append(proposal.entry)
      if let ballot = proposal.ballot { box.add(ballot) }
      return .success(proposal.entry.events)
    } catch { return .failure(error) }
  }

  mutating func must(_ lines: String..., at place: SourceLocation = #_sourceLocation) {
    for line in lines {
      if case .failure(let refusal) = when(line) { Issue.record("\(line): \(refusal)", sourceLocation: place) }
    }
  }

  /// The code with which a line is refused; nil when it is taken. The state must not change with a refusal.
  mutating func refusal(_ line: String, at place: SourceLocation = #_sourceLocation) -> String? {
    let before = session
    guard case .failure(let refusal) = when(line) else { return nil }
    #expect(session == before, "a refusal changed the session", sourceLocation: place)
    #expect(refusal.description.hasPrefix("refused: \(refusal.code.rawValue): "), sourceLocation: place)
    #expect(refusal.sentence.count > 10, sourceLocation: place)
    return refusal.code.rawValue
  }

  func goal(_ id: String) -> GoalState {
    session.state.goal(GoalID(id)) ?? GoalState(goal: Goal(id: "none", name: "", timeframe: nil, metrics: []))
  }

  var state: State { session.state }
}

extension ID: ExpressibleByUnicodeScalarLiteral {}
extension ID: ExpressibleByExtendedGraphemeClusterLiteral {}
extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Plan {
  /// Three goals fill the first of two timeframes; the boundary and the context are there.
  static var quarter: Plan {
    var plan = Plan(
      title: "Q3 alignment", starts: Instant("2027-06-28T14:00:00"), minutes: 90, facilitator: "Maya Lindt",
      context: Context(context: "Churn rose."), boundary: Boundary(decided: ["Head count"]),
      timeframes: [
        Timeframe(id: "q3", name: "Q3 2027", capacity: 3), Timeframe(id: "q4", name: "Q4 2027", capacity: 3),
      ],
      stakeholders: [
        Stakeholder(id: "ceo", name: "Ada Obi"), Stakeholder(id: "vp-sales", name: "Victor Sand"),
        Stakeholder(id: "vp-eng", name: "Vera Engel"), Stakeholder(id: "cs-head", name: "Carla Stein"),
      ],
      goals: [
        Goal(
          id: "activation", name: "Improve activation rate", timeframe: "q3",
          metrics: [Metric(name: "Trials activated", unit: "%", baseline: 25, target: 40)],
          features: [Feature(id: "checklist", name: "Onboarding checklist")], capacity: 2),
        Goal(
          id: "churn", name: "Reduce monthly churn", timeframe: "q3",
          metrics: [Metric(name: "Monthly churn", unit: "%", baseline: 8, target: 5)]),
        Goal(
          id: "deal-close", name: "Accelerate deals", timeframe: "q3",
          metrics: [Metric(name: "Deal velocity", unit: "days", baseline: 42, target: 30)]),
      ],
      parkingLot: [ParkedIdea(text: "Push notifications", by: "cs-head", kind: .feature)],
      askOrder: ["cs-head", "vp-sales", "vp-eng", "ceo"])
    plan.homework.with = "vp-eng"
    return plan
  }
}

extension Table {
  static let greens = ["dot cs-head green", "dot vp-sales green", "dot vp-eng green", "dot ceo green"]

  /// Goes on until the step is reached, confirming each goal on the way with four green dots.
  mutating func reach(_ step: String, at place: SourceLocation = #_sourceLocation) {
    for _ in 0..<40 where state.step.text != step {
      if case .goal = state.step { for line in Self.greens + ["confirm"] { must(line, at: place) } }
      must("next", at: place)
    }
    #expect(state.step.text == step, sourceLocation: place)
  }

  static func at(_ step: String, _ plan: Plan = .quarter, place: SourceLocation = #_sourceLocation) -> Table {
    var table = Table(plan)
    table.reach(step, at: place)
    return table
  }
}
