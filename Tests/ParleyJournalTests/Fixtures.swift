import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

/// A store for one test, which is removed with this value.
final class Scratch {
  let store: Store
  var directory: String { store.directory }

  init() {
    let name = "parley-journal-\(UUID().uuidString)"
    store = Store(directory: FileManager.default.temporaryDirectory.appendingPathComponent(name).path)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// A session with its opening and `count` notes.
  func journal(_ id: String = "q3", notes count: Int = 0, title: String = "Q3 alignment") throws -> Journal {
    let journal = try Journal.create(
      in: store, id: id, opening: Sample.opening(id, title: title), commandID: "open", clock: Sample.clock(0))
    for number in 1..<(count + 1) { try journal.add(number) }
    return journal
  }

  func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}

enum Sample {
  static let start = Instant(milliseconds: 1_814_191_200_000)

  static func opening(_ id: String, title: String = "Q3 alignment") -> Entry {
    let plan = Plan(
      title: title, timeframes: [Timeframe(id: TimeframeID("q3"), name: "Q3 2027")],
      stakeholders: [Stakeholder(id: StakeholderID("ceo"), name: "Carla")], goals: [])
    return Entry(number: 0, at: start, by: .facilitator, line: "open", events: [Opened(id: id, plan: plan).event])
  }

  static func note(_ number: Int, _ text: String? = nil) -> Entry {
    let text = text ?? "note \(number)"
    return Entry(
      number: number, at: start.adding(seconds: number), by: .noteTaker, line: "note \"\(text)\"",
      events: [Noted(text: text).event])
  }

  static func clock(_ second: Int, boot: String = "b8da1597-4fce-4587-aaa6-49a7fd48250a") -> ClockReading {
    ClockReading(
      bootID: boot, bootMs: 5_000_000 + Int64(second) * 1000, wallMs: start.milliseconds + Int64(second) * 1000)
  }
}

extension Journal {
  @discardableResult
  func add(_ number: Int, _ text: String? = nil) throws -> Int {
    try append(Sample.note(number, text), commandID: "c\(number)", clock: Sample.clock(number))
  }
}

/// The fault of a piece of work; nil when it ends well.
func fault(_ work: () throws -> Void) -> JournalFault? {
  do {
    try work()
    return nil
  } catch {
    return error as? JournalFault
  }
}

func mode(_ path: String) -> mode_t {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
}

func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
