import Foundation
import ParleyCore
import TerminalProbe
import TestFixtures
import Testing

@testable import ParleyJournal

@Suite struct KillTests {
  let scratch = Scratch()

  /// A writer, and one that often folds its log into the file and closes the file, as a host does in pauses.
  @Test(
    "Every acknowledged entry is there after kill -9, and nothing is told as lost",
    arguments: 1...Sweep.runs(2, whole: 8),
    ["append", "fold"])
  func kills(seed: Int, how: String) throws {
    var chance = Chance(seed: UInt64(seed))
    var acknowledged = -1
    let file = scratch.store.file("killed")
    for _ in 0..<60 {
      let writer = try Writer([how, scratch.directory, "killed"])
      for _ in 0..<chance.next(6) {
        _ = writer.nextLine().flatMap { Int($0) }.map { acknowledged = max(acknowledged, $0) }
      }
      for line in writer.kill() { acknowledged = max(acknowledged, Int(line) ?? -1) }
      guard acknowledged >= 0 else { continue }
      // Whoever asks may be the first reader of what is left, or not.
      if chance.next(2) == 0 { #expect(SessionSummary(file).loss == nil) }
      let report = VerifyReport(file)
      #expect(report.fault == nil)
      #expect(report.entries > acknowledged)
    }
    #expect(acknowledged > 60)
    #expect(Holder.current(lockPath: file.lockPath) == nil)
  }
}
