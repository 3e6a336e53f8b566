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
  private var sentEntries = 0
  private var isCaughtUp = false
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
    line.send(.welcome(welcome))
  }

  func reply(_ message: HostMessage) { replies.append(message) }

  /// Sends what the terminal has not been told yet, as far as there is room. In memory a terminal may answer before
  /// this returns, so each thing counts as sent before it is.
  func tell(_ entries: [Entry]) {
    guard role != nil else { return }
    while sentEntries < entries.count {
      guard line.unsentBytes < Seat.highWater else { return }
      sentEntries += 1
      line.put(.entry(entries[sentEntries - 1]))
    }
    if !isCaughtUp {
      isCaughtUp = true
      line.put(.caughtUp)
    }
    let due = replies
    replies = []
    for message in due { line.put(message) }
    line.flush()
  }

  func part(_ parting: Parting) {
    line.send(.ended(parting))
    line.close()
  }
}
