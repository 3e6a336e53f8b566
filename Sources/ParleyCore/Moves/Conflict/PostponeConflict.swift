/// `postpone decider= by= criteria=`: leaves the conflict for a later day (M18); at the step of the one question, that
/// question (M36).
public struct PostponeConflict: Verb {
  public var decider: StakeholderID
  public var by: Due
  public var criteria: String

  public static let syntax = Syntax<Self>(
    .postpone, "leaves the conflict for a later day", rule: "M18, M36",
    example: "postpone decider=ceo by=+7d criteria=\"Cohort data of June\"",
    Self.init, .key("decider", .who, \.decider), .key("by", .date, \.by), .key("criteria", .text, \.criteria))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let process = Process(decider: decider, by: by.date(at: occasion.at), criteria: criteria)
    if session.state.openConflict == nil, session.answersQuestion {
      return session.postponeQuestion(process, occasion.at)
    }
    let conflict = try session.conflictAtHand()
    return [
      ConflictEnded(ending: .postponed(session.shared(process, by: conflict))).event,
      session.followUp(on: conflict, process, occasion.at),
    ]
  }
}
