/// That a command would touch what is decided, or takes up what is out of scope today (M22). It forbids nothing: it is
/// named, so that it does not slip in.
public struct Drift: Hashable, Sendable {
  public var matter: Matter

  /// What is touched.
  public enum Matter: Hashable, Sendable {
    /// A goal that the plan calls decided, or out of scope.
    case bounded(GoalID, BoundaryMark)
    /// A goal settled in this session.
    case settled(GoalID)
    /// A decision that is still in force.
    case decision(DecisionID)
    /// An item of the boundary that the words speak of: decided, or out of scope.
    case item(String, BoundaryMark)
  }

  /// Nil when the command drifts nowhere.
  /// - Parameter day: the session's day, on which decisions are in force or not any more.
  public init?(_ command: any Verb, in state: State, on day: CalendarDate) {
    guard let matter = command.drift(in: state, on: day) else { return nil }
    self.matter = matter
  }
}

extension State {
  /// The goal, where it is bounded or settled.
  func drift(touching id: GoalID) -> Drift.Matter? {
    guard let goal = goal(id), goal.isPresented else { return nil }
    if goal.goal.isBounded, let boundary = goal.goal.boundary { return .bounded(id, boundary) }
    return goal.settlement == nil ? nil : .settled(id)
  }

  /// Whether a decision stands: until its day, and until another one names it.
  public func isInForce(_ decision: Decision, on day: CalendarDate) -> Bool {
    decision.until.map { day <= $0 } ?? true && !decisions.contains { $0.replaces == decision.id }
  }

  /// The item of the boundary that shares words of four letters or more with a text.
  func drift(speakingOf text: String) -> Drift.Matter? {
    guard let boundary = plan.boundary else { return nil }
    let words = text.longWords
    let decided = boundary.decided.first { words.isSuperset(of: $0.longWords) && !$0.longWords.isEmpty }
    if let decided { return .item(decided, .decided) }
    let outside = boundary.outOfScope.first { words.isSuperset(of: $0.longWords) && !$0.longWords.isEmpty }
    return outside.map { .item($0, .outOfScope) }
  }
}

extension String {
  /// Its words of four letters or more, in lower case.
  var longWords: Set<String> {
    Set(split { !$0.isLetter }.filter { $0.count >= 4 }.map { $0.lowercased() })
  }
}
