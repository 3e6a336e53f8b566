import TestFixtures
import Testing

@testable import ParleyHost

@Suite("A session that goes on for hours")
struct SoakTests {
  private static let hours = Sweep.runs(2, whole: 8)
  /// While the first hours warm things up, no growth is held against them.
  private static let warm = max(1, hours / 4)

  /// What an entry may cost a host, in bytes: itself, its place in the session, where it came from, and what lists that
  /// double when they are full have to spare.
  private static let entryBytes = 1200
  /// What a host that took the entries itself may hold of each beyond one that read them: which command it came from.
  private static let originBytes = 300
  private static let spareBytes = 64_000

  @Test("grows by its entries alone: memory and descriptors are flat, and nothing acknowledged is lost", .tags(.slow))
  func flat() async throws {
    // Memory and descriptors belong to a whole process, so it is one of its own.
    let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try SoakTests.soak()
    }
    print(String(decoding: result.standardOutputContent, as: UTF8.self))
  }

  private static func soak() throws {
    let soak = try Soak(seed: Sweep.seed ?? 14)
    try soak.open()
    let first = try soak.figures(atHour: 0)
    var warmed = first
    var last = first
    tell("at the start", first)
    for hour in 1...hours {
      try soak.hour()
      last = try soak.figures(atHour: hour)
      tell("after \(hour) h", last)
      #expect(last.descriptors == first.descriptors)
      if hour == warm { warmed = last }
    }
    let (entries, bytes) = (last.entries - warmed.entries, last.memory - warmed.memory)
    print("since hour \(warm): \(entries) entries, \(bytes / max(1, entries)) bytes each")
    #expect(entries > 100 && bytes < entries * entryBytes + spareBytes)
    try soak.close()
    try holdOutcome(soak)
    try soak.open()
    let fresh = try soak.figures(atHour: hours)
    tell("another host", fresh)
    #expect(fresh.entries == last.entries && fresh.descriptors == first.descriptors)
    #expect(last.memory - fresh.memory < last.entries * originBytes + spareBytes)
    try soak.close()
  }

  private static func holdOutcome(_ soak: Soak) throws {
    let outcome = try soak.outcome()
    print(
      """
      tried \(soak.given), acknowledged \(outcome.acknowledged), refused \(outcome.refused), \
      told as not saved \(outcome.unsaved), lost \(outcome.lost)
      """)
    #expect(outcome.lost == 0 && soak.isWhole)
    // An hour in which nothing happened would show nothing.
    #expect(outcome.acknowledged > 150 * hours && outcome.unsaved > 10 * hours)
  }

  private static func tell(_ when: String, _ figures: Soak.Figures) {
    print(
      """
      \(when): \(figures.entries) entries, \(figures.memory / 1024) KB in use, \(figures.resident / 1024) KB resident, \
      \(figures.descriptors) descriptors
      """)
  }
}
