import Glibc
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

/// Connects to a session that some process holds right now. Unlike ``HostConnector`` it starts no host.
struct LiveConnector: JoinConnector {
  let file: SessionFile
  let socket: String

  var id: String { file.id }

  /// The live session with this name; without a name the one used last.
  init(_ name: String?, in store: Store) throws(Failure) {
    let file = try Failure.journal { () throws(JournalFault) in
      if let name { try store.find(name) } else { store.lastLive() }
    }
    guard let file else { throw .nobodyLive(name: nil) }
    guard let socket = Holder.current(lockPath: file.lockPath)?.socket else { throw .nobodyLive(name: file.id) }
    self.file = file
    self.socket = socket
  }

  /// The one live session of a store whose seats somebody was given. Throws when it is none, or one of several.
  init(invitedIn store: Store, _ isMeant: (SeatFolder) -> Bool) throws(Failure) {
    let live = store.live()
    let meant = live.filter { isMeant(SeatFolder(of: $0)) }
    guard let file = meant.first, meant.count == 1 else {
      if live.isEmpty { throw .nobodyLive(name: nil) }
      throw .notInvited(live: live.map(\.id), by: meant.map(\.id))
    }
    try self.init(file.id, in: store)
  }

  /// Whether more than one session of a store is live.
  static func several(in store: Store) -> Bool { store.live().count > 1 }

  func again(_ hello: TerminalMessage.Hello, movedTo path: String?) -> TerminalLink? {
    let file = path.map { SessionFile(path: $0) } ?? file
    return Holder.current(lockPath: file.lockPath)?.socket.flatMap { try? TerminalLink(to: $0, hello: hello) }
  }

  func link(_ hello: TerminalMessage.Hello) throws(Failure) -> TerminalLink {
    do throws(SocketFault) {
      return try TerminalLink(to: socket, hello: hello)
    } catch {
      throw .host(.socket(error))
    }
  }

  /// Gives one command, and waits for its outcome. A command that was given before under the same id is not carried out
  /// again.
  func give(
    _ command: String, id: CommandID = .random(), hello: TerminalMessage.Hello
  ) throws(Failure) -> CommandOutcome {
    let link = try link(hello)
    defer { link.close() }
    link.give(command, id: id)
    var unsaved: String?
    let deadline = EventLoop.boottimeMs() + LiveConnector.patienceMs
    while EventLoop.boottimeMs() < deadline {
      for message in link.receive() {
        switch message {
        case .accepted(id, let entry): return .kept(entry: entry)
        case .refused(id, let notice): return .refused(notice)
        case .notSaved(id, let reason): unsaved = reason
        case .ended(let reason): throw .disconnected(file.id, reason)
        default: break
        }
      }
      if link.ending != nil { throw .nobodyLive(name: file.id) }
      LiveConnector.await(link)
    }
    throw .unanswered(file.id, command: id, unsaved: unsaved)
  }

  /// Says something for the facilitator, and waits for the answer that `read` takes.
  func ask<Answer>(
    _ message: TerminalMessage, _ read: (HostMessage) -> Answer?
  ) throws(Failure) -> Answer {
    let link = try link(TerminalMessage.Hello(role: .facilitator, isSending: true))
    defer { link.close() }
    link.send(message)
    let deadline = EventLoop.boottimeMs() + LiveConnector.patienceMs
    while EventLoop.boottimeMs() < deadline {
      for answer in link.receive() {
        if let answer = read(answer) { return answer }
        if case .ended(let reason) = answer { throw .disconnected(file.id, reason) }
      }
      if link.ending != nil { throw .nobodyLive(name: file.id) }
      LiveConnector.await(link)
    }
    throw .noAnswer(file.id)
  }

  /// The outcome of a command.
  enum CommandOutcome {
    case kept(entry: Int)
    case refused(RefusalNotice)
  }

  /// How long it waits for the outcome, in milliseconds: a button that hangs is worse than one that reports a failure.
  static let patienceMs: Int64 = 10_000

  private static func await(_ link: TerminalLink) {
    guard let descriptor = link.descriptor else { return }
    let events = POLLIN | (link.unsentBytes > 0 ? POLLOUT : 0)
    var polled = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    poll(&polled, 1, 100)
    if link.unsentBytes > 0 { link.flush() }
  }
}
