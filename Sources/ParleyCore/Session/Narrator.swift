/// Tells events to people, in the names that a session has at that moment.
package struct Narrator {
  let state: State
  /// To say what an `undo` took back.
  let session: Session?

  package init(_ state: State, session: Session? = nil) {
    self.state = state
    self.session = session
  }

  func name(_ who: StakeholderID) -> String { state.name(who) }

  func names(_ people: [StakeholderID], separator: String = ", ") -> String {
    people.map { name($0) }.joined(separator: separator)
  }

  /// A goal's name; for one that has not been presented its number (M12).
  func name(_ goal: GoalID) -> String { state.titles(of: .goal(goal)).title }

  /// The name of a goal of the last period.
  func pastName(_ goal: GoalID) -> String { state.pastGoals.first { $0.id == goal }?.name ?? name(goal) }
}

extension Entry {
  /// What the entry means, as a sentence to say or to show; nil when it changed nothing.
  /// - Parameter session: to say what an `undo` took back.
  public func sentence(in state: State, session: Session? = nil) -> String? {
    let narrator = Narrator(state, session: session)
    let sentences = events.compactMap { $0.payload.sentence(by: narrator) } + (events.isEmpty ? [] : doubts)
    return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
  }
}
