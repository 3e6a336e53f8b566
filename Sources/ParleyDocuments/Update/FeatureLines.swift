import ParleyCore

/// The features of a session's agreed goals, as the weekly update reports them (M38).
public struct FeatureLines: Sendable {
  /// Shipped since the last update.
  public let shipped: [WeeklyUpdate.Line]
  /// Blocked for however long, with who has it in hand.
  public let blocked: [WeeklyUpdate.Line]
  /// Those that were said to come next; where nobody said so, what is left of the goals of this period, in their order.
  public let coming: [WeeklyUpdate.Line]

  /// - Parameters:
  ///   - progress: where features stand; one that is not named has not been spoken of.
  ///   - week: since when a feature that shipped is news.
  public init(
    _ record: Record, _ progress: [FeatureID: FeatureProgress], since week: Instant,
    in words: DocumentWording = .english
  ) {
    let agreed = record.goals.filter { $0.priority != nil }
    let rows = agreed.flatMap { row in row.goal.features.map { (goal: row.goal, feature: $0, at: progress[$0.id]) } }
    func lines(_ state: FeatureProgress.Standing?, since: Instant? = nil) -> [WeeklyUpdate.Line] {
      rows.filter { row in row.at?.state == state && since.map { from in row.at.map { $0.at >= from } ?? false } ?? true
      }
      .map { FeatureLines.line($0.feature, of: $0.goal, $0.at, in: record, words) }
    }
    shipped = lines(.shipped, since: week)
    blocked = lines(.blocked)
    let next = lines(.next)
    let period = record.period?.id
    let left = rows.filter { $0.at == nil && (period == nil || $0.goal.timeframe == period) }
    coming = next.isEmpty ? left.map { FeatureLines.line($0.feature, of: $0.goal, nil, in: record, words) } : next
  }

  private static func line(
    _ feature: Feature, of goal: Goal, _ progress: FeatureProgress?, in record: Record,
    _ words: DocumentWording
  ) -> WeeklyUpdate.Line {
    let name = progress?.note.map { words.labelled(feature.name, $0) } ?? feature.name
    let owner = progress?.owner ?? goal.owner ?? goal.raci?.accountable
    return WeeklyUpdate.Line(
      what: words("update.feature", ["feature": name, "goal": goal.name]),
      who: owner.map { [record.name(of: $0)] } ?? [], day: nil)
  }
}
