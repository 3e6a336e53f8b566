import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

@Suite struct PrivateMapTests {
  let scratch = Scratch()

  private let map = StakeholderMap(entries: [
    StakeholderID("ceo"): .init(
      influence: .veryHigh, interest: "Grösse \"und\" Ruhm", alignment: .misaligned,
      objections: ["SECRET-OBJECTION", "b"],
      requests: ["c"], salience: [.power, .urgency], message: "line\nbreak",
      survey: .init(outcome: "o", worry: "w", nonNegotiable: "n"), met: CalendarDate("2027-06-20")),
    StakeholderID("vp"): .init(),
  ])

  @Test("The map comes back as it was written, from a file that only its owner can read")
  func roundTrip() throws {
    let journal = try scratch.journal()
    try journal.file.write(map)
    #expect(journal.file.privatePath == scratch.directory + "/q3.private")
    #expect(mode(journal.file.privatePath) == 0o600)
    #expect(try journal.file.readMap() == map)
    try journal.file.write(StakeholderMap())
    #expect(try journal.file.readMap() == StakeholderMap())
  }

  @Test("Notes, authority and metric come back too; of a map without notes nothing says so")
  func notes() throws {
    let journal = try scratch.journal()
    var map = self.map
    map.entries[StakeholderID("vp")] = .init(authority: .veto, metric: "churn")
    try journal.file.write(map)
    #expect(!String(decoding: try scratch.bytes(journal.file.privatePath), as: UTF8.self).contains("notes"))
    let note = PrivateNote(text: "He \"bluffs\"\n", at: Instant(milliseconds: 1_800_000_000_123))
    for _ in 0..<2 { try journal.keep(.note(note)) }
    map.notes = [note]
    #expect(try journal.file.readMap() == map)
    #expect(mode(journal.file.privatePath) == 0o600)
  }

  @Test("A session without a map has an empty one")
  func none() throws { #expect(try scratch.journal().file.readMap() == StakeholderMap()) }

  @Test("Nothing of the map is in the session's file")
  func apart() throws {
    let journal = try scratch.journal(notes: 3)
    try journal.file.write(map)
    try journal.add(4)
    for path in [journal.file.path, journal.file.path + "-wal"] {
      let text = String(decoding: try scratch.bytes(path), as: UTF8.self)
      #expect(!text.contains("SECRET-OBJECTION"))
    }
    #expect(String(decoding: try scratch.bytes(journal.file.privatePath), as: UTF8.self).contains("SECRET-OBJECTION"))
  }

  @Test(
    "A map that makes no sense is reported as damaged", arguments: ["", "[]", "{\"stakeholders\":{\"a\":1}}", "{"])
  func damaged(text: String) throws {
    let journal = try scratch.journal()
    try scratch.overwrite(journal.file.privatePath, Array(text.utf8))
    #expect(fault { _ = try journal.file.readMap() }?.kind == .wrongInput)
  }

  @Test("A map that cannot be written leaves the old one")
  func notWritten() throws {
    let journal = try scratch.journal()
    try journal.file.write(map)
    let blocked = journal.file.privatePath + ".new"
    mkdir(blocked, 0o700)
    #expect(fault { try journal.file.write(StakeholderMap()) }?.kind == .cannotCreate)
    #expect(try journal.file.readMap() == map)
  }
}
