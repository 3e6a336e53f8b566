import CLinux
import Glibc
import ParleyWire
import Testing

private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
  }

  func put(_ text: String) { _ = text.withCString { write(writing, $0, strlen($0)) } }

  /// nil at the end of the stream.
  func text() -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(reading, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}

@Suite("The event loop")
struct EventLoopTests {
  let loop = EventLoop()

  @Test("calls back when there is something to read, and again at the end of the stream")
  func reads() throws {
    let pipe = Pipe()
    var heard: [String?] = []
    loop.watch(
      pipe.reading,
      reading: {
        heard.append(pipe.text())
        if heard.count == 1 { close(pipe.writing) } else { self.loop.stop() }
      })
    pipe.put("one")
    try loop.run()
    #expect(heard == ["one", nil])
    close(pipe.reading)
  }

  @Test("has nothing to do while nothing is ready and no timer is armed")
  func idles() throws {
    let pipe = Pipe()
    loop.watch(pipe.reading, reading: { Issue.record("nothing was written") })
    loop.watch(pipe.writing, reading: nil, writing: { Issue.record("nobody asked to write") })
    loop.wantsToWrite(false, on: pipe.writing)
    let timer = try loop.timer { Issue.record("never armed") }
    #expect(try loop.runOnce(timeoutMs: 30) == false)
    timer.set(atBoottimeMs: nil)
    #expect(try loop.runOnce(timeoutMs: 0) == false)
  }

  @Test("tells of room to write only while that is wanted")
  func writes() throws {
    let pipe = Pipe()
    var calls = 0
    loop.watch(
      pipe.writing, reading: nil,
      writing: {
        calls += 1
        self.loop.wantsToWrite(false, on: pipe.writing)
      })
    #expect(try loop.runOnce(timeoutMs: 1000))
    #expect(try loop.runOnce(timeoutMs: 0) == false)
    loop.wantsToWrite(true, on: pipe.writing)
    #expect(try loop.runOnce(timeoutMs: 1000))
    #expect(calls == 2)
  }

  @Test("a reader that hung up does not make the loop spin once writing is not wanted")
  func hungUpWithoutInterest() throws {
    let pipe = Pipe()
    loop.watch(pipe.writing, reading: nil, writing: {})
    loop.wantsToWrite(false, on: pipe.writing)
    close(pipe.reading)
    #expect(try loop.runOnce(timeoutMs: 20) == false)
  }

  @Test("a descriptor closed under its watch is told once and then forgotten")
  func closedUnderWatch() throws {
    let pipe = Pipe()
    // A number far above those of other tests, so that none of them gets it in the meantime.
    let stray = fcntl(pipe.reading, F_DUPFD_CLOEXEC, 900)
    var calls = 0
    loop.watch(stray, reading: { calls += 1 })
    close(stray)
    #expect(try loop.runOnce(timeoutMs: 1000))
    #expect(try loop.runOnce(timeoutMs: 0) == false)
    #expect(calls == 1)
  }

  @Test("one callback may take away another that was ready in the same turn")
  func unwatchesWithinATurn() throws {
    let (first, second) = (Pipe(), Pipe())
    var calls = 0
    let callback = {
      calls += 1
      self.loop.unwatch(first.reading)
      self.loop.unwatch(second.reading)
    }
    loop.watch(first.reading, reading: callback)
    loop.watch(second.reading, reading: callback)
    first.put("x")
    second.put("y")
    #expect(try loop.runOnce(timeoutMs: 1000))
    #expect(try loop.runOnce(timeoutMs: 0) == false)
    #expect(calls == 1)
  }

  @Test("a watch that replaced one in the same turn is not given the old one's news")
  func replacesWithinATurn() throws {
    let (first, second) = (Pipe(), Pipe())
    loop.watch(
      first.reading,
      reading: {
        _ = first.text()
        _ = second.text()
        self.loop.watch(second.reading, reading: { Issue.record("nothing new was written") })
      })
    loop.watch(second.reading, reading: { Issue.record("this watch was replaced") })
    first.put("x")
    second.put("y")
    #expect(try loop.runOnce(timeoutMs: 1000))
    #expect(try loop.runOnce(timeoutMs: 0) == false)
  }

  @Test("a timer rings once, not before its moment, and at once when that has passed")
  func timers() throws {
    var rings: [Int64] = []
    let timer = try loop.timer {
      rings.append(EventLoop.boottimeMs())
      self.loop.stop()
    }
    let moment = EventLoop.boottimeMs() + 20
    timer.set(atBoottimeMs: moment)
    try loop.run()
    #expect(rings.count == 1 && rings[0] >= moment)
    #expect(try loop.runOnce(timeoutMs: 0) == false)
    timer.set(atBoottimeMs: 0)
    try loop.run()
    #expect(rings.count == 2)
  }

  @Test("a timer set anew forgets its earlier moment, and set to nil it is silent")
  func timersAreReplaced() throws {
    let timer = try loop.timer { Issue.record("was put off") }
    timer.set(atBoottimeMs: 1)
    timer.set(atBoottimeMs: EventLoop.boottimeMs() + 3_600_000)
    #expect(try loop.runOnce(timeoutMs: 10) == false)
    timer.set(atBoottimeMs: 1)
    timer.set(atBoottimeMs: nil)
    #expect(try loop.runOnce(timeoutMs: 10) == false)
  }

  @Test("signals arrive as calls, instead of ending the process")
  func signals() throws {
    var heard: [Int32] = []
    try loop.signals([SIGUSR1, SIGTERM]) { heard.append($0) }
    // To this thread alone: the other threads of the test runner have not blocked them.
    pthread_kill(pthread_self(), SIGUSR1)
    pthread_kill(pthread_self(), SIGTERM)
    #expect(try loop.runOnce(timeoutMs: 1000))
    #expect(Set(heard) == [SIGUSR1, SIGTERM])
    #expect(heard.count == 2)
  }

  @Test("a signal that does not exist is refused")
  func strangeSignal() {
    #expect(throws: EventLoopFault.signals(EINVAL)) { try loop.signals([4711]) { _ in } }
  }

  @Test("writing to a pipe nobody reads is an error, not the end of the process")
  func brokenPipe() {
    let pipe = Pipe()
    close(pipe.reading)
    #expect(write(pipe.writing, "x", 1) == -1 && errno == EPIPE)
    close(pipe.writing)
  }

  @Test("the peer of an accepted connection is this very process and user")
  func peer() throws {
    var pair: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    var peer = parley_peer()
    #expect(parley_peer_of(pair[0], &peer) == 0)
    #expect(peer.pid == getpid() && peer.uid == getuid())
    close(pair[0])
    close(pair[1])
  }
}
