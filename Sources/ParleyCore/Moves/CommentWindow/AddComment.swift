/// A comment on the record in the comment window (M31).
public struct Comment: Hashable, Sendable {
  public var id: CommentID
  public var who: StakeholderID
  public var text: String
  public var reply: String?

  public init(id: CommentID, who: StakeholderID, text: String, reply: String? = nil) {
    self.id = id
    self.who = who
    self.text = text
    self.reply = reply
  }
}

extension Comment: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("who", \.who), Member("text", \.text), Member("reply", \.reply))
}

/// `comment WHO "TEXT"`: a comment on the record (M31).
public struct AddComment: Verb {
  public var who: StakeholderID
  public var text: String

  public init(who: StakeholderID, text: String) {
    self.who = who
    self.text = text
  }

  public static let syntax = Syntax<Self>(
    .comment, "a comment on the record", rule: "M31", example: "comment ceo \"Add the budget\"", speakerIsWho: true,
    Self.init,
    .place("WHO", .who, \.who), .place("TEXT", .text, \.text))
  public static let permission = Permission<Self>.everyone(\.who, during: .commentWindow)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [Commented(comment: Comment(id: session.given.next(.comment), who: who, text: text)).event]
  }
}

/// Someone has commented on the record.
public struct Commented: OpenEventPayload {
  public var comment: Comment

  public init(comment: Comment) { self.comment = comment }

  package static let name = Event.Name.commented
  package static let codec = Codec(
    { Commented(comment: Comment(id: $0, who: $1, text: $2)) }, Member("id", \.comment.id),
    Member("who", \.comment.who),
    Member("text", \.comment.text))
  package var event: Event { .commented(self) }
  package static let showsSessionOpen = false

  package func apply(to state: inout State, at: Instant) { state.comments.append(comment) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(comment.id) \(narrator.name(comment.who)): \(comment.text)"
  }
  package var givenID: GivenID? { GivenID(.comment, comment.id) }
}
