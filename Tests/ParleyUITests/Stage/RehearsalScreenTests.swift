import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyUI

@Suite("A rehearsal on the screen")
struct RehearsalScreenTests {
  @Test("What is said stands out until it is written down, with who said it and how long ago")
  func speech() throws {
    var stage = RehearsalStage()
    #expect(stage.screen.contains("REHEARSAL · Q3 alignment"))
    #expect(stage.screen.contains("Nobody has said anything yet"))
    stage.press("n n n")
    stage.wait()
    let word = try #require(stage.said.first)
    let name = try #require(stage.room.state.stakeholder(word.who)).name
    #expect(stage.screen.contains("1 to write down"))
    #expect(stage.screen.contains("▶ 0:00  \(name)"))
    guard case .position(let goal, let colour, let layer) = word.matter else {
      Issue.record("the first word is a position: \(word)")
      return
    }
    stage.pass(3000)
    #expect(stage.screen.contains("▶ 0:30  \(name)"))
    stage.room.give(
      "dot \(word.who) \(colour.rawValue) goal=\(goal)\(layer.map { " layer=\($0.rawValue)" } ?? "") note=\(CommandLine.quoted(word.text))"
    )
    #expect(stage.said.first?.capture?.isRight == true)
    #expect(stage.screen.contains("✓ 0:3"))
    #expect(!stage.screen.contains("1 to write down"))
  }

