import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

@Suite("A session whose file is taken away while it is held")
struct TakenAwayTests {
  let scratch = Scratch()

  /// What somebody else does to the file.
  enum Deed: String, CaseIterable {
    case removed, moved, replaced, overwritten, emptied, folderRemoved, folderMoved
  }

  private func entries(_ count: Int) -> [Entry] {
    [Sample.opening("q3")] + (1..<count).map { Sample.note($0) }
  }

  /// A session with three notes, and a backup with the first of them.
  private func held() throws -> Journal {
    let journal = try scratch.journal(notes: 1)
    #expect(journal.checkpoint())
    try scratch.overwrite(scratch.directory + "/backup", scratch.bytes(journal.file.path))
    try journal.add(2)
    #expect(journal.checkpoint())
    try journal.add(3)
    return journal
  }

  @Test(
    "Nothing is acknowledged that goes to no file; all of it is written anew beside, and goes on there",
    arguments: Deed.allCases)
  func deeds(deed: Deed) throws {
    let journal = try held()
    defer { try? FileManager.default.removeItem(atPath: scratch.directory + "-moved") }
    let old = journal.file
    #expect(fault { try journal.examine() } == nil)
    try carryOut(deed, on: old, in: scratch)
    #expect(fault { try journal.examine() } == .takenAway(path: old.path))
    #expect(fault { try journal.add(4) }?.kind == .readOrWrite)
    #expect(try journal.recover() == [])
    #expect(journal.file.path == scratch.directory + "/q3-rescued.parley")
    #expect(try journal.add(4) == 4)
    #expect(VerifyReport(journal.file) == VerifyReport(file: journal.file, entries: 5))
    let kept = try Journal.open(journal.file, access: .reading).kept()
    #expect(kept.map(\.entry) == entries(5))
    #expect(kept.map(\.commandID) == ["open", "c1", "c2", "c3", "c4"])
    journal.close()
    #expect(VerifyReport(journal.file) == VerifyReport(file: journal.file, entries: 5))
    // Nothing of this holder's is left at the old name.
    for path in [old.path + "-wal", old.path + "-shm", old.tailPath, old.lockPath] {
      #expect(!exists(path), "\(path)")
    }
    #expect(try scratch.store.find("q3") == (exists(old.path) ? old : journal.file))
  }

  @Test(
    "What was put in the place of the file is left alone, and nobody is kept from it",
    arguments: [Deed.replaced, .overwritten])
  func putThere(deed: Deed) throws {
    let journal = try held()
    let backup = try scratch.bytes(scratch.directory + "/backup")
    try carryOut(deed, on: journal.file, in: scratch)
    let old = journal.file
    _ = try journal.recover()
    #expect(try scratch.bytes(old.path) == backup)
    let other = try Journal.open(old, access: .holder, acceptsLoss: true)
    #expect(try other.entries() == entries(2))
    try other.add(2)
    try journal.add(4)
    other.close()
    journal.close()
    #expect(VerifyReport(old) == VerifyReport(file: old, entries: 3))
    #expect(VerifyReport(journal.file) == VerifyReport(file: journal.file, entries: 5))
  }

  @Test("A file that was moved has all that was given until then")
  func movedFile() throws {
    let journal = try held()
    try carryOut(.moved, on: journal.file, in: scratch)
    _ = try journal.recover()
    let moved = scratch.store.file("elsewhere")
    #expect(try Journal.open(moved, access: .reading).entries() == entries(4))
    #expect(
      VerifyReport(moved).fault
        == .cutOff(path: moved.path, .copied(entries: 4, until: Sample.note(3).at)))
  }

  @Test("Where the file itself is what it was, the session goes on in it")
  func sameFile() throws {
    let journal = try held()
    let old = journal.file
    utime(old.path, nil)
    #expect(fault { try journal.add(4) }?.kind == .readOrWrite)
    // This one is on disk: it was in doubt alone.
    #expect(try journal.recover().map(\.entry.number) == [4])
    unlink(old.path + "-wal")
    #expect(fault { try journal.add(5) }?.kind == .readOrWrite)
    #expect(try journal.recover().map(\.entry.number) == [5])
    unlink(old.lockPath)
    #expect(fault { try journal.examine() } == .takenAway(path: old.path))
    _ = try journal.recover()
    #expect(Holder.current(lockPath: old.lockPath)?.pid == getpid())
    #expect(try journal.add(6) == 6)
    #expect(journal.file == old)
    journal.close()
    #expect(VerifyReport(old) == VerifyReport(file: old, entries: 7))
  }

  @Test("A second loss finds a second name, and both answer to the name of before in turn")
  func twice() throws {
    let journal = try held()
    try carryOut(.removed, on: journal.file, in: scratch)
    _ = try journal.recover()
    let first = journal.file
    #expect(first.originalID == "q3")
    try journal.add(4)
    try FileManager.default.moveItem(atPath: first.path, toPath: scratch.directory + "/kept")
    try scratch.overwrite(first.path, [1, 2, 3])
    _ = try journal.recover()
    #expect(journal.file.id == "q3-rescued-2")
    journal.close()
    #expect(try scratch.store.find("q3") == journal.file)
    unlink(first.path)
    #expect(try scratch.store.find("q3") == journal.file)
    #expect(VerifyReport(journal.file).entries == 5)
  }

  @Test("The private map and the seats come along, even if nothing is left of the folder")
  func companions() throws {
    let journal = try held()
    let map = StakeholderMap(entries: [StakeholderID("ceo"): .init(interest: "Growth")])
    try journal.file.write(map)
    #expect(journal.checkpoint())
    try carryOut(.folderRemoved, on: journal.file, in: scratch)
    _ = try journal.recover()
    #expect(try journal.file.readMap() == map)
    #expect(mode(journal.file.privatePath) == 0o600)
    #expect(mode(scratch.directory) == 0o700)
  }
}

/// Does to the file of a session what somebody else may do.
func carryOut(_ deed: TakenAwayTests.Deed, on file: SessionFile, in scratch: Scratch) throws {
  let files = FileManager.default
  switch deed {
  case .removed: try files.removeItem(atPath: file.path)
  case .moved:
    try files.moveItem(atPath: file.path, toPath: scratch.directory + "/elsewhere.parley")
  case .replaced: rename(scratch.directory + "/backup", file.path)
  case .overwritten:
    try Data(scratch.bytes(scratch.directory + "/backup")).write(
      to: URL(fileURLWithPath: file.path))
  case .emptied: truncate(file.path, 0)
  case .folderRemoved: try files.removeItem(atPath: scratch.directory)
  case .folderMoved:
    try files.moveItem(atPath: scratch.directory, toPath: scratch.directory + "-moved")
  }
}
