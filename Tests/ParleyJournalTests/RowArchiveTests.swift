import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

@Suite("The rows that a holder has besides the file")
struct RowArchiveTests {
  let scratch = Scratch()

  /// A session of more rows than are read back at once, most of them in the archive's file.
  private func held(_ count: Int = 1300) throws -> Journal {
    let journal = try scratch.journal()
    let connection = try journal.opened()
    try connection.writing {
      var tail = try #require(journal.tail)
      for number in 1...count {
        tail = try JournalEntry(entry: Sample.note(number), commandID: "c\(number)", clock: clock(number))
          .insert(after: tail, connection)
      }
      journal.tail = tail
    }
    journal.archiveChunk = 10_000
    #expect(try journal.session(knowing: 8).entries.count <= 16)
    #expect(journal.checkpoint())
    return journal
  }

  /// The machine is started anew now and then.
  private func clock(_ number: Int) -> ClockReading { Sample.clock(number, boot: "boot \(number / 400)") }

  private func notes(_ range: Range<Int>) -> [Entry] { range.map { Sample.note($0) } }

  @Test("Any of them are read back as they were written, those that came later too")
  func ranges() throws {
    let journal = try held()
    for number in 1301...1400 {
      try journal.append(Sample.note(number), commandID: "c\(number)", clock: clock(number))
    }
    for range in [1..<2, 500..<530, 511..<513, 1..<1401, 1290..<1310, 1400..<1401, 7..<7] {
      #expect(try journal.entries(range) == notes(range), "\(range)")
    }
    #expect(try journal.entries(1390..<5000) == notes(1390..<1401))
    #expect(try journal.entries(0..<1) == [Sample.opening("q3")])
  }

  @Test("They take no name in the folder, and end with the journal")
  func noName() throws {
    let names = { try FileManager.default.contentsOfDirectory(atPath: scratch.directory).sorted() }
    let journal = try scratch.journal(notes: 2)
    let before = try names()
    journal.archiveChunk = 1
    _ = try journal.entries()
    #expect(try names() == before)
    #expect(try journal.entries(0..<3).count == 3)
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    #expect(open.count { $0.hasPrefix(scratch.directory + "/#") } == 1)
    journal.close()
    let left = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    #expect(!left.contains { $0.hasPrefix(scratch.directory + "/#") })
  }

  @Test(
    "Whatever is done to the file, all is written anew that is in no memory any more, to the byte",
    arguments: TakenAwayTests.Deed.allCases)
  func takenAway(deed: TakenAwayTests.Deed) throws {
    let journal = try held()
    defer { try? FileManager.default.removeItem(atPath: scratch.directory + "-moved") }
    try scratch.overwrite(scratch.directory + "/backup", Array(scratch.bytes(journal.file.path).prefix(20_480)))
    try carryOut(deed, on: journal.file, in: scratch)
    #expect(fault { try journal.append(Sample.note(1301), commandID: "c1301", clock: clock(1301)) } != nil)
    // What it reads for a terminal or an undo is there before it has gone elsewhere, too.
    #expect(try journal.entries(3..<900) == notes(3..<900))
    #expect(try journal.recover() == [])
    #expect(try journal.append(Sample.note(1301), commandID: "c1301", clock: clock(1301)) == 1301)
    #expect(try journal.entries(1299..<1302) == notes(1299..<1302))
    journal.close()
    #expect(VerifyReport(journal.file) == VerifyReport(file: journal.file, entries: 1302))
    let kept = try Journal.open(journal.file, access: .reading).kept()
    #expect(kept.map(\.entry) == [Sample.opening("q3")] + notes(1..<1302))
    #expect(kept.map(\.commandID) == ["open"] + (1..<1302).map { "c\($0)" })
    #expect(kept.dropFirst().map(\.clock) == (1..<1302).map(clock))
  }

  @Test("A disk that has no room for them leaves them in memory")
  func noRoom() throws {
    let archive = RowArchive(in: "/proc", chunk: 100)
    var tail = Tail()
    for number in 0..<50 {
      let entry = JournalEntry(entry: Sample.note(number), commandID: "c\(number)", clock: Sample.clock(number))
      let row = entry.row(after: tail)
      archive.append(row, after: tail)
      tail = entry.end(with: row)
    }
    var check = RowCheck(path: "")
    let page = try #require(archive.page(0))
    #expect(try check.part(of: page, withOrigins: false).entries == (0..<50).map { Sample.note($0) })
  }
}
