import ParleyCore
import Testing

@Suite("What is named and is not there")
struct UnknownIDTests {
  private func sentence(_ line: String, _ table: Table) -> String {
    var table = table
    guard case .failure(let refusal) = table.when(line) else { return "taken" }
    return refusal.sentence
  }

  @Test(
    "A refusal names the id that was meant, else those that there are",
    arguments: [
      ("dot vp-slaes green", "there is no stakeholder “vp-slaes”; did you mean vp-sales?"),
      ("heard nobody", "there is no stakeholder “nobody”; it may be ceo, vp-sales, vp-eng or cs-head"),
      ("dot ceo green goal=activatoin", "there is no goal “activatoin”; did you mean activation?"),
      ("dot ceo green goal=nothing", "there is no goal “nothing”; it may be activation"),
      ("withdraw P9", "there is no item “P9” in the parking lot; did you mean P1?"),
      ("withdraw pickles", "there is no item “pickles” in the parking lot; it may be P1"),
      ("impact ceo gives=x decision=D9", "there is no decision “D9”"),
    ])
  func near(line: String, expected: String) {
    let table = Table.given(.quarter, "next", "next", "next")
    #expect(sentence(line, table).hasPrefix(expected), "\(sentence(line, table))")
  }

  @Test("Goals that were not presented, and features before their step, are named by no refusal, near or not")
  func hidden() {
    let table = Table.given(.quarter, "next", "next", "next", "request x by=ceo")
    for line in [
      "park x goal=chrun", "park x goal=deal", "park x goal=nothing", "serve P1 goal=activation displacing=x",
    ] {
      let said = sentence(line, table)
      #expect(said.hasPrefix("there is no"))
      #expect(!said.contains("churn") && !said.contains("deal-close") && !said.contains("mean"), "\(said)")
    }
  }

  @Test("More than eight are not listed")
  func many() {
    var plan = Plan.quarter
    plan.stakeholders += (0..<6).map { Stakeholder(id: StakeholderID("guest-\($0)"), name: "Guest") }
    #expect(sentence("heard nobody", Table(plan)) == "there is no stakeholder “nobody”")
  }
}
