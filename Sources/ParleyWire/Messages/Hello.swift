import ParleyCore

extension TerminalMessage {
  /// Who sits at a terminal, and what it is for.
  public struct Hello: Hashable, Sendable {
    public var version: Int
    public var role: Role
    /// The stakeholder at this terminal, when the role needs one.
    public var who: StakeholderID?
    /// Whether the hello asks for neither. Then the host gives the seat that the user has, or lets them wait.
    public var isOpen: Bool
    /// What gives a seat in place of the account.
    public var pass: Pass?
    /// Which of the terminals at its seat it was before its line was lost; nil for one that is new.
    public var number: Int?
    /// Whether it is no screen but `parley send`: it gives a command and goes.
    public var isSending: Bool

    /// A pass that gives a seat in place of the user's account.
    public enum Pass: Hashable, Sendable {
      /// A seat code, as it was typed; empty asks the facilitator.
      case code(String)
      /// The ticket that the host gave this terminal when it let it in.
      case ticket(String)
      /// The token of an invitation, where guest and host have one account.
      case token(String)
    }

    /// The speaker at this terminal unless a line names another.
    public var speaker: Speaker { SeatName(role, who).speaker }

    public init(
      role: Role, as who: StakeholderID? = nil, isOpen: Bool = false, pass: Pass? = nil, number: Int? = nil,
      isSending: Bool = false, version: Int = wireVersion
    ) {
      self.version = version
      self.role = role
      self.who = who
      self.isOpen = isOpen
      self.pass = pass
      self.number = number
      self.isSending = isSending
    }
  }
}

extension TerminalMessage.Hello {
  var json: JSON {
    var (code, ticket, token): (String?, String?, String?)
    switch pass {
    case .code(let text): code = text
    case .ticket(let text): ticket = text
    case .token(let text): token = text
    case nil: break
    }
    return .message(
      1, ("version", .integer(version)), ("role", .string(role.rawValue)), ("as", JSON(who)),
      ("open", isOpen ? .bool(true) : .null), ("code", JSON(code)), ("ticket", JSON(ticket)),
      ("token", JSON(token)), ("sending", isSending ? .bool(true) : .null),
      ("number", number.map { .integer($0) } ?? .null))
  }

  init(_ members: Members) throws(WireFault) {
    version = try members.int("version")
    // A later version may have roles unknown here, but its version must still be readable.
    role = version == wireVersion ? try members.role("role") : .screen
    who = members.optionalText("as").map { StakeholderID($0) }
    isOpen = members.flag("open")
    pass =
      members.optionalText("ticket").map { .ticket($0) } ?? members.optionalText("token").map { .token($0) }
      ?? members.optionalText("code").map { .code($0) }
    isSending = members.flag("sending")
    number = try members.optionalInt("number")
  }
}
