import CLinux
import Glibc

/// A connection over a Unix socket that never waits: it keeps what the socket does not take at once, up to a limit.
public final class SocketConnection<Outgoing: WireMessage, Incoming: WireMessage>: Connection {
  public private(set) var descriptor: Int32?
  public private(set) var ending: ConnectionEnding?
  private let unsentLimit: Int
  private var unsent: [UInt8] = []
  private var unsentStart = 0
  /// The length of the longest message among what is unsent.
  private var longest = 0
  private var reader: FrameReader

  /// Takes over a connected, non-blocking socket. Ends as ``ConnectionEnding/unread`` when a message is added while
  /// more than `unsentLimit` bytes wait to be sent beside the longest message, and as broken at a message of more than
  /// `messageLimit` bytes.
  public init(
    taking descriptor: Int32, messageLimit: Int = FrameWriter.frameLimit, unsentLimit: Int = 1 << 20
  ) {
    self.descriptor = descriptor
    self.unsentLimit = unsentLimit
    reader = FrameReader(limit: messageLimit)
  }

  deinit { close() }

  public var unsentBytes: Int { unsent.count - unsentStart }

  public func send(_ message: Outgoing) {
    put(message)
    flush()
  }

  public func put(_ message: Outgoing) { put(EncodedMessage(message)) }

  public func put(_ encoded: EncodedMessage<Outgoing>) {
    guard descriptor != nil else { return }
    // A single message may have any length: a snapshot is as long as everything that was captured, and what comes after
    // it must not end the connection of a peer that has only begun to read it.
    if unsentBytes - longest > unsentLimit { return end(.unread) }
    longest = max(longest, encoded.payload.count)
    FrameWriter.append(encoded.payload, to: &unsent)
    if unsentBytes > FrameWriter.frameLimit / 2 { flush() }
  }

  public func flush() {
    guard let descriptor else { return }
    while unsentStart < unsent.count {
      let sent = unsent.withUnsafeBytes { bytes in
        Glibc.send(descriptor, bytes.baseAddress.map { $0 + unsentStart }, unsentBytes, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else {
        if errno == EINTR { continue }
        // A peer that is gone may have said why before; that can still be read.
        return errno == EAGAIN ? compact() : forgetUnsent()
      }
      unsentStart += sent
    }
    forgetUnsent()
  }

  public func receive() -> [Incoming] {
    guard ending == nil else { return [] }
    let isAtEnd = readWhatIsThere()
    var messages: [Incoming] = []
    do throws(WireFault) {
      while let payload = try reader.next() { messages.append(try Incoming(payload: payload)) }
      if isAtEnd { end(.left) }
    } catch {
      // The socket is still open for writing, so that the other end can hear why.
      ending = .broken(error)
    }
    return messages
  }

  public func close() {
    flush()
    end(.closed)
  }

  /// Limits how much it reads in one call, so that one terminal cannot keep the others waiting. True at the end of the
  /// stream.
  private func readWhatIsThere() -> Bool {
    guard let descriptor else { return true }
    for _ in 0..<4 {
      var count = 0
      var failure: Int32 = 0
      withUnsafeTemporaryAllocation(byteCount: FrameWriter.frameLimit, alignment: 1) { buffer in
        count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        failure = errno
        if count > 0 { reader.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
      }
      if count == 0 { return true }
      if count < 0 { return failure != EAGAIN && failure != EINTR }
      if count < FrameWriter.frameLimit { return false }
    }
    return false
  }

  private func end(_ reason: ConnectionEnding) {
    ending = ending ?? reason
    forgetUnsent()
    if let descriptor { _ = Glibc.close(descriptor) }
    descriptor = nil
  }

  private func compact() {
    unsent.removeFirst(unsentStart)
    unsentStart = 0
  }

  private func forgetUnsent() {
    unsent = []
    unsentStart = 0
    longest = 0
  }
}

extension SocketConnection {
  /// The process and the account at the other end, as the kernel noted them when the connection was made; nil once
  /// closed.
  public var peer: (pid: Int32, uid: UInt32)? {
    var peer = parley_peer()
    guard let descriptor, parley_peer_of(descriptor, &peer) == 0 else { return nil }
    return (peer.pid, peer.uid)
  }
}
