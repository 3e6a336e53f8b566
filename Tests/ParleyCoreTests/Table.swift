import ParleyCore
import TestFixtures
import Testing

/// A session to test with: two timeframes, four people, three goals, as the shared example has them.
typealias Table = ScriptedSession

extension ScriptedSession {
  init() { self.init(.quarter) }

  /// A session after these lines, none of which may be refused.
  static func given(_ plan: Plan = .quarter, _ lines: String..., at place: SourceLocation = #_sourceLocation) -> Table {
    var table = Table(plan)
    for line in lines { table.must(line, at: place) }
    return table
  }

  /// Gives a line as a script has it; returns what happened, or the refusal.
  @discardableResult
  mutating func when(_ text: String) -> Result<[Event], Refusal> {
    do throws(Refusal) {
      guard let entry = try give(text) else { return .failure(.badArgument(.noCommand)) }
      return .success(entry.events)
    } catch { return .failure(error) }
  }

  mutating func must(_ lines: String..., at place: SourceLocation = #_sourceLocation) {
    for line in lines {
      if case .failure(let refusal) = when(line) { Issue.record("\(line): \(refusal)", sourceLocation: place) }
    }
  }

  /// The code with which a line is refused; nil when it is taken. The state must not change with a refusal.
  mutating func refusal(_ line: String, at place: SourceLocation = #_sourceLocation) -> String? {
    let before = session
    guard case .failure(let refusal) = when(line) else { return nil }
    #expect(session == before, "a refusal changed the session", sourceLocation: place)
    #expect(refusal.description.hasPrefix("refused: \(refusal.code.rawValue): "), sourceLocation: place)
    #expect(refusal.sentence.count > 10, sourceLocation: place)
    return refusal.code.rawValue
  }

  func goal(_ id: String) -> GoalState {
    session.state.goal(GoalID(id)) ?? GoalState(goal: Goal(id: "none", name: "", timeframe: nil, metrics: []))
  }
}

extension Table {
  static let greens = ["dot cs-head green", "dot vp-sales green", "dot vp-eng green", "dot ceo green"]

  /// Goes on until the step is reached, confirming each goal on the way with four green dots.
  mutating func reach(_ step: String, at place: SourceLocation = #_sourceLocation) {
    for _ in 0..<40 where state.step.text != step {
      if case .goal = state.step { for line in Self.greens + ["confirm"] { must(line, at: place) } }
      must("next", at: place)
    }
    #expect(state.step.text == step, sourceLocation: place)
  }

  static func at(_ step: String, _ plan: Plan = .quarter, place: SourceLocation = #_sourceLocation) -> Table {
    var table = Table(plan)
    table.reach(step, at: place)
    return table
  }
}
