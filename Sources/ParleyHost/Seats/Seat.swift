import ParleyCore
import ParleyWire

/// A terminal as its host sees it.
public final class Seat {
  public let line: LineToTerminal
  /// What the host watches for it; kept here because a closed line no longer knows.
  public let descriptor: Int32?
  /// Until then a hello must have come, in milliseconds of CLOCK_BOOTTIME.
  let helloDeadlineMs: Int64
  /// Nil until it came.
  private(set) var hello: TerminalMessage.Hello?
  private var sight: Sight?
  /// The number of the entry that it is to be told next; nil before it was told how the session stands.
  private var next: Int?
  /// Of the entries before this one it was told only what they came to.
  private var toldFrom = 0
  /// Those from this one on it can take back by itself.
  private var knownFrom = 0
  /// What follows the entries that are still to be sent.
  private var replies: [HostMessage] = []

  /// No more entries are put into the line while so many bytes wait to leave: a terminal that does not read costs
  /// this much memory, loses nothing, and goes on where it was when it reads again.
  private static let highWater = 65_536

  init(_ line: LineToTerminal, helloDeadlineMs: Int64) {
    self.line = line
    descriptor = line.descriptor
    self.helloDeadlineMs = helloDeadlineMs
  }

  /// Whether more of what this terminal says should be read now: not while it leaves what it is told unread.
  public var mayBeHeard: Bool { line.unsentBytes < Seat.highWater && replies.isEmpty }

  var role: Role? { hello?.role }

  func welcome(_ hello: TerminalMessage.Hello, _ welcome: Welcome) {
    self.hello = hello
    sight = Sight(role: hello.role)
    line.send(.welcome(welcome))
  }

  func reply(_ message: HostMessage) { replies.append(message) }

  /// Sends what the terminal has not been told yet, as far as there is room. In memory a terminal may answer before
  /// this returns, so each thing counts as sent before it is.
  func tell(_ session: Session) {
    guard let sight else { return }
    if next == nil { join(session, sight) }
    while let number = next, number < session.nextNumber {
      guard line.unsentBytes < Seat.highWater else { return }
      next = number + 1
      tell(session.entries[number], of: session, sight)
    }
    let due = replies
    replies = []
    for message in due {
      // What became of a command that an earlier host took, or this terminal before its line broke.
      if case .accepted(_, let number) = message, number < toldFrom { tellPast(session.entries[number], sight) }
      line.put(message)
    }
    line.flush()
  }

  private func join(_ session: Session, _ sight: Sight) {
    next = session.nextNumber
    toldFrom = session.nextNumber
    knownFrom = session.nextNumber
    line.put(.snapshot(sight.snapshot(session.snapshot)))
  }

  private func tell(_ entry: Entry, of session: Session, _ sight: Sight) {
    guard let seen = sight.entry(entry) else { return }
    guard let snapshot = session.snapshot(with: entry, joined: knownFrom) else { return line.put(.entry(seen)) }
    knownFrom = snapshot.nextNumber
    line.put(.entryAnew(seen, sight.snapshot(snapshot)))
  }

  private func tellPast(_ entry: Entry, _ sight: Sight) {
    if let seen = sight.entry(entry) { line.put(.entry(seen)) }
  }

  func part(_ parting: Parting) {
    line.send(.ended(parting))
    line.close()
  }
}
