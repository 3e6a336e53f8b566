/// `assign P1 owner=WHO`: gives a parked item an owner, and a date.
public struct AssignItem: Verb {
  public var item: ItemID
  public var owner: StakeholderID
  public var due: Due?

  public static let syntax = Syntax<Self>(
    .assign, "gives a parked item an owner", example: "assign P2 owner=vp-eng due=+7d", Self.init,
    .place("P1", .item, \.item), .key("owner", .who, \.owner), .option("due", .date, \.due))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [Assigned(item: item, owner: owner, due: due?.date(at: occasion.at)).event]
  }
}

/// A parked item has an owner; a date of before stays where none is given.
public struct Assigned: OpenEventPayload {
  public var item: ItemID
  public var owner: StakeholderID
  public var due: CalendarDate?

  public init(item: ItemID, owner: StakeholderID, due: CalendarDate? = nil) {
    self.item = item
    self.owner = owner
    self.due = due
  }

  package static let name = Event.Name.assigned
  package static let codec = Codec(Self.init, Member("item", \.item), Member("owner", \.owner), Member("due", \.due))
  package var event: Event { .assigned(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(item) {
      $0.owner = owner
      $0.due = due ?? $0.due
    }
  }
  package func sentence(by narrator: Narrator) -> String? {
    "\(item): \(narrator.name(owner))" + (due.map { " by \($0)" } ?? "")
  }
}
