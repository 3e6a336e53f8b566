import ParleyCore
import ParleyDocuments
import Testing

@Suite("The roadmap on one page")
struct RoadmapDocumentTests {
  @Test("Both examples read as their golden files do, and so does a plan")
  func golden() throws {
    for name in ["saas-q3", "q3-review"] {
      let example = try ExampleSession(name)
      try expectGolden(try RoadmapDocument.html(example.record), "\(name)-roadmap.html")
      try expectGolden(try RoadmapDocument.markdown(example.record), "\(name)-roadmap.md")
    }
    let german = try #require(DocumentWording.shipped("de"))
    try expectGolden(
      try RoadmapDocument.markdown(try ExampleSession("saas-q3").record, in: german), "saas-q3-roadmap.de.md")
  }

  @Test("A plan has goals with their metrics and owners, and neither dots nor outcomes")
  func plan() throws {
    let example = try ExampleSession("saas-q3")
    let plan = try #require(example.reading.plan)
    let record = Record(of: Session(opening: plan, id: "plan", at: try #require(plan.starts)))
    let page = try RoadmapDocument.html(record)
    #expect(page.contains("<span class=\"badge\">plan</span>") && page.contains("Reduce monthly churn"))
    #expect(!page.contains("class=\"dot\"") && !page.contains("not reached") && !page.contains("class=\"legend\""))
  }

  @Test(
    "What was dropped, put off or has no timeframe stands apart; two people of one first name have their whole names")
  func others() throws {
    let record = PlayedSession.whole().record
    let page = try RoadmapDocument.markdown(record)
    let apart = try #require(page.split(separator: "## Not on it").last)
    #expect(apart.contains("Faster deals: deferred") && !apart.contains("Reduce churn"))
    #expect(page.contains("● Ada, ■ 王"))
    var twins = record
    twins.attendance[2].name = "Ada Sand"
    #expect(try RoadmapDocument.markdown(twins).contains("● Ada Obi, ■ 王"))
  }

  @Test("Words of people are words, however many goals there are")
  func hostile() throws {
    let page = try RoadmapDocument.html(PlayedSession.whole { _ in "<b>{{x}}|*" }.record)
    #expect(!page.contains("<b>") && page.contains("&lt;b&gt;{{x}}|*"))
  }
}
