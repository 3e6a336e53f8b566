import ParleyCore
import Testing

@Suite("Sessions that go on from another: review, check-in, the two halves (M6, M36, M37)")
struct LookingBackTests {
  /// What a quarter's session left behind.
  private static var last: LastSession {
    var table = Table.at("priorities")
    table.must("park \"Who owns pricing?\" owner=ceo", "move deal-close to=q4 because=\"No data\"")
    table.must("next", "next", "next", "next")
    for who in ["ceo", "vp-eng", "cs-head", "vp-sales"] { table.must("ack \(who)") }
    table.must("close")
    return LastSession(table.state)
  }

  private static func plan(_ kind: SessionKind, goals: Int = 3) -> Plan {
    var plan = Plan.quarter
    plan.kind = kind
    plan.goals = Array(plan.goals.prefix(goals))
    plan.before = last
    return plan
  }

  @Test("A review opens on the last period; what came of each goal is said, with its reason")
  func results() {
    var table = Table.given(Self.plan(.review), "next")
    #expect(table.state.step == .review)
    #expect(table.state.unreviewed.map(\.id) == ["activation", "churn", "deal-close"])
    table.must("result activation actual=48 because=\"The guide worked\"", "result churn actual=5 because=Mails")
    #expect(table.state.pastGoals.map { $0.last?.result } == [.exceeded, .met, nil])
    table.must("result churn actual=5 result=missed because=\"By luck alone\"", "undo", "undo")
    #expect(table.refusal("result churn because=x") == "bad-argument")
    #expect(table.refusal("result nothing actual=1 because=x") == "unknown-id")
    #expect(table.state.unreviewed.map(\.id) == ["churn", "deal-close"])
    table.must("next")
    #expect(table.refusal("result churn actual=5 because=x") == "wrong-step")
    #expect(Record(of: table.session).unreviewed.map(\.name) == ["Reduce monthly churn", "Accelerate deals"])
  }

  @Test("Carrying forward makes a new goal, linked to the old one, in its place on the roadmap")
  func carried() {
    var table = Table.given(Self.plan(.review), "next")
    #expect(table.refusal("carry-forward churn to=q4 because=x") == "incomplete")
    table.must(
      "result churn actual=6 because=\"Half the way\"", "carry-forward churn to=q4 target=4 because=\"Goes on\"")
    #expect(table.refusal("carry-forward churn to=q4 because=x") == "bad-argument")
    #expect(table.state.goal("churn") == nil)
    let goal = table.goal("churn-2").goal
    #expect(goal.timeframe == "q4" && goal.metrics.first?.baseline == 6 && goal.metrics.first?.target == 4)
    #expect(table.state.agenda.contains(.goal("churn-2")) && !table.state.agenda.contains(.goal("churn")))
    #expect(table.state.findings.carried == [Carried(from: "churn", to: "churn-2", because: "Goes on")])
    #expect(Record(of: table.session).review.first { $0.goal == "churn" }?.carriedTo == "churn-2")
    table.must("undo")
    #expect(table.state.goal("churn") != nil && table.state.goal("churn-2") == nil)
  }

  @Test(
    "A goal of the last session that the plan does not have can be carried forward too; a full timeframe asks its price"
  )
  func carriedFromElsewhere() {
    var table = Table.given(Self.plan(.review, goals: 2), "next", "result deal-close actual=40 because=Holidays")
    table.must("carry-forward deal-close to=q3 target=30 because=\"Goes on\"")
    #expect(table.state.goals.map(\.id) == ["activation", "churn", "deal-close-2"])
    table.must(
      "undo", "result churn actual=7 because=x", "propose speed Speed timeframe=q3 metric=M baseline=1 target=2")
    #expect(table.refusal("carry-forward deal-close to=q3 because=x") == "needs-displacement")
    table.must("carry-forward deal-close to=q3 displacing=speed because=\"More at stake\"")
    #expect(table.state.tradeOffs.map(\.gained) == ["deal-close-2"])
  }

