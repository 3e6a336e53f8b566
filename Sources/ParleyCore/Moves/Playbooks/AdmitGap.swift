/// Where the facilitator was wrong (M49): the gap, who will find out, and when it is presented again.
public struct Gap: Hashable, Sendable {
  public var what: String
  public var owner: StakeholderID
  public var due: CalendarDate

  public init(what: String, owner: StakeholderID, due: CalendarDate) {
    self.what = what
    self.owner = owner
    self.due = due
  }
}

extension Gap: CodedObject {
  package static let codec = Codec(Self.init, Member("what", \.what), Member("owner", \.owner), Member("due", \.due))
}

/// `gap "WHAT" owner= due=`: I was wrong: what is missing, who finds out, and when it is presented again (M49).
public struct AdmitGap: Verb {
  public var what: String
  public var owner: StakeholderID
  public var due: Due

  public static let syntax = Syntax<Self>(
    .gap, "I was wrong: what is missing, who finds out, and when it is presented again",
    rule: "M49", example: "gap \"Churn by cohort\" owner=cs-head due=+7d", Self.init,
    .place("WHAT", .text, \.what, label: "What is missing"),
    .key("owner", .who, \.owner, label: "Who finds out"), .key("due", .date, \.due, label: "Presented again"))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let day = due.date(at: occasion.at)
    // Presenting it again is owed like any follow-up.
    return [
      GapFound(gap: Gap(what: what, owner: owner, due: day)).event,
      FollowedUp(followUp: FollowUp(text: what, owner: owner, due: day)).event,
    ]
  }
}

/// Something is missing, and someone will find out.
public struct GapFound: OpenEventPayload {
  public var gap: Gap

  public init(gap: Gap) { self.gap = gap }

  package static let name = Event.Name.gapFound
  package static let codec = Codec(Self.init, Member("gap", \.gap))
  package var event: Event { .gapFound(self) }

  package func apply(to state: inout State, at: Instant) { state.gaps.append(gap) }
  package func sentence(by narrator: Narrator) -> String? {
    narrator.tell(gap.owner, "finds", you: "find") + " out by \(gap.due): \(gap.what)"
  }
}
