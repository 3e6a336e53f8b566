import ParleyWire

/// A host's end of a line, which keeps every byte that the host sends, as it would go over a socket.
final class ByteLine: Connection {
  private(set) var bytes: [UInt8] = []
  private var coming: [TerminalMessage] = []
  private(set) var ending: ConnectionEnding?

  var descriptor: Int32? { nil }
  var unsentBytes: Int { 0 }

  /// The terminal's next message.
  func say(_ message: TerminalMessage) { coming.append(message) }

  func send(_ message: HostMessage) {
    guard ending == nil else { return }
    FrameWriter.append(message.payload, to: &bytes)
  }

  /// The bytes sent since the last call.
  func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  func flush() {}

  func receive() -> [TerminalMessage] {
    defer { coming = [] }
    return coming
  }

  func close() { ending = ending ?? .closed }
}