  @Test("A line parts what was from what is to be, once")
  func planning() {
    var table = Table.given(Self.plan(.review), "next")
    #expect(!table.state.planningBegins)
    table.must("next")
    #expect(table.state.planningBegins)
    table.must("next")
    #expect(!table.state.planningBegins)
    #expect(!Table.at("boundary").state.planningBegins)
  }

  @Test("A session about goals has no features; one about features opens on its record")
  func halves() {
    var goals = Plan.quarter
    goals.kind = .goalsOnly
    let table = Table.at("read-back", goals)
    #expect(!table.state.agenda.contains { if case .features = $0 { true } else { false } })

    var features = Table.given(Self.plan(.featuresOnly), "next")
    #expect(features.state.step == .review)
    #expect(features.state.priorities.map(\.id) == ["activation", "churn", "deal-close"])
    #expect(features.goal("deal-close").goal.timeframe == "q4")
    #expect(features.goal("churn").dots.count == 4)
    for refused in ["dot ceo red layer=metric goal=churn", "move churn to=q4 because=x", "drop churn because=x"] {
      #expect(features.refusal(refused) == "decided")
    }
    features.must("next", "next", "next", "serve P1 goal=activation", "next", "next", "next")
    #expect(features.state.step == .readBack)
    #expect(features.goal("activation").goal.features.map(\.name).contains("Push notifications"))
  }

  @Test("Without a record, a session about features takes the plan's word")
  func noRecord() {
    var plan = Self.plan(.featuresOnly)
    plan.before = nil
    let table = Table(plan)
    #expect(table.state.agenda.prefix(4) == [.lobby, .boundary, .context, .features("activation")])
  }

  @Test("A check-in has one open question; all else is decided, and stays so")
  func checkIn() {
    var plan = Self.plan(.checkIn)
    plan.minutes = 30
    var table = Table(plan)
    #expect(
      table.state.agenda == [.lobby, .boundary, .part(.scorecard), .part(.question), .readBack])
    table.must("next", "next", "reading churn -6.5 note=\"After the mails\"")
    #expect(table.state.findings.readings.map(\.value) == [-6.5])
    for refused in ["confirm churn", "move churn to=q4 because=x", "vote open", "drop churn because=x"] {
      #expect(table.refusal(refused) == "decided")
    }
    table.must("next")
    #expect(table.refusal("next") == "incomplete")
    table.must("question \"Do we go on?\"")
    #expect(table.refusal("question \"And this?\"") == "bad-argument")
    #expect(table.refusal("next") == "incomplete")
    #expect(table.refusal("goto read-back") == "incomplete")
    table.must("decide \"We go on\" because=\"It works\"", "next")
    #expect(table.state.findings.question?.ending == .decided("D1"))
    #expect(table.state.step == .readBack)
  }

  @Test("A question that is not decided names who decides it, by when and by what")
  func postponed() {
    var plan = Self.plan(.checkIn)
    plan.homework.question = "Do we go on?"
    var table = Table.given(plan, "next", "next", "next")
    #expect(table.refusal("postpone by=+9d criteria=x") == "bad-argument")
    table.must("postpone decider=ceo by=+9d criteria=\"The cohort of June\"", "next")
    #expect(table.state.followUps.map(\.text) == ["Do we go on?"])
    #expect(table.state.followUps.first?.due == table.now.date.adding(days: 7))
    #expect(Record(of: table.session).disagreements.map(\.outcome) == [.postponed])
  }

  @Test("The kind is changed openly, and the steps of the new one lie ahead")
  func changed() {
    var table = Table.at("goal:activation")
    table.must("kind check-in because=\"The quarter is not over\"")
    #expect(table.refusal("confirm") == "decided")
    table.must("next")
    #expect(table.state.step == .part(.scorecard))
    table.must("kind alignment because=\"It is open after all\"", "goto goal:activation")
    table.must("dot ceo green")
    #expect(table.refusal("assume x evidence=survey") == "wrong-step")
    #expect(table.refusal("reading churn 5") == "wrong-step")
  }
}
