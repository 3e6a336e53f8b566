import ParleyCore
import ParleyPlan
import Testing

@Suite("What a plan says of the session as a whole: north star, red lines, links, who is informed, mailboxes")
struct FrameTests {
  private static let rest = """
    north-star: {name: Active teams, unit: teams, baseline: 400, target: 900}
    red-lines: We never sell what customers tell us
    links: [{name: Roadmap, url: "https://roadmap.example.org/q3"}]
    inform: [{name: Ann Board, email: ann@example.org}, {id: jo, name: Jo Quiet}]
    facilitator-email: maya@example.org
    note-taker-email: leo@example.org
    send-from: roadmap@example.org

    """

  @Test("The plan of the next session has all of it, with zone, phrases, shares and the keys of other tools")
  func next() throws {
    let goal = "    share: 40\n    ref: G-1\n    features: [{id: a, name: A, ref: G-2}]\n"
    let rest = "zone: Europe/Berlin\nphrases: {redirect: \"Which goal, please?\"}\n"
    let plan = try #require(SamplePlan.with(goal + Self.rest + rest).plan)
    let session = Session(opening: plan, id: "q3", at: Instant(milliseconds: 1_800_000_000_000))
    let text = NextPlan(after: Record(of: session), plan, StakeholderMap()).text
    let next = PlanReading(text: text, name: "q4.yaml")
    #expect(next.errors == [], "\(text)")
    let then = try #require(next.plan)
    #expect(then.northStar == plan.northStar && then.redLines == plan.redLines && then.links == plan.links)
    #expect(then.inform == plan.inform && then.mailboxes == plan.mailboxes && then.zone == "Europe/Berlin")
    #expect(then.phrases == plan.phrases && then.goals.map(\.share) == [40])
    #expect(then.goals[0].ref == "G-1" && then.goals[0].features.map(\.ref) == ["G-2"])
  }

  @Test("All of it is read, kept in the journal and read back; a plan without it is written as it always was")
  func read() throws {
    let reading = SamplePlan.with(Self.rest)
    #expect(reading.told == [])
    let plan = try #require(reading.plan)
    #expect(plan.northStar == Metric(name: "Active teams", unit: "teams", baseline: 400, target: 900))
    #expect(plan.redLines == ["We never sell what customers tell us"])
    #expect(plan.links == [Link(name: "Roadmap", url: "https://roadmap.example.org/q3")])
    #expect(plan.inform.map(\.name) == ["Ann Board", "Jo Quiet"] && plan.inform.map(\.id?.text) == [nil, "jo"])
    #expect(
      plan.mailboxes
        == Mailboxes(facilitator: "maya@example.org", noteTaker: "leo@example.org", sendFrom: "roadmap@example.org"))
    let opened = Opened(id: "q3", plan: plan).event
    #expect(try Event(json: opened.json) == opened)
    let usual = Opened(id: "q3", plan: try #require(SamplePlan().reading.plan)).event.json.line
    for key in ["northStar", "redLines", "links", "inform", "mailboxes", "share"] {
      #expect(opened.json.line.contains("\"\(key)\"") == (key != "share") && !usual.contains("\"\(key)\""))
    }
  }

  @Test("What cannot be meant is an error at its place")
  func faults() {
    #expect(
      SamplePlan.with("links: [{name: X, url: ftp://x}]\n").told == ["12:24 `ftp://x` is no address for a browser"])
    #expect(SamplePlan.with("links: [{name: X}]\n").told == ["12:9 a link has no `url`"])
    #expect(SamplePlan.with("inform: [{email: a@b.c}]\n").told == ["12:10 someone to inform has no `name`"])
    #expect(SamplePlan.with("send-from: roadmap\n").told == ["12:12 `roadmap` is not the address of a mailbox"])
    #expect(
      SamplePlan.with("red-line: x\n").errors.map(\.message) == [
        "`red-line` is not a key of the plan — did you mean `red-lines`?"
      ])
  }

  @Test("Shares of a timeframe's goals that are more than all of its effort are advice (M17)")
  func shares() {
    func sample(_ shares: Int...) -> PlanReading {
      let goals = shares.enumerated().map { index, share in
        "  - {id: g\(index), name: G\(index), timeframe: q3, metric: {name: M, baseline: 1, target: 2}, share: \(share)}\n"
      }
      var sample = SamplePlan()
      sample.goals = "goals:\n" + goals.joined()
      return sample.reading
    }
    #expect(sample(60, 40).advised == [] && sample(60, 40).plan?.goals.map(\.share) == [60, 40])
    #expect(sample(60, 41).advised == ["9:89 M17"])
    #expect(sample(60, 41).advice.first?.message.contains("add up to 101 %") == true)
    #expect(sample(101).told == ["8:89 `101` is out of range"])
  }
}
