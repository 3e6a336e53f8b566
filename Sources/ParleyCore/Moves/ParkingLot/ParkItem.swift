/// `park "TEXT"`: puts something in the parking lot (M20, M22).
public struct ParkItem: Verb {
  public var text: String
  public var by: StakeholderID?
  public var kind: ItemKind?
  public var goal: GoalID?
  public var owner: StakeholderID?
  public var due: Due?

  public static let syntax = Syntax<Self>(
    .park, "puts something in the parking lot", rule: "M20, M22",
    example: "park \"Who owns pricing?\" by=ceo kind=question", Self.init,
    .place("TEXT", .text, \.text), .option("by", .who, \.by, label: "Raised by"), .option("kind", .choice, \.kind),
    .option("goal", .goal, \.goal), .option("owner", .who, \.owner), .option("due", .date, \.due))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let item = ParkedItem(
      id: session.given.next(.item), text: text, by: by, kind: kind ?? .idea, goal: goal, owner: owner,
      due: due?.date(at: occasion.at))
    return [Parked(item: item).event]
  }
}

/// Something is in the parking lot.
public struct Parked: EventPayload {
  public var item: ParkedItem

  public init(item: ParkedItem) { self.item = item }

  package static let name = Event.Name.parked
  package static let codec = Codec(Self.init, Member("item", \.item))
  package var event: Event { .parked(self) }

  package func apply(to state: inout State, at: Instant) {
    state.parkingLot.append(item)
    // A goal that moves off the roadmap is parked as it goes.
    if item.state == .displaced, let goal = item.goal { state.edit(goal) { $0.stood?.item = item.id } }
  }
  package func redacted(by redaction: Redaction) -> Self? { Self(item: item.redacted(by: redaction)) }
  package func sentence(by narrator: Narrator) -> String? { item.told(by: narrator) }
  package var givenID: GivenID? { GivenID(.item, item.id) }
}

extension ParkedItem {
  /// What was parked, and for whom: nobody asked for something only because their name stood in a form.
  func told(by narrator: Narrator) -> String { "\(id) parked: \(text)" + (by.map { " (\(narrator.name($0)))" } ?? "") }
}
