// Theory: an objection comes up at one goal, and everything that is done about it is measured there. So it is placed
// before the rehearsal begins: where the map says; else at the goal of which its words speak, by the goal's name,
// metrics, features or owner, or by what the person cares about. One that speaks of no goal is said of the whole (at the
// priorities), since at any single goal it would be nonsense. Nobody objects to what they own themselves.
extension Cast {
  /// The objection of someone to a goal; the first where there are several.
  func objection(of person: Persona, to goal: Goal, among goals: [Goal]) -> StakeholderMap.Objection? {
    person.map.objections.first { place(of: $0, by: person, among: goals) == goal.id }
  }

  /// What someone objects to that no goal is about.
  func concerns(of person: Persona, among goals: [Goal]) -> [String] {
    person.map.objections.filter { place(of: $0, by: person, among: goals) == nil }.map(\.text)
  }

  private func place(of objection: StakeholderMap.Objection, by person: Persona, among goals: [Goal]) -> GoalID? {
    if let named = objection.goal { return named }
    let others = goals.filter { $0.owner != person.id }
    let fits = others.map { (goal: $0.id, fit: fit(of: objection.text, by: person, to: $0)) }
    guard let most = fits.map(\.fit).max(), most > 1 else { return nil }
    return fits.first { $0.fit == most }?.goal
  }

  /// The goal that a request serves; nil where its words tell nothing.
  func goal(of wish: StakeholderMap.Wish, by person: Persona, among goals: [Goal]) -> GoalID? {
    if let named = wish.goal { return named }
    let same = goals.first { goal in goal.features.contains { $0.name.lowercased() == wish.text.lowercased() } }
    if let same { return same.id }
    let fits = goals.map { (goal: $0.id, fit: fit(of: wish.text, by: person, to: $0)) }
    guard let most = fits.map(\.fit).max(), most > 1 else { return nil }
    return fits.first { $0.fit == most }?.goal
  }

  /// How well words fit a goal; from 2 they speak of it.
  private func fit(of text: String, by person: Persona, to goal: Goal) -> Int {
    let words = text.tellingWords
    func shared(_ texts: [String]) -> Int {
      words.intersection(texts.reduce(into: []) { $0.formUnion($1.tellingWords) }).count
    }
    let owner = goal.owner.flatMap(self.person).map {
      [$0.stakeholder.name, $0.stakeholder.role ?? "", $0.metric ?? ""]
    }
    let care = [person.map.interest ?? "", person.metric ?? ""]
    let isTheirs = shared(care) > 0 && MetricWords(person.metric ?? "").appear(in: goal)
    return 3 * shared([goal.name] + goal.metrics.map(\.name)) + 2 * shared(goal.features.map(\.name))
      + 2 * shared(owner ?? []) + shared([goal.rationale ?? ""]) + (isTheirs ? 2 : 0)
  }
}
