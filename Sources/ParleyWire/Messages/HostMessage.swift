import ParleyCore

/// What the host of a session says to a terminal.
public enum HostMessage: WireMessage {
  /// The answer to a hello; a snapshot follows.
  case welcome(Welcome)
  /// The session as it is now. Every later entry follows, in order.
  case snapshot(Snapshot)
  /// One entry of the journal, already on disk. An entry from before the snapshot tells the outcome of an earlier
  /// command.
  case entry(Entry)
  /// The same for an entry that takes back something from before the snapshot, with the session after it.
  case entryAnew(Entry, Snapshot)
  /// The command is on disk as this entry, which was sent before.
  case accepted(id: CommandID, entry: Int)
  /// The command changed nothing.
  case refused(id: CommandID, RefusalNotice)
  /// The disk did not take the command. The host keeps it, tries again, and answers again when that is decided.
  case notSaved(id: CommandID, reason: String)
  /// The disk takes commands again.
  case saved
  /// The terminal has to wait: the facilitator has been asked whether to let it in.
  case waiting
  /// The same, but there is no facilitator's terminal yet; the first one that comes is asked.
  case unattended
  /// To a facilitator's terminal: someone waits to be let in.
  case knock(Knock)
  /// To a facilitator's terminal: that person no longer waits.
  case knockOver(Int)
  /// To a facilitator's terminal: a quiet word about the door, or about a hook that failed.
  case door(String)
  /// To a facilitator's terminal: who is connected now, itself included; whenever that changes.
  case present([Presence])
  /// From so many terminals at the seat the host has parted, or from the one with that number, and so many invitations to
  /// it were taken back.
  case parted(SeatName, number: Int? = nil, terminals: Int, invitations: Int)
  /// The notes that only the facilitator may read (M1). They go to a cockpit and nowhere else.
  case map(PrivateNotes)
  /// The answer to a ping.
  case pong
  /// Words that were left unsent at this seat, by a terminal that is gone or before the host came; those that are over
  /// have been taken up elsewhere.
  case drafts([Draft])
  /// To a facilitator's terminal: the terminals where words are being typed now; never the words.
  case writing([TerminalName])
  /// To a terminal of the host's own account: the session's file was taken away, and everything is at this path now.
  case moved(path: String)
  /// The last message: the host disconnects this terminal.
  case ended(DisconnectReason)

  public var json: JSON {
    switch self {
    case .welcome(let welcome): welcome.json
    case .entry(let entry): .message(22, ("entry", entry.json))
    case .snapshot(let snapshot): .message(23, ("snapshot", snapshot.json))
    case .accepted(let id, let entry): .message(24, ("id", .string(id.text)), ("entry", .integer(entry)))
    case .refused(let id, let notice):
      .message(
        25, ("id", .string(id.text)), ("code", .string(notice.code.rawValue)), ("argument", JSON(notice.argument)),
        ("sentence", .string(notice.sentence)))
    case .notSaved(let id, let reason): .message(26, ("id", .string(id.text)), ("reason", .string(reason)))
    case .saved: .message(27)
    case .entryAnew(let entry, let snapshot):
      .message(29, ("entry", entry.json), ("snapshot", snapshot.json))
    case .waiting: .message(31)
    case .knock(let knock): knock.json
    case .knockOver(let number): .message(33, ("knock", .integer(number)))
    case .door(let sentence): .message(34, ("sentence", .string(sentence)))
    case .map(let notes): notes.json
    case .pong: .message(35)
    case .unattended: .message(36)
    case .drafts(let drafts): .message(37, ("drafts", drafts.json))
    case .writing(let terminals):
      .message(38, ("seats", terminals.map(\.seat.text).json), ("numbers", terminals.map(\.number).json))
    case .moved(let path): .message(39, ("path", .string(path)))
    case .present(let present): .message(40, ("present", present.json))
    case .parted(let seat, let number, let terminals, let invitations):
      .message(
        41, ("seat", .string(seat.text)), ("number", JSON(number)), ("terminals", .integer(terminals)),
        ("invitations", .integer(invitations)))
    case .ended(let reason): .message(28, ("code", .string(reason.code)), ("detail", JSON(reason.detail)))
    }
  }

  /// Reads the members that ``json`` gives; throws for anything else.
  public init(_ members: Members) throws(WireFault) {
    switch try members.int("m") {
    case 21: self = .welcome(try Welcome(members))
    case 22: self = .entry(try members.entry("entry"))
    case 23: self = .snapshot(try members.snapshot("snapshot"))
    case 24: self = .accepted(id: try members.id("id"), entry: try members.int("entry"))
    case 25:
      self = .refused(id: try members.id("id"), try members.refusal())
    case 26: self = .notSaved(id: try members.id("id"), reason: try members.text("reason"))
    case 27: self = .saved
    case 28: self = .ended(DisconnectReason(code: try members.text("code"), detail: members.optionalText("detail")))
    case 29: self = .entryAnew(try members.entry("entry"), try members.snapshot("snapshot"))
    case 31: self = .waiting
    case 32: self = .knock(try Knock(members))
    case 33: self = .knockOver(try members.int("knock"))
    case 34: self = .door(try members.text("sentence"))
    case 30: self = .map(try PrivateNotes(members))
    case 35: self = .pong
    case 36: self = .unattended
    case 37: self = .drafts(try members.drafts("drafts"))
    case 38:
      let (seats, numbers) = (try members.texts("seats"), try members.numbers("numbers"))
      guard seats.count == numbers.count else { throw .badMember("numbers") }
      self = .writing(zip(seats, numbers).map { TerminalName(SeatName($0), number: $1) })
    case 39: self = .moved(path: try members.text("path"))
    case 40: self = .present(try members.presence("present"))
    case 41:
      self = .parted(
        SeatName(try members.text("seat")), number: try members.optionalInt("number"),
        terminals: try members.int("terminals"), invitations: try members.int("invitations"))
    case let number: throw .unknownMessage(number)
    }
  }
}
