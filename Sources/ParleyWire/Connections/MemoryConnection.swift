/// A connection within one process: one end receives the very values that the other sends.
public final class MemoryConnection<Outgoing: WireMessage, Incoming: WireMessage>: Connection {
  private let outbound: Lane<Outgoing>
  private let inbound: Lane<Incoming>
  private var isClosed = false

  private init(outbound: Lane<Outgoing>, inbound: Lane<Incoming>) {
    self.outbound = outbound
    self.inbound = inbound
  }

  /// The two ends of a new line.
  public static func pair() -> (MemoryConnection<Outgoing, Incoming>, MemoryConnection<Incoming, Outgoing>) {
    let (there, back) = (Lane<Outgoing>(), Lane<Incoming>())
    return (
      MemoryConnection(outbound: there, inbound: back),
      MemoryConnection<Incoming, Outgoing>(outbound: back, inbound: there)
    )
  }

  public var descriptor: Int32? { nil }
  public var unsentBytes: Int { 0 }

  public var ending: ConnectionEnding? {
    if isClosed { return .closed }
    return inbound.isClosed && inbound.messages.isEmpty ? .left : nil
  }

  public func send(_ message: Outgoing) {
    guard !isClosed, !inbound.isClosed else { return }
    outbound.messages.append(message)
    outbound.arrival?()
  }

  public func flush() {}

  public func receive() -> [Incoming] {
    defer { inbound.messages = [] }
    return inbound.messages
  }

  public func close() {
    guard !isClosed else { return }
    isClosed = true
    outbound.isClosed = true
    outbound.arrival?()
  }

  /// Calls back whenever the other end has sent something or has gone, as a descriptor does for a socket. The
  /// connection holds the callback until another replaces it.
  public func whenArriving(_ callback: (() -> Void)?) { inbound.arrival = callback }
}

/// The messages that were sent in one direction and not yet received.
private final class Lane<Message> {
  var messages: [Message] = []
  var isClosed = false
  var arrival: (() -> Void)?
}
