/// `close`: ends the session; the comment window opens (M21, M31).
public struct Close: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(.close, "ends the session", rule: "M21, M31", example: "close", Self.init)
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let state = session.state
    // A 1:1 has no read-back: it ends with its last question.
    if state.kind != .oneOnOne || state.step != state.agenda.last { try state.checkReadBack(name) }
    try session.checkClosing()
    return state.ending(early: nil)
  }
}

/// `close early because=`: ends the session before its end.
public struct CloseEarly: Verb {
  public var because: String

  public static let syntax = Syntax<Self>(
    .closeEarly, "ends the session before its end", example: "close early because=\"Fire alarm\"", Self.init,
    .key("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if let conflict = session.state.openConflict { throw .conflictOpen(topic: conflict.topic) }
    return session.state.ending(early: because)
  }
}

/// The session has ended.
public struct Closed: OpenEventPayload {
  /// Why it ended before its end; nil where it did not.
  public var early: String?

  public init(early: String? = nil) { self.early = early }

  package static let name = Event.Name.closed
  package static let codec = Codec(Self.init, Member("early", \.early))
  package var event: Event { .closed(self) }

  package func apply(to state: inout State, at: Instant) {
    state.leaveStep(at)
    state.step = .closed
    state.visit = Visit(since: at)
    state.ended = at
    state.closedEarly = early
  }
  package func sentence(by narrator: Narrator) -> String? {
    if let early { return "closed early: \(early)" }
    return narrator.state.plan.rehearsal == nil ? "closed; comments are taken for 48 hours" : "the rehearsal is over"
  }
  package func undoing(_ entry: Entry, in session: Session) -> Undoing { .stops }
}

extension Session {
  /// Throws what the read-back still lacks.
  fileprivate func checkClosing() throws(Refusal) {
    let asked = state.step == .readBack ? state.plan.askOrder : []
    let missing = asked.filter { state.isPresent($0) && state.acknowledgements[$0] == nil }
    if !missing.isEmpty { throw .notAcknowledged(state.names(of: missing)) }
    let caveats = state.plan.askOrder.filter { state.acknowledgements[$0]?.isOpen ?? false }
    if !caveats.isEmpty { throw .caveatOpen(state.names(of: caveats)) }
    if !state.openGoals.isEmpty { throw .goalOpen(state.openGoals.map(open)) }
    if let conflict = state.openConflict { throw .conflictOpen(topic: conflict.topic) }
  }
}

extension State {
  /// A vote that is still open ends with the session.
  fileprivate func ending(early: String?) -> [Event] {
    (voteIsOpen ? [VoteCancelled().event] : []) + [Closed(early: early).event]
  }
}