  @Test("At 80 × 24 a long sentence is whole, also while a form asks for it, and stands in the list of what waits")
  func whole() throws {
    let doubt =
      "Fifteen of a hundred is a number that we have not seen in any quarter since the new pricing came, and nobody here has shown me where it is meant to come from"
    let map = StakeholderMap(entries: [
      "vp-eng": StakeholderMap.Entry(
        influence: .high, alignment: .misaligned,
        objections: [StakeholderMap.Objection(doubt, goal: "activation", layer: .metric)])
    ])
    var stage = RehearsalStage(RehearsalMark(seed: 3, mood: .hard), map: map)
    stage.press("n n n")
    stage.room.give("heard vp-eng")
    for _ in 0..<40 where !stage.said.contains(where: { $0.text.count > 150 }) { stage.pass(1000) }
    let word = try #require(stage.said.last { $0.text.count > 150 }, "\(stage.said.map(\.text))")
    let words = word.text.split(separator: " ").joined(separator: " ")
    func shown(_ screen: String) -> String {
      screen.filter { $0 != "│" }.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
    #expect(shown(stage.screen).contains(words), "\(stage.screen)")
    stage.press("f")
    #expect(shown(stage.screen).contains(words), "\(stage.screen)")
    stage.press("escape '")
    #expect(shown(stage.screen).contains(words) && stage.screen.contains("To write down"), "\(stage.screen)")
  }

  @Test("While words are typed the clock goes no faster than the machine's")
  func held() throws {
    var stage = RehearsalStage(speed: 60)
    stage.press("n n n")
    let start = stage.room.now
    stage.press("f")
    stage.pass(5000)
    #expect(stage.room.now == start.adding(seconds: 5))
    stage.press("escape")
    stage.pass(1000)
    #expect(stage.room.now == start.adding(seconds: 65))
  }

  @Test("Behind help, the report and a menu the clock goes no faster than the machine's", arguments: ["?", "L", "q"])
  func behind(key: String) throws {
    var stage = RehearsalStage(speed: 60)
    stage.press("n n n")
    let start = stage.room.now
    stage.press(key)
    stage.pass(5000)
    #expect(stage.room.now == start.adding(seconds: 5))
  }

  @Test("The window's title says that it is a rehearsal")
  func title() throws {
    var stage = RehearsalStage()
    stage.press("n n n")
    #expect(TerminalModel.title(of: stage.room.state, at: stage.room.now).hasPrefix("REHEARSAL · "))
    #expect(!TerminalModel.title(of: Room().state, at: stage.room.now).contains("REHEARSAL"))
  }

  @Test("Alone the time is called out at two minutes and at one, and zero rings once a step")
  func bell() throws {
    var stage = RehearsalStage(RehearsalMark(isSolo: true))
    stage.press("n n n")
    let effects = stage.passSecondBySecond(700)
    #expect(effects.count { $0 == .ring } == 1)
    #expect(stage.calls == ["two minutes left", "one minute left: what do we need to say before we settle?"])
    stage.press("enter")
    #expect(stage.passSecondBySecond(700).count { $0 == .ring } == 1)
  }

  @Test("The clock stops, goes faster, and jumps to the next word")
  func clock() throws {
    var stage = RehearsalStage()
    stage.press("n n n")
    stage.press(",")
    stage.pass(60_000)
    #expect(stage.said.isEmpty)
    #expect(stage.screen.contains("stopped"))
    stage.press(", >")
    #expect(stage.screen.contains("×12"))
    stage.press(";")
    #expect(stage.said.count == 1)
    #expect(stage.said.first?.at == stage.room.now)
  }

  @Test("Whoever is given the word answers; the report says so at any time")
  func asking() throws {
    var stage = RehearsalStage(RehearsalMark(seed: 4, mood: .hard))
    stage.press("n n n")
    let quiet = try #require(stage.room.model.performance?.silences.first)
    stage.room.give("heard \(quiet.who)")
    stage.pass(1000)
    #expect(stage.said.contains { $0.who == quiet.who })
    stage.press("L")
    #expect(stage.screen.contains("Pacing") && stage.screen.contains("1 asked"))
    stage.press("end")
    #expect(stage.screen.contains("better"))
    stage.press("escape q l")
    #expect(stage.room.effects.contains(.leave(.detached)))
  }

  @Test("In the debrief a key goes from step to step, and another rehearses again from the one that is read")
  func again() {
    var stage = RehearsalStage(RehearsalMark(seed: 4, mood: .hard))
    stage.press("n n n")
    stage.wait()
    for line in ["skip activation because=\"Later\"", "next"] { stage.room.give(line) }
    stage.wait()
    stage.press("L")
    #expect(stage.screen.contains("r again") && !stage.screen.contains("parley rehearse"))
    stage.press("tab tab")
    guard case .report(let page, let scroll)? = stage.room.model.overlays.last else {
      Issue.record("no debrief")
      return
    }
    #expect(page.lines[scroll] == "Reduce monthly churn")
    stage.press("r")
    #expect(stage.screen.contains("Again, from where?") && stage.screen.contains("seed 4"))
    stage.press("escape")
    #expect(!stage.room.effects.contains { if case .leave = $0 { true } else { false } })
    stage.press("r enter")
    #expect(stage.room.effects.contains(.leave(.again(from: .goal("churn")))))
  }

  @Test("A message, a brief and the list of what waits have nothing to begin again from")
  func nothingAgain() {
    var stage = RehearsalStage()
    stage.press("' r")
    #expect(!stage.screen.contains("Again, from where?"))
  }

  @Test("Ballots are cast by the people themselves, through the same commands")
  func ballots() throws {
    var stage = RehearsalStage()
    stage.press("n n n")
    stage.room.give("vote open")
    for _ in 0..<80 {
      stage.ms += 100
      stage.room.model.beat(atBoottimeMs: stage.ms)
      stage.room.now = stage.room.model.stage!.clock.now
      stage.room.wait(0)
      stage.room.press("1")
    }
    #expect(stage.room.state.openVote?.turnout.count == 4)
    stage.room.give("vote reveal")
    #expect(stage.room.state.votes.last?.tally?.isEmpty == false)
  }

  @Test("Alone there are the countdown and the card, and one key to the end")
  func solo() throws {
    var stage = RehearsalStage(RehearsalMark(isSolo: true))
    #expect(!stage.screen.contains("Said"))
    stage.press("n n n")
    #expect(stage.screen.contains("Improve activation rate"))
    #expect(stage.screen.contains("Ask "))
    stage.press("g c")
    #expect(stage.room.state.goals[0].dots.isEmpty)
    for _ in 0..<20 where stage.room.state.ended == nil {
      stage.pass(6000)
      stage.press("enter")
    }
    #expect(stage.room.state.ended != nil)
    #expect(stage.room.state.goals.allSatisfy { $0.settlement != nil })
    stage.press("enter")
    #expect(stage.room.effects.contains(.leave(.detached)))
  }

  @Test("Keys of the rehearsal mean nothing in earnest")
  func inEarnest() {
    var room = Room()
    room.press("; < > ,")
    #expect(room.lines.isEmpty && room.model.stage == nil)
    #expect(!HelpPage(room.model).rows.contains(.heading("Rehearsal")))
  }
}
