import Foundation
import TestFixtures
import Testing

@testable import ParleyJournal

@Suite("A disk whose calls fail, one at a time")
struct FailingCallTests {
  let scratch = Scratch()
  private let records = Scratch()

  private static let calls = ["write", "fdatasync", "fsync", "ftruncate", "open", "rename", "unlink"]

  private func faults(_ call: String, _ turn: Int, _ error: String) -> [String: String] {
    [
      "PARLEY_FAULTS_UNDER": scratch.directory, "PARLEY_FAULTS_FAIL": "\(call):\(turn):\(error)",
      "PARLEY_FAULTS_RECORD": record,
    ]
  }

  private var record: String { records.directory + "/record" }

  /// What a writer leaves is whole, has what it acknowledged, and can be gone on with, and then stands alone.
  private func holds(_ acknowledged: Int, _ about: String) throws {
    let file = scratch.store.file("q3")
    if acknowledged == 6, !exists(file.tailPath) {
      // A holder that left nothing beside the file said that it stands alone, without a log (byte 18 of the header).
      #expect(try scratch.bytes(file.path)[18] == 1, "\(about)")
    }
    let report = VerifyReport(file)
    if acknowledged < 0, case .notFound? = report.fault {
      // A session that could not be made has left nothing.
      let left = try FileManager.default.contentsOfDirectory(atPath: scratch.directory)
      #expect(left.filter { $0.contains("-") } == [], "\(about)")
      return
    }
    #expect(report.isWhole && report.entries > acknowledged, "\(about): \(report), acknowledged \(acknowledged)")
    let journal = try Journal.open(file, access: .holder)
    let count = try journal.entries().count
    try journal.append(Sample.note(count), commandID: "after", clock: Sample.clock(count))
    journal.close()
    #expect(VerifyReport(file) == VerifyReport(file: file, entries: count + 1), "\(about)")
    for ending in ["-wal", "-shm", "-journal"] { #expect(!exists(file.path + ending), "\(about): \(ending)") }
  }

  @Test(
    "Whichever call fails in the life of a session, or is its holder's last: nothing acknowledged is lost",
    arguments: calls, Sweep.isWhole ? ["EIO", "ENOSPC", "kill"] : ["EIO", "kill"])
  func once(call: String, error: String) throws {
    var tried = 0
    try records.store.prepare()
    let step = Sweep.isWhole ? 1 : 4
    for turn in stride(from: 1, through: 200, by: step) {
      let before = try? FileManager.default.contentsOfDirectory(atPath: scratch.directory)
      for name in before ?? [] { unlink("\(scratch.directory)/\(name)") }
      unlink(record)
      let writer = try Writer(["fold", scratch.directory, "q3", "7"], faults: faults(call, turn, error))
      let acknowledged = writer.rest().compactMap { Int($0) }.max() ?? -1
      try holds(acknowledged, "\(call) \(turn) \(error)")
      // There are no more such calls in a life.
      guard DiskChange.read(try scratch.bytes(record)).contains(.failed) else { break }
      tried += 1
    }
    print("\(call) \(error): \(tried) tried, none lost")
    #expect(tried > 0)
  }
}
