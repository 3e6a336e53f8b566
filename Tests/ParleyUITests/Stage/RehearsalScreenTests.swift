import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyUI

@Suite("A rehearsal on the screen")
struct RehearsalScreenTests {
  /// A rehearsal with its host in memory, on a clock that the test reads.
  private struct Stage {
    var room: Room
    var ms: Int64 = 0
    let size = Size(columns: 80, rows: 24)

    init(_ mark: RehearsalMark = RehearsalMark(seed: 4), map: StakeholderMap = .workshop, speed: Int = 10) throws {
      let plan = Plan.workshop.rehearsed(mark)
      room = Room(plan)
      room.size = size
      let performance = mark.isSolo ? nil : Performance(plan, map)
      room.model = TerminalModel(rehearsing: performance, at: room.now, speed: speed)
      room.welcome()
      pass(0)
    }

    /// Lets milliseconds of the machine's clock pass.
    mutating func pass(_ passed: Int64) {
      ms += passed
      room.model.beat(atBoottimeMs: ms)
      room.now = room.model.stage!.clock.now
      _ = room.model.tick(at: room.now, size: size)
    }

    /// What was called out.
    private(set) var calls: [String] = []

    /// Lets so many seconds of the rehearsal pass, one by one.
    mutating func passSecondBySecond(_ seconds: Int) -> [Effect] {
      var effects: [Effect] = []
      for _ in 0..<seconds {
        ms += 1000 / Int64(room.model.stage!.clock.speed)
        room.model.beat(atBoottimeMs: ms)
        room.now = room.model.stage!.clock.now
        effects += room.model.tick(at: room.now, size: size)
        if let text = room.model.notice?.text, calls.last != text, text.contains("left") { calls.append(text) }
      }
      return effects
    }

    mutating func press(_ names: String) {
      for name in names.split(separator: " ") {
        room.press(String(name))
        pass(0)
      }
    }

    var screen: String { room.screen }
    var said: [Utterance] { room.model.performance?.said ?? [] }

    /// Lets time pass until something is said.
    mutating func wait() {
      let before = said.count
      for _ in 0..<2000 where said.count == before { pass(100) }
    }
  }

  @Test("What is said stands out until it is written down, with who said it and how long ago")
  func speech() throws {
    var stage = try Stage()
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
    var stage = try Stage(RehearsalMark(seed: 3, mood: .hard), map: map)
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
    var stage = try Stage(speed: 60)
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
    var stage = try Stage(speed: 60)
    stage.press("n n n")
    let start = stage.room.now
    stage.press(key)
    stage.pass(5000)
    #expect(stage.room.now == start.adding(seconds: 5))
  }

  @Test("The window's title says that it is a rehearsal")
  func title() throws {
    var stage = try Stage()
    stage.press("n n n")
    #expect(TerminalModel.title(of: stage.room.state, at: stage.room.now).hasPrefix("REHEARSAL · "))
    #expect(!TerminalModel.title(of: Room().state, at: stage.room.now).contains("REHEARSAL"))
  }

  @Test("Alone the time is called out at two minutes and at one, and zero rings once a step")
  func bell() throws {
    var stage = try Stage(RehearsalMark(isSolo: true))
    stage.press("n n n")
    let effects = stage.passSecondBySecond(700)
    #expect(effects.count { $0 == .ring } == 1)
    #expect(stage.calls == ["two minutes left", "one minute left: what do we need to say before we settle?"])
    stage.press("enter")
    #expect(stage.passSecondBySecond(700).count { $0 == .ring } == 1)
  }

  @Test("The clock stops, goes faster, and jumps to the next word")
  func clock() throws {
    var stage = try Stage()
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
    var stage = try Stage(RehearsalMark(seed: 4, mood: .hard))
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

  @Test("Ballots are cast by the people themselves, through the same commands")
  func ballots() throws {
    var stage = try Stage()
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
    var stage = try Stage(RehearsalMark(isSolo: true))
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

extension StakeholderMap {
  fileprivate static var workshop: StakeholderMap {
    StakeholderMap(entries: [
      StakeholderID("ceo"): Entry(influence: .veryHigh, alignment: .aligned),
      StakeholderID("vp-sales"): Entry(influence: .high, alignment: .neutral, requests: ["Salesforce sync"]),
      StakeholderID("vp-eng"): Entry(
        influence: .high, alignment: .misaligned, objections: ["Five per cent is a target out of reach"]),
      StakeholderID("cs-head"): Entry(influence: .low, alignment: .aligned),
    ])
  }
}
