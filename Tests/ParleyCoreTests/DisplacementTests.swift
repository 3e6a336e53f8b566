import ParleyCore
import Testing

@Suite("Displacement (M17)")
struct DisplacementTests {
  private let proposal = "propose speed \"Ship faster\" timeframe=q3 metric=Deploys baseline=1 target=5"

  @Test("A goal comes into a full timeframe only when another moves out; both are one trade-off")
  func propose() {
    var table = Table.at("goal:churn")
    #expect(table.refusal(proposal) == "needs-displacement")
    table.must(proposal + " displacing=deal-close:q4")
    #expect(table.state.goals.map(\.id.text) == ["activation", "churn", "speed", "deal-close"])
    #expect(table.goal("deal-close").goal.timeframe == "q4")
    #expect(table.state.tradeOffs == [TradeOff(gained: "speed", displaced: "deal-close")])
    #expect(table.refusal(proposal) == "bad-argument")
  }

  @Test("Without a place the displaced goal goes to the next timeframe, and where that is full nowhere else")
  func landing() {
    var plan = Plan.quarter
    plan.timeframes[1].capacity = 1
    var table = Table.at("goal:churn", plan)
    table.must(proposal + " displacing=deal-close")
    #expect(table.goal("deal-close").goal.timeframe == "q4")
    let second = "propose more \"More\" timeframe=q3 metric=M baseline=1 target=5"
    #expect(table.refusal(second + " displacing=churn") == "needs-displacement")
    table.must(second + " displacing=churn:parking-lot")
    #expect(table.goal("churn").goal.timeframe == nil)
    #expect(table.state.parkingLot.last?.text == "Reduce monthly churn")
    #expect(table.state.parkingLot.last?.state == .displaced)
  }

  @Test("From the last timeframe it goes off the roadmap")
  func offTheRoadmap() {
    var plan = Plan.quarter
    plan.timeframes.removeLast()
    var table = Table.at("goal:churn", plan)
    table.must(proposal + " displacing=deal-close")
    #expect(table.goal("deal-close").goal.timeframe == nil)
    #expect(table.state.parkingLot.last?.goal == "deal-close")
  }

  @Test("Only a goal that takes room there can be displaced")
  func wrongGoal() {
    var table = Table.at("goal:churn")
    table.must("move deal-close to=q4 because=x", proposal)
    let second = "propose more \"More\" timeframe=q3 metric=M baseline=1 target=5"
    #expect(table.refusal(second + " displacing=deal-close") == "bad-argument")
    #expect(table.refusal(second + " displacing=nothing") == "unknown-id")
    #expect(table.refusal("move deal-close to=q3 displacing=deal-close because=x") == "bad-argument")
  }

  @Test("Two goals can change places")
  func swap() {
    var plan = Plan.quarter
    plan.timeframes[1].capacity = 1
    var table = Table.at("goal:churn", plan)
    table.must("move deal-close to=q4 because=x", proposal)
    #expect(table.refusal("move deal-close to=q3 because=y") == "needs-displacement")
    table.must("move deal-close to=q3 displacing=churn:q4 because=y")
    #expect(table.goal("churn").goal.timeframe == "q4")
    #expect(table.goal("deal-close").goal.timeframe == "q3")
  }

  @Test("A confirmed goal that moves becomes adjusted and keeps its dots; a dropped one stays dropped")
  func moving() {
    var table = Table.at("goal:churn")
    table.must("move activation to=q4 because=later")
    #expect(table.goal("activation").settlement == .adjusted(because: "later", dissent: nil))
    #expect(table.goal("activation").dots.count == 4)
    table.must("drop churn because=x", "move churn to=q4 because=y")
    #expect(table.goal("churn").settlement == .dropped(because: "x"))
    #expect(table.refusal("move churn to=q4 because=y") == "bad-argument")
  }

  @Test("A feature comes into a full goal only when another moves out")
  func features() {
    var table = Table.given(.quarter, "next", "next", "next", "request Mails by=ceo", "serve P2 goal=activation")
    table.must("request Tour by=ceo")
    #expect(table.refusal("serve P3 goal=activation") == "needs-displacement")
    #expect(table.refusal("serve P3 goal=activation displacing=nothing") == "unknown-id")
    table.must("serve P3 goal=activation displacing=checklist")
    #expect(table.goal("activation").goal.features.map(\.id.text) == ["P2", "P3"])
    #expect(table.state.tradeOffs == [TradeOff(gained: "P3", displaced: "checklist")])
    let displaced = table.state.parkingLot.last
    #expect(displaced?.text == "Onboarding checklist")
    #expect(displaced?.id == "P4")
  }
}

@Suite("Accepting a trade-off (M46)")
struct AcceptanceTests {
  @Test("People accept the last trade-off, or the one that is named; both stand in the record")
  func accepts() {
    var table = Table.at("goal:activation")
    #expect(table.refusal("accept ceo") == "bad-argument")
    table.must(
      "propose speed \"Ship faster\" timeframe=q3 metric=Deploys baseline=1 target=5 displacing=activation:q4",
      "accept vp-eng,ceo", "accept ceo tradeoff=1")
    #expect(table.state.tradeOffs.map(\.accepted) == [["ceo", "vp-eng"]])
    #expect(table.refusal("accept ceo tradeoff=2") == "bad-argument")
    #expect(table.refusal("accept nobody") == "unknown-id")
    #expect(table.refusal("accept ceo,") == "bad-argument")
    #expect(table.refusal("@vp-eng accept vp-eng") == "not-permitted")
    table.must("undo", "undo")
    #expect(table.state.tradeOffs.map(\.accepted) == [[]])
  }
}
