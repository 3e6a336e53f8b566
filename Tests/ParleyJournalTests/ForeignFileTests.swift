import Foundation
import Testing

@testable import ParleyJournal

@Suite struct ForeignFileTests {
  let scratch = Scratch()

  private func place(_ bytes: [UInt8]) throws -> SessionFile {
    try scratch.store.prepare()
    let file = scratch.store.file("strange")
    try scratch.overwrite(file.path, bytes)
    return file
  }

  @Test("A missing session is not found", arguments: [Journal.Access.holder, .reading])
  func missing(access: Journal.Access) throws {
    try scratch.store.prepare()
    let file = scratch.store.file("gone")
    #expect(fault { _ = try Journal.open(file, access: access) } == .notFound(file.path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory).isEmpty)
  }

  @Test(
    "A file of another kind is not a session, and stays as it was",
    arguments: [[], Array("parley: 1\ntitle: Q3\n".utf8), [UInt8](repeating: 0, count: 8192)])
  func otherKinds(bytes: [UInt8]) throws {
    let file = try place(bytes)
    for access in [Journal.Access.reading, .holder] {
      let found = fault { _ = try Journal.open(file, access: access).entries() }
      #expect(found == .notASession(path: file.path))
      #expect(found?.kind == .wrongInput)
    }
    #expect(try scratch.bytes(file.path) == bytes)
  }

  @Test("Another program's SQLite file is not a session, and stays as it was")
  func otherDatabase() throws {
    try scratch.store.prepare()
    let file = scratch.store.file("other")
    try scratch.overwrite(file.path, [])
    try SQLiteConnection(file.path, .writing).execute("CREATE TABLE entry (number INTEGER PRIMARY KEY)")
    let before = try scratch.bytes(file.path)
    #expect(fault { _ = try Journal.open(file, access: .holder) } == .notASession(path: file.path))
    #expect(try scratch.bytes(file.path) == before)
  }

  @Test("A folder is not a session")
  func folder() throws {
    let file = scratch.store.file("folder")
    try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
    #expect(fault { _ = try Journal.open(file, access: .reading) }?.kind == .notFound)
  }

  @Test("A session of a newer version is refused with its format, and stays as it was")
  func newer() throws {
    let journal = try scratch.journal(notes: 1)
    try journal.opened().execute("PRAGMA user_version = 7")
    journal.close()
    let before = try scratch.bytes(journal.file.path)
    for access in [Journal.Access.reading, .holder] {
      let found = fault { _ = try Journal.open(journal.file, access: access) }
      #expect(found == .newerVersion(path: journal.file.path, version: 7))
    }
    #expect(try scratch.bytes(journal.file.path) == before)
  }

  @Test("An event that this version does not know is named, with its entry")
  func unknownEvent() throws {
    let journal = try scratch.journal(notes: 2)
    let payload = Array(#"{"n":3,"at":0,"by":"facilitator","line":"x","events":[{"event":"sung"}]}"#.utf8)
    try journal.appendRaw(payload, number: 3)
    let found = fault { _ = try journal.entries() }
    #expect(found == .damaged(path: journal.file.path, entry: 3, what: "event sung cannot be read"))
  }

  @Test("A file named like a URI is a file")
  func uri() throws {
    try scratch.store.prepare()
    let journal = try scratch.journal("file:x?mode=memory", notes: 1)
    #expect(exists(scratch.directory + "/file:x?mode=memory.parley"))
    journal.close()
    #expect(try Journal.open(journal.file, access: .reading).entries().count == 2)
  }
}

extension Journal {
  /// A row that is chained correctly, whatever its content.
  func appendRaw(_ payload: [UInt8], number: Int) throws {
    let tail = try #require(tail)
    let digest = payload.withUnsafeBytes { payload in
      var chain = Chain()
      let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
      return chain.digest(
        after: tail.digest, number: number, commandID: nothing, bootID: nothing, bootMs: 0, wallMs: 0, payload: payload)
    }
    try opened().run(
      "INSERT INTO entry (number, command, boot, boottime, wall, payload, hash) VALUES (?, '', NULL, 0, 0, ?, ?)",
      .integer(Int64(number)), .blob(payload), .blob(digest.bytes))
  }
}
