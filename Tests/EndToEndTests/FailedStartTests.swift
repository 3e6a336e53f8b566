import TerminalProbe
import TestFixtures
import Testing

@Suite("A session that cannot start leaves nothing behind")
struct FailedStartTests {
  @Test("A host that is ended while it starts leaves a whole session or nothing", arguments: 1...12)
  func endedAtStart(turn: Int) throws {
    let program = try Program()
    let delay = "0.\(turn < 4 ? "0" : "")\(turn * 3)"
    _ = try program.shell("timeout -s TERM \(delay) \"$parley\" host '\(example("saas-q3.yaml"))'")
    let left = try program.shell("ls -A store 2>/dev/null").output.split(separator: "\n").map(String.init)
    #expect(!left.contains { $0.hasSuffix(".new") || $0.contains(".parley-") }, "\(left)")
    if left.contains(where: { $0.hasSuffix(".private") }) {
      #expect(left.contains { $0.hasSuffix(".parley") }, "\(left)")
      #expect(try program.run("verify").code == 0)
    }
  }

  private func files(_ program: Program) throws -> String {
    try program.shell("ls -A store 2>/dev/null").output
  }

  private func run(_ program: Program, _ prelude: String) throws -> Probe {
    let script = "\(prelude); exec $parley run '\(example("saas-q3.yaml"))'"
    return try Probe(
      command: ["sh", "-c", script],
      environment: program.environment.merging(["parley": try builtProgram("parley")]) { $1 },
      directory: program.scratch.path)
  }

  @Test("When its socket would not be safe")
  func unsafeSocket() throws {
    let program = try Program()
    let screen = try run(program, "mkdir -m 777 parley-$(id -u)")
    #expect(try screen.waitForExit() == .exited(77))
    #expect(screen.picture.words.contains("is open to others"))
    #expect(screen.leftovers == [])
    #expect(try files(program) == "")
  }

  @Test("When the disk has no room for its journal, or not even for its private map", arguments: [1, 3, 8, 16])
  func noRoom(blocks: Int) throws {
    let program = try Program()
    let screen = try run(program, "ulimit -f \(blocks)")
    let ending = try screen.waitForExit()
    #expect([.exited(73), .exited(74)].contains(ending), "\(ending) \(screen.picture)")
    #expect(screen.picture.words.contains("parley: "))
    #expect(screen.leftovers == [])
    #expect(try files(program) == "")
  }

  @Test("When the store is not writable")
  func foreignStore() throws {
    let program = try Program()
    let screen = try run(program, "touch store")
    #expect(try screen.waitForExit() == .exited(73))
    #expect(screen.leftovers == [])
    #expect(try program.shell("cat store").output == "")
  }
}
