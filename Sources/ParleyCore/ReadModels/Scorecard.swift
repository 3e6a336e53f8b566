/// A value of a metric, and when someone read it (M39).
public struct Reading: Hashable, Sendable {
  public var at: Instant
  public var value: Double
  public var note: String?

  public init(at: Instant, value: Double, note: String? = nil) {
    self.at = at
    self.value = value
    self.note = note
  }
}

/// One card for everybody (M39): each agreed goal with its owner, and the baseline, target, current value and trend of
/// its main metric.
public struct Scorecard: Hashable, Sendable {
  /// The title of the session that set the goals.
  public var title: String
  public var session: String
  public var rows: [Row]
  /// The measure that all goals serve, and what none may cross.
  public var northStar: Metric?
  public var redLines: [String]
  public var links: [Link]

  /// One goal. By the rules of a plan, a goal always has a metric.
  public struct Row: Hashable, Sendable {
    public var goal: Goal
    public var owner: String?
    public var timeframe: String?
    public var metric: Metric
    /// The oldest first.
    public var readings: [Reading]

    public init(goal: Goal, owner: String?, timeframe: String?, metric: Metric, readings: [Reading]) {
      self.goal = goal
      self.owner = owner
      self.timeframe = timeframe
      self.metric = metric
      self.readings = readings
    }

    public var current: Reading? { readings.last }

    /// How much of the way from baseline to target is done: 1 is there, less than 0 the wrong way. Nil without a reading.
    public var progress: Double? {
      guard let current, metric.target != metric.baseline else { return nil }
      return (current.value - metric.baseline) / (metric.target - metric.baseline)
    }

    /// Whether the last reading is better than the one before, in the metric's direction; nil with fewer than two
    /// values, of which the baseline is one.
    public var trend: Trend? {
      guard let current else { return nil }
      let before = readings.dropLast().last?.value ?? metric.baseline
      if current.value == before { return .steady }
      return (current.value > before) == (metric.direction == .higher) ? .better : .worse
    }
  }

  /// The way in which a metric moves.
  public enum Trend: String, Hashable, Sendable, CaseIterable { case better, steady, worse }

  /// - Parameter readings: the readings of each goal's main metric, the oldest first; a goal that is carried forward
  ///   keeps its readings.
  public init(_ record: Record, readings: [GoalID: [Reading]]) {
    title = record.title
    session = record.id
    northStar = record.northStar
    redLines = record.redLines
    links = record.links
    rows = record.goals.filter { $0.priority != nil }.compactMap { row in
      guard let metric = row.goal.metrics.first else { return nil }
      return Row(
        goal: row.goal,
        owner: row.goal.owner.map { record.name(of: $0) },
        timeframe: row.goal.timeframe.flatMap { id in record.timeframes.first { $0.id == id }?.name }, metric: metric,
        readings: record.history(of: row.goal.id).flatMap { readings[$0] ?? [] }.sorted { $0.at < $1.at })
    }
  }
}

extension Record {
  /// A goal and the one that it was carried forward from, the older first (M37).
  fileprivate func history(of goal: GoalID) -> [GoalID] {
    findings.carried.filter { $0.to == goal }.map(\.from) + [goal]
  }
}
