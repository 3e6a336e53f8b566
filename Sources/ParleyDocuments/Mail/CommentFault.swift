import ParleyCore

/// Why a file's comments could not be taken.
public enum CommentFault: Error, Hashable, Sendable {
  case notUTF8
  case nothingSaid
  /// Nothing is the writer's above the line that announces another mail, and nothing below says whose it is.
  case nothingAbove(String)
  case unknownSender(String, known: [String])
  /// A name, or an address, that several people have.
  case ambiguous(String, people: [Stakeholder])
  case nobodys(line: Int)
  /// A program's answer, and the header by which it is known.
  case automatic(String)
  case severalMails(Int)
  case sealed
  case tooLong(bytes: Int)
  /// What reads it is not installed.
  case noReader(of: String, package: String)
}

extension CommentFault: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notUTF8: "it is not UTF-8 text — save it as such"
    case .nothingSaid: "nothing is said in it — write something above what is quoted"
    case .nothingAbove(let line):
      "nothing stands above “\(line)”, and nothing below it says whose it is — give what they said as TEXT"
    case .unknownSender("", let known):
      "it does not say who sent it — say whose it is: \(known.joined(separator: ", "))"
    case .unknownSender(let name, let known):
      "its sender, \(name.cleaned), was not asked to the session — say whose it is: \(known.joined(separator: ", "))"
    case .ambiguous(let name, let people):
      "\(name.cleaned) can be \(people.map(CommentFault.named).joined(separator: " or ")) — say whose it is, by id"
    case .nobodys(let line):
      "line \(line) is nobody's — begin it with `WHO:`, or say whose the file is"
    case .automatic(let sign): "an automatic reply (\(sign)) is nobody's comment — it was not taken"
    case .severalMails(let count): "\(count) mails stand in it — save each in a file of its own"
    case .sealed: "it is encrypted or wrapped by its signature — save its text, and say whose it is"
    case .tooLong(let bytes): "\(bytes) bytes are more than comments — save what counts as a text, and say whose it is"
    case .noReader(let what, let package): "to read \(what) takes \(package) — apt-get install \(package)"
    }
  }

  /// Someone, told from others of the same name.
  private static func named(_ person: Stakeholder) -> String {
    "\(person.name) (\([person.role, person.id.text].compactMap(\.self).joined(separator: ", ")))"
  }
}
