import ParleyCore
import ParleyPlan
import Testing

@Suite struct Demonstration {
  @Test func itsPlanHasNoErrorsAndNoAdvice() {
    let reading = PlanReading(text: DemoPlan.text, name: "demo.yaml", privateText: DemoPlan.privateText)
    #expect(reading.faults.map(\.report) == [])
  }

  @Test func itsScriptLeadsToAThirdGoalWithEveryColourOnTheScreen() throws {
    let reading = PlanReading(text: DemoPlan.text, name: "demo.yaml", privateText: DemoPlan.privateText)
    let plan = try #require(reading.plan)
    let state = try played(DemoScript.text, of: plan)
    let goal = try #require(state.goalOnTable)
    #expect(state.agenda.filter { $0.goal != nil }.firstIndex(of: state.step) == 2)
    #expect(Set(goal.dots.values.map(\.colour)) == [.green, .yellow, .red, .abstain])
    #expect(state.silent(on: goal).map(\.text) == ["ceo"])
    #expect(state.parkingLot.count == 3)
    #expect(state.tradeOffs.count == 1)
    #expect(state.openConflict == nil)
    #expect(state.votes.isEmpty)
  }

  private func played(_ script: String, of plan: Plan) throws -> State {
    var now = try #require(plan.starts)
    var session = Session(opening: plan, id: "demo", at: now)
    for text in script.split(separator: "\n") {
      let line = ScriptLine(String(text))
      #expect(line.fault == nil, "\(text)")
      now = now.adding(seconds: line.wait)
      let speaker = line.speaker ?? .facilitator
      let proposal = try session.proposal(for: line.line, by: speaker, at: now, box: BallotBox())
      session.append(proposal.entry)
    }
    return session.state
  }
}
