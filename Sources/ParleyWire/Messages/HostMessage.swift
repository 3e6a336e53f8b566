import ParleyCore

/// What the host of a session says to a terminal.
public enum HostMessage: WireMessage {
  /// The answer to a hello; the entries so far follow in order, then `caughtUp`.
  case welcome(Welcome)
  /// One entry of the journal, already on disk.
  case entry(Entry)
  /// Every entry there was has been sent; what follows happens now.
  case caughtUp
  /// The command is on disk as this entry, which was sent before.
  case accepted(id: CommandID, entry: Int)
  /// The command changed nothing.
  case refused(id: CommandID, code: String, sentence: String)
  /// The disk did not take the command. The host keeps it, tries again, and answers once more when that is decided.
  case notSaved(id: CommandID, reason: String)
  /// The disk takes commands again.
  case saved
  /// The last message: the host parts from this terminal.
  case ended(Parting)

  public var json: JSON {
    switch self {
    case .welcome(let welcome): welcome.json
    case .entry(let entry): .message(22, ("entry", entry.json))
    case .caughtUp: .message(23)
    case .accepted(let id, let entry): .message(24, ("id", .string(id.text)), ("entry", .integer(entry)))
    case .refused(let id, let code, let sentence):
      .message(25, ("id", .string(id.text)), ("code", .string(code)), ("sentence", .string(sentence)))
    case .notSaved(let id, let reason): .message(26, ("id", .string(id.text)), ("reason", .string(reason)))
    case .saved: .message(27)
    case .ended(let parting): .message(28, ("code", .string(parting.code)), ("detail", JSON(parting.detail)))
    }
  }

  /// Reads what ``json`` gives; throws for what is no such message.
  public init(json: JSON) throws(WireFault) {
    let members = Members(json: json)
    switch try members.int("m") {
    case 21: self = .welcome(try Welcome(members))
    case 22: self = .entry(try members.entry("entry"))
    case 23: self = .caughtUp
    case 24: self = .accepted(id: try members.id("id"), entry: try members.int("entry"))
    case 25:
      self = .refused(
        id: try members.id("id"), code: try members.text("code"), sentence: try members.text("sentence"))
    case 26: self = .notSaved(id: try members.id("id"), reason: try members.text("reason"))
    case 27: self = .saved
    case 28: self = .ended(Parting(code: try members.text("code"), detail: members.optionalText("detail")))
    case let number: throw .unknownMessage(number)
    }
  }
}
