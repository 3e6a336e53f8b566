import ParleyCore
import Testing

@Suite("The next person to ask, and the words")
struct AskNextTests {
  @Test("People who are silent on the goal, least influence first (M13)")
  func dots() throws {
    var table = Table.at("goal:activation")
    table.must("dot vp-sales green", "leave vp-eng")
    let ask = try #require(AskNext(table.state))
    #expect(ask.waiting == ["cs-head", "ceo"])
    #expect(ask.answered == 1)
    #expect(ask.matter == .dots)
  }

  @Test("At the read-back, people who have not acknowledged (M21); elsewhere nobody is asked")
  func acknowledgements() throws {
    var table = Table.at("read-back")
    table.must("ack cs-head")
    #expect(AskNext(table.state)?.waiting == ["vp-sales", "vp-eng", "ceo"])
    #expect(AskNext(Table().state) == nil)
    #expect(AskNext(Table.at("context").state) == nil)
  }

  @Test("While a vote is open, people who have not voted")
  func ballots() {
    var table = Table.at("goal:activation")
    table.must("vote open", "@ceo ballot activation=1")
    #expect(AskNext(table.state)?.matter == .ballots)
    #expect(AskNext(table.state)?.waiting == ["cs-head", "vp-sales", "vp-eng"])
    #expect(Cue(table.state, at: table.now) == nil)
  }

  @Test("With seven people or more, a vote is proposed until the first goal is discussed (M5)")
  func proposedVote() {
    var plan = Plan.quarter
    plan.stakeholders += (1...2).map { Stakeholder(id: StakeholderID("p\($0)"), name: "Person \($0)") }
    #expect(Cue(Table.at("goal:activation", plan).state, at: Table.at("goal:activation", plan).now)?.card == .silent)
    plan.stakeholders.append(Stakeholder(id: "p3", name: "Person 3"))
    #expect(plan.stakeholders.count == 7)
    plan.vote.fewest = 1
    var table = Table.at("goal:activation", plan)
    #expect(Cue(table.state, at: table.now)?.card == .vote)
    table.must("leave p3")
    #expect(Cue(table.state, at: table.now)?.card == .silent)
    table.must("arrive p3", "vote open", "vote cancel")
    #expect(Cue(table.state, at: table.now)?.card == .vote)
    table.must("dot cs-head green")
    #expect(Cue(table.state, at: table.now)?.card == .silent)
    table.must("undo", "vote open", "@ceo ballot churn=1", "vote reveal")
    #expect(Cue(table.state, at: table.now)?.card == .silent)
  }

  @Test("The phrase addresses the first person by name, always in the same words")
  func phrase() throws {
    let table = Table.at("goal:activation")
    let cue = try #require(Cue(table.state, at: table.now))
    #expect(cue.card == .silent)
    #expect(cue.person == "cs-head")
    #expect(cue.text.hasPrefix("Carla, "))
    #expect(cue == Cue(table.state, at: table.now))
  }

  @Test("A red dot, an end of time, a full timeframe, each has its card")
  func cards() {
    var table = Table.at("goal:activation")
    table.must("dot cs-head red layer=metric", "dot vp-sales green", "dot vp-eng green")
    #expect(Cue(table.state, at: table.now)?.card == .silent)
    table.must("dot ceo green")
    let harm = Cue(table.state, at: table.now)
    #expect(harm?.card == .harm && harm?.person == "cs-head", "consent is tested with whoever is red")
    #expect(harm?.text == "Carla, is that a preference, or would it do harm? Which?")
    table.must("conflict Target between=cs-head,ceo goal=activation", "postpone decider=ceo by=+7d criteria=\"June\"")
    #expect(Cue(table.state, at: table.now)?.card == .dissent, "it is asked once; then the question is who decides")
    #expect(Cue(table.state, at: table.now.adding(seconds: 600))?.card == .timebox)
    #expect(Cue(table.state, at: table.now, card: .drift)?.card == .drift)
    #expect(Cue(Table().state, at: table.now)?.card == .opening)
    #expect(Cue(Table.at("read-back").state, at: table.now.adding(seconds: -7200))?.card == .closing)
  }

  @Test("Once all are heard and nobody is against it, to confirm is offered in words, until the goal is settled")
  func agreed() {
    var table = Table.at("goal:activation")
    table.must("dot cs-head yellow layer=metric", "dot vp-eng green", "dot vp-sales abstain")
    #expect(Cue(table.state, at: table.now)?.card == .silent)
    table.must("dot ceo green")
    #expect(Cue(table.state, at: table.now)?.text == "Nobody is against it. Can all of us live with it as it stands?")
    table.must("confirm")
    #expect(Cue(table.state, at: table.now) == nil)
    #expect(table.state.notes.isEmpty, "a cue is spoken, and nothing of it is kept")
  }

  @Test("The plan's words go before Parley's")
  func own() {
    var plan = Plan.quarter
    plan.phrases = ["silent": "{name}: {goal}?", "opening": "Welcome"]
    let table = Table.at("goal:activation", plan)
    #expect(Cue(table.state, at: table.now)?.text == "Carla: Improve activation rate?")
    #expect(Cue(Table(plan).state, at: table.now)?.text == "Welcome")
  }

  @Test(
    "People are addressed by their first name, in scripts where that is how names work",
    arguments: [
      ("Carla Stein", "Carla"), ("Cher", "Cher"), ("王 美玲", "王 美玲"), ("Dr. Ada Obi", "Dr. Ada Obi"), ("", ""),
    ])
  func names(name: String, called: String) {
    let phrases = Phrases(own: ["silent": "{name}"])
    #expect(phrases.text(.silent, person: Stakeholder(id: "x", name: name)) == called)
  }

  @Test("Every card fits a line of eighty columns")
  func short() {
    let person = Stakeholder(id: "x", name: "Friedrich Long")
    for card in Phrases.Card.allCases {
      for number in 0..<40 {
        let goal = Goal(id: GoalID("g\(number)"), name: "G", timeframe: nil, metrics: [])
        #expect(Phrases().text(card, goal: goal, person: person).count <= 71)
      }
    }
  }
}

@Suite("The state of the roadmap (M23)")
struct StandingTests {
  @Test("A proposal until everyone has acknowledged and each caveat is answered, agreed after")
  func agreed() {
    var table = Table.at("read-back")
    #expect(Standing(table.state) == .proposal)
    table.must("ack ceo", "ack vp-eng", "ack cs-head", "ack vp-sales caveat=\"Not in May\"")
    #expect(Standing(table.state) == .proposal)
    table.must("answer vp-sales \"In June\"")
    #expect(Standing(table.state) == .agreed)
    table.must("close")
    #expect(Standing(table.state) == .agreed)
    table.must("+2880:01 finalise")
    #expect(Standing(table.state) == .final)
  }

  @Test("Closed early is neither")
  func early() {
    var table = Table.at("goal:churn")
    table.must("close early because=x")
    #expect(Standing(table.state) == .closedEarly)
  }
}
