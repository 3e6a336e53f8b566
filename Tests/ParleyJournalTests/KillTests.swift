import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

@Suite struct KillTests {
  let scratch = Scratch()

  @Test("Whatever was acknowledged is there after kill -9, and the chain is whole", arguments: 1...4)
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

/// Numbers that are the same in every run (splitmix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
