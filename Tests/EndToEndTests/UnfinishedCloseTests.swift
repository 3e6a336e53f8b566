import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("A session whose host was killed while closing it")
struct UnfinishedCloseTests {
  @Test("Everyone reads it, and the first to read it says so")
  func unfinishedClose() throws {
    let program = try Program()
    let whole = try program.playExample().output
    let reading = [
      ["verify"], ["record", "q3"], ["journal", "q3"], ["replay", "q3", "--cast", "-"], ["sessions"], ["due"], ["log"],
      ["comment", "q3", "ceo", "Add the budget"],
    ]
    for arguments in reading {
      try cutShort(program)
      let read = try Run(
        [try builtProgram("parley")] + arguments, environment: program.environment, directory: program.scratch.path)
      #expect(read.code == (arguments == ["due"] ? read.code : 0), "\(arguments): \(read.errors)")
      #expect(read.errors.contains("its holder was killed while closing it; all its entries are there"), "\(arguments)")
      #expect(arguments[0] == "comment" || !read.output.isEmpty, "\(arguments)")
      let again = try program.run("verify")
      #expect(again.code == 0 && again.errors.isEmpty)
    }
    #expect(try program.run("record", "q3").output.hasPrefix(whole.prefix(200)))
  }

  @Test(
    "A disk that fails in the last step of closing takes nothing: the screen leaves as ever, and everyone reads all of it",
    arguments: ["fdatasync:3:EIO", "fdatasync:4:EIO", "unlink:2:EIO", "open:2:EIO", "write:6:ENOSPC"])
  func failingDisk(fault: String) throws {
    // A rollback journal is used twice: when the file is opened, which takes two syncs and five writes of it, and when
    // it is closed.
    let program = try Program()
    let room = try SessionRoom(
      environment: [
        "LD_PRELOAD": try builtProgram("libparley-faults.so"), "PARLEY_FAULTS_UNDER": program.store,
        "PARLEY_FAULTS_ENDING": "-journal", "PARLEY_FAULTS_FAIL": fault,
      ], in: program)
    try room.press("oSaid before\n", "noted: Said before")
    try room.stop()
    #expect(room.screen.picture.words.contains("is saved"))
    // It did fail, and nobody took the file for closed.
    #expect(try program.shell("ls store/*.tail").code == 0)
    let verified = try program.run("verify")
    #expect(verified.code == 0, "\(verified.errors)")
    #expect(try program.run("journal", "q3").output.contains("Said before"))
    // The next holder closes it as it should be.
    let again = try SessionRoom(resuming: program)
    try again.stop()
    #expect(try program.shell("ls store | grep -e -wal -e -shm -e -journal -e tail").output == "")
    #expect(try program.run("verify").code == 0)
  }

  @Test(
    "A disk that does not take where the host listens is asked again, so that others find it",
    arguments: ["write:2:EIO", "write:2:ENOSPC", "ftruncate:2:EIO"])
  func unannounced(fault: String) throws {
    let program = try Program()
    let room = try SessionRoom(
      environment: [
        "LD_PRELOAD": try builtProgram("libparley-faults.so"), "PARLEY_FAULTS_UNDER": program.store,
        "PARLEY_FAULTS_ENDING": ".lock", "PARLEY_FAULTS_FAIL": fault,
      ], in: program)
    var sent = try program.run("send", "q3", "note", "from a button")
    #expect(sent.code != 0, "the fault was not met")
    let end = ContinuousClock.now + .seconds(20)
    while sent.code != 0, ContinuousClock.now < end { sent = try program.run("send", "q3", "note", "from a button") }
    #expect(sent.code == 0, "\(sent.errors)")
    try room.see("noted: from a button")
    try room.stop()
  }

  /// A rollback journal that changes nothing: what SQLite takes it for is decided by its header.
  private func cutShort(_ program: Program) throws {
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: program.store).first { $0.hasSuffix(".parley") })
    let path = "\(program.store)/\(name)"
    let pages = try Data(contentsOf: URL(fileURLWithPath: path)).count / 4096
    var header = Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    for number in [0, 0, pages, 512, 4096] {
      header.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) })
    }
    header.append(Data(count: 512 - header.count))
    try header.write(to: URL(fileURLWithPath: path + "-journal"))
  }
}
