import ParleyCore
import ParleyDocuments
import Testing

@Suite("What a reader of the record stumbles over, and what they can follow")
struct RecordFormTests {
  private let record = PlayedSession.whole().record

  @Test(
    "No `@name` in someone's words calls anybody where it is pasted; an address stays one",
    arguments: ["@ada", "see @sales-team", "(@here)", "@_x", "@王", "<!here>", "mail kai@example.org", "a @ b"])
  func mentions(words: String) throws {
    let record = PlayedSession.whole { _ in words }.record
    for text in [try RecordDocument.markdown(record), try RecordDocument.html(record), RecordDocument.text(record)] {
      #expect(!["@ada", "@sales", "@here", "@_x", "@王", "<!here"].contains { text.contains($0) })
      if words.contains("kai") { #expect(text.contains("kai@example.org")) }
    }
    #expect(RecordDocument.json(record).contains(words))
  }

  @Test("Goals on which all agree without a word have no table of greens; everyone's dot stands in one line")
  func greens() throws {
    let text = try RecordDocument.markdown(record)
    let speed = try #require(text.split(separator: "### 3. Ship faster").last?.split(separator: "\n## ").first)
    #expect(speed.contains("- **Dots:** ● green: Ada Obi, 王 美玲; – absent: Victor Sand"))
    #expect(!speed.split(separator: "### ")[0].contains("| Who |"))
    let churn = try #require(text.split(separator: "### 1. Reduce churn").last?.split(separator: "### ").first)
    #expect(churn.contains("| 王 美玲 | ■ red |") && !churn.contains("| Ada Obi |"))
  }

  @Test("It begins with a glance: goals, who does not agree, the price, the open ends, and what comes next")
  func glance() throws {
    let text = try RecordDocument.markdown(record)
    let sections = text.split(separator: "\n## ").map { $0.prefix { $0 != "\n" } }
    #expect(sections[1] == "At a glance")
    #expect(
      text.contains("| 1 | Reduce churn | Q3 2027 | Churn: 8 → 6 % | adjusted over dissent | ● 2 of 3, ■ 王 美玲 |"))
    #expect(text.contains("- **Traded:** Ship faster came in, Faster deals moved out"))
    #expect(text.contains("- **Still open:** Build or buy — 王 美玲 runs an experiment until 2027-07-12"))
    #expect(text.contains("- **Next:** "))
  }

  @Test("It says until when it can be commented on and how, then that it cannot any more")
  func comments() throws {
    var record = record
    #expect(
      try RecordDocument.markdown(record).contains(
        "Comments until 2027-06-30 14:17: answer the mail that this came with, or write to Maya Lindt"
          + " \\<roadmap@example.org\\>."))
    record.status = .final
    #expect(try RecordDocument.markdown(record).contains("The comment window is closed"))
    record.ended = nil
    #expect(!(try RecordDocument.markdown(record).contains("omment window")))
  }

  @Test("Who left before the read-back has not refused it")
  func left() throws {
    var record = record
    record.acknowledgements[2].acknowledged = false
    #expect(try RecordDocument.markdown(record).contains("| Victor Sand | no |"))
    record.acknowledgements[2].hadLeft = true
    #expect(try RecordDocument.markdown(record).contains("| Victor Sand | left before the read-back |"))
  }

  @Test("Links lead where the plan says, in each form's own way; an address cannot end what it stands in")
  func links() throws {
    let (text, page) = (try RecordDocument.markdown(record), try RecordDocument.html(record))
    #expect(text.contains("- **Tracked as:** [PAR-1](https://tracker.example.org/browse/PAR-1)"))
    #expect(text.contains("Checklist ([PAR-2](https://tracker.example.org/browse/PAR-2))"))
    #expect(text.contains("| <https://roadmap.example.org/q3?a=%281%29&b=2%7C3> |"))
    #expect(page.contains("<a href=\"https://tracker.example.org/browse/PAR-1\" rel=\"noreferrer\">PAR-1</a>"))
    #expect(page.contains("<a href=\"#goal-churn\">Reduce churn</a>") && page.contains("<h3 id=\"goal-churn\""))
    var hostile = record
    hostile.links[0].url = "javascript:alert(1)"
    hostile.goals[0].goal.ref = "x"
    hostile.goals[0].goal.url = "https://e.org/\"onclick=x\u{1B}'(|`"
    let (bad, worse) = (try RecordDocument.html(hostile), try RecordDocument.markdown(hostile))
    #expect(!bad.contains("href=\"java") && !bad.contains("\"onclick"))
    #expect(!worse.contains("](java") && !worse.contains("(|`"))
  }

  @Test("The text of a mail fits a terminal, and has no table and no mark of markup in it")
  func mail() {
    let text = RecordDocument.text(record)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 && !$0.hasPrefix("|") && !$0.contains("**") })
    for words in [
      "At a glance\n-----------\n\n* 1. Reduce churn — adjusted over dissent", "\n* D3 Vans go\n  - Because: ",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("Every word of people that the Markdown has stands in the table too")
  func table() throws {
    let record = PlayedSession.whole { "“\($0)”" }.record
    let table = RecordDocument.csv(record)
    let words = try RecordDocument.markdown(record).split(separator: "“").dropFirst().map { $0.prefix { $0 != "”" } }
    // Where a thing has an address, that stands in the table in place of its key.
    let missing = Set(words).filter { !table.contains("“\($0)”") && !$0.hasPrefix("PAR-") }.joined(separator: ",")
    #expect(words.count > 100 && missing == "", "\(missing)")
  }
}
