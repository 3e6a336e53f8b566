import ParleyPlan
import TestFixtures
import Testing

@testable import ParleyCore

@Suite("What a rehearsal's people will probably say, and drills of it")
struct ForecastTests {
  private func practice(_ name: String) throws -> (plan: Plan, map: StakeholderMap) {
    let practice = try #require(PracticeCase.named(name))
    let reading = PlanReading(text: practice.text, name: practice.name, privateText: nil)
    return (try #require(reading.plan), try #require(reading.map))
  }

  @Test("The forecast names who objects, where, at which layer, with two sentences and what keeps the answer")
  func forecast() throws {
    let (plan, map) = try practice("platform")
    let forecast = Forecast(plan, map)
    #expect(forecast.goals.map(\.name) == plan.goals.map(\.name))
    let first = try #require(forecast.goals.first)
    let legal = try #require(first.objections.first { $0.who == "Ansgar Weiss" })
    #expect(legal.layer == .horizon && legal.canVeto && legal.chance == "will say no")
    #expect(legal.words == "Selling before the data contract is signed is the wrong date")
    let finance = try #require(first.objections.first { $0.who == "Bruna Castel" })
    #expect(finance.layer == .metric && finance.remedy.rule == "M49")
    for goal in forecast.goals {
      for objection in goal.objections {
        #expect(objection.remedy.sentences.count == 2 && objection.remedy.sentences.allSatisfy { !$0.isEmpty })
      }
    }
    #expect(forecast.lines.allSatisfy { $0.count <= 100 })
    #expect(forecast.lines.contains("Ask first, by name (M13)") == !forecast.quiet.isEmpty)
  }

  @Test("Who objects in a rehearsal was forecast, where the map says so", arguments: ["quarter", "sunset", "platform"])
  func borneOut(name: String) throws {
    let (plan, map) = try practice(name)
    let forecast = Forecast(plan, map)
    for seed in 1...3 {
      var table = try RehearsedTable(plan, map, RehearsalMark(seed: seed, mood: .hard))
      var facilitator = GoodFacilitator()
      facilitator.run(&table)
      for utterance in table.performance.said {
        guard case .position(let id, let colour, _) = utterance.matter, colour.objects,
          let goal = plan.goals.first(where: { $0.id == id }),
          let words = map.entries[utterance.who]?.objections.first(where: {
            utterance.text.contains($0.text.dropFirst())
          })
        else { continue }
        let expected = forecast.goals.first { $0.name == goal.name }?.objections.map(\.words)
        #expect(expected?.contains(words.text) == true, "\(utterance.text)")
      }
    }
  }

  @Test(
    "Drills: the same seed gives the same questions, five in a row are of five skills, and each has one right answer")
  func drills() throws {
    let plans = try ["quarter", "sunset", "platform"].map(practice)
    let drill = try #require(Drill(plans, seed: 4))
    let questions = (0..<60).map(drill.question)
    #expect(questions == (0..<60).map(try #require(Drill(plans, seed: 4)).question))
    #expect(questions != (0..<60).map(try #require(Drill(plans, seed: 5)).question))
    #expect(Set(questions.map(\.skill)) == Set(Drill.Skill.allCases))
    for question in questions {
      #expect(question.choices.indices.contains(question.right))
      #expect(Set(question.choices).count == question.choices.count && (2...5).contains(question.choices.count))
      #expect(question.verdict(question.right).hasPrefix("Yes. "))
      let wrong = (question.right + 1) % question.choices.count
      #expect(question.verdict(wrong).hasPrefix("No: “\(question.choices[question.right])”"))
      #expect(question.said != "" && question.question.hasSuffix("?"))
      if question.skill == .layer, let said = question.said, let spoken = Dot.Layer.spoken(in: said) {
        #expect(Dot.Layer.allCases[question.right] == spoken, "\(said)")
      }
    }
    #expect(Set(questions.map(\.right)).count > 2)
    #expect(Drill([], seed: 1) == nil)
  }

  @Test("A streak counts what is right in a row, and is read again as it was kept")
  func streak() throws {
    var streak = DrillStreak()
    for isRight in [true, true, false, true] { streak.count(isRight: isRight) }
    #expect(streak == DrillStreak(now: 1, best: 2))
    #expect(DrillStreak(json: streak.json) == streak)
    for line in ["{}", "{\"now\":3,\"best\":2}", "{\"now\":-1,\"best\":2}", "[]"] {
      #expect(JSON(Array(line.utf8)).flatMap { DrillStreak(json: $0) } == nil)
    }
  }

  @Test(
    "The brief of a case has its people with what they want, and what to practise",
    arguments: PracticeCase.all.map(\.name))
  func brief(name: String) throws {
    let (plan, map) = try practice(name)
    let lesson = try #require(PracticeCase.named(name)).lesson
    let text = RehearsalBrief(plan, map, lesson: lesson).lines.joined(separator: " ")
    for person in plan.stakeholders { #expect(text.contains(person.name)) }
    #expect(text.contains("What to practise"))
    #expect(RehearsalBrief(plan, map, lesson: lesson).lines.allSatisfy { $0.count <= 76 })
    #expect(name == "one-on-one" || !lesson.exercises.isEmpty)
  }

  @Test("What a case has one do is known by the session: nothing of it at first, all of it once it is done")
  func exercises() throws {
    for (name, lines) in [
      (
        "quarter",
        [
          "conflict \"Two days\" between=sales,engineering goal=quote", "argue sales \"Two\"",
          "argue engineering \"Ten\"",
          "escalate to=founder by=+7d criteria=\"Days and drawings\" options=\"Two|Five\"",
          "decide \"The drawing debt is paid in April\" because=\"Both need it\" until=2027-06-30",
          "follow-up \"The debt plan\" owner=engineering due=+7d with=sales",
        ]
      ),
      (
        "sunset",
        [
          "impact support costs=\"130 macros, 40 hours\" goal=lantern",
          "dot support yellow goal=lantern layer=horizon note=\"Macros\" condition=\"The macros have moved\"",
          "playbook gate \"Macros moved\" reach=2 by=+30d", "playbook gate \"A week without Lantern\" reach=4 by=+60d",
        ]
      ),
      (
        "platform",
        [
          "decide \"A board, and its chair goes round\" because=\"Twenty marinas pay\"",
          "link \"The strategy\" https://example.org/harbour",
          "follow-up \"Review of the quarter\" owner=chief due=+90d",
        ]
      ),
    ] {
      let (plan, map) = try practice(name)
      let exercises = try #require(PracticeCase.named(name)).lesson.exercises
      var table = try RehearsedTable(plan, map, RehearsalMark(seed: 1, mood: .easy))
      for _ in 1...3 { table.give("next") }
      #expect(exercises.allSatisfy { !$0.isDone(in: table.state) })
      for line in lines { table.give(line) }
      #expect(table.refusals == [])
      #expect(exercises.filter { !$0.isDone(in: table.state) } == [])
    }
  }
}
