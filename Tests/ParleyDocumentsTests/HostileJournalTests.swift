import ParleyCore
import ParleyDocuments
import TestFixtures
import Testing

@Suite("A session that somebody forged")
struct HostileJournalTests {
  private static let written = PlayedSession.whole().session.entries

  @Test("It is read to its end or refused, and every document of it is written", arguments: 0..<8)
  func documents(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    var told = 0
    for _ in 0..<Sweep.runs(12, whole: 3000) {
      guard let entries = Self.written.damaged(&chance), let session = Session(entries: entries) else { continue }
      told += 1
      let record = Record(of: session)
      #expect(RecordDocument.json(record).hasSuffix("}\n"))
      #expect(try RecordDocument.markdown(record).hasPrefix("---\n"))
      #expect(try RecordDocument.html(record).hasSuffix("</html>\n"))
      #expect(RecordDocument.ics(record).hasSuffix("END:VCALENDAR\r\n"))
      #expect(RecordDocument.csv(record).contains("\r\n"))
      #expect(try RecordDocument.eml(record).contains("MIME-Version"))
    }
    #expect(told > 1)
  }

  @Test("Minutes as large as a file can hold are shown, not summed up beyond what a number holds")
  func minutes() throws {
    var entries = Self.written
    let step = try #require(entries.first { $0.line == "next" })
    for _ in 0..<300 {
      entries.append(
        Entry(
          number: entries.count, at: step.at, by: .facilitator, line: "", events: [Extended(minutes: 1 << 30).event]))
    }
    let session = try #require(Session(entries: entries))
    #expect(RecordDocument.json(Record(of: session)).contains("\"planned\""))
  }

  @Test("An id beyond all numbers is no reason to end when the next one is given")
  func ids() throws {
    var entries = Self.written
    let parked = try #require(entries.firstIndex { $0.line.hasPrefix("park ") })
    let text = entries[parked].json.line.replacing("\"P3\"", with: "\"P9223372036854775807\"")
    #expect(text.contains("P9223372036854775807"))
    entries[parked] = try Entry(json: try #require(JSON(Array(text.utf8))))
    let session = try #require(Session(entries: entries))
    #expect(Record(of: session).parkingLot.contains { $0.id.text == "P9223372036854775807" })
  }
}
