/// Tells events to people, in the names that a session has at that moment.
package struct Narrator {
  let state: State
  /// To say what an `undo` took back.
  let session: Session?
  /// Who reads it at a seat of their own: there they are *you*.
  let reader: StakeholderID?

  package init(_ state: State, session: Session? = nil, reader: StakeholderID? = nil) {
    self.state = state
    self.session = session
    self.reader = reader
  }

  func name(_ who: StakeholderID) -> String { who == reader ? "you" : state.name(who) }

  /// What someone does, in the verb that goes with their name, and in the one that goes with *you*.
  func tell(_ who: StakeholderID, _ verb: String, you: String) -> String {
    "\(name(who)) \(who == reader ? you : verb)"
  }

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
  /// - Parameters:
  ///   - session: to say what an `undo` took back.
  ///   - reader: at whose terminal it is read; a stakeholder is *you* at their own.
  public func sentence(in state: State, session: Session? = nil, to reader: Speaker = .facilitator) -> String? {
    var own: StakeholderID?
    if case .stakeholder(let who) = reader { own = who }
    let narrator = Narrator(state, session: session, reader: own)
    let sentences = events.compactMap { $0.payload.sentence(by: narrator) } + (events.isEmpty ? [] : doubts)
    return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
  }
}
