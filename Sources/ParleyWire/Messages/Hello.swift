import ParleyCore

extension TerminalMessage {
  /// Who is there, and what for.
  public struct Hello: Hashable, Sendable {
    public var version: Int
    public var role: Role
    /// The stakeholder at this terminal, where the role needs one.
    public var who: StakeholderID?
    /// Whether neither was asked for: then the host gives the seat that the user has, and else lets them wait.
    public var isOpen: Bool
    /// The words that were given out for a seat, or with which a terminal comes back to its own.
    public var pass: Pass?

    /// What gives a seat besides the user's account.
    public enum Pass: Hashable, Sendable {
      /// A seat code, as it was typed; empty asks the facilitator.
      case code(String)
      /// What the host gave this terminal when it let it in.
      case ticket(String)
    }

    /// Who speaks at this terminal where nobody else is named.
    public var speaker: Speaker { SeatName(role, who).speaker }

    public init(
      role: Role, as who: StakeholderID? = nil, isOpen: Bool = false, pass: Pass? = nil, version: Int = wireVersion
    ) {
      self.version = version
      self.role = role
      self.who = who
      self.isOpen = isOpen
      self.pass = pass
    }
  }
}

extension TerminalMessage.Hello {
  var json: JSON {
    var (code, ticket): (String?, String?)
    switch pass {
    case .code(let text): code = text
    case .ticket(let text): ticket = text
    case nil: break
    }
    return .message(
      1, ("version", .integer(version)), ("role", .string(role.rawValue)), ("as", JSON(who)),
      ("open", isOpen ? .bool(true) : .null), ("code", JSON(code)), ("ticket", JSON(ticket)))
  }

  init(_ members: Members) throws(WireFault) {
    version = try members.int("version")
    // A later version may have roles unknown here: that it is another version must still be readable.
    role = version == wireVersion ? try members.role("role") : .screen
    who = members.optionalText("as").map { StakeholderID($0) }
    isOpen = members.flag("open")
    pass = members.optionalText("ticket").map { .ticket($0) } ?? members.optionalText("code").map { .code($0) }
  }
}
