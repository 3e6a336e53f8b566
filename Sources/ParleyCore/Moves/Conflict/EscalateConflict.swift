/// `escalate to= by= criteria= options=`: gives the conflict to a decider, with options (M18, M47).
public struct EscalateConflict: Verb {
  public var to: StakeholderID
  public var by: Due
  public var criteria: String
  public var options: [String]

  public static let syntax = Syntax<Self>(
    .escalate, "gives the conflict to a decider, with options", rule: "M18, M47",
    example: "escalate to=ceo by=+3d criteria=\"Cost of delay\" options=\"Weekly|Monthly\"", Self.init,
    .key("to", .who, \.to, label: "Who decides"), .key("by", .date, \.by), .key("criteria", .text, \.criteria),
    .key("options", .options, \.options))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let conflict = try session.conflictAtHand()
    let process = session.shared(
      Process(decider: to, by: by.date(at: occasion.at), criteria: criteria, options: options), by: conflict)
    return [
      ConflictEnded(ending: .escalated(process)).event, session.followUp(on: conflict, process, occasion.at),
    ]
  }
}
