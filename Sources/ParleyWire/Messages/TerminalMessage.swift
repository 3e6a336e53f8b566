import ParleyCore

/// What a terminal says to the host of its session.
public enum TerminalMessage: WireMessage {
  /// The first message, within ``helloSeconds``.
  case hello(Hello)
  /// One line of the command language. Answered by `accepted`, `refused` or `notSaved` with the same id.
  case command(id: CommandID, line: String)
  /// End the host; the session is saved and can be resumed.
  case stop
  /// This terminal goes; the session goes on.
  case leave

  /// Who is there, and what for.
  public struct Hello: Hashable, Sendable {
    public var version: Int
    public var role: Role
    /// The stakeholder at this terminal, where the role needs one.
    public var who: StakeholderID?

    /// Who speaks at this terminal where nobody else is named.
    public var speaker: Speaker {
      switch role {
      case .facilitator, .cockpit: .facilitator
      case .noteTaker: .noteTaker
      case .stakeholder: who.map(Speaker.stakeholder) ?? .screen
      case .screen: .screen
      }
    }

    public init(role: Role, as who: StakeholderID? = nil, version: Int = wireVersion) {
      self.version = version
      self.role = role
      self.who = who
    }
  }

  /// The time a terminal has for its hello, in seconds.
  public static let helloSeconds = 3

  public var json: JSON {
    switch self {
    case .hello(let hello):
      .message(
        1, ("version", .integer(hello.version)), ("role", .string(hello.role.rawValue)), ("as", JSON(hello.who)))
    case .command(let id, let line): .message(2, ("id", .string(id.text)), ("line", .string(line)))
    case .stop: .message(3)
    case .leave: .message(4)
    }
  }

  /// Reads the members that ``json`` gives; throws for what is no such message.
  public init(_ members: Members) throws(WireFault) {
    switch try members.int("m") {
    case 1: self = .hello(try Hello(members))
    case 2: self = .command(id: try members.id("id"), line: try members.text("line"))
    case 3: self = .stop
    case 4: self = .leave
    case let number: throw .unknownMessage(number)
    }
  }
}

extension TerminalMessage.Hello {
  fileprivate init(_ members: Members) throws(WireFault) {
    version = try members.int("version")
    // A later version may have roles unknown here: that it is another version must still be readable.
    role = version == wireVersion ? try members.role("role") : .screen
    who = members.optionalText("as").map { StakeholderID($0) }
  }
}
