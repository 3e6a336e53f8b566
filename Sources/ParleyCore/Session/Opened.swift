/// The session was opened from a plan; always the first event.
public struct Opened: EventPayload {
  /// The readable name of the session: `q3-alignment-2027-06-28`.
  public var id: String
  public var plan: Plan

  public init(id: String, plan: Plan) {
    self.id = id
    self.plan = plan
  }

  package static let name = Event.Name.opened
  package static let codec = Codec(Self.init, Member("id", \.id), Member("plan", \.plan))
  package var event: Event { .opened(self) }

  package func apply(to state: inout State, at: Instant) { state = State(id: id, plan: plan, at: at) }
  package func redacted(by redaction: Redaction) -> Self? { Opened(id: id, plan: redaction.redacted(plan)) }
  package func sentence(by narrator: Narrator) -> String? { "\(plan.title) is open" }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .stops }
}
