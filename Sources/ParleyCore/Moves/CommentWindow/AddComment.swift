/// A comment on the record in the comment window (M31).
public struct Comment: Hashable, Sendable {
  public var id: CommentID
  public var who: StakeholderID
  public var text: String
  public var reply: String?
  /// The `Message-ID` of the mail that it came in; nil without one.
  public var mail: String?

  public init(id: CommentID, who: StakeholderID, text: String, reply: String? = nil, mail: String? = nil) {
    self.id = id
    self.who = who
    self.text = text
    self.reply = reply
    self.mail = mail
  }
}

extension Comment: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("who", \.who), Member("text", \.text), Member("reply", \.reply),
    Member("mail", \.mail))
}

/// `comment WHO "TEXT"`: a comment on the record (M31).
public struct AddComment: Verb {
  public var who: StakeholderID
  public var text: String
  /// The `Message-ID` of the mail that it came in, by which the same mail is known again.
  public var mail: String?

  public init(who: StakeholderID, text: String, mail: String? = nil) {
    self.who = who
    self.text = text
    self.mail = mail
  }

  public static let syntax = Syntax<Self>(
    .comment, "a comment on the record", rule: "M31", example: "comment ceo \"Add the budget\"", speakerIsWho: true,
    Self.init,
    .place("WHO", .reader, \.who), .place("TEXT", .text, \.text), .option("mail", .text, \.mail))
  public static let permission = Permission<Self>.everyone(\.who, during: .commentWindow)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [Commented(comment: Comment(id: session.given.next(.comment), who: who, text: text, mail: mail)).event]
  }
}

/// Someone has commented on the record.
public struct Commented: OpenEventPayload {
  public var comment: Comment

  public init(comment: Comment) { self.comment = comment }

  package static let name = Event.Name.commented
  package static let codec = Codec(
    { Commented(comment: Comment(id: $0, who: $1, text: $2, mail: $3)) }, Member("id", \.comment.id),
    Member("who", \.comment.who), Member("text", \.comment.text), Member("mail", \.comment.mail))
  package var event: Event { .commented(self) }
  package static let showsSessionOpen = false

  package func apply(to state: inout State, at: Instant) { state.comments.append(comment) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(comment.id) \(narrator.name(comment.who)): \(comment.text)"
  }
  package var givenID: GivenID? { GivenID(.comment, comment.id) }
}
