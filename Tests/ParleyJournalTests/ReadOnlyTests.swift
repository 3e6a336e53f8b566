import Foundation
import Testing

@testable import ParleyJournal

@Suite struct ReadOnlyTests {
  let scratch = Scratch()
  // Permissions mean nothing to root.
  private let nobody = getuid() == 0 ? ["--user", "65534"] : []

  private func sessionForAll() throws -> Journal {
    let journal = try scratch.journal("q3", notes: 4)
    journal.close()
    chmod(scratch.directory, 0o755)
    chmod(journal.file.path, 0o444)
    return journal
  }

  @Test("A session that may only be read is read, and cannot be held")
  func fileMode() throws {
    let journal = try sessionForAll()
    let reader = try Writer(["time", journal.file.path] + nobody)
    #expect(reader.nextLine()?.hasPrefix("5 entries") == true)
    reader.rest()
    #expect(reader.status == 0)
    let writer = try Writer(["append", scratch.directory, "q3", "1"] + nobody)
    #expect(writer.rest().count == 1)
    #expect(writer.status == 73)
    #expect(VerifyReport(journal.file).entries == 5)
  }

  @Test("The fault names a file that may not be read")
  func unreadable() throws {
    let journal = try sessionForAll()
    chmod(journal.file.path, 0o200)
    let reader = try Writer(["time", journal.file.path] + nobody)
    #expect(reader.rest() == ["fault \(JournalFault.notReadable(path: journal.file.path, why: "Permission denied"))"])
    #expect(reader.status == 66)
  }

  @Test("A store that may not be written takes no session")
  func folderMode() throws {
    try scratch.store.prepare()
    chmod(scratch.directory, 0o555)
    let writer = try Writer(["append", scratch.directory, "new", "1"] + nobody)
    #expect(writer.rest().first?.contains("cannot be created: Permission denied") == true)
    #expect(writer.status == 73)
    chmod(scratch.directory, 0o700)
  }

  @Test("The fault names a store that cannot be made")
  func noFolder() throws {
    try scratch.store.prepare()
    try scratch.overwrite(scratch.directory + "/file", [1])
    let store = Store(directory: scratch.directory + "/file/store")
    #expect(fault { try store.prepare() }?.kind == .cannotCreate)
  }

  @Test(
    "A session can be read on a read-only medium, whether it was left in order or not", .enabled(if: Tmpfs.isPermitted))
  func medium() throws {
    let disk = try #require(Tmpfs(kilobytes: 1000))
    let journal = try scratch.journal("q3", notes: 4)
    try journal.opened().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try FileManager.default.copyItem(atPath: journal.file.path, toPath: disk.path + "/held 100%?.parley")
    journal.close()
    try FileManager.default.copyItem(atPath: journal.file.path, toPath: disk.path + "/left.parley")
    #expect(disk.protect())
    for name in ["held 100%?", "left"] {
      let reader = try Journal.open(path: "\(disk.path)/\(name).parley", access: .reading)
      #expect(try reader.entries().count == 5)
      #expect(fault { _ = try Journal.open(reader.file, access: .holder) }?.kind == .cannotCreate)
    }
  }
}
