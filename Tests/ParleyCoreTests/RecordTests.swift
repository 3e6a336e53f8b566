import ParleyCore
import Testing

@Suite("The record (M30)")
struct RecordTests {
  private func record(of table: Table) -> Record { Record(of: table.session) }
  private func goal(_ id: GoalID, in record: Record) throws -> Record.GoalRow {
    try #require(record.goals.first { $0.goal.id == id })
  }

  @Test("Before the lobby is left nobody has arrived and nothing has begun")
  func lobby() {
    let record = record(of: Table())
    #expect(record.status == .proposal)
    #expect(record.started == nil)
    #expect(record.attendance.map(\.arrived) == [nil, nil, nil, nil])
    #expect(record.goals.map(\.outcome) == [.notReached, .notReached, .notReached])
    #expect(record.goals.map(\.priority) == [nil, nil, nil])
    #expect(record.pacing == [])
  }

  @Test("Who was there from the start arrived with it; who was expected later, when they came")
  func attendance() {
    var plan = Plan.quarter
    plan.stakeholders[1].absent = true
    plan.stakeholders[2].absent = true
    var table = Table(plan)
    table.must("+01:00 next", "+05:00 arrive vp-eng", "+05:00 leave cs-head", "+01:00 leave ceo", "+01:00 arrive ceo")
    let rows = record(of: table).attendance
    #expect(rows.map { $0.arrived?.clock } == ["14:01", nil, "14:06", "14:01"])
    #expect(rows.map { $0.left?.clock } == [nil, nil, nil, "14:11"])
  }

  @Test("A dot is a colour, not asked, or absent when the goal was settled without the person")
  func dots() throws {
    var table = Table.given(.quarter, "next", "next", "leave ceo", "next")
    table.must("dot cs-head green", "dot vp-sales yellow layer=horizon cause=timeline note=Late how=proxy")
    table.must("dot vp-eng abstain", "confirm", "arrive ceo", "next")
    let activation = try goal("activation", in: record(of: table))
    #expect(activation.dots.map(\.stance) == [.absent, .dot(.yellow), .dot(.abstain), .dot(.green)])
    let dot = Dot(colour: .yellow, layer: .horizon, cause: .timeline, note: "Late", how: .proxy)
    #expect(activation.objections.map(\.who) == ["vp-sales"])
    #expect(activation.objections.map(\.dot) == [dot])
    table.must("leave vp-eng")
    let churn = try goal("churn", in: record(of: table))
    #expect(churn.dots.map(\.stance) == [.notAsked, .notAsked, .absent, .notAsked])
    #expect(churn.outcome == .leftOpen)
  }

  @Test("Everyone's words are kept with their dot, whatever its colour, and with the colour of their first")
  func positions() throws {
    var table = Table.at("goal:activation")
    table.must("@ceo dot red layer=metric condition=\"No vans\"", "@ceo dot green note=\"Now it fits\"")
    table.must("dot vp-eng abstain note=\"Not mine to say\" how=proxy", "dot cs-head green", "dot vp-sales green")
    table.must("dot cs-head clear", "dot cs-head yellow layer=horizon")
    let positions = try goal("activation", in: record(of: table)).positions
    #expect(positions.map(\.who) == ["ceo", "vp-sales", "vp-eng", "cs-head"])
    #expect(positions.map(\.first) == [.red, .green, .abstain, .green])
    #expect(positions.map(\.dot.how) == [.own, .spoken, .proxy, .spoken])
    #expect(positions.map(\.dot.note) == ["Now it fits", nil, "Not mine to say", nil])
    #expect(positions.map(\.condition) == ["No vans", nil, nil, nil])
  }

  @Test("An objection is that of the current dot; the condition stays until the dot is cleared")
  func currentDot() throws {
    var table = Table.at("goal:activation")
    table.must("dot ceo red layer=metric condition=\"No vans\" note=Never", "dot ceo green")
    var row = try goal("activation", in: record(of: table))
    #expect(row.objections == [])
    #expect(row.conditions == [Condition(text: "No vans", by: "ceo")])
    table.must("dot ceo clear")
    row = try goal("activation", in: record(of: table))
    #expect(row.conditions == [])
  }

  @Test("Agreed goals come first in their order, the others after them without a priority")
  func order() {
    var table = Table.at("goal:activation")
    table.must("defer activation decider=ceo by=+7d criteria=Data", "next")
    for line in Table.greens + ["confirm", "next"] { table.must(line) }
    for line in Table.greens + ["confirm", "next", "rank deal-close 1"] { table.must(line) }
    let record = record(of: table)
    #expect(record.goals.map(\.goal.id) == ["deal-close", "churn", "activation"])
    #expect(record.goals.map(\.priority) == [1, 2, nil])
    #expect(record.goals.map(\.outcome) == [.confirmed, .confirmed, .deferred])
  }

