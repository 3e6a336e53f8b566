import ParleyCore
import ParleyWire

@testable import ParleyHost

/// A terminal without a screen: it keeps what it gave until that is answered, gives it again after a lost line, and folds
/// what it is told. Every message reaches it by way of its bytes.
final class SimulatedTerminal {
  let name: String
  let hello: TerminalMessage.Hello
  private(set) var link: TerminalLink?
  /// Given and not answered.
  private(set) var pending: [(id: CommandID, line: String)] = []
  /// What the host said is kept, and as which entry.
  private(set) var acknowledged: [(id: CommandID, entry: Int)] = []
  private(set) var refused: [CommandID] = []
  private(set) var replica: Session?
  private(set) var sawNotes = false
  /// What cannot be, in words.
  private(set) var contradictions: [String] = []

  init(_ name: String, _ hello: TerminalMessage.Hello) { (self.name, self.hello) = (name, hello) }

  var isConnected: Bool { link?.isOpen ?? false }
  var isSettled: Bool { isConnected && replica != nil && pending.isEmpty }

  func connect(over line: LineToHost) {
    replica = nil
    link = TerminalLink(over: line, hello: hello)
    for (id, line) in pending { link?.give(line, id: id) }
    read()
  }

  func give(_ line: String, id: CommandID) {
    pending.append((id, line))
    link?.give(line, id: id)
    read()
  }

  /// Gives again what has no answer yet, as after a doubt.
  func insist() {
    for (id, line) in pending { link?.give(line, id: id) }
    read()
  }

  /// The line is lost; the terminal is not.
  func dropLine() {
    link?.close()
    link = nil
  }

  /// The terminal is killed: what it gave and knew is gone.
  func die() {
    dropLine()
    (pending, replica) = ([], nil)
  }

  /// Takes in what has come.
  func read() {
    guard let link else { return }
    for message in link.receive() {
      do { hear(try HostMessage(payload: message.payload)) } catch { contradictions.append("unread: \(message)") }
    }
    if !link.isOpen { self.link = nil }
  }

  private func hear(_ message: HostMessage) {
    switch message {
    case .snapshot(let snapshot): replica = Session(snapshot)
    case .entry(let entry): fold(entry) { $0.append(entry) }
    case .entryAnew(let entry, let snapshot): fold(entry) { $0.append(entry, anew: snapshot) }
    case .accepted(let id, let entry): settle(id) { acknowledged.append((id, entry)) }
    case .refused(let id, _): settle(id) { refused.append(id) }
    case .map: sawNotes = true
    default: break
    }
  }

  private func fold(_ entry: Entry, _ fold: (inout Session) -> Void) {
    // One of before this terminal joined says what became of a command of then.
    guard var session = replica, entry.number >= session.nextNumber else { return }
    if entry.number > session.nextNumber { contradictions.append("entry \(session.nextNumber) was left out") }
    fold(&session)
    replica = session
  }

  private func settle(_ id: CommandID, _ note: () -> Void) {
    // Whoever insists is answered twice.
    guard let index = pending.firstIndex(where: { $0.id == id }) else { return }
    pending.remove(at: index)
    note()
  }
}
