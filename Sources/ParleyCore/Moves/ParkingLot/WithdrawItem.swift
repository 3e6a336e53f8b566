/// `withdraw P1`: a parked item is taken back (M16).
public struct WithdrawItem: Verb {
  public var item: ItemID

  public init(item: ItemID) {
    self.item = item
  }

  public static let syntax = Syntax<Self>(
    .withdraw, "a parked item is taken back", rule: "M16", example: "withdraw P2", Self.init,
    .place("P1", .item, \.item))
  public static let permission = Permission<Self>.anyone

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let parked = session.state.item(item)
    // What somebody asked for is theirs to take back; all else is the facilitator's.
    guard occasion.speaker == .facilitator || parked?.by.map(Speaker.stakeholder) == occasion.speaker else {
      throw .notPermitted(occasion.speaker, name)
    }
    _ = try session.openItem(item)
    return [Withdrawn(item: item).event]
  }
}

/// A parked item waits for nobody any more.
public struct Withdrawn: OpenEventPayload {
  public var item: ItemID

  public init(item: ItemID) { self.item = item }

  package static let name = Event.Name.withdrawn
  package static let codec = Codec(Self.init, Member("item", \.item))
  package var event: Event { .withdrawn(self) }

  package func apply(to state: inout State, at: Instant) { state.edit(item) { $0.state = .withdrawn } }
  package func sentence(by narrator: Narrator) -> String? { "\(item) is withdrawn" }
}
