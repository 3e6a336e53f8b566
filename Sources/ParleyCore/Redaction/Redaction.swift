// Theory: those who lead a session know all of it. Everyone else is sent a redacted one: a goal that was not presented
// yet is a number without a name (M12), and features come with their step (M20). How much of each goal is known, its
// *visibility*, follows from the state alone. It is what some view of theirs shows at that moment, so undoing a step, or
// changing the kind of the session, hides again what had been shown.
//
// A snapshot and the entries after it are redacted goal by goal; all else stays as it is. Free words stay too: they are
// on every screen, and what was said was said.

/// Someone who does not lead the session.
public enum Viewer: Hashable, Sendable, CaseIterable {
  /// Has a ballot of their own, which names the goals (M19).
  case voter
  /// The note-taker, and the screen that everyone looks at.
  case room
}

/// What a session looks like to those who do not lead it.
public struct Redaction: Sendable {
  let whole: State
  private let visibilities: [GoalID: Visibility]
  /// What a goal that is only a number is called instead: an id that no plan can give.
  private let numbers: [GoalID: Int]
  /// Features that are known by other words: what was served, and what was traded off.
  let mentioned: Set<String>
  let showsFeatures: Bool

  public init(_ state: State, for viewer: Viewer) {
    whole = state
    let sight = Sight(state, viewer)
    let ids = state.plan.goals.map(\.id) + state.goals.map(\.id)
    let visibilities = Dictionary(ids.map { ($0, sight.visibility(of: $0)) }) { first, _ in first }
    self.visibilities = visibilities
    let places = state.plan.goals.enumerated().map { ($1.id, $0 + 1) }
    numbers = Dictionary(places.filter { visibilities[$0.0] == .number }) { first, _ in first }
    mentioned = Set(state.tradeOffs.flatMap { [$0.gained, $0.displaced] } + state.parkingLot.map(\.id.text))
    showsFeatures = state.showsFeatures
  }

  func visibility(of goal: GoalID) -> Visibility { visibilities[goal] ?? .standing }

  func number(of goal: GoalID) -> Int? { numbers[goal] }

  func redacted(_ goal: GoalID) -> GoalID { numbers[goal].map { GoalID("?\($0)") } ?? goal }

  /// A value that names a goal, or none, at `goal`.
  func redacted<Value>(_ value: Value, naming goal: WritableKeyPath<Value, GoalID?>) -> Value {
    var seen = value
    seen[keyPath: goal] = value[keyPath: goal].map(redacted)
    return seen
  }

  /// A value that names a goal at `goal`.
  func redacted<Value>(_ value: Value, naming goal: WritableKeyPath<Value, GoalID>) -> Value {
    var seen = value
    seen[keyPath: goal] = redacted(value[keyPath: goal])
    return seen
  }

  func redacted<Value>(_ values: [GoalID: Value]) -> [GoalID: Value] {
    Dictionary(values.map { (redacted($0), $1) }) { first, _ in first }
  }
}

/// How much of a goal is known.
enum Visibility: Comparable {
  /// That there is one.
  case number
  /// Its name: a ballot has it, and the lists of sessions that do not settle goals.
  case name
  /// Its name, its main metric, whose it is, and what came of it in the last period.
  case standing
  /// It has been presented.
  case all
}

/// What is in sight at one moment.
private struct Sight {
  private let state: State
  private let planned: Set<GoalID>
  /// Those that a review looks back on.
  private let past: Set<GoalID>
  private let read: Set<GoalID>
  private let isOnBallot: Bool

  init(_ state: State, _ viewer: Viewer) {
    self.state = state
    planned = Set(state.plan.goals.map(\.id))
    past = state.isVisited(.review) ? Set(state.pastGoals.map(\.id)) : []
    read = Set(state.findings.readings.map(\.goal))
    isOnBallot = state.votes.contains { $0.tally != nil } || viewer == .voter && state.voteIsOpen
  }

  func visibility(of id: GoalID) -> Visibility {
    if state.goal(id)?.isPresented ?? false { return .all }
    // What was proposed in the session was said aloud.
    if !planned.contains(id) || past.contains(id) || read.contains(id) { return .standing }
    if !state.kind.settlesGoals { return state.kind == .checkIn ? .standing : .name }
    return isOnBallot ? .name : .number
  }
}

extension Goal {
  /// Whether the id stands for a goal of which only the number is known.
  static func isNumber(_ id: GoalID) -> Bool { id.text.first == "?" }
}
