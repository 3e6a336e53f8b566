// Theory: those who lead a session know all of it. For everyone else a veil lies over it: a goal that was not presented
// yet is a number without a name (M12), and features come with their step (M20). How much of each goal is known, its
// *glimpse*, follows from the state alone, and is what some view of theirs shows at that moment; so undoing a step, or
// changing the kind of the session, covers again what it had uncovered.
//
// A veil covers a snapshot, and the entries after it, goal by goal, and leaves all else alone. Free words stay what
// they are: they are on every screen, and what was said was said.

/// Someone who does not lead the session.
public enum Onlooker: Hashable, Sendable, CaseIterable {
  /// Has a ballot of their own, which names the goals (M19).
  case voter
  /// The note-taker, and the screen that everyone looks at.
  case room
}

/// What covers a session for those who do not lead it.
public struct Veil: Sendable {
  let whole: State
  private let glimpses: [GoalID: Glimpse]
  /// What a goal that is only a number is called instead: an id that no plan can give.
  private let numbers: [GoalID: Int]
  /// Features that are known by other words: what was served, and what was traded off.
  let mentioned: Set<String>
  let showsFeatures: Bool

  public init(_ state: State, for onlooker: Onlooker) {
    whole = state
    let eye = Eye(state, onlooker)
    let ids = state.plan.goals.map(\.id) + state.goals.map(\.id)
    let glimpses = Dictionary(ids.map { ($0, eye.glimpse(of: $0)) }) { first, _ in first }
    self.glimpses = glimpses
    let places = state.plan.goals.enumerated().map { ($1.id, $0 + 1) }
    numbers = Dictionary(places.filter { glimpses[$0.0] == .number }) { first, _ in first }
    mentioned = Set(state.tradeOffs.flatMap { [$0.gained, $0.displaced] } + state.parkingLot.map(\.id.text))
    showsFeatures = state.showsFeatures
  }

  func glimpse(of goal: GoalID) -> Glimpse { glimpses[goal] ?? .standing }

  func number(of goal: GoalID) -> Int? { numbers[goal] }

  func covering(_ goal: GoalID) -> GoalID { numbers[goal].map { GoalID("?\($0)") } ?? goal }
}

/// How much of a goal is known.
enum Glimpse: Comparable {
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
private struct Eye {
  private let state: State
  private let planned: Set<GoalID>
  /// Those that a review looks back on.
  private let past: Set<GoalID>
  private let read: Set<GoalID>
  private let isOnBallot: Bool

  init(_ state: State, _ onlooker: Onlooker) {
    self.state = state
    planned = Set(state.plan.goals.map(\.id))
    past = state.isVisited(.review) ? Set(state.pastGoals.map(\.id)) : []
    read = Set(state.findings.readings.map(\.goal))
    isOnBallot = state.votes.contains { $0.tally != nil } || onlooker == .voter && state.voteIsOpen
  }

  func glimpse(of id: GoalID) -> Glimpse {
    if state.goal(id)?.isPresented ?? false { return .all }
    // What was proposed in the session was said aloud.
    if !planned.contains(id) || past.contains(id) || read.contains(id) { return .standing }
    if !state.kind.settlesGoals { return state.kind == .checkIn ? .standing : .name }
    return isOnBallot ? .name : .number
  }
}

extension Goal {
  /// An id that stands for a goal of which only the number is known.
  static func isCovered(_ id: GoalID) -> Bool { id.text.first == "?" }
}
