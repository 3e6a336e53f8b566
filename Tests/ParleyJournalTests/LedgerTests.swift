import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

@Suite("The ledger beside the sessions")
struct LedgerTests {
  private func entry(_ what: LedgerEntry.What) -> LedgerEntry { LedgerEntry(at: Sample.start, what: what) }

  @Test("Added entries are read again, by the next process too; without a file the ledger is empty")
  func kept() throws {
    let scratch = Scratch()
    let ledger = Ledger(scratch.store)
    #expect(try ledger.read() == LedgerContents())
    try ledger.append(entry(.measured(GoalID("churn"), 7, note: "a \"b\"\nc", session: "q3")))
    try ledger.append(entry(.measured(GoalID("churn"), 6.5, note: nil, session: nil)))
    try ledger.append(entry(.done(session: "q3", key: "F1")))
    try ledger.append(
      entry(.recalled(session: "q3", StakeholderID("ceo"), .init(goals: true, why: true, metric: false))))
    let outcome = LaterOutcome(ref: "D1", text: "It paid", result: .partlyMet, at: Sample.start)
    try ledger.append(entry(.outcome(session: "q3", outcome)))
    let progress = FeatureProgress(state: .blocked, owner: StakeholderID("ceo"), note: "Waits", at: Sample.start)
    try ledger.append(entry(.feature(session: "q3", FeatureID("crm"), progress)))
    let contents = try Ledger(scratch.store).read()
    #expect(contents.outcomes == ["q3": [outcome]] && contents.features == ["q3": [FeatureID("crm"): progress]])
    #expect(contents.readings.map(\.reading.value) == [7, 6.5])
    #expect(contents.readings.map(\.session) == ["q3", nil])
    #expect(contents.done["q3"]?.keys.sorted() == ["F1"])
    #expect(contents.recalls["q3"]?[StakeholderID("ceo")]?.isWhole == false)
    let mode = try FileManager.default.attributesOfItem(atPath: ledger.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("A line that was cut off takes no other with it, and one of another version is skipped")
  func damaged() throws {
    let scratch = Scratch()
    let ledger = Ledger(scratch.store)
    try ledger.append(entry(.done(session: "q3", key: "F1")))
    let whole = try scratch.bytes(ledger.path)
    try scratch.overwrite(ledger.path, whole + Array("{\"event\":\"later\"}\n{\"at\":\"2027".utf8))
    try ledger.append(entry(.done(session: "q3", key: "F2")))
    #expect(try ledger.read().done["q3"]?.keys.sorted() == ["F1", "F2"])
  }
}

@Suite("All sessions of a store")
struct StoreReadingTests {
  @Test("Each is read, by id, and one that cannot be read takes no other with it")
  func all() throws {
    let scratch = Scratch()
    for number in 1...9 { try scratch.journal("q\(number)", notes: number).close() }
    try scratch.overwrite(scratch.store.file("q5").path, Array("no database at all, but long enough".utf8))
    let sessions = scratch.store.sessions { file, session, _ in "\(file.id) \(session.entries.count)" }
    let read = sessions.map { try? $0.made.get() }
    #expect(read == ["q1 2", "q2 3", "q3 4", "q4 5", nil, "q6 7", "q7 8", "q8 9", "q9 10"])
  }
}
