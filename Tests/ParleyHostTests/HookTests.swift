import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import Testing

@testable import ParleyHost

@Suite("Hooks of a host")
struct HookTests {
  let house: House

  init() throws { house = try House() }

  private func host(
    _ commands: [HookMoment: String], limitMs: Int64 = 30_000, runsHooks: Bool = true
  ) throws -> HostProcess {
    let log = house.path + "/hooks.log"
    var source = HookSource(log: { log }, folder: house.path, commands: { .success(commands) })
    source.limitMs = limitMs
    var order = house.order
    order.runsHooks = runsHooks
    let process = try HostProcess(order, memory: house.memory, hooks: source)
    try process.begin()
    return process
  }

  private func read(_ name: String) -> String {
    String(decoding: house.files()[name] ?? [], as: UTF8.self)
  }

  /// Turns the host's loop until something holds.
  private func turn(_ process: HostProcess, until isDone: () -> Bool) throws {
    let end = EventLoop.boottimeMs() + 20_000
    while !isDone(), EventLoop.boottimeMs() < end { _ = try process.turn(withinMs: 20) }
    #expect(isDone())
  }

  @Test("Each runs at its moment with the session's id and step, and nothing private, in the user's folder")
  func environment() throws {
    let process = try host([
      .onStart: "env > start.env && pwd >> start.env", .onStep: "echo \"$PARLEY_STEP\" >> steps",
      .onClose: "echo closed >> steps",
    ])
    let link = try process.link()
    for line in ["next", "close early because=\"Fire alarm\""] {
      link.give(line)
      try process.settled()
    }
    try turn(process) { read("steps").contains("closed") && read("hooks.log").contains("on-close: done in ") }
    let variables = read("start.env").split(separator: "\n").map(String.init)
    #expect(variables.contains("PARLEY_SESSION=q3") && variables.contains("PARLEY_HOOK=on-start"))
    #expect(variables.contains("PARLEY_STORE=\(house.path)/store") && variables.last == house.path)
    let own = variables.filter { $0.hasPrefix("PARLEY_") && !$0.hasPrefix("PARLEY_PROBE_") }
    #expect(own.count == 4, "another test at the same time may have set one of its own")
    #expect(read("steps") == "goal:churn\nclosed\n" && read("hooks.log").split(separator: "\n").count == 3)
    process.end()
  }

  @Test(
    "A command is answered while a hook runs; two hooks run one after the other, and steps that were passed over have none"
  )
  func neverBlocks() throws {
    let process = try host([
      .onStart: "while [ ! -e go ]; do sleep 0.02; done", .onStep: "echo \"$PARLEY_STEP\" >> steps",
    ])
    let link = try process.link()
    link.give("next")
    try process.settled()
    for line in ["back", "next", "back", "next"] { link.give(line) }
    let id = link.give("note \"While it runs\"")
    try process.settled()
    #expect(link.receive().contains { if case .accepted(id, _) = $0 { true } else { false } })
    #expect(read("steps").isEmpty)
    #expect(PrivateFile.replace(house.path + "/go", with: []))
    try turn(process) { read("hooks.log").contains("on-step: done in ") }
    #expect(read("steps") == "\(process.host.live.session.state.step.text)\n")
    process.end()
  }

  @Test(
    "What fails is told to those who lead, with the last line that it printed, and written down",
    arguments: [
      ("echo first; echo 'no such channel' >&2; exit 3", "exit 3: no such channel"),
      ("kill -9 $$", "signal 9"), ("no-such-program-at-all", "exit 127: sh: 1: no-such-program-at-all: not found"),
      ("printf '\\033[31mred\\007 alarm\\n'; exit 1", "exit 1: [31mred alarm"),
    ])
  func failure(command: String, words: String) throws {
    let process = try host([.onStart: command])
    let (link, guest) = (try process.link(), try process.link(.screen))
    try process.settled()
    _ = (link.receive(), guest.receive())
    link.give("next")
    var told: [HostMessage] = []
    try turn(process) {
      told += link.receive()
      return told.contains(.door("the hook on-start failed: \(words)"))
    }
    #expect(!guest.receive().contains { if case .door = $0 { true } else { false } })
    #expect(read("hooks.log").contains(" q3 on-start: \(words)\n"))
    process.end()
  }

  @Test("One that does not end is ended, with what it has started, and more output than a pipe holds stops none")
  func limits() throws {
    let process = try host(
      [
        .onStart: "trap '' TERM; sleep 600 & echo $! > child; wait; sleep 600", .onStep: "yes | head -c 300000; exit 4",
      ], limitMs: 200)
    let link = try process.link()
    link.give("next")
    try turn(process) { read("hooks.log").contains("on-start: it took more than 30 seconds, and was ended") }
    let child = try #require(pid_t(read("child").split(separator: "\n").first ?? ""))
    try turn(process) { kill(child, 0) != 0 }
    try turn(process) { read("hooks.log").contains("on-step: exit 4: y\n") }
    process.end()
  }

  @Test("A demonstration runs none, and settings that cannot be read are told once a moment comes")
  func none() throws {
    let demonstration = try host([.onStart: "touch ran"], runsHooks: false)
    demonstration.host.give("next", by: .facilitator)
    let first = try demonstration.link()
    try demonstration.settled()
    _ = first
    demonstration.end()
    #expect(house.files()["ran"] == nil)
    let order = HostOrder(file: house.file, place: house.place, acceptsLoss: true, runsHooks: false)
    #expect(HostOrder(arguments: order.arguments) == order && HostOrder(arguments: order.arguments + ["more"]) == nil)
    let source = HookSource { .failure(.init("config.toml:1:1: it is no TOML")) }
    let process = try HostProcess(house.order, memory: house.memory, hooks: source)
    try process.begin()
    let link = try process.link()
    try process.settled()
    link.give("back")
    var told: [HostMessage] = []
    try turn(process) {
      told += link.receive()
      return told.contains { if case .door(let words) = $0 { words.contains("config.toml:1:1") } else { false } }
    }
    process.end()
  }
}
