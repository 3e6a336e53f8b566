import Foundation
import ParleyCore
import Testing

@testable import ParleyPlan

@Suite("A zone's changes, as the system's files tell them")
struct ZoneTableTests {
  private static let zones = [
    "Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu",
    "Pacific/Auckland", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Kiritimati", "UTC",
  ]

  @Test("are those that another reader knows, now and when the files have only a rule", arguments: zones)
  func offsets(name: String) throws {
    let table = try #require(ZoneName.table(name))
    let zone = try #require(TimeZone(identifier: name))
    // Every 16 days and some hours, from 2015 to 2055.
    for second in stride(from: Int64(1_420_070_400), to: 2_682_288_000, by: 1_400_000) {
      let date = Date(timeIntervalSince1970: Double(second))
      #expect(table.offset(at: second).seconds == zone.secondsFromGMT(for: date), "\(date)")
    }
  }

  @Test("come in their order around a moment, each with what held before")
  func changes() throws {
    let here = try #require(Instant("2027-06-28T14:00:00"))
    let times = try #require(ZoneTimes(of: "Europe/Berlin", around: here)).times
    #expect(
      times.map { "\($0.from) \($0.before) \($0.offset) \($0.isDaylight)" } == [
        "2026-06-27T14:00:00 7200 7200 true", "2026-10-25T03:00:00 7200 3600 false",
        "2027-03-28T02:00:00 3600 7200 true", "2027-10-31T03:00:00 7200 3600 false",
        "2028-03-26T02:00:00 3600 7200 true",
      ])
  }

  @Test(
    "There are none for what is no name of a zone, wherever it leads",
    arguments: [
      "", "Berlin", "Europe/", "/etc/passwd", "../../../etc/passwd", "Europe/../Europe/Berlin", "Europe/Nowhere",
      "EST5EDT",
      "zone.tab", "Europe/Berlin\u{0}", "GMT+2", "Europe",
    ])
  func noZone(name: String) { #expect(!ZoneName.isKnown(name)) }

  @Test("A file that is cut off or changed anywhere is read or refused, and never ends the program")
  func damaged() throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")))
    #expect(ZoneTable(tzif: bytes) != nil)
    for count in 0..<min(bytes.count, 400) { _ = ZoneTable(tzif: Array(bytes[..<count]))?.offset(at: 0) }
    for place in 0..<min(bytes.count, 400) {
      var bytes = bytes
      bytes[place] ^= 0xFF
      if let table = ZoneTable(tzif: bytes) {
        _ = (table.offset(at: 1_800_000_000), table.changes(after: 1_800_000_000, before: 1_850_000_000))
      }
    }
  }

  @Test(
    "A rule may count days, and begin the other half of the year with another zone's hour",
    arguments: [
      ("<-03>3", 1_800_000_000, -10_800), ("EST5EDT,J60,J300", 1_767_225_600, -18_000),
      ("EST5EDT,J60,J300", 1_783_000_000, -14_400), ("AAA-1BBB-3,59/1,299", 1_783_000_000, 10_800),
      ("NZST-12NZDT,M9.5.0,M4.1.0/3", 1_767_225_600, 46_800), ("NZST-12NZDT,M9.5.0,M4.1.0/3", 1_783_000_000, 43_200),
    ])
  func rules(text: String, second: Int64, offset: Int) throws {
    var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let block = bytes + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    bytes = block + block + Array("\n\(text)\n".utf8)
    #expect(try #require(ZoneTable(tzif: bytes)).offset(at: second).seconds == offset)
  }
}
