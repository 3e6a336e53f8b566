import Foundation
import Testing

@testable import ParleyJournal

@Suite struct FullDiskTests {
  let scratch = Scratch()

  private func limitPages(_ journal: Journal) throws {
    let pages = try #require(try journal.opened().first("PRAGMA page_count")?[0].integer)
    try journal.opened().execute("PRAGMA max_page_count = \(pages)")
  }

  private let long = String(repeating: "x", count: 20_000)

  @Test("On a full disk an entry is not saved, and nothing is written before the file has been examined")
  func notSaved() throws {
    let journal = try scratch.journal(notes: 2)
    try limitPages(journal)
    let found = fault { try journal.add(3, long) }
    #expect(found == .diskFull(path: journal.file.path))
    #expect(found?.kind == .readOrWrite)
    #expect(fault { try journal.add(3) }?.kind == .readOrWrite)
    #expect(try Journal.open(journal.file, access: .reading).entries().count == 3)
  }

  @Test("When there is room again, the entry that was not saved goes in under its id")
  func again() throws {
    let journal = try scratch.journal(notes: 2)
    try limitPages(journal)
    #expect(fault { try journal.add(3, long) } != nil)
    #expect(try journal.reopen() == [])
    #expect(try journal.add(3, long) == 3)
    #expect(try journal.add(4) == 4)
    journal.close()
    #expect(VerifyReport(journal.file) == VerifyReport(file: journal.file, entries: 5, fault: nil))
  }

  @Test("An entry that is there although its commit failed is found, and is not written twice")
  func thereAfterAll() throws {
    let journal = try scratch.journal(notes: 2)
    try limitPages(journal)
    #expect(fault { try journal.add(3, long) } != nil)
    let other = try Journal.open(journal.file, access: .holder, lock: journal.lock)
    try other.add(3, long)
    other.disconnect()
    let found = try journal.reopen()
    #expect(found.map(\.commandID) == ["c3"])
    #expect(found.map(\.clock) == [Sample.clock(3)])
    #expect(try journal.add(3, long) == 3)
    #expect(try journal.add(4) == 4)
    #expect(try journal.entries().count == 5)
  }

  @Test("A file that lost an acknowledged entry is not written to")
  func lost() throws {
    let journal = try scratch.journal(notes: 3)
    try limitPages(journal)
    #expect(fault { try journal.add(4, long) } != nil)
    try SQLiteConnection(journal.file.path, .writing).execute("DELETE FROM entry WHERE number = 3")
    #expect(fault { _ = try journal.reopen() }?.kind == .wrongInput)
    #expect(fault { try journal.add(4) } != nil)
  }

  @Test("A file that may not grow keeps every acknowledged entry")
  func fileLimit() throws {
    let writer = try Writer(["append", scratch.directory, "limited", "100000", "--file-limit", "300000"])
    let lines = writer.rest()
    #expect(lines.last?.hasPrefix("fault \(scratch.store.file("limited").path): ") == true)
    #expect(writer.status == 74)
    try expectWhole("limited", lines, in: scratch.store)
  }

  @Test(
    "A disk that is full keeps every acknowledged entry, and takes more once there is room",
    .enabled(if: Tmpfs.isPermitted))
  func fullDisk() throws {
    let disk = try #require(Tmpfs(kilobytes: 400))
    let store = Store(directory: disk.path + "/store")
    try store.prepare()
    try scratch.overwrite(disk.path + "/ballast", [UInt8](repeating: 1, count: 100_000))
    let writer = try Writer(["append", store.directory, "full", "100000"])
    let lines = writer.rest()
    #expect(lines.last?.contains("the disk is full") == true)
    #expect(writer.status == 74)
    try expectWhole("full", lines, in: store)
    unlink(disk.path + "/ballast")
    let more = try Writer(["append", store.directory, "full", "5"])
    #expect(more.rest().count == 5)
    #expect(more.status == 0)
  }

  @Test(
    "Waiting for room costs nothing that stays: the file is opened again once there is some",
    .enabled(if: Tmpfs.isPermitted))
  func waiting() throws {
    let disk = try #require(Tmpfs(kilobytes: 400))
    let store = Store(directory: disk.path + "/store")
    let journal = try Journal.create(
      in: store, id: "q3", opening: Sample.opening("q3"), commandID: "open", clock: Sample.clock(0))
    try scratch.overwrite(disk.path + "/ballast", [UInt8](repeating: 1, count: 100_000))
    var number = 1
    while fault({ try journal.add(number, long) }) == nil { number += 1 }
    for _ in 0..<100 {
      #expect(fault { _ = try journal.reopen() } == .diskFull(path: journal.file.path))
    }
    unlink(disk.path + "/ballast")
    #expect(try journal.reopen() == [])
    #expect(try journal.add(number, long) == number)
    journal.close()
    #expect(VerifyReport(journal.file).entries == number + 1)
  }

  private func expectWhole(_ id: String, _ lines: [String], in store: Store) throws {
    let acknowledged = lines.compactMap { Int($0) }
    #expect(acknowledged.count > 10)
    let report = try store.verify(id)
    #expect(report.fault == nil)
    #expect(report.entries >= acknowledged.count + 1)
  }
}
