import ParleyCore

/// What a terminal says to the host of its session.
public enum TerminalMessage: WireMessage {
  /// The first message, within ``helloSeconds``.
  case hello(Hello)
  /// One line of the command language. Answered by `accepted`, `refused` or `notSaved` with the same id. `seen` is the
  /// number of the last entry that stood on the screen when it was given; nil where nobody looks at one.
  case command(id: CommandID, line: String, seen: Int? = nil)
  /// End the host; the session is saved and can be resumed.
  case stop
  /// This terminal goes; the session goes on.
  case leave
  /// The facilitator lets in the person who knocked, at this seat.
  case admit(knock: Int, seat: SeatName)
  /// The facilitator turns away the person who knocked.
  case turnAway(knock: Int)
  /// Is the host still there? It answers with `pong`. A terminal asks while a countdown runs and it has heard nothing
  /// for long.
  case ping
  /// Words that are being typed here, whenever they change. Costs no command, and is not answered.
  case draft(Draft)
  /// The facilitator parts from the terminals at a seat, or from the one of several with that number; whoever is invited
  /// may come back. Answered by `parted`.
  case part(SeatName, number: Int? = nil)
  /// The same, and what was given out for the seat is good no more.
  case withdraw(SeatName)

  /// The time a terminal has for its hello, in seconds.
  public static let helloSeconds = 3

  public var json: JSON {
    switch self {
    case .hello(let hello): hello.json
    case .command(let id, let line, let seen):
      .message(2, ("id", .string(id.text)), ("line", .string(line)), ("seen", seen.map { .integer($0) } ?? .null))
    case .stop: .message(3)
    case .leave: .message(4)
    case .admit(let knock, let seat): .message(5, ("knock", .integer(knock)), ("seat", .string(seat.text)))
    case .turnAway(let knock): .message(6, ("knock", .integer(knock)))
    case .ping: .message(7)
    case .draft(let draft): .message(8, ("draft", draft.json))
    case .part(let seat, let number): .message(9, ("seat", .string(seat.text)), ("number", JSON(number)))
    case .withdraw(let seat): .message(10, ("seat", .string(seat.text)))
    }
  }

  /// Reads the members that ``json`` gives; throws for anything else.
  public init(_ members: Members) throws(WireFault) {
    switch try members.int("m") {
    case 1: self = .hello(try Hello(members))
    case 2:
      self = .command(
        id: try members.id("id"), line: try members.text("line"), seen: try members.optionalInt("seen"))
    case 3: self = .stop
    case 4: self = .leave
    case 5: self = .admit(knock: try members.int("knock"), seat: SeatName(try members.text("seat")))
    case 6: self = .turnAway(knock: try members.int("knock"))
    case 7: self = .ping
    case 8: self = .draft(try members.draft("draft"))
    case 9: self = .part(SeatName(try members.text("seat")), number: try members.optionalInt("number"))
    case 10: self = .withdraw(SeatName(try members.text("seat")))
    case let number: throw .unknownMessage(number)
    }
  }
}