  @Test("A deferred goal is a postponed disagreement, one confirmed over red an escalated one")
  func goalsInDispute() throws {
    var table = Table.at("goal:activation")
    table.must("defer activation decider=ceo by=2027-07-10 criteria=Data", "next")
    for line in Table.greens { table.must(line) }
    table.must("dot vp-eng red layer=metric note=\"Too much\"", "confirm decider=ceo by=+7d criteria=Capacity")
    let rows = record(of: table).disagreements
    #expect(rows.map(\.topic) == ["Reduce monthly churn", "Improve activation rate"].reversed())
    #expect(rows.map(\.outcome) == [.postponed, .escalated])
    let dissent = try #require(rows.last)
    #expect(dissent.between == ["vp-eng"])
    #expect(dissent.positions.map(\.text) == ["Too much"])
    #expect(
      dissent.process == Process(decider: "ceo", by: try #require(CalendarDate("2027-07-05")), criteria: "Capacity"))
    table.must("dot vp-eng green")
    #expect(record(of: table).disagreements.map(\.outcome) == [.postponed])
  }

  @Test("Conflicts stand in the record with how they ended, an open one without")
  func conflicts() {
    var table = Table.at("goal:churn")
    table.must("conflict A between=ceo,vp-eng", "argue vp-eng Risk interest=Sleep", "resolve Both because=Peace")
    table.must("conflict B between=ceo,vp-eng", "experiment Weekly metric=Incidents until=+14d owner=vp-eng")
    table.must("conflict C between=ceo,vp-eng goal=churn", "escalate to=ceo by=+7d criteria=Cost options=\"X|Y\"")
    table.must("conflict D between=ceo,vp-eng")
    let record = record(of: table)
    #expect(record.disagreements.map(\.outcome) == [.resolved, .experiment, .escalated, nil])
    #expect(record.disagreements.map { $0.process?.decider } == [nil, "vp-eng", "ceo", nil])
    #expect(record.disagreements.map { $0.process?.options } == [nil, ["Weekly"], ["X", "Y"], nil])
    #expect(record.disagreements[0].positions.map(\.interest) == ["Sleep"])
    #expect(record.decisions.map(\.what) == ["Both"])
  }

  @Test("Only revealed votes are told: who voted in the plan's order, most dots first, ties in the plan's order")
  func votes() throws {
    var table = Table.at("goal:activation", .quarter.revealing(from: 2))
    table.must(
      "vote open", "vote cancel", "vote open dots=1", "@vp-eng ballot churn=1", "vote cancel", "vote open dots=2")
    #expect(record(of: table).votes == [])
    #expect(record(of: table).cancelledVotes.map(\.turnout) == [[], ["vp-eng"]])
    #expect(record(of: table).cancelledVotes.map(\.dots) == [2, 1])
    table.box = BallotBox()
    table.must("@vp-eng ballot deal-close=1 churn=1", "@ceo ballot deal-close=1 churn=1", "vote reveal")
    let vote = try #require(record(of: table).votes.first)
    #expect(vote.turnout == ["ceo", "vp-eng"])
    #expect(vote.tally.map(\.goal) == ["churn", "deal-close"])
    #expect(vote.tally.map(\.dots) == [2, 2])
    #expect(vote.ties == [["churn", "deal-close"]])
    #expect(record(of: table).cancelledVotes.count == 2)
  }

  @Test("A step's time counts all visits, pauses and extensions, and the one going on up to the last entry")
  func pacing() {
    var table = Table.given(.quarter, "next", "+02:00 next", "+01:00 pause", "+01:00 resume", "extend 4", "+00:30 back")
    table.must("+00:10 next", "+00:05 note x")
    let rows = record(of: table).pacing
    #expect(rows.map(\.step.text) == ["boundary", "context"])
    #expect(rows.map(\.planned) == [180, 600])
    #expect(rows.map(\.actual) == [130, 155])
  }

  @Test("What was undone is not in the record")
  func undone() {
    var table = Table.at("goal:activation")
    table.must("decide X because=Y", "undo", "decide Z because=Y")
    #expect(record(of: table).decisions.map(\.id) == ["D2"])
  }

  @Test("Everyone has a row in the acknowledgements, with the caveat and its answer")
  func acknowledgements() {
    var table = Table.at("read-back")
    table.must("ack ceo", "ack vp-sales caveat=Later", "answer vp-sales Yes")
    let rows = record(of: table).acknowledgements
    #expect(rows.map(\.acknowledged) == [true, true, false, false])
    #expect(rows.map(\.caveat) == [nil, "Later", nil, nil])
    #expect(rows.map(\.answer) == [nil, "Yes", nil, nil])
  }

  @Test("A trade-off names what was gained and displaced, features that are gone included")
  func tradeOffs() throws {
    var table = Table.at("read-back")
    table.must("goto features:activation", "serve P1 goal=activation")
    table.must("request \"Dark mode\" by=ceo", "serve P2 goal=activation displacing=checklist")
    let row = try #require(record(of: table).tradeOffs.first)
    #expect(row.gainedName == "Dark mode")
    #expect(row.displacedName == "Onboarding checklist")
  }

  @Test("A result of the last period stands in the review, whatever the goal's outcome")
  func review() {
    var plan = Plan.quarter
    plan.goals[1].last = LastPeriod(target: 6, actual: 8, because: "Incidents", result: .missed)
    let record = record(of: Table(plan))
    #expect(record.review.map(\.goal) == ["churn"])
    #expect(record.review.first?.last.result == .missed)
  }
}
