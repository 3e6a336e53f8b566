import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

@Suite struct JournalTests {
  let scratch = Scratch()

  @Test("The next process that opens the file reads the entries back as they were given")
  func reopening() throws {
    let journal = try scratch.journal(notes: 3)
    journal.close()
    let again = try Journal.open(journal.file, access: .holder)
    #expect(try again.entries() == [Sample.opening("q3")] + (1...3).map { Sample.note($0) })
    #expect(try again.add(4) == 4)
    again.close()
    #expect(try Journal.open(journal.file, access: .reading).entries().count == 5)
  }

  @Test("A session is read while another holds it")
  func readingWhileHeld() throws {
    let journal = try scratch.journal(notes: 2)
    let reader = try Journal.open(journal.file, access: .reading)
    #expect(try reader.entries().count == 3)
    try journal.add(3)
    #expect(try reader.entries().count == 4)
  }

  @Test("A command that is given again under its id is not carried out twice")
  func idempotence() throws {
    let journal = try scratch.journal(notes: 3)
    #expect(try journal.append(Sample.note(4, "again"), commandID: "c2", clock: Sample.clock(9)) == 2)
    #expect(try journal.entries().count == 4)
    #expect(try journal.append(Sample.note(4), commandID: "c4", clock: Sample.clock(9)) == 4)
  }

  @Test("An entry that is not the next one is refused, and the right one still goes in", arguments: [0, 2, 4, -1])
  func order(number: Int) throws {
    let journal = try scratch.journal(notes: 2)
    let found = fault { try journal.append(Sample.note(number), commandID: "x", clock: Sample.clock(1)) }
    #expect(found == .outOfOrder(path: journal.file.path, expected: 3, given: number))
    #expect(try journal.add(3) == 3)
  }

  @Test("A reader cannot append")
  func readerAppends() throws {
    let journal = try scratch.journal()
    let reader = try Journal.open(journal.file, access: .reading)
    #expect(fault { try reader.add(1) } == .notWritable(path: journal.file.path))
  }

  @Test("The commands' ids and the clocks are kept, across restarts of the machine too")
  func clocks() throws {
    let journal = try scratch.journal(notes: 1)
    let later = Sample.clock(3, boot: "00000000-0000-4000-8000-000000000000")
    try journal.append(Sample.note(2), commandID: "c2", clock: later)
    try journal.append(Sample.note(3), commandID: "c3", clock: later)
    let kept = try Journal.open(journal.file, access: .reading).kept()
    #expect(kept.map(\.commandID) == ["open", "c1", "c2", "c3"])
    #expect(kept.map(\.clock) == [Sample.clock(0), Sample.clock(1), later, later])
    #expect(journal.lastClock?.reading == later)
    #expect(journal.lastClock?.at == Sample.start.adding(seconds: 3))
  }

  @Test("Only the owner can read the files")
  func modes() throws {
    let journal = try scratch.journal(notes: 1)
    #expect(mode(scratch.directory) == 0o700)
    #expect(mode(journal.file.path) == 0o600)
    #expect(mode(journal.file.path + "-wal") == 0o600)
    #expect(mode(journal.file.path + "-shm") == 0o600)
    #expect(mode(journal.file.lockPath) == 0o600)
  }

