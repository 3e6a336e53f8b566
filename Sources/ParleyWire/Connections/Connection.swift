/// One end of the line between a host and a terminal. Nothing here waits.
public protocol Connection<Outgoing, Incoming>: AnyObject {
  associatedtype Outgoing: WireMessage
  associatedtype Incoming: WireMessage

  /// What to watch for reading, and for writing while ``unsentBytes`` is not 0; nil in memory and once closed.
  var descriptor: Int32? { get }
  /// Why nothing more will come; nil while it may. After a broken message there can still be a last word.
  var ending: ConnectionEnding? { get }
  /// What was sent and has not left yet, in bytes.
  var unsentBytes: Int { get }

  /// Sends, or keeps for ``flush()`` what does not leave at once. Nothing happens after the end.
  func send(_ message: Outgoing)
  /// The same, but what is small may wait for what follows it, until ``flush()``.
  func put(_ message: Outgoing)
  /// The same with one that goes to other lines, too.
  func put(_ encoded: EncodedMessage<Outgoing>)
  /// Sends what had to be kept, as far as it leaves now.
  func flush()
  /// Everything that has come since the last call, in order. Messages that came before the end are given once more.
  func receive() -> [Incoming]
  /// Ends it; what leaves at once of the unsent still does.
  func close()
}

/// Why a connection is over.
public enum ConnectionEnding: Hashable, Sendable {
  /// This end closed it.
  case closed
  /// The other end went.
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
