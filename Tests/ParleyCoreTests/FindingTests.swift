import ParleyCore
import Testing

@Suite("Decision journal, pre-mortem, 1:1 (M9, M42, M43)")
struct FindingTests {
  private static func table(_ kind: SessionKind, _ lines: String...) -> Table {
    var plan = Plan.quarter
    plan.kind = kind
    var table = Table(plan)
    for line in lines { table.must(line) }
    return table
  }

  @Test("A decision rests on assumptions, chooses between two at least, and says when to stop")
  func journal() {
    var table = Self.table(.decisionJournal, "next", "next", "next")
    #expect(table.state.step == .part(.assumptions))
    #expect(table.refusal("next") == "incomplete")
    #expect(table.refusal("assume \"Trials stay\"") == "bad-argument")
    #expect(table.refusal("assume \"Trials stay\" evidence=hearsay") == "bad-argument")
    table.must("assume \"Trials stay\" evidence=anecdote by=ceo", "evidence A1 cohort-data", "next")
    #expect(table.state.findings.assumptions.map(\.evidence) == [.cohortData])
    table.must("alternative \"Build it\" costs=\"A quarter\"")
    #expect(table.when("next") == .failure(.incomplete(.fewAlternatives(1))))
    table.must("alternative \"Buy it\"", "next")
    #expect(table.refusal("next") == "incomplete")
    #expect(table.refusal("kill-criterion Stop metric=Churn threshold=8") == "bad-argument")
    #expect(table.refusal("choose O1 because=x") == "wrong-step")
    table.must("kill-criterion \"Stop it\" metric=Churn threshold=\"above 8\" by=+60d owner=ceo", "next")
    #expect(table.refusal("next") == "incomplete")
    #expect(table.refusal("choose O3 because=x") == "unknown-id")
    table.must("choose O1 because=\"We know how\"", "choose O2 because=\"It is cheaper\"", "next")
    #expect(table.state.decisions.map(\.what) == ["Build it", "Buy it"])
    #expect(table.state.decisions.last?.replaces == "D1")
    #expect(table.state.findings.choice == Choice(alternative: "O2", decision: "D2"))
  }

  @Test("What a plan has prepared counts, and its numbers are not given again")
  func homework() throws {
    var plan = Plan.quarter
    plan.kind = .decisionJournal
    plan.homework.alternatives = ["Build it", "Buy it"]
    plan.homework.assumptions = [.init(text: "Trials stay", evidence: .survey)]
    plan.homework.killCriteria = [
      .init(metric: "Churn", threshold: "above 8", by: CalendarDate(daysSince1970: 21_000), action: "Stop")
    ]
    var table = Table(plan)
    table.must("alternative \"Leave it\"", "undo", "alternative \"Wait\"")
    #expect(table.state.findings.alternatives.map(\.id) == ["O1", "O2", "O4"])
    table.must("next", "next", "next", "next", "next", "next", "choose O2 because=Cheaper", "next")
    for who in ["ceo", "vp-eng", "cs-head", "vp-sales"] { table.must("ack \(who)") }
    table.must("close")
    let owed = Record(of: table.session).owed.filter { $0.kind == .killCriterion }
    #expect(owed.map(\.what) == ["Churn above 8: Stop"])
    #expect(owed.first?.due == .day(CalendarDate(daysSince1970: 21_000)))
  }

  @Test(
    "It has failed: everyone's reasons are read out, put together, and each cluster has someone who acts, or is borne")
  func preMortem() {
    var table = Self.table(.preMortem)
    #expect(table.refusal("reason ceo x") == "wrong-step")
    table.must("next", "next", "next", "@vp-eng reason \"Nobody owned the data\"", "next")
    #expect(AskNext(table.state)?.waiting == ["cs-head", "vp-sales", "ceo"])
    #expect(table.refusal("@vp-eng reason ceo x") == "not-permitted")
    table.must("reason ceo \"We sold it too early\"", "reason vp-sales \"No data to sell with\"", "next")
    #expect(table.when("next") == .failure(.incomplete(.looseReasons(["R1", "R2", "R3"]))))
    #expect(table.refusal("mitigate G1 x owner=ceo due=+7d") == "unknown-id")
    table.must("cluster Data R1,R2", "cluster Timing R2", "cluster data R3")
    #expect(table.state.findings.clusters.map(\.reasons) == [["R1", "R3"], ["R2"]])
    table.must("next")
    #expect(table.when("next") == .failure(.incomplete(.noMitigation(["G1 Data", "G2 Timing"]))))
    #expect(table.refusal("mitigate G1 x due=+7d") == "bad-argument")
    table.must("mitigate G1 \"One owner\" owner=vp-eng due=+7d", "bear G2 because=\"The market sets it\"", "next")
    #expect(table.state.step == .readBack)
    #expect(table.state.followUps.map(\.owner) == ["vp-eng"])
  }

  @Test("What is said in a 1:1 is in no entry, and goes into the map")
  func oneOnOne() throws {
    var plan = Plan.quarter
    plan.kind = .oneOnOne
    plan.homework.with = "vp-eng"
    var table = Table.given(plan, "next")
    #expect(table.state.agenda == [.lobby] + SessionKind.oneOnOne.parts.map(Step.part))
    let proposal = try table.session.proposal(
      for: "learn \"My team is tired\"", by: .facilitator, at: table.now, box: BallotBox())
    #expect(proposal.entry.line == "learn")
    #expect(!proposal.entry.json.line.contains("tired"))
    var map = StakeholderMap()
    map.keep(try #require(proposal.words))
    #expect(map.entries["vp-eng"]?.answers.map(\.text) == ["My team is tired"])
    #expect(map.entries["vp-eng"]?.met == table.now.date)

    table.must("learn x", "next", "learn x")
    #expect(table.refusal("close") == "wrong-step")
    table.must("next", "next", "next", "learn \"Yes\" alignment=aligned")
    #expect(table.state.findings.answered == [.whatAndWhy, .team, .champion])
    #expect(table.session.undoable?.line == "next")
    table.must("close")
    #expect(Record(of: table.session).owed.isEmpty)
  }

  @Test("A 1:1 with nobody in particular says so")
  func nobody() {
    var plan = Plan.quarter
    plan.kind = .oneOnOne
    plan.homework.with = nil
    var table = Table.given(plan, "next")
    #expect(table.refusal("learn x") == "bad-argument")
  }

  @Test("Everything found is the same after it was written and read, in the journal and in a snapshot")
  func coded() throws {
    var table = Self.table(
      .preMortem, "next", "next", "next", "next", "reason ceo \"“Nobody”\"", "reason vp-eng x", "next")
    table.must("cluster Data R1,R2", "next", "mitigate G1 x owner=ceo due=+7d", "bear G1 because=x")
    let read = try table.session.entries.map { try Entry(json: $0.json) }
    #expect(Session(entries: read)?.state == table.state)
    let snapshot = try Meeting.sent(table.session.snapshot)
    #expect(Session(snapshot).state == table.state)

  }
}
