import ParleyCore

/// A comment on a record as it came from outside (M31).
public struct GivenComment: Hashable, Sendable {
  /// A stakeholder's id, as far as it could be told.
  public var who: String
  public var text: String
  /// The `Message-ID` of the mail that it came in.
  public var mail: String?

  /// The longest that a comment may be, in bytes.
  static let longest = 4096

  public init(who: String, text: String, mail: String? = nil) {
    self.who = who
    self.text = text
    self.mail = mail
  }
}

/// The comments in a file.
public struct GivenComments: Hashable, Sendable {
  public var comments: [GivenComment]
  /// What was left out or kept in doubt, for the person who gave the file.
  public var notices: [String] = []
  /// Whether they are a mail's.
  public var isMail = false

  /// The comments in a file: a mail, whose sender is looked for among the people by address and by name; else a text of
  /// one person; else one with lines that begin with `WHO:`, which go on until the next.
  ///
  /// - Parameter who: says it for the whole file.
  /// - Throws: `CommentFault` for what is no text, or is nobody's.
  public init(_ bytes: [UInt8], of who: String?, people: [Stakeholder]) throws(CommentFault) {
    let file = MailFile(bytes)
    if file.isMail {
      let mail = try IncomingMail(file, of: who, people: people)
      (comments, notices, isMail) = (mail.comments, mail.notices, true)
      return
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else { throw .notUTF8 }
    if let who {
      comments = [GivenComment(who: who, text: try GivenComments.said(text))]
    } else {
      comments = try GivenComments.parts(of: text, people)
    }
  }

  /// Whether a file is a mail, and so says itself whose it is.
  public static func isMail(_ bytes: [UInt8]) -> Bool { MailFile(bytes).isMail }

  /// Those that a session has not got yet: a mail is the same by its `Message-ID`, without one by its sender and text.
  public func new(to comments: [Comment]) -> [GivenComment] {
    guard isMail, let first = self.comments.first else { return self.comments }
    guard let mail = first.mail else {
      return self.comments.filter { given in !comments.contains { $0.who.text == given.who && $0.text == given.text } }
    }
    // A long one may have been broken off between two of its comments.
    return Array(self.comments.dropFirst(comments.count { $0.mail == mail }))
  }

  private static func parts(of text: String, _ people: [Stakeholder]) throws(CommentFault) -> [GivenComment] {
    var comments: [GivenComment] = []
    for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() where !line.allSatisfy(\.isWhitespace) {
      let cut = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let meant = cut.count == 2 ? people.named(String(cut[0]).cleaned) : []
      if meant.count > 1 { throw .ambiguous(String(cut[0]).cleaned, people: meant) }
      if let who = meant.first {
        comments.append(GivenComment(who: who.id.text, text: String(cut[1]).cleaned))
      } else if comments.isEmpty {
        throw .nobodys(line: number + 1)
      } else {
        comments[comments.count - 1].text += " " + String(line).cleaned
      }
    }
    if comments.isEmpty { throw .nothingSaid }
    return comments
  }

  private static func said(_ text: String) throws(CommentFault) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.isEmpty { throw .nothingSaid }
    return words
  }
}
