import Foundation
import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("A live session whose file is taken away")
struct TakenAwayTests {
  /// What somebody else does in a shell.
  private static let deeds = [
    "rm store/*.parley",
    "mv store/*.parley store/elsewhere.parley",
    "cp store/*.parley backup && mv backup store/q3*.parley",
    "cp store/*.parley backup && truncate -s 8192 backup && cat backup > $(echo store/q3*.parley)",
    // What the program saves at once may be in its way.
    "rm -r store || :",
    "mv store elsewhere",
  ]

  @Test(
    "The screen says so at once and where it goes on, every word is there, and the true file is named",
    arguments: deeds)
  func deed(_ deed: String) throws {
    let room = try SessionRoom(size: (120, 34))
    let program = room.program
    try room.press("oSaid before\n", "noted: Said before")
    // The host may have saved into the folder before it is empty; then that stays.
    let code = try program.shell(deed).code
    #expect(code == 0 || deed == "rm -r store")
    // Nobody has touched a key.
    try room.see("the session's file was taken away; nothing is lost")
    try room.press("oSaid after\n", "noted: Said after")
    try room.press("n", "Head count for Q3")
    #expect(try program.shell("ls store/*-rescued.private").code == 0)
    try room.stop()
    #expect(
      room.screen.picture.words.contains(
        "-rescued is saved; go on with: parley resume q3-alignment"))
    let file = try #require(
      try program.shell("ls store/*-rescued.parley").output.split(separator: "\n").first)
    #expect(try program.run("verify", String(file)).code == 0)
    let journal = try program.run("journal", String(file)).output
    for words in ["Said before", "Said after", "next from=lobby"] {
      #expect(journal.contains(words), "\(words)")
    }
  }

  @Test(
    "The next host goes on in the new file: for the screen by itself, and later under the old name")
  func nextHost() throws {
    let room = try SessionRoom(size: (120, 34))
    #expect(try room.program.shell("rm store/*.parley").code == 0)
    try room.see("the session's file was taken away")
    kill(try room.program.holder(), SIGKILL)
    try room.see("the host is back; nothing was lost")
    try room.press("oSaid after\n", "noted: Said after")
    try room.stop()
    let id = try #require(
      try room.program.shell("basename store/*-rescued.parley -rescued.parley").output.split(
        separator: "\n"
      ).first)
    let again = try room.program.screen("resume", String(id))
    try again.wait(for: "In the room")
    try again.send(":close early because=\"The file was lost\"\n")
    // Who has the old name by then is not known; what is shown names the file in which everything is.
    try again.wait(for: "parley record \(id)-rescued")
    try again.send("q")
    try again.wait(for: "Leave?")
    try again.send("s")
    #expect(try again.waitForExit() == .exited(0))
    #expect(try room.program.run("journal", String(id)).output.contains("Said after"))
  }

  @Test(
    "Where the kernel watches no files, or a shared disk tells it nothing, the host looks by itself, without a key",
    arguments: ["PARLEY_FAULTS_DEAF", "PARLEY_FAULTS_SHARED"])
  func untold(fault: String) throws {
    let faults = ["LD_PRELOAD": try builtProgram("libparley-faults.so"), fault: "1"]
    let room = try SessionRoom(size: (120, 34), environment: faults)
    try room.press("oSaid before\n", "noted: Said before")
    #expect(try room.program.shell("rm store/*.parley").code == 0)
    try room.see("the session's file was taken away; nothing is lost")
    try room.press("oSaid after\n", "noted: Said after")
    try room.stop()
    #expect(try room.program.shell("$parley verify store/*-rescued.parley").code == 0)
  }

  @Test("The file of before can be brought back and used while the session goes on elsewhere")
  func broughtBack() throws {
    let room = try SessionRoom(size: (120, 34))
    let program = room.program
    #expect(try program.shell("mv store/*.parley .").code == 0)
    try room.see("the session's file was taken away")
    #expect(try program.shell("mv *.parley store/").code == 0)
    let id = try #require(
      try program.shell("basename $(ls store/*.parley | grep -v rescued) .parley").output.split(
        separator: "\n"
      ).first)
    let other = try program.screen("resume", String(id), "--as-it-is")
    try other.wait(for: "In the room")
    try room.press("n", "Head count for Q3")
    try other.send("q")
    try other.wait(for: "Leave?")
    try other.send("s")
    #expect(try other.waitForExit() == .exited(0))
    try room.stop()
    #expect(try program.run("verify").code == 0)
  }

  @Test(
    "Where the folder cannot be made again, the session goes on in the user's store, and is named with its path"
  )
  func otherFolder() throws {
    let program = try Program()
    let data = ["XDG_DATA_HOME": program.scratch.path("data")]
    let room = try SessionRoom(size: (120, 34), environment: data, in: program)
    // It would make the folder again before anything else could stand there.
    let host = try program.holder()
    kill(host, SIGSTOP)
    #expect(try program.shell("mv store elsewhere && touch store").code == 0)
    kill(host, SIGCONT)
    try room.see("the session's file was taken away")
    try room.press("oSaid after\n", "noted: Said after")
    try room.stop()
    #expect(room.screen.picture.words.contains("data/parley/sessions/"))
    let file = try program.shell("ls data/parley/sessions/*-rescued.parley").output
      .trimmingCharacters(in: .newlines)
    #expect(try program.run("journal", file).output.contains("Said after"))
  }

  @Test(
    "A host that finds no place says that nothing is saved, is found and ended by sessions, and keeps no name"
  )
  func ghost() throws {
    let room = try SessionRoom(size: (120, 34))
    let program = room.program
    let host = try program.holder()
    #expect(try Run(["prlimit", "--pid", "\(host)", "--fsize=0:"]).code == 0)
    #expect(try program.shell("mv store/*.parley .").code == 0)
    try room.see("not saved: ")
    let list = try program.run("sessions")
    #expect(
      list.errors.contains("its file is gone, and process \(host) still holds it"), "\(list.errors)"
    )
    #expect(try program.run("sessions", "--stop", "q3").code == 0)
    #expect(try !program.run("sessions").errors.contains("its file is gone"))
    #expect(try program.shell("mv *.parley store/").code == 0)
    let again = try program.screen("resume", "q3", "--as-it-is")
    try again.wait(for: "In the room")
    try again.send("q")
    try again.wait(for: "Leave?")
    try again.send("s")
    #expect(try again.waitForExit() == .exited(0))
  }

  @Test("A session that is in its place can be ended the same way")
  func stopped() throws {
    let room = try SessionRoom(size: (120, 34))
    #expect(try room.program.run("sessions", "--stop", "q3").code == 0)
    #expect(try room.screen.waitForExit() == .exited(0))
    #expect(try room.program.run("sessions", "--stop", "q3").isFault(69))
    #expect(try room.program.run("verify").code == 0)
  }
}
