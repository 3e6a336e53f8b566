import Foundation
import ParleyCore
import TerminalProbe
import TestFixtures
import Testing

@testable import ParleyJournal

@Suite struct KillTests {
  let scratch = Scratch()

  @Test("Every acknowledged entry is there after kill -9, and the chain is whole", arguments: 1...4)
  func kills(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    var acknowledged = -1
    let file = scratch.store.file("killed")
    for _ in 0..<60 {
      let writer = try Writer(["append", scratch.directory, "killed"])
      for _ in 0..<chance.next(6) {
        _ = writer.nextLine().flatMap { Int($0) }.map { acknowledged = max(acknowledged, $0) }
      }
      for line in writer.kill() { acknowledged = max(acknowledged, Int(line) ?? -1) }
      guard acknowledged >= 0 else { continue }
      let report = VerifyReport(file)
      #expect(report.fault == nil)
      #expect(report.entries > acknowledged)
    }
    #expect(acknowledged > 60)
    #expect(Holder.current(lockPath: file.lockPath) == nil)
  }
}
