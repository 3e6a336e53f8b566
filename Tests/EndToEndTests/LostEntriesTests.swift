import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("A session whose file does not hold what was acknowledged")
struct LostEntriesTests {
  private let id = "q3-alignment"

  @Test("In a pause the file alone holds everything; as a copy of a live session it is known all the same")
  func copy() throws {
    let room = try SessionRoom()
    try room.press("oSaid before the pause\n", "noted: Said before the pause")
    let program = room.program
    let copying = "rm -f copy.parley*; cp store/*.parley copy.parley; $parley journal copy.parley"
    var isWhole = false
    for _ in 0..<100 where !isWhole {
      _ = room.screen.listen(seconds: 0.1)
      isWhole = try program.shell(copying).output.contains("Said before the pause")
    }
    #expect(isWhole)
    let verified = try program.run("verify", "copy.parley")
    #expect(verified.isFault(65))
    #expect(verified.errors.contains("is a copy of a live session"))
    #expect(try program.run("verify").code == 0)
    try room.stop()
    let closed = try program.shell("cp store/*.parley copy.parley; rm -f copy.parley-*; $parley verify copy.parley")
    #expect(closed.code == 0, "\(closed.errors)")
  }

  @Test("A log that went is told by all who read, and nobody goes on without them but on purpose")
  func log() throws {
    let program = try Program()
    try loseNote(in: program)
    let verified = try program.run("verify", id)
    #expect(verified.isFault(65))
    #expect(verified.errors.contains("has lost its end: "), "\(verified.errors)")
    #expect(verified.errors.contains("missing, given after "))
    let record = try program.run("record", id)
    #expect(record.code == 65 && record.output.contains("Q3 alignment") && record.errors == verified.errors)
    let list = try program.run("sessions")
    #expect(list.code == 0 && list.output.contains(id) && list.errors == verified.errors)
    #expect(try program.run("log").errors.hasPrefix(verified.errors))
    let host = try program.run("host", id)
    #expect(host.isFault(65) && host.errors.contains("--as-it-is"))
    try leave(program)
    #expect(try program.run("verify", id).errors == verified.errors)
    let going = try program.screen("resume", id)
    try going.wait(for: "go on with what is there")
    try going.send("g")
    try going.wait(for: "In the room")
    try end(going)
    #expect(try program.run("verify", id).code == 0)
  }

  @Test("With --as-it-is nobody is asked")
  func asItIs() throws {
    let program = try Program()
    try loseNote(in: program)
    let going = try program.screen("resume", id, "--as-it-is")
    try going.wait(for: "In the room")
    try end(going)
    #expect(try program.run("verify", id).code == 0)
  }

  /// A session that is killed with a note in its log alone, and loses the log.
  private func loseNote(in program: Program) throws {
    let room = try SessionRoom(in: program)
    for turn in 0..<20 {
      let words = "Said last \(turn)"
      try room.press("o\(words)\n", "noted: \(words)")
      let host = try program.holder()
      room.screen.terminateWorker()
      kill(host, SIGKILL)
      // On a slow machine the pause may have come first.
      if try program.shell("grep -q '\(words)' store/*.parley-wal").code == 0 {
        #expect(try program.shell("truncate -s 0 store/*.parley-wal").code == 0)
        return
      }
      try room.resume()
      try room.see("In the room")
    }
    Issue.record("the log was never alone in holding a note")
  }

  private func leave(_ program: Program) throws {
    let asked = try program.screen("resume", id)
    try asked.wait(for: "go on with what is there")
    try asked.send("x\n")
    #expect(try asked.waitForExit() == .exited(0))
    #expect(asked.leftovers == [])
  }

  private func end(_ screen: Probe) throws {
    try screen.send("q")
    try screen.wait(for: "Leave?")
    try screen.send("s")
    #expect(try screen.waitForExit() == .exited(0))
  }
}
