/// The session openly became one of another kind (M22).
public struct KindChange: Hashable, Sendable {
  public var from: SessionKind
  public var to: SessionKind
  public var because: String
  public var at: Instant
}

extension KindChange: CodedObject {
  package static let codec = Codec(
    Self.init, Member("from", \.from), Member("to", \.to), Member("because", \.because), Member("at", \.at))
}

/// `kind KIND because=`: openly changes the kind of the session (M22).
public struct ChangeKind: Verb {
  public var kind: SessionKind
  public var because: String

  public static let syntax = Syntax<Self>(
    .kind, "openly changes the kind of the session", rule: "M22",
    example: "kind review because=\"The quarter is not over\"",
    Self.init, .place("KIND", .choice, \.kind), .key("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    if kind == session.state.kind { throw .badArgument(.alreadyKind(kind.rawValue)) }
    return [KindChanged(kind: kind, because: because).event]
  }
}

/// The session is of another kind now.
public struct KindChanged: OpenEventPayload {
  public var kind: SessionKind
  public var because: String

  public init(kind: SessionKind, because: String) {
    self.kind = kind
    self.because = because
  }

  package static let name = Event.Name.kindChanged
  package static let codec = Codec(Self.init, Member("kind", \.kind), Member("because", \.because))
  package var event: Event { .kindChanged(self) }

  package func apply(to state: inout State, at: Instant) {
    state.kindChanges.append(KindChange(from: state.kind, to: kind, because: because, at: at))
    state.kind = kind
  }
  package func sentence(by narrator: Narrator) -> String? { "this is now a session of kind \(kind.rawValue)" }
}
