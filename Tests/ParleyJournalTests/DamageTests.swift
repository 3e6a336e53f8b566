import Foundation
import ParleyCore
import TerminalProbe
import TestFixtures
import Testing

@testable import ParleyJournal

@Suite struct DamageTests {
  let scratch = Scratch()

  @Test("A bit that flips in the file is found, or was in no entry")
  func flippedBits() throws {
    let journal = try scratch.journal(notes: 120)
    let entries = try journal.kept()
    journal.close()
    let whole = try scratch.bytes(journal.file.path)
    var chance = Chance(seed: 7)
    var found = 0
    for _ in 0..<400 {
      var bytes = whole
      bytes[chance.next(bytes.count)] ^= UInt8(1 << chance.next(8))
      try scratch.overwrite(journal.file.path, bytes)
      if VerifyReport(journal.file).isWhole {
        #expect(try Journal.open(journal.file, access: .reading).kept() == entries)
      } else {
        found += 1
      }
    }
    // The rest of the pages is empty.
    #expect(found > 200)
  }

  @Test("A bit that flips in an entry is found on opening, with the entry's number", arguments: [0, 1, 60, 119, 120])
  func flippedEntry(number: Int) throws {
    let journal = try scratch.journal(notes: 120)
    journal.close()
    var bytes = try scratch.bytes(journal.file.path)
    let text = Array((number == 0 ? "Q3 alignment" : "\"text\":\"note \(number)\"").utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    bytes[place + 8] ^= 1
    try scratch.overwrite(journal.file.path, bytes)
    let expected = JournalFault.damaged(
      path: journal.file.path, entry: number, what: "it is not what was written")
    #expect(fault { _ = try Journal.open(journal.file, access: .holder).entries() } == expected)
    #expect(VerifyReport(journal.file) == VerifyReport(file: journal.file, entries: number, fault: expected))
  }

  @Test("Nothing is appended to a session whose chain is broken")
  func appendAfterDamage() throws {
    let journal = try scratch.journal(notes: 3)
    try change(journal, "UPDATE entry SET wall = wall + 1 WHERE number = 2")
    journal.close()
    let again = try Journal.open(journal.file, access: .holder)
    #expect(fault { try again.add(4) }?.kind == .wrongInput)
  }

  @Test(
    "Editing the rows is found out, at the first wrong row",
    arguments: [
      ("DELETE FROM entry WHERE number = 2", 2),
      ("DELETE FROM entry WHERE number = 0", 0),
      ("UPDATE entry SET number = -1 WHERE number = 3", 3),
      ("UPDATE entry SET payload = (SELECT payload FROM entry WHERE number = 1) WHERE number = 2", 2),
      ("UPDATE entry SET hash = x'00' WHERE number = 1", 1),
      ("UPDATE entry SET command = 'c9' WHERE number = 3", 3),
      ("UPDATE entry SET boottime = 0 WHERE number = 2", 2),
      ("UPDATE entry SET boot = 'x' WHERE number = 4", 4),
      ("UPDATE entry SET payload = x'' WHERE number = 4", 4),
    ])
  func edits(sql: String, entry: Int) throws {
    let journal = try scratch.journal(notes: 5)
    try change(journal, sql)
    guard case .damaged(_, let found, _)? = VerifyReport(journal.file).fault else {
      Issue.record("not found: \(sql)")
      return
    }
    #expect(found == entry)
  }

  @Test("A row slipped in before the first is found")
  func before() throws {
    let journal = try scratch.journal(notes: 5)
    try change(
      journal,
      "INSERT INTO entry (number, command, boottime, wall, payload, hash) VALUES (-1, 'x', 0, 0, x'', x'')")
    #expect(VerifyReport(journal.file).fault?.kind == .wrongInput)
  }

  @Test("A log that was cut off leaves the entries before, whole and in order", arguments: 1...12)
  func truncatedLog(seed: Int) throws {
    let journal = try scratch.journal(notes: 30)
    let log = try scratch.bytes(journal.file.path + "-wal")
    let copy = scratch.store.file("copy")
    try scratch.overwrite(copy.path, try scratch.bytes(journal.file.path))
    var chance = Chance(seed: UInt64(seed))
    try scratch.overwrite(copy.path + "-wal", Array(log.prefix(chance.next(log.count))))
    let found = fault {
      let entries = try Journal.open(copy, access: .reading).entries()
      #expect(entries == Array(([Sample.opening("q3")] + (1...30).map { Sample.note($0) }).prefix(entries.count)))
    }
    // With the log of the first entries gone, there is no session yet.
    #expect(found == nil || found == .notASession(path: copy.path) || found?.kind == .wrongInput)
  }

  @Test("A bit that flips in the log is found, or leaves the entries before, whole and in order", arguments: 1...6)
  func flippedLog(seed: Int) throws {
    let journal = try scratch.journal(notes: 30)
    let log = try scratch.bytes(journal.file.path + "-wal")
    let copy = scratch.store.file("copy")
    let expected = [Sample.opening("q3")] + (1...30).map { Sample.note($0) }
    var chance = Chance(seed: UInt64(seed))
    for _ in 0..<20 {
      var bytes = log
      bytes[chance.next(bytes.count)] ^= UInt8(1 << chance.next(8))
      try scratch.overwrite(copy.path, try scratch.bytes(journal.file.path))
      try scratch.overwrite(copy.path + "-wal", bytes)
      unlink(copy.path + "-shm")
      let found = fault {
        let entries = try Journal.open(copy, access: .holder).entries()
        #expect(entries == Array(expected.prefix(entries.count)))
      }
      #expect(found == nil || found?.kind == .wrongInput)
    }
  }

  @Test("A file that was cut off is found", arguments: [1, 3, 5])
  func truncatedFile(pages: Int) throws {
    let journal = try scratch.journal(notes: 200)
    journal.close()
    let whole = try scratch.bytes(journal.file.path)
    try scratch.overwrite(journal.file.path, Array(whole.prefix(pages * 4096)))
    #expect(VerifyReport(journal.file).fault?.kind == .wrongInput)
  }

  @Test("A mark of the end whose values are gone is damage, and does not end the program")
  func emptyMark() throws {
    let journal = try scratch.journal(notes: 3)
    try change(
      journal,
      """
      DROP TABLE IF EXISTS mark; CREATE TABLE mark (id, live, count, hash);
      INSERT INTO mark VALUES (1, NULL, NULL, NULL)
      """)
    #expect(VerifyReport(journal.file).fault?.kind == .wrongInput)
  }

  private func change(_ journal: Journal, _ sql: String) throws {
    try journal.opened().execute(sql)
  }
}
