import ParleyCore
import ParleyWire

@testable import ParleyHost

/// A terminal of a long session. It keeps nothing but its own copy of the session and what it still waits for, so that
/// the memory that grows is the host's.
final class SoakTerminal {
  private(set) var hello: TerminalMessage.Hello
  private(set) var link: TerminalLink?
  private(set) var replica: Session?
  /// Given and not answered.
  private(set) var pending: [(id: CommandID, line: String)] = []
  /// The words that stand at this terminal, unsent.
  private(set) var draft: Draft?
  /// Called for each command that the host says is kept.
  var whenAcknowledged: (CommandID, Int) -> Void = { _, _ in }
  private(set) var refused = 0
  /// How often the host said that a command is not saved.
  private(set) var unsaved = 0
  private var drafts = 0

  init(_ hello: TerminalMessage.Hello) { self.hello = hello }

  var isThere: Bool { link?.isOpen ?? false }

  func come(to socket: String) {
    (link, replica) = (try? TerminalLink(to: socket, hello: hello), nil)
    for (id, line) in pending { link?.give(line, id: id) }
  }

  /// Comes with a code, the way in for somebody whom the facilitator let in.
  func come(to socket: String, withCode code: SeatCode) {
    hello.pass = .code(code.description)
    come(to: socket)
  }

  func give(_ line: String, id: CommandID) {
    pending.append((id, line))
    link?.give(line, id: id)
  }

  /// Another key of words that are being typed.
  func type(_ words: String) {
    if draft == nil { drafts += 1 }
    let new = Draft(
      id: "\(hello.role) \(hello.who?.text ?? "") \(drafts)", place: .form(.note, about: [:]), words: ["text": words])
    draft = new
    link?.send(.draft(new))
  }

  /// The words are given, or given up.
  func endDraft(as id: CommandID?) {
    guard let draft else { return }
    link?.send(.draft(.over(draft.id, at: draft.place)))
    if let id { give("note \"\(draft.words["text"] ?? "")\"", id: id) }
    self.draft = nil
  }

  func dropLine() {
    link?.close()
    (link, replica) = (nil, nil)
  }

  /// Goes for good: nobody keeps the seat, or its ticket.
  func leave() {
    link?.send(.leave)
    link?.flush()
    dropLine()
    (hello.pass, pending, draft) = (nil, [], nil)
  }

  /// Takes in what has come; false when nothing had.
  func read() -> Bool {
    guard let link else { return false }
    link.flush()
    let messages = link.receive()
    for message in messages { hear(message) }
    if let ticket = link.welcome?.ticket { hello.pass = .ticket(ticket) }
    if !link.isOpen {
      // A code that was used up, or a ticket of one who left.
      if case .notPermitted? = link.disconnectReason { hello.pass = nil }
      dropLine()
    }
    return !messages.isEmpty
  }

  private func hear(_ message: HostMessage) {
    switch message {
    case .snapshot(let snapshot): replica = Session(snapshot)
    case .entry(let entry): fold(entry) { $0.append(entry) }
    case .entryAnew(let entry, let snapshot): fold(entry) { $0.append(entry, anew: snapshot) }
    case .accepted(let id, let entry): settle(id) { whenAcknowledged(id, entry) }
    case .refused(let id, _): settle(id) { refused += 1 }
    case .notSaved: unsaved += 1
    default: break
    }
  }

  private func fold(_ entry: Entry, _ fold: (inout Session) -> Void) {
    guard var session = replica, entry.number >= session.nextNumber else { return }
    replica = nil
    fold(&session)
    replica = session
  }

  private func settle(_ id: CommandID, _ note: () -> Void) {
    guard let index = pending.firstIndex(where: { $0.id == id }) else { return }
    pending.remove(at: index)
    note()
  }
}
