import ParleyCore
import ParleyTerminal

@testable import ParleyUI

/// A rehearsal with its host in memory, on a clock that the test reads.
struct RehearsalStage {
  var room: Room
  var ms: Int64 = 0
  let size: Size

  init(
    _ mark: RehearsalMark = RehearsalMark(seed: 4), map: StakeholderMap = .workshop, speed: Int = 10,
    size: Size = Size(columns: 80, rows: 24)
  ) {
    self.size = size
    let plan = Plan.workshop.rehearsed(mark)
    room = Room(plan)
    room.size = size
    let performance = mark.isSolo ? nil : Performance(plan, map)
    room.model = TerminalModel(rehearsing: performance, at: room.now, speed: speed)
    room.welcome()
    pass(0)
  }

  /// Lets milliseconds of the machine's clock pass.
  mutating func pass(_ passed: Int64) {
    ms += passed
    room.model.beat(atBoottimeMs: ms)
    room.now = room.model.stage!.clock.now
    _ = room.model.tick(at: room.now, size: size)
  }

  /// What was called out.
  private(set) var calls: [String] = []

  /// Lets so many seconds of the rehearsal pass, one by one.
  mutating func passSecondBySecond(_ seconds: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<seconds {
      ms += 1000 / Int64(room.model.stage!.clock.speed)
      room.model.beat(atBoottimeMs: ms)
      room.now = room.model.stage!.clock.now
      effects += room.model.tick(at: room.now, size: size)
      if let text = room.model.notice?.text, calls.last != text, text.contains("left") { calls.append(text) }
    }
    return effects
  }

  mutating func press(_ names: String) {
    for name in names.split(separator: " ") {
      room.press(String(name))
      pass(0)
    }
  }

  var screen: String { room.screen }
  var said: [Utterance] { room.model.performance?.said ?? [] }

  /// Lets time pass until something is said.
  mutating func wait() {
    let before = said.count
    for _ in 0..<2000 where said.count == before { pass(100) }
  }
}

extension StakeholderMap {
  static var workshop: StakeholderMap {
    StakeholderMap(entries: [
      StakeholderID("ceo"): Entry(influence: .veryHigh, alignment: .aligned),
      StakeholderID("vp-sales"): Entry(influence: .high, alignment: .neutral, requests: ["Salesforce sync"]),
      StakeholderID("vp-eng"): Entry(
        influence: .high, alignment: .misaligned, objections: ["Five per cent is a target out of reach"]),
      StakeholderID("cs-head"): Entry(influence: .low, alignment: .aligned),
    ])
  }
}
