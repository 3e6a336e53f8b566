/// `consent WHO,WHO`: these people can live with how the last conflict was resolved (M46).
public struct ConsentToResolution: Verb {
  public var people: [StakeholderID]

  public static let syntax = Syntax<Self>(
    .consent, "these people can live with how the last conflict was resolved", rule: "M46",
    example: "consent vp-eng,vp-sales",
    Self.init, .place("WHO", .people, \.people, label: "Can live with it"))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if let conflict = session.state.openConflict { throw .conflictOpen(topic: conflict.topic) }
    guard let conflict = session.state.conflicts.last, case .resolved = conflict.ending else {
      throw .badArgument(.nothingResolved)
    }
    return conflict.consents.isSuperset(of: people) ? [] : [Consented(by: people).event]
  }
}

/// People have said that they can live with it.
public struct Consented: OpenEventPayload {
  public var by: [StakeholderID]

  public init(by: [StakeholderID]) { self.by = by }

  package static let name = Event.Name.consented
  package static let codec = Codec(Self.init, Member("by", \.by))
  package var event: Event { .consented(self) }

  package func apply(to state: inout State, at: Instant) { state.editLastConflict { $0.consents.formUnion(by) } }
  package func sentence(by narrator: Narrator) -> String? {
    "\(narrator.names(by, separator: " and ")) can live with what was decided"
  }
}
