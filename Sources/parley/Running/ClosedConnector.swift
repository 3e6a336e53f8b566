import ParleyHost
import ParleyJournal
import ParleyWire

/// Connects to a session that is over and that nobody holds: its record is read through a host that goes when the last
/// reader has gone (M31).
struct ClosedConnector: JoinConnector {
  private let connector: HostConnector

  init(_ file: SessionFile) { connector = HostConnector(file) }

  var id: String { connector.file.id }

  func link(_ hello: TerminalMessage.Hello) throws(Failure) -> TerminalLink { try connector.link(hello) }

  func again(_ hello: TerminalMessage.Hello, movedTo path: String?) -> TerminalLink? { try? connector.link(hello) }
}
