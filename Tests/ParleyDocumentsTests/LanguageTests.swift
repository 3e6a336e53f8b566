import ParleyCore
import ParleyDocuments
import Testing

@Suite("Documents in another language")
struct LanguageTests {
  private static let languages = ["de", "fr"]

  private func words(_ name: String) throws -> DocumentWording { try #require(DocumentWording.shipped(name)) }

  /// Every document there is, of one session and its plan.
  private func documents(_ record: Record, _ plan: Plan, _ map: StakeholderMap, in words: DocumentWording) throws
    -> [String: String]
  {
    let day = try #require(CalendarDate("2027-08-02"))
    let card = Scorecard(record, readings: [GoalID("churn"): [Reading(at: Instant(day), value: 7.5)]])
    let line = WeeklyUpdate.Line(what: "王", who: ["王"], day: day)
    let update = WeeklyUpdate(card: card, day: day, shipped: [line], blocked: [], coming: [], outcomes: [line])
    let zone = ZoneTimes(name: "Europe/Berlin", times: [])
    return [
      "record.md": try RecordDocument.markdown(record, in: words), "record.csv": RecordDocument.csv(record, in: words),
      "record.html": try RecordDocument.html(record, in: words), "record.txt": RecordDocument.text(record, in: words),
      "record.ics": RecordDocument.ics(record, in: words), "preread.md": try PrereadDocument.markdown(plan, in: words),
      "preread.html": try PrereadDocument.html(plan, in: words),
      "preread.ics": PrereadDocument.ics(plan, starts: Instant(day), zone: zone, in: words),
      "map.md": try MapDocument.markdown(plan, map, in: words), "map.html": try MapDocument.html(plan, map, in: words),
      "scorecard.md": try ScorecardDocument.markdown(card, in: words),
      "scorecard.html": try ScorecardDocument.html(card, in: words),
      "update.md": try UpdateDocument.markdown(update, in: words),
      "update.html": try UpdateDocument.html(update, in: words),
      "update.chat": try UpdateDocument.chat(update, in: words),
      "recall.txt": RecallPoll(record).questions(in: words),
    ]
  }

  @Test("A whole record, a pre-read, a map and an update read as their golden files do", arguments: languages)
  func golden(name: String) throws {
    let words = try words(name)
    let record = PlayedSession.whole().record
    try expectGolden(try RecordDocument.markdown(record, in: words), "whole.\(name).md")
    try expectGolden(try RecordDocument.html(record, in: words), "whole.\(name).html")
    try expectGolden(RecordDocument.csv(record, in: words), "whole.\(name).csv")
    try expectGolden(RecordDocument.ics(record, in: words), "whole.\(name).ics")
    try expectGolden(RecordDocument.text(record, in: words), "whole.\(name).txt")
    let example = try ExampleSession("q3-review")
    let (plan, map) = (try #require(example.reading.plan), try #require(example.reading.map))
    try expectGolden(try PrereadDocument.markdown(plan, in: words), "q3-review-preread.\(name).md")
    try expectGolden(try MapDocument.markdown(plan, map, in: words), "q3-review-map.\(name).md")
    let day = try #require(CalendarDate("2027-08-02"))
    let card = Scorecard(example.record, readings: [GoalID("churn"): [Reading(at: Instant(day), value: 7.5)]])
    let update = WeeklyUpdate(card: card, day: day, shipped: [], blocked: [], coming: [])
    try expectGolden(try UpdateDocument.markdown(update, in: words), "update.\(name).md")
  }

  @Test("No key is without words, and HTML says its language", arguments: ["en", "de", "fr"])
  func keys(name: String) throws {
    let example = try ExampleSession("q3-review")
    let (plan, map) = (try #require(example.reading.plan), try #require(example.reading.map))
    for record in [PlayedSession.whole().record, example.record] {
      for (document, text) in try documents(record, plan, map, in: try words(name)) {
        #expect(!text.contains("‹"), "\(document)")
        if document.hasSuffix("html") { #expect(text.contains("<html lang=\"\(name)\">"), "\(document)") }
      }
    }
  }

  @Test("Where people wrote no English, none is left", arguments: languages)
  func noEnglish(name: String) throws {
    let words = try words(name)
    let played = PlayedSession.whole { _ in "王" }
    let record = played.record
    for (document, text) in try documents(record, played.session.state.plan, StakeholderMap(), in: words) {
      // The head in YAML holds data, and a page has names of its style.
      let body = text.split(separator: "\n---\n").last.map(String.init) ?? text
      for english in ["Because", "Owner", "Timeframe", " decides ", "not asked", "Goals", " due ", "Step", "Target"] {
        #expect(!body.contains(english), "\(document): \(english)")
      }
    }
  }

  @Test("The words of people are the same in every language, and JSON is", arguments: languages)
  func people(name: String) throws {
    let words = try words(name)
    let text = "Z‘3a’ %x {who} {{goals}} <b>"
    let (english, other) = (PlayedSession.whole { _ in text }.record, PlayedSession.whole { _ in text }.record)
    func count(_ document: String) -> Int { document.split(separator: "Z‘3a’ %x").count }
    #expect(count(RecordDocument.csv(english)) == count(RecordDocument.csv(other, in: words)))
    #expect(count(try RecordDocument.markdown(english)) == count(try RecordDocument.markdown(other, in: words)))
    #expect(count(try RecordDocument.html(english)) == count(try RecordDocument.html(other, in: words)))
    #expect(RecordDocument.csv(other, in: words).contains("{who} {{goals}} <b>"))
    #expect(RecordDocument.json(english) == RecordDocument.json(other))
  }

  @Test("A wording cannot be markup, whatever it says")
  func hostile() throws {
    let words = try DocumentWording(
      toml: """
        [language]
        tag = "x"
        [goals]
        heading = "<script>|# *a* `b`"
        [preread]
        your-part = "**<b>** {places} *i*"
        """)
    let record = PlayedSession.whole().record
    let page = try RecordDocument.html(record, in: words)
    #expect(!page.contains("<script>") && page.contains("&lt;script&gt;"))
    #expect(try RecordDocument.markdown(record, in: words).contains("## \\<script\\>\\|\\# *a* \\`b\\`\n"))
    let preread = try PrereadDocument.html(try #require(try ExampleSession("saas-q3").reading.plan), in: words)
    #expect(preread.contains("<strong>&lt;b&gt;</strong> 3 <em>i</em>"))
  }
}
