/// `escalate to= by= criteria= options= [gives=] [costs=]`: gives the conflict to a decider, with options, and with what
/// each gives and costs (M18, M47, M48).
public struct EscalateConflict: Verb {
  public var to: StakeholderID
  public var by: Due
  public var criteria: String
  public var options: [String]
  /// What each option gives and costs, in the order of the options; empty where nothing was said of one.
  public var gives: [String]?
  public var costs: [String]?

  public static let syntax = Syntax<Self>(
    .escalate, "gives the conflict to a decider, with options", rule: "M18, M47",
    example: "escalate to=ceo by=+3d criteria=\"Cost of delay\" options=\"Weekly|Monthly\" costs=\"A tester|\"",
    Self.init,
    .key("to", .who, \.to, label: "Who decides"), .key("by", .date, \.by), .key("criteria", .text, \.criteria),
    .key("options", .options, \.options), .option("gives", .sides, \.gives), .option("costs", .sides, \.costs))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let conflict = try session.conflictAtHand()
    for (name, sides) in [("gives", gives), ("costs", costs)] where (sides?.count ?? 0) > options.count {
      throw .badArgument(.moreThanOptions(name, options: options.count))
    }
    var offer = Process(decider: to, by: by.date(at: occasion.at), criteria: criteria, options: options)
    (offer.gives, offer.costs) = (gives ?? [], costs ?? [])
    let process = session.shared(offer, by: conflict)
    return [
      ConflictEnded(ending: .escalated(process)).event, session.followUp(on: conflict, process, occasion.at),
    ]
  }
}
