import ParleyCore
import ParleyDocuments
import Testing

@Suite("The documents before and after a session")
struct PlanDocumentTests {
  @Test("The pre-read and the map of both examples read as their golden files do")
  func golden() throws {
    for name in ["saas-q3", "q3-review"] {
      let example = try ExampleSession(name)
      let (plan, map) = (try #require(example.reading.plan), try #require(example.reading.map))
      try expectGolden(try PrereadDocument.markdown(plan), "\(name)-preread.md")
      try expectGolden(try PrereadDocument.html(plan), "\(name)-preread.html")
      try expectGolden(try PrereadDocument.eml(plan), "\(name)-preread.eml")
      try expectGolden(try MapDocument.markdown(plan, map), "\(name)-map.md")
      try expectGolden(try MapDocument.html(plan, map), "\(name)-map.html")
    }
  }

  @Test("The scorecard and the update read as their golden files do, with a plot of the way")
  func after() throws {
    let record = try ExampleSession("saas-q3").record
    let day = try #require(CalendarDate("2027-08-02"))
    let readings = [7.5, 7, 7.2, 6.1].enumerated().map { index, value in
      Reading(at: Instant(day.adding(days: index - 4)), value: value)
    }
    let card = Scorecard(record, readings: [GoalID("churn"): readings])
    try expectGolden(try ScorecardDocument.markdown(card), "scorecard.md")
    try expectGolden(try ScorecardDocument.html(card), "scorecard.html")
    try expectGolden(ScorecardDocument.json(card), "scorecard.json")
    let lines = (1...9).map { WeeklyUpdate.Line(what: "Thing \($0) | *x*", who: ["王 美玲"], day: day) }
    let update = WeeklyUpdate(card: card, day: day, shipped: lines, blocked: [], coming: Array(lines.prefix(2)))
    try expectGolden(try UpdateDocument.markdown(update), "update.md")
    try expectGolden(try UpdateDocument.html(update), "update.html")
    try expectGolden(try UpdateDocument.chat(update), "update.chat.txt")
    try expectGolden(try UpdateDocument.eml(update, of: record), "update.eml")
  }

  @Test(
    "What holds for every goal, where to read on and who is informed stand in the pre-read, the card and the update")
  func frame() throws {
    let played = PlayedSession.whole()
    let preread = try PrereadDocument.markdown(played.session.state.plan)
    let card = Scorecard(played.record, readings: [:])
    let day = try #require(CalendarDate("2027-08-02"))
    let update = WeeklyUpdate(card: card, day: day, shipped: [], blocked: [], coming: [])
    for text in [preread, try ScorecardDocument.markdown(card), try UpdateDocument.markdown(update)] {
      #expect(text.contains("- **North star:** Active teams: 400 → 900 teams"))
      #expect(text.contains("- **Red line:** We never sell what customers tell us"))
      #expect(text.contains("1 Roadmap: <https://roadmap.example.org/"))
    }
    let page = try UpdateDocument.html(update)
    #expect(page.contains("<dd dir=\"auto\">We never sell") && page.contains("1 Roadmap: <a href=\"https://roadmap"))
    #expect(preread.contains("## Informed\n\n- Ann Board\n- Jo Quiet\n"))
    #expect(preread.contains("- **Timeframe:** Q3 2027, 60 % of its effort"))
    let mail = try UpdateDocument.eml(update, of: played.record)
    #expect(mail.hasPrefix("From: \"Maya Lindt\" <roadmap@example.org>\r\nTo: \"Ada Obi\" <ada@example.org>,\r\n"))
    #expect(mail.contains("\"Ann Board\" <ann@example.org>"))
  }

  @Test(
    "The update for a chat calls nobody, is no other style, has no table, and its addresses stay addresses",
    arguments: ["@here now", "<!channel> all", "<@U024BE7LH>", "a *bold* move", "`code` ~gone~"])
  func chat(words: String) throws {
    let played = PlayedSession.whole()
    let day = try #require(CalendarDate("2027-08-02"))
    let line = WeeklyUpdate.Line(what: words, who: [words], day: day)
    let update = WeeklyUpdate(
      card: Scorecard(played.record, readings: [:]), day: day, shipped: [line], blocked: [line], coming: [line],
      outcomes: [line])
    let text = try UpdateDocument.chat(update)
    #expect(!text.contains("@here") && !text.contains("<") && !text.contains(">") && !text.contains("|"))
    #expect(!text.contains("`") && !text.contains("~") && !text.contains("#"))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("• ") || ($0.hasPrefix("*") && $0.hasSuffix("*")) }, "\(text)")
    #expect(lines.allSatisfy { $0.count { $0 == "*" } == ($0.hasPrefix("*") ? 2 : 0) })
    #expect(text.contains("• 1 Roadmap: https://roadmap.example.org/"))
  }

  @Test("On a phone every cell of a table says what it is; a way from a number to a number holds together")
  func phone() throws {
    let record = try ExampleSession("saas-q3").record
    let page = try ScorecardDocument.html(Scorecard(record, readings: [:]))
    #expect(page.contains("<th scope=\"row\" dir=\"auto\">Reduce monthly churn</th>"))
    #expect(page.contains("<td class=\"number\" data-label=\"Target\">5\u{A0}%</td>"))
    let whole = try RecordDocument.html(record)
    #expect(whole.contains("Monthly churn: 8\u{A0}→\u{A0}5\u{A0}%") && whole.contains("42\u{A0}→\u{A0}30\u{A0}days"))
    #expect(try RecordDocument.markdown(record).contains("Monthly churn: 8 → 5 %"))
    #expect(whole.contains("Q3 2027\u{A0}→\u{A0}Q4 2027"))
  }

  @Test("A map says at its head that it is private; nothing of a map is in a pre-read")
  func secrets() throws {
    let example = try ExampleSession("saas-q3")
    let (plan, map) = (try #require(example.reading.plan), try #require(example.reading.map))
    #expect(try MapDocument.markdown(plan, map).split(separator: "\n")[1].contains("PRIVATE"))
    #expect(try MapDocument.html(plan, map).contains("Private: for the facilitator alone"))
    let sent = try PrereadDocument.markdown(plan) + PrereadDocument.html(plan) + PrereadDocument.eml(plan)
    for entry in map.entries.values {
      let texts = [entry.message, entry.survey?.worry, entry.interest] + entry.objections.map(\.text)
      for secret in texts.compactMap({ $0 }) { #expect(!sent.contains(secret), "\(secret)") }
    }
  }
}
