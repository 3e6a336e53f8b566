import ParleyCore

/// The names that a record's ids stand for, as a page shows them.
struct Names {
  private let people: [StakeholderID: String]
  private let goals: [GoalID: String]
  private let timeframes: [TimeframeID: String]

  init(_ record: Record) {
    people = Dictionary(record.attendance.map { ($0.who, $0.name) }) { first, _ in first }
    goals = Dictionary(record.goals.map { ($0.goal.id, $0.goal.name) }) { first, _ in first }
    timeframes = Dictionary(record.timeframes.map { ($0.id, $0.name) }) { first, _ in first }
  }

  init(_ plan: Plan) {
    people = Dictionary(plan.stakeholders.map { ($0.id, $0.name) }) { first, _ in first }
    goals = Dictionary(plan.goals.map { ($0.id, $0.name) }) { first, _ in first }
    timeframes = Dictionary(plan.timeframes.map { ($0.id, $0.name) }) { first, _ in first }
  }

  func of(_ who: StakeholderID) -> String { (people[who] ?? who.text).shown }
  func of(_ goal: GoalID) -> String { (goals[goal] ?? goal.text).shown }
  func of(_ people: [StakeholderID]) -> String { people.map { of($0) }.joined(separator: ", ") }
  func of(_ timeframe: TimeframeID?) -> String {
    timeframe.map { (timeframes[$0] ?? $0.text).shown } ?? "off the roadmap"
  }

  func of(_ step: Step) -> String {
    switch step {
    case .lobby: "Lobby"
    case .review: "Review"
    case .boundary: "Boundary"
    case .context: "Context"
    case .vote: "Silent vote"
    case .goal(let id): "Goal: \(of(id))"
    case .priorities: "Priorities"
    case .features(let id): "Features: \(of(id))"
    case .part(let part): part.titles.title
    case .readBack: "Read-back"
    case .closed: "Closed"
    }
  }
}
