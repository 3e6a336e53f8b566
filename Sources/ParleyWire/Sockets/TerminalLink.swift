import Glibc
import ParleyCore

/// A terminal's link to the host of a session: it connects, says hello, and hands on the host's messages.
///
/// When the host goes, ``ending`` says so. The terminal then has to start another host, make a new link, and send
/// unanswered commands again under their old ids.
public final class TerminalLink: Connection {
  private let line: LineToHost
  /// The host's welcome; nil until it has come.
  public private(set) var welcome: Welcome?
  /// The path at which the session's file is now, if the host said that it was taken away.
  public private(set) var movedTo: String?
  /// What commands call the session here; nil for what the host calls it.
  public var sessionName: String?
  /// Why the host disconnected this terminal, if it said so.
  public private(set) var disconnectReason: DisconnectReason?

  /// The longest message of a host: a snapshot holds everything that was captured.
  static let messageLimit = 1 << 30

  /// How long it waits for room where many come at once, in milliseconds.
  private static let roomMs = 2000

  /// Connects to a socket of this user, and says hello. Its directory must be as ``SocketPlace/prepare()`` leaves it.
  public convenience init(to path: String, hello: TerminalMessage.Hello) throws(SocketFault) {
    try self.init(to: path, hello: hello, of: geteuid())
  }

  /// The same with a socket that may be another user's. That user must own its directory too, so that nobody else can
  /// pose as the host.
  public convenience init(toAny path: String, hello: TerminalMessage.Hello) throws(SocketFault) {
    let path = SocketForward.end(of: path)
    var found = stat()
    if lstat(path, &found) == 0, found.st_mode & S_IFMT != S_IFSOCK { throw .notASocket(path) }
    try self.init(to: path, hello: hello, of: nil)
  }

  private convenience init(to path: String, hello: TerminalMessage.Hello, of user: UInt32?) throws(SocketFault) {
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let owner = try SocketPlace.owner(of: directory.isEmpty ? "/" : directory)
    if let user, owner != user { throw .unsafeDirectory(directory, .foreign) }
    let socket = try SocketAddress(path).connected(withinMs: TerminalLink.roomMs)
    let line = SocketConnection<TerminalMessage, HostMessage>(taking: socket, messageLimit: TerminalLink.messageLimit)
    guard let peer = line.peer, peer.uid == owner else { throw .foreignHost(path) }
    self.init(over: line, hello: hello)
  }

  /// Says hello over an existing line.
  public init(over line: LineToHost, hello: TerminalMessage.Hello) {
    self.line = line
    line.send(.hello(hello))
  }

  public var descriptor: Int32? { line.descriptor }
  public var ending: ConnectionEnding? { line.ending }
  public var unsentBytes: Int { line.unsentBytes }

  public func send(_ message: TerminalMessage) { line.send(message) }
  public func flush() { line.flush() }
  public func close() { line.close() }

  public func receive() -> [HostMessage] {
    let messages = line.receive()
    for message in messages {
      switch message {
      case .welcome(let welcome): self.welcome = welcome
      case .moved(let path): movedTo = path
      case .ended(let reason): disconnectReason = reason
      default: break
      }
    }
    return messages
  }

  /// Gives a command; its answer bears the id that is returned.
  @discardableResult
  public func give(_ line: String, id: CommandID = .random()) -> CommandID {
    send(.command(id: id, line: line))
    return id
  }

  /// The session's time at a moment of CLOCK_BOOTTIME, by default now; nil before the welcome.
  public func now(atBoottimeMs moment: Int64 = EventLoop.boottimeMs()) -> Instant? {
    welcome?.now(atBoottimeMs: moment)
  }
}
