/// `reply C1 "TEXT"`: answers a comment (M31).
public struct ReplyToComment: Verb {
  public var comment: CommentID
  public var text: String

  public static let syntax = Syntax<Self>(
    .reply, "answers a comment", rule: "M31", example: "reply C1 \"Added\"", Self.init,
    .place("C1", .comment, \.comment),
    .place("TEXT", .text, \.text))
  public static let permission = Permission<Self>.facilitator(during: .commentWindow)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [Replied(id: comment, text: text).event]
  }
}

/// A comment has its answer.
public struct Replied: OpenEventPayload {
  public var id: CommentID
  public var text: String

  public init(id: CommentID, text: String) {
    self.id = id
    self.text = text
  }

  package static let name = Event.Name.replied
  package static let codec = Codec(Self.init, Member("id", \.id), Member("text", \.text))
  package var event: Event { .replied(self) }
  package static let showsSessionOpen = false

  package func apply(to state: inout State, at: Instant) {
    if let index = state.comments.firstIndex(where: { $0.id == id }) { state.comments[index].reply = text }
  }
  package func sentence(by narrator: Narrator) -> String? { "\(id) answered: \(text)" }
}
