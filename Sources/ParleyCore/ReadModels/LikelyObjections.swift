// Theory: the map notes people's objections without a goal, as they were heard before the session. An objection that
// shares a telling word with a goal is likely to come up there; the others may come up anywhere. Words are compared by
// their beginnings, so that `deploys` and `deployment` are the same.
extension StakeholderMap.Entry {
  /// This person's likely objections to a goal, and to other goals; for the facilitator alone (M1).
  public func objections(to goal: Goal?) -> (here: [String], elsewhere: [String]) {
    guard let goal else { return ([], objections) }
    let texts = [goal.name, goal.rationale ?? ""] + goal.metrics.map(\.name) + goal.features.map(\.name)
    let told = texts.reduce(into: Set<String>()) { $0.formUnion(stems(of: $1)) }
    let here = objections.filter { !told.isDisjoint(with: stems(of: $0)) }
    return (here, objections.filter { !here.contains($0) })
  }
}

/// The beginnings of the telling words.
private func stems(of text: String) -> Set<String> {
  let words = text.lowercased().split { !$0.isLetter }.map(String.init)
  return Set(words.filter { $0.count >= 4 && !commonWords.contains($0) }.map { String($0.prefix(5)) })
}

private let commonWords: Set<String> = [
  "about", "after", "again", "anything", "before", "carries", "each", "every", "from", "goal", "goals", "have", "into",
  "less", "more", "moves", "much", "need", "needs", "never", "nothing", "quarter", "should", "slow", "than", "that",
  "their", "them", "then", "there", "these", "they", "this", "times", "unless", "until", "what", "when", "which",
  "will", "with", "without", "would", "your",
]
