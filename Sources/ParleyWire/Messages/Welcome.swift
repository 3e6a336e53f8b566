import ParleyCore

/// How a host receives a terminal.
public struct Welcome: Hashable, Sendable {
  public var version: Int
  /// The session's id.
  public var session: String
  /// The role that the host gave the terminal.
  public var role: Role
  /// The stakeholder whose seat it is; nil for a role.
  public var who: StakeholderID?
  /// Which of the terminals at its seat it is, as ``TerminalName`` counts them.
  public var number: Int
  /// The ticket that brings this terminal back to its seat after its line was lost; nil when its account is enough.
  public var ticket: String?
  /// The session's time when the machine had been up for ``boottimeMs``.
  public var now: Instant
  /// Milliseconds of CLOCK_BOOTTIME, which host and terminal share because they are on one machine.
  public var boottimeMs: Int64
  /// Whether the ballots of an open vote outlive a crash of the host (M19).
  public var keepsBallots: Bool

  public init(
    session: String, role: Role, as who: StakeholderID? = nil, number: Int = 1, ticket: String? = nil, now: Instant,
    boottimeMs: Int64, keepsBallots: Bool = false, version: Int = wireVersion
  ) {
    self.version = version
    self.session = session
    self.role = role
    self.who = who
    self.number = number
    self.ticket = ticket
    self.now = now
    self.boottimeMs = boottimeMs
    self.keepsBallots = keepsBallots
  }

  /// The speaker at this terminal unless a line names another.
  public var speaker: Speaker { SeatName(role, who).speaker }

  /// The session's time at a moment of CLOCK_BOOTTIME (M26).
  public func now(atBoottimeMs moment: Int64) -> Instant {
    Instant(milliseconds: now.milliseconds + moment - boottimeMs)
  }

  var json: JSON {
    .message(
      21, ("version", .integer(version)), ("session", .string(session)), ("role", .string(role.rawValue)),
      ("as", JSON(who)), ("ticket", JSON(ticket)), ("now", .integer(Int(now.milliseconds))),
      ("boottime", .integer(Int(boottimeMs))),
      ("ballots", .bool(keepsBallots)), ("number", .integer(number)))
  }

  init(_ members: Members) throws(WireFault) {
    version = try members.int("version")
    session = try members.text("session")
    role = try members.role("role")
    who = members.optionalText("as").map { StakeholderID($0) }
    ticket = members.optionalText("ticket")
    now = try members.instant("now")
    boottimeMs = try members.instant("boottime").milliseconds
    keepsBallots = members.flag("ballots")
    number = try members.int("number")
  }
}
