/// One end of the line between a host and a terminal. Nothing here waits.
public protocol Connection<Outgoing, Incoming>: AnyObject {
  associatedtype Outgoing: WireMessage
  associatedtype Incoming: WireMessage

  /// The descriptor to watch for reading, and for writing while ``unsentBytes`` is not 0; nil in memory and once
  /// closed.
  var descriptor: Int32? { get }
  /// Why nothing more will come; nil while more may. A last message can still leave after a broken one came.
  var ending: ConnectionEnding? { get }
  /// The bytes that were sent and have not left yet.
  var unsentBytes: Int { get }

  /// Sends a message, and keeps for ``flush()`` the part that does not leave at once. Does nothing after the end.
  func send(_ message: Outgoing)
  /// The same, but a small message may wait for the next ones, until ``flush()``.
  func put(_ message: Outgoing)
  /// The same with a message that goes to other lines too.
  func put(_ encoded: EncodedMessage<Outgoing>)
  /// Sends the kept bytes, as far as they leave now.
  func flush()
  /// Everything that has come since the last call, in order. Messages that came before the end can still be received
  /// once.
  func receive() -> [Incoming]
  /// Ends it. Unsent bytes that can leave at once still do.
  func close()
}

/// Why a connection is over.
public enum ConnectionEnding: Hashable, Sendable {
  /// This end closed it.
  case closed
  /// The other end has gone.
  case left
  /// The other end sent something that is no message.
  case broken(WireFault)
  /// The other end does not read: more than the limit was unsent.
  case unread
}

extension Connection {
  /// Whether more may come.
  public var isOpen: Bool { ending == nil }

  public func put(_ message: Outgoing) { send(message) }
  public func put(_ encoded: EncodedMessage<Outgoing>) { put(encoded.message) }
}

/// A terminal's end of the line.
public typealias LineToHost = any Connection<TerminalMessage, HostMessage>
/// The host's end of the line.
public typealias LineToTerminal = any Connection<HostMessage, TerminalMessage>
