import ParleyCore
import ParleyWire

/// A terminal as its host sees it.
public final class Seat {
  public let line: LineToTerminal
  /// The descriptor that the host watches for it; kept here because a closed line no longer knows it.
  public let descriptor: Int32?
  /// The account at the other end, as the kernel reports it.
  public let user: UInt32
  var stage: Stage
  /// Whether it is `parley send`, which shows nothing.
  var isSending = false
  /// Which of the terminals at its seat it is, as ``TerminalName`` counts them.
  var number = 1
  /// When it was let in, on the session's clock.
  var since: Instant?
  /// Messages from it that the host has not heard yet.
  var mailbox: ArraySlice<TerminalMessage> = []
  /// When the host hears it again, in milliseconds of CLOCK_BOOTTIME; nil while no message waits.
  var dueMs: Int64?
  /// Where others are writing, as its terminal was told last.
  var toldWriting: [TerminalName] = []
  /// Since when it has not read what it was sent; nil when it reads.
  var unreadSinceMs: Int64?
  private var visibility: RoleVisibility?
  /// The viewer that its terminal is; nil when it leads, and before it is let in.
  var viewer: Viewer? { visibility?.viewer }
  /// The number of the entry that it receives next; nil before it has received the state of the session.
  private(set) var next: Int?
  /// It received only the outcome of the entries before this one.
  private var toldFrom = 0
  /// It can take back the entries from this one on by itself.
  private var knownFrom = 0
  /// Messages that go out after the entries.
  private var replies: [HostMessage] = []

  /// How far a terminal has come. Moments are milliseconds of CLOCK_BOOTTIME.
  enum Stage {
    /// It has not said hello, and must by then.
    case silent(untilMs: Int64)
    /// It is judged then, because there was a wrong try before.
    case held(TerminalMessage.Hello, untilMs: Int64)
    /// It hears then that its try was wrong.
    case refused(DisconnectReason, atMs: Int64)
    /// The facilitator has been asked.
    case knocking(Knock, untilMs: Int64)
    /// It is in, as this hello says; the ticket lets it come back.
    case seated(TerminalMessage.Hello)
  }

  /// No more entries go into the line while this many bytes wait to leave. A terminal that does not read costs this
  /// much memory, loses nothing, and goes on where it was when it reads again.
  private static let highWater = 65_536

  init(_ line: LineToTerminal, user: UInt32, helloDeadlineMs: Int64) {
    self.line = line
    self.user = user
    descriptor = line.descriptor
    stage = .silent(untilMs: helloDeadlineMs)
  }

  /// Whether the host should read more from this terminal now: not while the terminal does not read, nor before the
  /// host has heard what it said.
  public var mayBeHeard: Bool {
    line.isOpen && line.unsentBytes < Seat.highWater && replies.isEmpty && mailbox.isEmpty
  }

  /// The seat that it was given; nil before it is let in.
  var hello: TerminalMessage.Hello? { if case .seated(let hello) = stage { hello } else { nil } }

  var role: Role? { hello?.role }

  var rateLimitKey: RateLimitKey? { name.map { RateLimitKey(user: user, name: $0) } }

  var name: SeatName? { hello.map { SeatName($0.role, $0.who) } }

  var terminal: TerminalName? { name.map { TerminalName($0, number: number) } }

  var knock: Knock? { if case .knocking(let knock, _) = stage { knock } else { nil } }

  /// Who gives what comes from it. Someone's own seat is theirs by whatever program; of a seat that several accounts may
  /// have, `parley send` names the account.
  var giver: Giver {
    let speaker = hello?.speaker ?? .screen
    if isSending, role != .stakeholder { return .account(Account.shortName(of: user)) }
    return Giver(speaker, number: number)
  }

  /// Whether its terminal can do what only the facilitator may.
  var leads: Bool { role == .facilitator || role == .cockpit }

  /// When something is due for it even if it says nothing.
  func deadlineMs(patienceMs: Int64) -> Int64? {
    let stageMs: Int64? =
      switch stage {
      case .silent(let at), .held(_, let at), .refused(_, let at), .knocking(_, let at): at
      case .seated: nil
      }
    return [stageMs, dueMs, unreadSinceMs.map { $0 + patienceMs }].compactMap { $0 }.min()
  }

  func welcome(_ hello: TerminalMessage.Hello, _ welcome: Welcome) {
    stage = .seated(hello)
    visibility = RoleVisibility(role: hello.role)
    line.send(.welcome(welcome))
  }

  func reply(_ message: HostMessage) { replies.append(message) }

  /// Sends what the terminal has not received yet, as far as there is room. In memory a terminal may answer before this
  /// returns, so each message counts as sent before it is.
  ///
  /// - Parameter feed: what it receives instead of the session, unless it leads.
  func tell(_ live: LiveSession, _ feed: RedactedFeed?) {
    guard let visibility, visibility.viewer == nil || feed != nil else { return }
    if next == nil { join(feed?.snapshot ?? live.session.snapshot) }
    while let number = next, number < feed?.next ?? live.session.nextNumber {
      guard line.unsentBytes < Seat.highWater else { return }
      next = number + 1
      if let feed {
        if let message = feed.message(number) { line.put(message) }
      } else if let entry = live.entry(number) {
        tell(entry, of: live)
      } else {
        // What it has not received cannot be read any more; the session as it stands can.
        join(live.session.snapshot)
      }
    }
    let due = replies
    replies = []
    for message in due {
      // The outcome of a command that an earlier host took, or that this terminal gave before its line broke.
      if case .accepted(_, let number) = message, number < toldFrom, let entry = live.entry(number) {
        line.put(.entry(feed?.past(entry) ?? entry))
      }
      line.put(message)
    }
    line.flush()
  }

  private func join(_ snapshot: Snapshot) {
    next = snapshot.nextNumber
    toldFrom = snapshot.nextNumber
    knownFrom = snapshot.nextNumber
    line.put(.snapshot(snapshot))
  }

  private func tell(_ entry: Entry, of live: LiveSession) {
    guard let snapshot = live.snapshot(with: entry, joined: knownFrom) else { return line.put(.entry(entry)) }
    knownFrom = snapshot.nextNumber
    line.put(.entryAnew(entry, snapshot))
  }

  func disconnect(_ reason: DisconnectReason) {
    line.send(.ended(reason))
    line.close()
  }
}
