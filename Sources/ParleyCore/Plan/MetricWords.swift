/// The telling words of a stakeholder's metric: those of four letters or more. A metric without any, such as `NPS`,
/// counts all of its words.
public struct MetricWords: Sendable {
  private let words: Set<String>
  private let shortest: Int

  public init(_ metric: String) {
    let long = MetricWords.words(of: metric, shortest: 4)
    shortest = long.isEmpty ? 1 : 4
    words = long.isEmpty ? MetricWords.words(of: metric, shortest: 1) : long
  }

  /// Whether a goal speaks of the metric in its name, its metrics or its rationale (M3).
  public func appear(in goal: Goal) -> Bool {
    let texts = [goal.name, goal.rationale ?? ""] + goal.metrics.map(\.name)
    return appear(in: texts)
  }

  /// Whether one of these texts speaks of the metric.
  public func appear(in texts: [String]) -> Bool {
    texts.contains { !words.isDisjoint(with: MetricWords.words(of: $0, shortest: shortest)) }
  }

  private static func words(of text: String, shortest: Int) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= shortest }.map(String.init))
  }
}
