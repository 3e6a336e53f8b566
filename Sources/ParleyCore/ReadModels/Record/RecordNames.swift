/// The names behind a record's ids, as a document shows them.
public struct RecordNames: Sendable {
  private let people: [StakeholderID: String]
  private let goals: [GoalID: String]
  private let timeframes: [TimeframeID: String]
  /// The words of the document in which they stand.
  public let words: DocumentWording

  /// The names of everything in a record.
  public init(_ record: Record, in words: DocumentWording = .english) {
    self.init(record, goals: record.goals.map { ($0.goal.id, $0.goal.name) }, words)
  }

  /// The names in a record as everyone may see them: a goal that was never on the table has a number alone (M12).
  init(_ record: Record, shownIn state: State) {
    self.init(record, goals: record.goals.map { ($0.goal.id, state.titles(of: .goal($0.goal.id)).title) }, .english)
  }

  private init(_ record: Record, goals: [(GoalID, String)], _ words: DocumentWording) {
    self.words = words
    let people = record.attendance.map(\.who) + record.comments.map(\.who)
    self.people = Dictionary(people.map { ($0, record.name(of: $0)) }) { first, _ in first }
    self.goals = Dictionary(goals) { first, _ in first }
    timeframes = Dictionary(record.timeframes.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The names of everything in a plan.
  public init(_ plan: Plan, in words: DocumentWording = .english) {
    self.words = words
    people = Dictionary(plan.stakeholders.map { ($0.id, plan.name(of: $0.id)) }) { first, _ in first }
    goals = Dictionary(plan.goals.map { ($0.id, $0.name) }) { first, _ in first }
    timeframes = Dictionary(plan.timeframes.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The name of a person.
  public func of(_ who: StakeholderID) -> String { (people[who] ?? who.text).shown }
  /// The name of a goal.
  public func of(_ goal: GoalID) -> String { (goals[goal] ?? goal.text).shown }
  /// The names of people, with commas.
  public func of(_ people: [StakeholderID]) -> String { people.map { of($0) }.joined(separator: ", ") }
  /// The name of a timeframe; without one a goal is off the roadmap.
  public func of(_ timeframe: TimeframeID?) -> String {
    timeframe.map { (timeframes[$0] ?? $0.text).shown } ?? words["process.off-the-roadmap"]
  }

  func of(_ step: Step) -> String {
    switch step {
    case .goal(let id): words("step.goal", ["goal": of(id)])
    case .features(let id): words("step.features", ["goal": of(id)])
    case .lobby, .review, .boundary, .context, .vote, .priorities, .part, .readBack, .closed:
      words["step.\(step.text)"]
    }
  }
}

extension String {
  /// The sign for nothing.
  static let nothing = "–"

  /// The text as a document shows it: on one line, without any control characters; a dash for none.
  public var shown: String {
    let text = cleaned
    return text.isEmpty ? .nothing : text
  }
}

extension String? {
  /// The text as a document shows it, a dash for none.
  var shown: String { self?.shown ?? .nothing }
}

extension DocumentWording {
  /// `25 → 40 %`.
  public func change(_ metric: Metric) -> String {
    let change = self("signs.change", ["from": numeral(metric.baseline), "to": numeral(metric.target)])
    return change + unit(of: metric)
  }

  /// `Monthly churn: 8 → 5 %`.
  public func measure(_ metric: Metric) -> String { labelled(metric.name.shown, change(metric).shown) }
}
