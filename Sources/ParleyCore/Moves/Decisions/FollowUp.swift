/// What someone will do after the session, and by when (M32).
public struct FollowUp: Hashable, Sendable {
  public var text: String
  public var owner: StakeholderID
  public var due: CalendarDate
  public var with: [StakeholderID]

  public init(text: String, owner: StakeholderID, due: CalendarDate, with: [StakeholderID] = []) {
    self.text = text
    self.owner = owner
    self.due = due
    self.with = with
  }
}

extension FollowUp: CodedObject {
  package static let codec = Codec(
    Self.init, Member("text", \.text), Member("owner", \.owner), Member("due", \.due), Member("with", \.with))
}

/// `follow-up "TEXT" owner= due=`: something to do after the session (M32).
public struct AddFollowUp: Verb {
  public var text: String
  public var owner: StakeholderID
  public var due: Due
  public var with: [StakeholderID]?

  public static let syntax = Syntax<Self>(
    .followUp, "something to do after the session",
    rule: "M32", example: "follow-up \"Cost of the sync\" owner=vp-eng due=+7d with=ceo", Self.init,
    .place("TEXT", .text, \.text, label: "To do"),
    .key("owner", .who, \.owner), .key("due", .date, \.due), .option("with", .people, \.with))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let followUp = FollowUp(text: text, owner: owner, due: due.date(at: occasion.at), with: with ?? [])
    return [FollowedUp(followUp: followUp).event]
  }
}

/// Something is to be done after the session.
public struct FollowedUp: OpenEventPayload {
  public var followUp: FollowUp

  public init(followUp: FollowUp) { self.followUp = followUp }

  package static let name = Event.Name.followedUp
  package static let codec = Codec(Self.init, Member("followUp", \.followUp))
  package var event: Event { .followedUp(self) }

  package func apply(to state: inout State, at: Instant) { state.followUps.append(followUp) }

  package func sentence(by narrator: Narrator) -> String? {
    let others = followUp.with.filter { $0 != followUp.owner }
    let with = others.isEmpty ? "" : ", with \(narrator.names(others, separator: " and "))"
    return "follow-up for \(narrator.name(followUp.owner)) by \(followUp.due): \(followUp.text)\(with)"
  }
}
