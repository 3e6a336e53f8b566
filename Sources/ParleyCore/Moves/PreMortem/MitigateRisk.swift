/// What is done about a risk, by whom and by when (M43).
public struct Mitigation: Hashable, Sendable {
  public var what: String
  public var owner: StakeholderID
  public var due: CalendarDate

  public init(what: String, owner: StakeholderID, due: CalendarDate) {
    self.what = what
    self.owner = owner
    self.due = due
  }
}

extension Mitigation: CodedObject {
  package static let codec = Codec(Self.init, Member("what", \.what), Member("owner", \.owner), Member("due", \.due))
}

/// `mitigate G1 "WHAT" owner= due=`: what is done about a cluster, by whom and when (M43).
public struct MitigateRisk: Verb {
  public var cluster: ClusterID
  public var what: String
  public var owner: StakeholderID
  public var due: Due

  public static let syntax = Syntax<Self>(
    .mitigate, "what is done about a cluster, by whom and when",
    rule: "M43", example: "mitigate G1 \"One owner for events\" owner=vp-eng due=+14d", Self.init,
    .place("G1", .cluster, \.cluster), .place("WHAT", .text, \.what, label: "What we do"), .key("owner", .who, \.owner),
    .key("due", .date, \.due))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkPreMortem(name, from: .mitigation)
    let day = due.date(at: occasion.at)
    // Who took it on is reminded as of any other follow-up (M32).
    return [
      Mitigated(cluster: cluster, mitigation: Mitigation(what: what, owner: owner, due: day)).event,
      FollowedUp(followUp: FollowUp(text: what, owner: owner, due: day)).event,
    ]
  }
}

/// Something is done about a cluster.
public struct Mitigated: OpenEventPayload {
  public var cluster: ClusterID
  public var mitigation: Mitigation

  public init(cluster: ClusterID, mitigation: Mitigation) {
    self.cluster = cluster
    self.mitigation = mitigation
  }

  package static let name = Event.Name.mitigated
  package static let codec = Codec(Self.init, Member("cluster", \.cluster), Member("mitigation", \.mitigation))
  package var event: Event { .mitigated(self) }

  package func apply(to state: inout State, at: Instant) { state.edit(cluster) { $0.mitigations.append(mitigation) } }
  package func sentence(by narrator: Narrator) -> String? { "against \(cluster): \(mitigation.what)" }
}
