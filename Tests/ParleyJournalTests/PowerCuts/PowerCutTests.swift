import Foundation
import TerminalProbe
import TestFixtures
import Testing

@testable import ParleyJournal

@Suite("The power goes")
struct PowerCutTests {
  /// What came of many cuts.
  private struct Outcome {
    var cuts = 0
    /// Cuts after which acknowledged entries were gone.
    var lost = 0
    /// Of these, those that verify called whole.
    var silent = 0
    /// Cuts after which verify found fault although every acknowledged entry was there.
    var criedWolf = 0
    /// Cuts after which the session could not be gone on with.
    var stuck = 0

    var words: String {
      "\(cuts) power cuts: \(lost) lost acknowledged entries, \(silent) of them in silence; cried wolf \(criedWolf), stuck \(stuck)"
    }
  }

  private static let cuts = Sweep.runs(60, whole: 300)

  /// A life with three holders: one that is killed, one that often folds its log and closes its file and is killed too,
  /// and one that leaves in order.
  private func life(_ scratch: Scratch) throws -> [DiskChange] {
    let lives = [["append", "14"], ["fold", "34"], ["append", "44"], ["fold", "50"]]
    var changes: [DiskChange] = []
    try scratch.store.prepare()
    let records = Scratch()
    try records.store.prepare()
    for (turn, life) in lives.enumerated() {
      let record = "\(records.directory)/record-\(turn)"
      let ending = turn == 0 || turn == 1 ? ["--unclosed", "1"] : []
      let writer = try Writer(
        [life[0], scratch.directory, "q3", life[1]] + ending,
        faults: ["PARLEY_FAULTS_UNDER": scratch.directory, "PARLEY_FAULTS_RECORD": record])
      #expect(!writer.rest().isEmpty)
      changes += DiskChange.read(try scratch.bytes(record))
    }
    return changes
  }

  /// Cuts the power at moments that chance chooses, and looks what is left.
  private func cut(_ changes: [DiskChange], obeys: Bool, _ chance: inout Chance) throws -> Outcome {
    var outcome = Outcome()
    var disk = RecordedDisk(obeys: obeys)
    var acknowledged = -1
    let share = max(1, changes.count / Self.cuts)
    for change in changes {
      disk.go(through: change)
      if case .said(let words) = change { acknowledged = Int(words.dropLast()) ?? acknowledged }
      let count = Self.cuts > changes.count ? Self.cuts / changes.count : chance.next(share) == 0 ? 1 : 0
      for _ in 0..<count { try look(at: disk.afterCut(&chance), acknowledged, &outcome) }
    }
    return outcome
  }

  /// Cuts the power while a log is cut to nothing and begun again, which no chance picks often.
  private func cutWhileLogsBegin(_ changes: [DiskChange], _ chance: inout Chance) throws -> Outcome {
    var outcome = Outcome()
    var disk = RecordedDisk()
    var acknowledged = -1
    var beginning: Set<UInt64> = []
    for change in changes {
      disk.go(through: change)
      switch change {
      case .said(let words): acknowledged = Int(words.dropLast()) ?? acknowledged
      case .truncated(let file, to: 0): beginning.insert(file)
      case .synced(let file): beginning.remove(file)
      default: break
      }
      guard case .written(let file, _, _) = change, beginning.contains(file) else { continue }
      for _ in 0..<Sweep.runs(10, whole: 40) { try look(at: disk.afterCut(&chance), acknowledged, &outcome) }
    }
    return outcome
  }

  private func look(at files: [String: [UInt8]], _ acknowledged: Int, _ outcome: inout Outcome) throws {
    let scratch = Scratch()
    try scratch.store.prepare()
    for (name, bytes) in files {
      let last = name.split(separator: "/").last.map(String.init) ?? name
      _ = FileManager.default.createFile(
        atPath: "\(scratch.directory)/\(last)", contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    }
    outcome.cuts += 1
    let file = scratch.store.file("q3")
    let report = VerifyReport(file)
    // Until the first answer there may be no session.
    if acknowledged < 0, case .notFound? = report.fault { return }
    if report.entries <= acknowledged {
      outcome.lost += 1
      if report.isWhole { outcome.silent += 1 }
      return
    }
    if !report.isWhole { outcome.criedWolf += 1 }
    let isUsable = fault {
      let journal = try Journal.open(file, access: .holder)
      let count = try journal.entries().count
      try journal.append(Sample.note(count), commandID: "after", clock: Sample.clock(count))
      journal.close()
    }
    if isUsable != nil || VerifyReport(file).entries <= report.entries { outcome.stuck += 1 }
  }

  @Test(
    "at any moment: every acknowledged entry is there, verify finds nothing missing, and the session goes on",
    arguments: 1...Sweep.runs(2, whole: 3))
  func anyMoment(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let outcome = try cut(life(Scratch()), obeys: true, &chance)
    print(outcome.words)
    #expect(outcome.cuts > 30)
    #expect(outcome.lost == 0 && outcome.criedWolf == 0 && outcome.stuck == 0)
  }

  @Test("while a log is begun again: nothing of the one before comes back over what was folded")
  func whileLogsBegin() throws {
    var chance = Chance(seed: 11)
    let outcome = try cutWhileLogsBegin(life(Scratch()), &chance)
    print("while logs begin, \(outcome.words)")
    #expect(outcome.cuts > 30)
    #expect(outcome.lost == 0 && outcome.criedWolf == 0 && outcome.stuck == 0)
  }

  @Test("a disk that lies about its syncs loses entries, which shows that the cuts are sharp")
  func lyingDisk() throws {
    var chance = Chance(seed: 7)
    let outcome = try cut(life(Scratch()), obeys: false, &chance)
    print("a lying disk, \(outcome.words)")
    #expect(outcome.lost > 10)
  }
}
