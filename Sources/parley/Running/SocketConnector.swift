import Glibc
import ParleyWire

/// Connects to a live session by the path of its socket: another account's, whose store cannot be read.
struct SocketConnector: JoinConnector {
  let id: String
  private let path: String

  init(_ path: String) {
    self.path = path.hasPrefix("/") ? path : "./" + path
    id = SocketPlace.session(ofPath: path)
  }

  func link(_ hello: TerminalMessage.Hello) throws(Failure) -> TerminalLink {
    do throws(SocketFault) {
      return try TerminalLink(toAny: path, hello: hello)
    } catch {
      throw .host(.socket(error))
    }
  }

  func again(_ hello: TerminalMessage.Hello, movedTo: String?) -> TerminalLink? {
    try? TerminalLink(toAny: path, hello: hello)
  }
}

/// Connects to a live session that someone joins.
protocol JoinConnector {
  /// The session's id, for people.
  var id: String { get }
  /// A line to its host that has said hello.
  func link(_ hello: TerminalMessage.Hello) throws(Failure) -> TerminalLink
  /// Finds the host again after it was lost; nil while nobody has restarted it. `path` is where the session's file is
  /// now, if it was taken away meanwhile.
  func again(_ hello: TerminalMessage.Hello, movedTo path: String?) -> TerminalLink?
}
