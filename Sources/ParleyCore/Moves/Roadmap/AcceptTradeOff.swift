/// `accept WHO,WHO`: these people accept a trade-off (M46).
public struct AcceptTradeOff: Verb {
  public var people: [StakeholderID]
  /// Counted from 1; nil is the last.
  public var tradeOff: Int?

  public static let syntax = Syntax<Self>(
    .accept, "these people accept a trade-off, the last one if none is named", rule: "M46",
    example: "accept ceo,vp-eng",
    Self.init, .place("WHO", .people, \.people, label: "Accepted by"),
    .option("tradeoff", .count(to: 10_000), \.tradeOff))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let last = session.state.tradeOffs.count
    if last == 0 { throw .badArgument(.noTradeOff) }
    let number = tradeOff ?? last
    guard (1...last).contains(number) else {
      throw .badArgument(.outOfRange("tradeoff", value: "\(number)", range: "1 to \(last)"))
    }
    return [TradeOffAccepted(number: number, by: people).event]
  }
}

/// People have accepted the trade-off with this number, counted from 1.
public struct TradeOffAccepted: OpenEventPayload {
  public var number: Int
  public var by: [StakeholderID]

  public init(number: Int, by: [StakeholderID]) {
    self.number = number
    self.by = by
  }

  package static let name = Event.Name.tradeOffAccepted
  package static let codec = Codec(Self.init, Member("number", \.number), Member("by", \.by))
  package var event: Event { .tradeOffAccepted(self) }

  package func apply(to state: inout State, at: Instant) {
    guard state.tradeOffs.indices.contains(number - 1) else { return }
    let accepted = Set(state.tradeOffs[number - 1].accepted + by)
    state.tradeOffs[number - 1].accepted = state.plan.stakeholders.map(\.id).filter(accepted.contains)
  }
  package func sentence(by narrator: Narrator) -> String? { "accepted by \(narrator.names(by))" }
}
