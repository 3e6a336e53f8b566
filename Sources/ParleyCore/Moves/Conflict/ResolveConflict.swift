/// `resolve "DECISION" because=`: ends the conflict with a decision (M18).
public struct ResolveConflict: Verb {
  public var decision: String
  public var because: String
  public var until: Due?

  public static let syntax = Syntax<Self>(
    .resolve, "ends the conflict with a decision", rule: "M18",
    example: "resolve \"Two releases a month\" because=\"Both can live with it\"", Self.init,
    .place("DECISION", .text, \.decision), .key("because", .text, \.because), .option("until", .date, \.until))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    _ = try session.conflictAtHand()
    let entry = Decision(
      id: session.given.next(.decision), what: decision, because: because, until: until?.date(at: occasion.at))
    let ending = Conflict.Ending.resolved(decision: decision, because: because)
    return [ConflictEnded(ending: ending).event, Decided(decision: entry).event]
  }
}
