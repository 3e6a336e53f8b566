import Glibc
import ParleyCore

/// A terminal's way to the host of a session: connects, says hello, and hands on what the host says.
///
/// When the host goes, ``ending`` says so, and it is the terminal's affair to start another host and make a new link.
/// Commands without an answer are then to be sent again under their old ids.
public final class TerminalLink: Connection {
  private let line: LineToHost
  /// How the host received this terminal; nil until it did.
  public private(set) var welcome: Welcome?
  /// Why the host parted, when it said so.
  public private(set) var parting: Parting?

  /// The longest message of a host: a snapshot holds all that was captured.
  static let messageLimit = 1 << 30

  /// Connects to the socket at `path`, in a directory that must be as ``SocketPlace/prepare()`` leaves it, and says
  /// hello.
  public convenience init(to path: String, hello: TerminalMessage.Hello) throws(SocketFault) {
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try SocketPlace(directory: directory).check()
    let socket = try SocketAddress(path).connected()
    let line = SocketConnection<TerminalMessage, HostMessage>(taking: socket, messageLimit: TerminalLink.messageLimit)
    guard let peer = line.peer, peer.uid == geteuid() else { throw .foreignHost(path) }
    self.init(over: line, hello: hello)
  }

  /// Says hello over a line that is there already.
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
      case .ended(let parting): self.parting = parting
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
