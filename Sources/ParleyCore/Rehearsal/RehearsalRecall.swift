/// The recall poll two weeks after a rehearsal (M35), as its people would answer it. They name the goals when they
/// stood behind the read-back; why, when nothing that goes ahead goes against what they think and the record has what
/// they said; the metrics, when they were asked about each and doubt no number. What somebody was never asked, they tell in the corridor.
public struct RehearsalRecall: Hashable, Sendable {
  public var people: [Answer]

  /// What one person remembers.
  public struct Answer: Hashable, Sendable {
    public var who: StakeholderID
    public var goals: Bool
    public var why: Bool
    public var metric: Bool
    /// The goal of which they say in the corridor what they did not say in the room.
    public var corridor: GoalID?

    public var isWhole: Bool { goals && why && metric }
  }

  /// Nil before the rehearsal was closed, and where nobody was simulated.
  public init?(_ performance: Performance, _ state: State) {
    guard state.ended != nil, !performance.cast.people.isEmpty else { return nil }
    let agreed = state.goals.filter(\.isAgreed)
    guard !agreed.isEmpty else { return nil }
    let corridor = performance.corridor(state)
    people = performance.cast.people.map { person in
      let minds = agreed.map { (goal: $0, stance: performance.mind(of: person, on: $0.goal, state).stance) }
      return Answer(
        who: person.id, goals: state.acknowledgements[person.id] != nil,
        why: minds.allSatisfy { !$0.stance.colour.objects } && performance.misrecorded(person.id, state) == nil,
        metric: minds.allSatisfy {
          !($0.stance.colour.objects && $0.stance.layer == .metric) && $0.goal.dots[person.id] != nil
        },
        corridor: corridor.first { $0.who == person.id }?.goal)
    }
  }

  /// The share who know all three, in per cent.
  public var share: Int { people.isEmpty ? 0 : people.count(where: \.isWhole) * 100 / people.count }
}
