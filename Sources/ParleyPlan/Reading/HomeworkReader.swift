import ParleyCore

extension MappingReader {
  /// The extra preparation for sessions of some kinds (M9, M36, M42). Any plan may have it, since the facilitator can
  /// change the kind of a session openly.
  func homework(_ known: KnownIDs) -> Homework {
    var homework = Homework()
    homework.question = text("question")
    homework.assumptions = (items("assumptions") ?? []).compactMap(assumption)
    homework.alternatives = texts("alternatives").map(\.value)
    homework.killCriteria = (items("kill-criteria") ?? []).compactMap { killCriterion($0, known) }
    homework.with = reference("with", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders)
    return homework
  }

  private func assumption(_ tree: Tree) -> Homework.GivenAssumption? {
    guard let reader = MappingReader(tree, as: PlanFormat.assumption, faults: faults) else { return nil }
    let text = reader.text("text")
    guard let evidence = reader.choice("evidence", of: Evidence.self) else { return nil }
    return text.map { Homework.GivenAssumption(text: $0, evidence: evidence) }
  }

  private func killCriterion(_ tree: Tree, _ known: KnownIDs) -> Homework.GivenKillCriterion? {
    guard let reader = MappingReader(tree, as: PlanFormat.killCriterion, faults: faults) else { return nil }
    let metric = reader.text("metric")
    let threshold = reader.text("threshold")
    let date = reader.date("date")
    let action = reader.text("action")
    let owner = reader.reference("owner", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders)
    guard let metric, let threshold, let date, let action else { return nil }
    return Homework.GivenKillCriterion(
      metric: metric, threshold: threshold, by: date.value, action: action, owner: owner)
  }
}
