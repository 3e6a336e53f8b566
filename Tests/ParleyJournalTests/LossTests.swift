import Foundation
import ParleyCore
import TestFixtures
import Testing

@testable import ParleyJournal

@Suite("Entries that were acknowledged and are gone")
struct LossTests {
  let scratch = Scratch()

  /// Copies files of a session as they stand, as a kill leaves them, to another name.
  private func left(_ journal: Journal, _ endings: [String] = ["-wal"], tail: Bool = true) throws -> SessionFile {
    let copy = scratch.store.file("copy")
    for ending in ["", "-wal", "-shm"] { unlink(copy.path + ending) }
    unlink(copy.tailPath)
    for ending in [""] + endings {
      try scratch.overwrite(copy.path + ending, scratch.bytes(journal.file.path + ending))
    }
    if tail { try scratch.overwrite(copy.tailPath, scratch.bytes(journal.file.tailPath)) }
    return copy
  }

  /// What verify says is missing.
  private func loss(_ file: SessionFile) -> Loss? {
    if case .cutOff(_, let loss)? = VerifyReport(file).fault { loss } else { nil }
  }

  private func at(_ number: Int) -> Instant { Sample.note(number).at }

  @Test("What a kill leaves behind is whole")
  func killed() throws {
    let journal = try scratch.journal(notes: 6)
    let report = VerifyReport(try left(journal))
    #expect(report.isWhole && report.entries == 7)
  }

  @Test("A bit that flips in the log is told, unless every entry is there")
  func flipped() throws {
    let journal = try scratch.journal(notes: 6)
    let log = try scratch.bytes(journal.file.path + "-wal")
    var chance = Chance(seed: 11)
    var told = 0
    for _ in 0..<60 {
      let copy = try left(journal)
      var bytes = log
      bytes[chance.next(bytes.count)] ^= UInt8(1 << chance.next(8))
      try scratch.overwrite(copy.path + "-wal", bytes)
      let report = VerifyReport(copy)
      if report.isWhole { #expect(report.entries == 7) } else { told += 1 }
      #expect(report.fault.map { $0.kind == .wrongInput } ?? true)
    }
    #expect(told > 40)
  }

  @Test(
    "A log that was cut off or removed is told, with what is missing and since when", arguments: [0.0, 0.3, 0.7, nil])
  func cutLog(share: Double?) throws {
    let journal = try scratch.journal(notes: 6)
    let copy = try left(journal)
    if let share {
      let log = try scratch.bytes(copy.path + "-wal")
      try scratch.overwrite(copy.path + "-wal", Array(log.prefix(Int(Double(log.count) * share))))
    } else {
      unlink(copy.path + "-wal")
    }
    guard case .entries(let from, 6, let after, at(6))? = loss(copy) else {
      Issue.record("not told: \(VerifyReport(copy))")
      return
    }
    #expect(VerifyReport(copy).entries == from && from < 7)
    #expect(after == (from == 1 ? Sample.start : at(from - 1)))
  }

  @Test("Rows that were deleted at the end of a closed session are told", arguments: 1...4)
  func deletedRows(count: Int) throws {
    let journal = try scratch.journal(notes: 6)
    journal.close()
    try SQLiteConnection(journal.file.path, .writing).execute("DELETE FROM entry WHERE number > \(6 - count)")
    #expect(loss(journal.file) == .entries(from: 7 - count, to: 6, after: at(6 - count), until: nil))
  }

  @Test("A copy of the file alone is known as one while the session is live, and whole once it is closed")
  func copied() throws {
    let journal = try scratch.journal(notes: 3)
    #expect(loss(try left(journal, [], tail: false)) == .copied(entries: 1, until: Sample.start))
    #expect(journal.checkpoint())
    try journal.add(4)
    #expect(loss(try left(journal, [], tail: false)) == .copied(entries: 4, until: at(3)))
    // With its log a copy is as good as the session.
    #expect(VerifyReport(try left(journal, tail: false)).isWhole)
    try journal.seal()
    #expect(VerifyReport(try left(journal, [], tail: false)).isWhole)
    #expect(VerifyReport(journal.file).isWhole)
    journal.close()
    #expect(VerifyReport(journal.file).isWhole)
  }

  @Test("After a pause the file alone holds every entry")
  func checkpointed() throws {
    let journal = try scratch.journal(notes: 25)
    #expect(journal.checkpoint())
    #expect(try Journal.open(try left(journal, [], tail: false), access: .reading).entries().count == 26)
    try journal.add(26)
    #expect(try Journal.open(journal.file, access: .reading).entries().count == 27)
  }

  @Test("The owner alone folds the log into the file: a reader of a session whose holder died leaves both as they were")
  func readers() throws {
    let copy = try left(try scratch.journal(notes: 5))
    let before = try ["", "-wal"].map { try scratch.bytes(copy.path + $0) }
    #expect(VerifyReport(copy).isWhole)
    #expect(SessionSummary(copy).outline?.entries == 6)
    #expect(try ["", "-wal"].map { try scratch.bytes(copy.path + $0) } == before)
  }

  @Test("Nobody goes on with a session that lost its end without saying so, and then it is whole again")
  func goesOn() throws {
    let copy = try left(try scratch.journal(notes: 6))
    let log = try Array(scratch.bytes(copy.path + "-wal").prefix(20_000))
    try scratch.overwrite(copy.path + "-wal", log)
    let lost = try #require(VerifyReport(copy).fault)
    #expect(fault { _ = try Journal.open(copy, access: .holder) } == lost)
    #expect(try scratch.bytes(copy.path + "-wal") == log)
    let journal = try Journal.open(copy, access: .holder, acceptsLoss: true)
    let count = try journal.entries().count
    try journal.add(count)
    #expect(VerifyReport(copy).isWhole)
    journal.close()
    #expect(VerifyReport(copy) == VerifyReport(file: copy, entries: count + 1))
    #expect(!exists(copy.tailPath))
  }

  @Test("A tail file that no holder wrote as a whole says nothing", arguments: [0, 1, 100, 144, 200])
  func unreadable(count: Int) throws {
    let copy = try left(try scratch.journal(notes: 2))
    try scratch.overwrite(copy.tailPath, [UInt8](repeating: 0, count: count))
    #expect(VerifyReport(copy).isWhole)
  }

  @Test("A session of before has no mark, and none is missed: closed, killed, and gone on with")
  func before() throws {
    let journal = try scratch.journal(notes: 3)
    try journal.opened().execute("DROP TABLE mark; PRAGMA wal_checkpoint(TRUNCATE)")
    let old = try left(journal, [], tail: false)
    #expect(VerifyReport(old).isWhole)
    let again = try Journal.open(old, access: .holder)
    #expect(try again.entries().count == 4)
    try again.add(4)
    #expect(VerifyReport(old).isWhole)
    again.close()
    #expect(VerifyReport(old) == VerifyReport(file: old, entries: 5))
  }

  @Test("A session that another one took the place of is told")
  func replaced() throws {
    let copy = try left(try scratch.journal(notes: 3))
    let other = try scratch.journal("other", notes: 5, title: "Another session")
    other.close()
    for ending in ["-wal", "-shm"] { unlink(copy.path + ending) }
    try scratch.overwrite(copy.path, scratch.bytes(other.file.path))
    #expect(loss(copy) == .replaced(entry: 3))
  }
}
