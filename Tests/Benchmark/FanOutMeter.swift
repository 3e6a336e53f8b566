import Glibc
import ParleyCore
import ParleyWire
import TerminalProbe

/// One command and many terminals: when all of them have received it, when all of them show it, and how much the
/// facilitator notices of the others.
struct FanOutMeter {
  /// From a command to its entry at all of fifty lines.
  let told: Spread?
  /// From a key at the facilitator's terminal to the last byte at the last of fifty screens.
  let painted: Spread?
  /// From a key to its answer at the facilitator's, with fifty screens and one that floods.
  let underLoad: KeyMeter?

  init(_ sandbox: Sandbox, program: String, _ load: LoadScenario, count: Int) throws {
    underLoad = try load.time(in: sandbox, program, count)
    guard load == LoadScenario() else {
      (told, painted) = (nil, nil)
      return
    }
    told = try FanOutMeter.told(sandbox, count)
    painted = try FanOutMeter.painted(sandbox, program, count)
  }

  private static func told(_ sandbox: Sandbox, _ count: Int) throws -> Spread? {
    let recorder = try sandbox.led()
    defer { recorder.end() }
    let socket = try sandbox.socket()
    let lead = try TerminalLink(to: socket, hello: .init(role: .facilitator))
    let others = try (0..<Audience.size).map { _ in try TerminalLink(to: socket, hello: .init(role: .screen)) }
    let all = others + [lead]
    while all.contains(where: { $0.welcome == nil }) { hear(all) { _ in } }
    recorder.listenUntilQuiet(Sandbox.quiet, limit: 1000)
    hear(all) { _ in }
    return Spread(
      (0..<count).map { number in
        let line = "note \"\(number)\""
        var missing = all.count
        let sent = Recorder.now
        lead.give(line)
        while missing > 0 {
          hear(all) { messages in
            for case .entry(let entry) in messages where entry.line == line { missing -= 1 }
          }
        }
        let took = Recorder.now - sent
        recorder.listenUntilQuiet(10, limit: 100)
        hear(all, atMostMs: 1) { _ in }
        return took
      })
  }

  private static func hear(_ links: [TerminalLink], atMostMs limit: Int32 = 100, _ use: ([HostMessage]) -> Void) {
    var polled = links.map { pollfd(fd: $0.descriptor ?? -1, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), limit) > 0 else { return }
    for (link, ready) in zip(links, polled) where ready.revents != 0 { use(link.receive()) }
  }

  private static func painted(_ sandbox: Sandbox, _ program: String, _ count: Int) throws -> Spread? {
    let recorder = try sandbox.led()
    defer { recorder.end() }
    let audience = try Audience(program, sandbox.environment)
    return Spread(
      (0..<count).compactMap { number in
        audience.listenUntilQuiet(60, limit: 2000)
        let sent = Recorder.now
        recorder.send(recorder.bytes(of: sandbox.subject.keys[number % sandbox.subject.keys.count]))
        audience.listenUntilQuiet(60, limit: 2000)
        recorder.listen(1)
        return audience.recorders.compactMap { $0.chunks.last?.at }.max().map { $0 - sent }
      }.filter { $0 > 0 })
  }
}

extension Sandbox {
  /// The socket of the host that was started last.
  func socket() throws -> String {
    let lock = names(in: home.path("store")).first { $0.hasSuffix(".lock") } ?? ""
    let lines = (home.read("store/\(lock)") ?? "").split(separator: "\n")
    guard lines.count > 1 else { throw ProbeFailure.notFound(program: "the session's host") }
    return String(lines[1])
  }
}
