/// `request "TEXT" by=WHO`: parks a feature request, and asks which goal it serves (M16).
public struct RequestFeature: Verb {
  public var text: String
  public var by: StakeholderID

  public init(text: String, by: StakeholderID) {
    self.text = text
    self.by = by
  }

  public static let syntax = Syntax<Self>(
    .request, "parks a feature request, and asks which goal it serves", rule: "M16",
    example: "request \"Dark mode\" by=vp-sales",
    Self.init, .place("TEXT", .text, \.text, label: "Feature"), .key("by", .who, \.by, label: "Asked by"))
  public static let permission = Permission<Self>.everyone(\.by)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let item = ParkedItem(id: session.given.next(.item), text: text, by: by, kind: .feature)
    return [Requested(item: item).event]
  }

  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? { state.drift(speakingOf: text) }
}

/// A feature was asked for; it is in the parking lot.
public struct Requested: EventPayload {
  public var item: ParkedItem

  public init(item: ParkedItem) { self.item = item }

  package static let name = Event.Name.requested
  package static let codec = Codec(Self.init, Member("item", \.item))
  package var event: Event { .requested(self) }

  package func apply(to state: inout State, at: Instant) { state.parkingLot.append(item) }
  package func redacted(by redaction: Redaction) -> Self? { Self(item: item.redacted(by: redaction)) }
  package func sentence(by narrator: Narrator) -> String? { item.told(by: narrator) }
  package var givenID: GivenID? { GivenID(.item, item.id) }
}
