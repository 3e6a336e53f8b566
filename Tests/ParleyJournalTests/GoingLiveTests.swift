import TestFixtures
import Testing

@testable import ParleyJournal

@Suite("A journal that goes live")
struct GoingLiveTests {
  @Test("the first entry after a pause waits for the disk once, as any other does")
  func afterPause() throws {
    let scratch = Scratch()
    try scratch.store.prepare()
    let records = Scratch()
    try records.store.prepare()
    let record = "\(records.directory)/record"
    let writer = try Writer(
      ["fold", scratch.directory, "q3", "4", "--tells-folds", "1"],
      faults: ["PARLEY_FAULTS_UNDER": scratch.directory, "PARLEY_FAULTS_RECORD": record])
    #expect(writer.rest() == ["1", "folded", "2", "3", "folded", "4"])
    let changes = DiskChange.read(try scratch.bytes(record))
    let pauses = changes.split { $0 == .said("folded\n") }
    #expect(pauses.count == 3)
    for changes in pauses.dropFirst() {
      let entry = changes.prefix { if case .said = $0 { false } else { true } }
      #expect(entry.count { if case .synced = $0 { true } else { false } } == 1)
    }
  }
}
