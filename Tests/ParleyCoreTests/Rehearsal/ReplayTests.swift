import ParleyCore
import Testing

@Suite("A replay")
struct ReplayTests {
  /// A short session in which something is taken back.
  private func entries() throws -> [Entry] {
    var table = Table(.quarter)
    for line in [
      "next", "next", "next", "dot ceo green", "note \"The pipeline is dry\"", "undo", "goto context", "next",
    ] {
      table.when(line)
    }
    return table.session.entries
  }

  @Test("Every place is the session as it stood then, forward and back")
  func places() throws {
    let entries = try entries()
    var replay = try #require(Replay(entries))
    var states: [State] = []
    repeat {
      states.append(replay.session.state)
      #expect(replay.session == Session(entries: Array(entries[..<replay.place])))
      replay.tellNext()
    } while states.count < entries.count
    for place in [3, 1, entries.count, 2, -5, 99] {
      replay.go(to: place)
      #expect(replay.session.state == states[min(max(1, place), entries.count) - 1])
    }
  }

  @Test("It goes from step to step, and to the places where a step or a goal came up")
  func steps() throws {
    var replay = try #require(Replay(try entries()))
    #expect(replay.marks.map(\.step.text).prefix(3) == ["boundary", "context", "goal:activation"])
    replay.go(to: replay.nextStep)
    #expect(replay.session.state.step == .boundary)
    replay.go(to: try #require(replay.place(of: GoalID("activation"))))
    #expect(replay.session.state.step.text == "goal:activation")
    replay.tellNext()
    replay.go(to: replay.previousStep)
    #expect(replay.session.state.step.text == "goal:activation")
    replay.go(to: replay.previousStep)
    #expect(replay.session.state.step == .context)
    #expect(replay.place(of: .readBack) == nil)
    replay.go(to: 1000)
    #expect(replay.nextStep == replay.entries.count)
  }

  @Test("Words are found in any case, people by their names too")
  func search() throws {
    var replay = try #require(Replay(try entries()))
    let note = try #require(replay.place(ofWords: "pipeline IS"))
    replay.go(to: note)
    #expect(replay.session.state.notes.map(\.text) == ["The pipeline is dry"])
    #expect(replay.place(ofWords: "pipeline is") == nil)
    let name = try #require(replay.session.state.stakeholder(StakeholderID("ceo"))).name
    #expect(replay.place(ofWords: name, forward: false) == note - 1)
    #expect(replay.place(ofWords: "") == nil)
  }

  @Test("Without an opening there is none")
  func empty() throws {
    #expect(Replay([]) == nil)
    #expect(Replay(Array(try entries().dropFirst())) == nil)
  }
}
