import ParleyCore

/// A comment on a record as it came from outside (M31).
public struct GivenComment: Hashable, Sendable {
  /// A stakeholder's id, as far as it could be told.
  public var who: String
  public var text: String

  public init(who: String, text: String) {
    self.who = who
    self.text = text
  }

  /// The comments in a file: a mail, whose sender is looked for among the people by name, by id, or by the first of
  /// their names; else a text of one person; else one with lines that begin with `WHO:`, which go on until the next.
  ///
  /// - Parameter who: says it for the whole file.
  /// - Throws: `CommentFault` for what is no text, or is nobody's.
  public static func read(
    _ bytes: [UInt8], of who: String?, people: [Stakeholder]
  ) throws(CommentFault) -> [GivenComment] {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    if let mail = MailReader(text) {
      guard let from = who ?? mail.sender.flatMap({ person($0, people) }) else {
        throw .unknownSender(mail.sender ?? "", known: people.map(\.id.text))
      }
      if mail.words.isEmpty { throw .nothingSaid }
      return [GivenComment(who: from, text: mail.words)]
    }
    if let who { return [GivenComment(who: who, text: try said(text))] }
    return try parts(of: text, people)
  }

  private static func parts(of text: String, _ people: [Stakeholder]) throws(CommentFault) -> [GivenComment] {
    var comments: [GivenComment] = []
    for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() where !line.allSatisfy(\.isWhitespace) {
      let cut = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if cut.count == 2, let who = person(String(cut[0]).cleaned, people) {
        comments.append(GivenComment(who: who, text: String(cut[1]).cleaned))
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

  private static func person(_ name: String, _ people: [Stakeholder]) -> String? {
    let wanted = name.lowercased()
    let exact = people.first { $0.id.text == wanted || $0.name.lowercased() == wanted }
    if let exact { return exact.id.text }
    let first = people.filter { $0.name.lowercased().split(separator: " ").first.map(String.init) == wanted }
    return first.count == 1 ? first[0].id.text : nil
  }
}

/// Why a file's comments could not be taken.
public enum CommentFault: Error, Hashable, Sendable, CustomStringConvertible {
  case notUTF8
  case nothingSaid
  case unknownSender(String, known: [String])
  case nobodys(line: Int)

  public var description: String {
    switch self {
    case .notUTF8: "it is not UTF-8 text — save it as such"
    case .nothingSaid: "nothing is said in it — write something above what is quoted"
    case .unknownSender(let name, let known):
      "its sender, \(name.cleaned), was not asked to the session — say whose it is: \(known.joined(separator: ", "))"
    case .nobodys(let line):
      "line \(line) is nobody's — begin it with `WHO:`, or say whose the file is"
    }
  }
}
