import ParleyCore
import ParleyWire
import Testing

@testable import ParleyHost

/// A terminal without a screen. It keeps its commands until they are answered, gives them again after a lost line, and
/// folds the entries that it receives, as every terminal does.
final class FaultTerminal {
  let hello: TerminalMessage.Hello
  private(set) var link: TerminalLink?
  /// Given and not answered.
  private(set) var pending: [(id: CommandID, line: String)] = []
  /// Lines that the host has acknowledged.
  private(set) var acknowledged: [String] = []
  private(set) var replica: Session?
  /// The received entries by their numbers.
  private(set) var seen: [Int: Entry] = [:]
  /// Contradictions in what it received, in words.
  private(set) var contradictions: [String] = []
  /// While stopped it neither reads nor gives.
  var isStopped = false

  init(_ hello: TerminalMessage.Hello) { self.hello = hello }

  var isConnected: Bool { link?.isOpen ?? false }
  var isSettled: Bool { isConnected && replica != nil && pending.isEmpty }

  /// Connects to a host, if there is one.
  func connect(to socket: String) {
    replica = nil
    link = try? TerminalLink(to: socket, hello: hello)
    for (id, line) in pending { link?.give(line, id: id) }
  }

  func give(_ line: String) {
    let id = CommandID.random()
    pending.append((id, line))
    link?.give(line, id: id)
  }

  /// The line is lost; the terminal is not.
  func dropLine() {
    link?.close()
    link = nil
  }

  /// The terminal is killed and loses everything that it knew. Someone starts it again.
  func die() {
    dropLine()
    (pending, replica, seen) = ([], nil, [:])
  }

  /// Takes in what has come.
  func read() {
    guard !isStopped, let link else { return }
    link.flush()
    for message in link.receive() { note(message) }
    if !link.isOpen { self.link = nil }
  }

  private func note(_ message: HostMessage) {
    switch message {
    case .snapshot(let snapshot): replica = Session(snapshot)
    case .entry(let entry): see(entry) { $0.append(entry) }
    case .entryAnew(let entry, let snapshot): see(entry) { $0.append(entry, anew: snapshot) }
    case .accepted(let id, _): settle(id, isKept: true)
    case .refused(let id, _): settle(id, isKept: false)
    default: break
    }
  }

  private func see(_ entry: Entry, _ fold: (inout Session) -> Void) {
    if let before = seen[entry.number], before != entry { contradictions.append("entry \(entry.number) has changed") }
    seen[entry.number] = entry
    // An entry from before this terminal joined tells the outcome of an earlier command.
    guard var session = replica, entry.number >= session.nextNumber else { return }
    if entry.number > session.nextNumber { contradictions.append("entry \(session.nextNumber) was left out") }
    fold(&session)
    replica = session
  }

  private func settle(_ id: CommandID, isKept: Bool) {
    guard let index = pending.firstIndex(where: { $0.id == id }) else { return }
    if isKept { acknowledged.append(pending[index].line) }
    pending.remove(at: index)
  }
}