  @Test("A session that is left is one file, in a mode that can be read anywhere")
  func leaving() throws {
    let journal = try scratch.journal(notes: 2)
    journal.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory) == ["q3.parley"])
    // Bytes 18 and 19: 1 is a rollback journal, 2 a write-ahead log (sqlite.org/fileformat.html).
    #expect(try scratch.bytes(journal.file.path)[18...19] == [1, 1])
  }

  @Test("A sealed session is one file, and takes entries again")
  func sealing() throws {
    let journal = try scratch.journal(notes: 2)
    try journal.seal()
    #expect(!exists(journal.file.path + "-wal"))
    try journal.add(3)
    #expect(exists(journal.file.path + "-wal"))
    #expect(try Journal.open(journal.file, access: .reading).entries().count == 4)
  }

  @Test("A preallocated log takes entries without growing, and a copy of it has them all")
  func laidOut() throws {
    let journal = try scratch.journal(notes: 3)
    journal.makeRoom()
    let length = try scratch.bytes(journal.file.path + "-wal").count
    #expect(length == Journal.logBytes)
    // Beyond the page at which SQLite begins its log again.
    for number in 4..<700 { try journal.add(number) }
    #expect(try scratch.bytes(journal.file.path + "-wal").count == length)
    let copy = scratch.store.file("copy")
    for ending in ["", "-wal"] {
      try scratch.overwrite(copy.path + ending, scratch.bytes(journal.file.path + ending))
    }
    #expect(try Journal.open(copy, access: .holder).entries().count == 700)
    journal.close()
    #expect(!exists(journal.file.path + "-wal"))
  }

  @Test("Every commit is synced")
  func durability() throws {
    let journal = try scratch.journal()
    let connection = try journal.opened()
    #expect(try connection.first("PRAGMA journal_mode") == [.text("wal")])
    #expect(try connection.first("PRAGMA synchronous") == [.integer(2)])
    #expect(try connection.first("PRAGMA secure_delete") == [.integer(1)])
    #expect(try connection.first("PRAGMA trusted_schema") == [.integer(0)])
  }

  @Test("An id that is taken is refused, and the session there stays")
  func taken() throws {
    let journal = try scratch.journal(notes: 1)
    journal.close()
    #expect(fault { _ = try scratch.journal() } == .exists(path: journal.file.path))
    #expect(try Journal.open(journal.file, access: .reading).entries().count == 2)
  }

  @Test("A session that could not be made leaves nothing behind but the store")
  func notMade() throws {
    try scratch.store.prepare()
    mkdir(scratch.directory + "/.q3.new", 0o700)
    #expect(fault { _ = try scratch.journal() }?.kind == .cannotCreate)
    rmdir(scratch.directory + "/.q3.new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory).isEmpty)
    #expect(try scratch.journal(notes: 1).entries().count == 2)
  }

  @Test("The remains of a writer that was killed while it made a session are in nobody's way")
  func leftDraft() throws {
    try scratch.store.prepare()
    try scratch.overwrite(scratch.directory + "/.q3.new", [1, 2, 3])
    #expect(scratch.store.list().isEmpty)
    let journal = try scratch.journal()
    journal.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory) == ["q3.parley"])
  }

  @Test("A closed journal cannot be used any more")
  func closed() throws {
    let journal = try scratch.journal(notes: 1)
    journal.close()
    #expect(fault { try journal.add(2) }?.kind == .readOrWrite)
    #expect(fault { _ = try journal.entries() }?.kind == .readOrWrite)
    #expect(try Journal.open(journal.file, access: .reading).entries().count == 2)
  }

  @Test("Text of any kind comes back unchanged")
  func text() throws {
    let journal = try scratch.journal()
    let words = ["Ä 予算 👩‍👩‍👧 \u{202E}", "a\"b\\c\nd\u{1}", String(repeating: "x", count: 100_000), ""]
    for (index, word) in words.enumerated() { try journal.add(index + 1, word) }
    let entries = try Journal.open(journal.file, access: .reading).entries()
    #expect(entries.dropFirst().map(\.events) == words.map { [Noted(text: $0).event] })
  }

  @Test("A long session, read in several parts, is the same")
  func long() throws {
    let journal = try scratch.journal()
    let connection = try journal.opened()
    try connection.writing {
      var tail = try #require(journal.tail)
      for number in 1...9000 {
        tail = try JournalEntry(entry: Sample.note(number), commandID: "c\(number)", clock: Sample.clock(number))
          .insert(after: tail, connection)
      }
      journal.tail = tail
    }
    #expect(try journal.add(9001) == 9001)
    let reader = try Journal.open(journal.file, access: .reading)
    let entries = try reader.entries()
    #expect(entries.map(\.number) == Array(0...9001))
    #expect(entries.last == Sample.note(9001))
    #expect(reader.lastClock?.reading == Sample.clock(9001))
  }

  @Test("The events are printed as JSON lines, with the number, time and words of their command")
  func lines() throws {
    let journal = try scratch.journal(notes: 1)
    try journal.append(
      Entry(number: 2, at: Sample.start, by: .facilitator, line: "resume", events: []), commandID: "c2",
      clock: Sample.clock(2))
    try journal.append(
      Entry(
        number: 3, at: Sample.start, by: .stakeholder(StakeholderID("ceo")), line: "x",
        events: [Paused().event, Resumed().event]),
      commandID: "c3", clock: Sample.clock(3))
    let lines = try Journal.open(journal.file, access: .reading).lines()
    #expect(
      Array(lines.dropFirst()) == [
        #"{"entry":1,"at":"\#(Sample.start.adding(seconds: 1))","by":"note-taker","line":"note \"note 1\"","event":{"event":"noted","text":"note 1"}}"#,
        #"{"entry":2,"at":"\#(Sample.start)","by":"facilitator","line":"resume","event":null}"#,
        #"{"entry":3,"at":"\#(Sample.start)","by":"ceo","line":"x","event":{"event":"paused"}}"#,
        #"{"entry":3,"at":"\#(Sample.start)","by":"ceo","line":"x","event":{"event":"resumed"}}"#,
      ])
  }
}
