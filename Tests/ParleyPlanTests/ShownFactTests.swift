import ParleyCore
import ParleyPlan
import Testing

@Suite("Authority and metric stand in the map, and in the plan where it shows them (M1)")
struct ShownFactTests {
  private func sample(_ shows: String) -> PlanReading {
    var sample = SamplePlan(rest: shows)
    sample.stakeholders = "stakeholders:\n  - {id: ceo, name: Ada Obi, authority: decides, metric: churn}\n"
    return sample.reading
  }

  @Test(
    "The map has both, whatever is shown; the plan what `shows` names, of which a scalar is a list of one",
    arguments: [
      ("", nil, nil), ("shows: authority\n", .decides, nil), ("shows: [metric]\n", nil, "churn"),
      ("shows: [metric, authority, metric]\n", .decides, "churn"),
    ] as [(String, Authority?, String?)])
  func shown(shows: String, authority: Authority?, metric: String?) throws {
    let reading = sample(shows)
    #expect(reading.told == [])
    let plan = try #require(reading.plan)
    let person = plan.stakeholders[0]
    #expect(person.authority == authority && person.metric == metric)
    let map = try #require(reading.map)
    #expect(map.authority(of: person) == .decides && map.metric(of: person) == "churn")
    // What is not shown is not in the journal, and a plan that shows nothing is written as it always was.
    let opened = Opened(id: "q3", plan: plan).event
    let opening = opened.json.line
    #expect(opening.contains("decides") == (authority != nil))
    #expect(opening.contains(#""shows""#) == !shows.isEmpty)
    #expect(try Event(json: opened.json) == opened)
  }

  @Test("What cannot be shown is an error at its value, with the near word")
  func unknown() {
    #expect(
      sample("shows: [authority, metrics]\n").errors.map(\.report) == [
        "parley: plan.yaml:12:20: `metrics` is none of authority, metric — did you mean `metric`?"
      ])
    #expect(sample("shows: {authority: true}\n").told == ["12:8 `shows` must be a list"])
    let misspelt = sample("show: metric\n").errors.map(\.message)
    #expect(misspelt == ["`show` is not a key of the plan — did you mean `shows`?"])
  }

  @Test("They may stand in the private file, where advice is told, and not in both")
  func privateFile() throws {
    let plan = SamplePlan().text
    let reading = PlanReading(
      text: plan, name: "plan.yaml", privateText: "ceo:\n  authority: veto\n  metric: revenue\n")
    #expect(
      reading.advice.map { "\($0.file):\($0.line):\($0.column) \($0.rule ?? "")" } == [
        "plan.yaml:6:5 M2", "plan.private.yaml:3:11 M3",
      ])
    #expect(reading.map?.entries.values.first?.metric == "revenue")
    let both = PlanReading(
      text: plan.replacing("name: Ada Obi", with: "name: Ada Obi, metric: churn"), name: "plan.yaml",
      privateText: "ceo: {metric: revenue}\n")
    #expect(both.told == ["1:7 `metric` of `ceo` stands in the plan too"])
  }

  @Test("The plan of the next session has them in its private file, also after a session that had them in its plan")
  func next() throws {
    var plan = try #require(sample("").plan)
    plan.stakeholders[0].authority = .veto
    plan.shows = [.metric]
    let session = Session(opening: plan, id: "q3", at: Instant(milliseconds: 1_800_000_000_000))
    let map = StakeholderMap(entries: [StakeholderID("ceo"): .init(metric: "churn")])
    let next = NextPlan(after: Record(of: session), plan, map)
    let reading = PlanReading(text: next.text, name: "q4.yaml", privateText: next.privateText)
    #expect(reading.errors == [])
    #expect(reading.plan?.shows == [.metric] && reading.plan?.stakeholders[0].metric == "churn")
    #expect(reading.map?.entries[StakeholderID("ceo")]?.authority == .veto)
    #expect(!next.text.contains("veto"))
  }
}
