/// A drift: a command touches a decision, or takes up something that is out of scope today (M22). It forbids nothing.
/// It names the drift, so that nothing slips in.
public struct Drift: Hashable, Sendable {
  public var matter: Matter

  /// The thing that is touched.
  public enum Matter: Hashable, Sendable {
    /// A goal that the plan calls decided, or out of scope.
    case bounded(GoalID, BoundaryMark)
    /// A goal settled in this session.
    case settled(GoalID)
    /// A decision that is still in force.
    case decision(DecisionID)
    /// An item of the boundary that the command's words mention: decided, or out of scope.
    case item(String, BoundaryMark)
  }

  /// Nil when the command drifts nowhere.
  /// - Parameter day: the session's day, which decides whether decisions are still in force.
  public init?(_ command: Command, in state: State, on day: CalendarDate) {
    guard let matter = state.matter(touchedBy: command, on: day) else { return nil }
    self.matter = matter
  }
}

extension State {
  fileprivate func matter(touchedBy command: Command, on day: CalendarDate) -> Drift.Matter? {
    switch command {
    case .dot(let dot) where dot.colour == .red || dot.colour == nil:
      return (dot.goal ?? goalOnTable?.id).flatMap(touched)
    case .adjust(let adjust): return touched(adjust.goal)
    case .defer(let goal, _, _, _), .drop(let goal, _), .skip(let goal, _, _): return touched(goal)
    case .move(let goal, _, _, _):
      // The priorities exist to make room among settled goals.
      let matter = touched(goal)
      if case .settled? = matter, step == .priorities { return nil }
      return matter
    case .decide(let what, _, _, _, let replaced?):
      guard let decision = decisions.first(where: { $0.id == replaced }), isInForce(decision, on: day) else {
        return item(in: what)
      }
      return .decision(replaced)
    case .decide(let what, _, _, _, nil): return item(in: what)
    case .request(let text, _): return item(in: text)
    case .propose(let propose): return item(in: propose.name)
    default: return nil
    }
  }

  private func touched(_ id: GoalID) -> Drift.Matter? {
    guard let goal = goal(id), goal.isPresented else { return nil }
    if goal.goal.isBounded, let boundary = goal.goal.boundary { return .bounded(id, boundary) }
    return goal.settlement == nil ? nil : .settled(id)
  }

  /// Whether a decision is in force: until its day, and until another one replaces it.
  public func isInForce(_ decision: Decision, on day: CalendarDate) -> Bool {
    decision.until.map { day <= $0 } ?? true && !decisions.contains { $0.replaces == decision.id }
  }

  /// The item of the boundary that shares words of four letters or more with a text.
  private func item(in text: String) -> Drift.Matter? {
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
