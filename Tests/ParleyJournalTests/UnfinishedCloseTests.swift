import Foundation
import ParleyCore
import TerminalProbe
import Testing

@testable import ParleyJournal

@Suite("A file whose holder was killed while it closed it")
struct UnfinishedCloseTests {
  let scratch = Scratch()

  /// A session with a rollback journal beside it, as a kill in the middle of a change leaves both.
  private func cutShort() throws -> SessionFile {
    let journal = try scratch.journal(notes: 40)
    journal.close()
    let connection = try SQLiteConnection(journal.file.path, .writing)
    let copy = scratch.store.file("copy")
    // With room for one page, the change reaches the disk before it is whole.
    try connection.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE entry SET wall = wall + 1")
    for ending in ["-journal", ""] {
      try scratch.overwrite(copy.path + ending, scratch.bytes(journal.file.path + ending))
    }
    try connection.execute("ROLLBACK")
    connection.close()
    return copy
  }

  @Test("Reading it takes the change back, whoever reads first, and says so")
  func healed() throws {
    let copy = try cutShort()
    #expect(UnfinishedClose.isLeft(beside: copy))
    #expect(SessionSummary(copy).outline?.entries == 41)
    #expect(!UnfinishedClose.isLeft(beside: copy))
    #expect(VerifyReport(copy) == VerifyReport(file: copy, entries: 41))
    #expect(Repairs.sentences.contains { $0.hasPrefix(copy.path + ": ") && $0.contains("closed properly") })
    #expect(!exists(copy.lockPath))
  }

  @Test("Whoever may not write there reads it from a copy, and leaves it as it is", .enabled(if: Tmpfs.isPermitted))
  func beside() throws {
    let disk = try #require(Tmpfs(kilobytes: 1000))
    let copy = try cutShort()
    let there = SessionFile(path: disk.path + "/copy.parley")
    for ending in ["", "-journal"] {
      try FileManager.default.copyItem(atPath: copy.path + ending, toPath: there.path + ending)
    }
    #expect(disk.protect())
    #expect(VerifyReport(there) == VerifyReport(file: there, entries: 41))
    #expect(UnfinishedClose.isLeft(beside: there))
    #expect(Repairs.sentences.contains { $0.hasPrefix(there.path + ": ") && $0.contains("read from a copy") })
  }
}
