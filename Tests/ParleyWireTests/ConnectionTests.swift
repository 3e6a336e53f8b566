import Glibc
import ParleyCore
import ParleyWire
import Synchronization
import Testing

typealias TerminalEnd = SocketConnection<TerminalMessage, HostMessage>
typealias HostEnd = SocketConnection<HostMessage, TerminalMessage>

/// Two connected, non-blocking sockets.
func socketPair() -> (Int32, Int32) {
  var ends: [Int32] = [-1, -1]
  _ = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
  return (ends[0], ends[1])
}

/// A message of a host that counts how often it is encoded.
private struct Counted: WireMessage {
  final class Count: Hashable, Sendable {
    private let value = Mutex(0)
    var made: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
    static func == (one: Count, other: Count) -> Bool { one === other }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  }

  let count = Count()

  init() {}
  init(_ members: Members) throws(WireFault) { throw .notJSON }

  var json: JSON {
    count.add()
    return HostMessage.saved.json
  }
}

@Suite("Connections")
struct ConnectionTests {
  enum Way: CaseIterable { case socket, memory }

  private func ends(_ way: Way) -> (LineToHost, LineToTerminal) {
    switch way {
    case .socket:
      let (terminal, host) = socketPair()
      return (TerminalEnd(taking: terminal), HostEnd(taking: host))
    case .memory: return MemoryConnection<TerminalMessage, HostMessage>.pair()
    }
  }

  @Test("one end receives what the other sends, in order and once", arguments: Way.allCases)
  func talks(way: Way) {
    let (terminal, host) = ends(way)
    terminal.send(.hello(.init(role: .facilitator)))
    terminal.send(.stop)
    #expect(host.receive() == [.hello(.init(role: .facilitator)), .stop])
    #expect(host.receive() == [])
    host.send(.saved)
    #expect(terminal.receive() == [.saved])
    #expect(terminal.isOpen && host.isOpen)
  }

  @Test("one message reaches many lines, and is encoded once")
  func oneEncoding() {
    let encoded = EncodedMessage(Counted())
    let lines = (0..<3).map { _ in socketPair() }
    for (_, far) in lines {
      let line = SocketConnection<Counted, TerminalMessage>(taking: far)
      line.put(encoded)
      line.close()
    }
    #expect(lines.map { TerminalEnd(taking: $0.0).receive() } == [[.saved], [.saved], [.saved]])
    #expect(encoded.message.count.made == 1)
  }

  @Test("the last message arrives, then the news that the other end has left", arguments: Way.allCases)
  func leaves(way: Way) {
    let (terminal, host) = ends(way)
    host.send(.ended(.stopped))
    host.close()
    #expect(host.ending == .closed)
    #expect(terminal.receive() == [.ended(.stopped)])
    #expect(terminal.receive() == [])
    #expect(terminal.ending == .left)
    terminal.send(.stop)
    #expect(host.receive() == [])
  }

  @Test("in memory, an arrival calls back")
  func arrivals() {
    let (terminal, host) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    var heard: [TerminalMessage] = []
    host.whenArriving { heard += host.receive() }
    terminal.send(.stop)
    terminal.send(.leave)
    #expect(heard == [.stop, .leave])
    host.whenArriving(nil)
  }

  @Test("more than the socket takes at once arrives as the other end reads")
  func backlog() {
    let (first, second) = socketPair()
    let host = HostEnd(taking: first, unsentLimit: 16 << 20)
    let terminal = TerminalEnd(taking: second)
    let sentence = String(repeating: "x", count: 50_000)
    let sent: [HostMessage] = (0..<100).map {
      .refused(id: .random(), RefusalNotice(code: .incomplete, sentence: "\($0) \(sentence)"))
    }
    for message in sent { host.send(message) }
    #expect(host.unsentBytes > 0)
    var received: [HostMessage] = []
    while received.count < sent.count, terminal.isOpen {
      received += terminal.receive()
      host.flush()
    }
    #expect(received == sent)
    #expect(host.unsentBytes == 0)
  }

  @Test("a connection whose other end never reads is given up at the limit")
  func unread() {
    let (first, second) = socketPair()
    let host = HostEnd(taking: first, unsentLimit: 100_000)
    let terminal = TerminalEnd(taking: second)
    var sent = 0
    while host.isOpen, sent < 1000 {
      host.send(.refused(id: .random(), RefusalNotice(code: .closed, sentence: String(repeating: "x", count: 10_000))))
      sent += 1
    }
    #expect(host.ending == .unread)
    #expect(terminal.isOpen)
  }

  @Test("a snapshot longer than the limit, and what is told right after it, arrive at an end that begins to read late")
  func longSnapshot() {
    let (first, second) = socketPair()
    let host = HostEnd(taking: first, unsentLimit: 100_000)
    let terminal = TerminalEnd(taking: second, messageLimit: .max)
    func refusal(_ length: Int) -> HostMessage {
      .refused(id: .random(), RefusalNotice(code: .closed, sentence: String(repeating: "x", count: length)))
    }
    let sent = [refusal(3_000_000), refusal(10), refusal(50_000), refusal(3_000_000)]
    for message in sent { host.put(message) }
    var received: [HostMessage] = []
    while received.count < sent.count, host.isOpen, terminal.isOpen {
      host.flush()
      received += terminal.receive()
    }
    #expect(received == sent)
    for _ in 0..<1000 where host.isOpen { host.send(refusal(10_000)) }
    #expect(host.ending == .unread, "the next message has no more room for it")
  }

  @Test("good messages before garbage still count; after it nothing does")
  func garbage() {
    let (first, second) = socketPair()
    let host = HostEnd(taking: first)
    var bytes: [UInt8] = []
    FrameWriter.append(TerminalMessage.stop.payload, to: &bytes)
    bytes += Array("GET / HTTP/1.1\r\n\r\n".utf8)
    _ = send(second, bytes, bytes.count, 0)
    #expect(host.receive() == [.stop])
    #expect(host.ending == .broken(.notAFrame))
    host.send(.ended(.badMessage("garbage")))
    host.close()
    #expect(host.descriptor == nil && host.ending == .broken(.notAFrame))
    #expect(TerminalEnd(taking: second).receive() == [.ended(.badMessage("garbage"))])
  }
}
