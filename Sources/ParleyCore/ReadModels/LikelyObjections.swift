// Theory: the map notes people's objections as they were heard before the session, some with the goal that they are
// to. One without that shares a telling word with a goal is likely to come up there; the others may come up anywhere. Words are
// compared by their beginnings.
extension StakeholderMap.Entry {
  /// This person's likely objections to a goal, and to other goals; for the facilitator alone (M1).
  public func objections(to goal: Goal?) -> (here: [String], elsewhere: [String]) {
    guard let goal else { return ([], objections.map(\.text)) }
    let texts = [goal.name, goal.rationale ?? ""] + goal.metrics.map(\.name) + goal.features.map(\.name)
    let told = texts.reduce(into: Set<String>()) { $0.formUnion($1.tellingWords) }
    let here = objections.filter { objection in
      objection.goal.map { $0 == goal.id } ?? !told.isDisjoint(with: objection.text.tellingWords)
    }
    return (here.map(\.text), objections.filter { !here.contains($0) }.map(\.text))
  }
}
