import ParleyCore

/// Reads one goal of the plan.
struct GoalReader {
  var goal: Goal
  /// The place of a `raci` without anyone accountable (M44).
  var incompleteRACI: Place?
  var place: Place
  /// The place of its `share`.
  var sharePlace: Place?

  init?(
    _ tree: Tree, known: KnownIDs, goals: inout [String: Int], features: inout [String: Int], faults: FaultList
  ) {
    guard let reader = MappingReader(tree, as: PlanFormat.goal, faults: faults) else { return nil }
    let id = reader.newID(GoalID.self, kind: "goal", given: &goals)
    goal = Goal(
      id: id ?? GoalID(""), name: reader.text("name") ?? "",
      timeframe: reader.reference(
        "timeframe", to: TimeframeID.self, kind: "timeframe", known: known.timeframes),
      metrics: reader.metrics())
    goal.rationale = reader.text("rationale")
    goal.owner = reader.reference("owner", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders)
    goal.raci = reader.raci(known.stakeholders)
    goal.boundary = reader.choice("boundary", of: BoundaryMark.self)
    goal.features = reader.features(given: &features)
    goal.capacity = reader.int("capacity")
    goal.ref = reader.text("ref")
    goal.url = reader.link("url")
    sharePlace = reader.entries["share"]?.value.place
    goal.share = reader.int("share")
    goal.last = reader.lastPeriod(goal.metrics.first?.direction ?? .higher)
    place = tree.place
    if let raci = reader.raciMapping(telling: false), !raci.has("accountable") {
      incompleteRACI = reader.keyPlace("raci")
    }
  }
}

extension MappingReader {
  fileprivate func metrics() -> [Metric] {
    if has("metric"), has("metrics") {
      let places = [keyPlace("metric"), keyPlace("metrics")].compactMap(\.self)
      faults.add(.metricAndMetrics, at: places.max() ?? place)
    }
    guard has("metrics") else { return required("metric").flatMap(metric).map { [$0] } ?? [] }
    if has("metric") { _ = tree("metric").flatMap(metric) }
    guard let items = items("metrics", isRequired: true) else { return [] }
    if items.isEmpty { faults.add(.emptyValue("metrics", isRequired: true), at: keyPlace("metrics") ?? place) }
    return items.compactMap(metric)
  }

  /// The measure that all goals serve.
  func northStar() -> Metric? { mapping("north-star").map { $0.metric() } }

  private func metric(_ tree: Tree) -> Metric? {
    MappingReader(tree, as: PlanFormat.metric, faults: faults).map { $0.metric() }
  }

  private func metric() -> Metric {
    let name = text("name")
    let unit = text("unit")
    let baseline = number("baseline")
    let target = number("target")
    if let baseline, baseline == target, let targetTree = entries["target"]?.value,
      let text = scalar(targetTree, of: "target")
    {
      faults.add(.targetIsBaseline(text), at: targetTree.place)
    }
    return Metric(name: name ?? "", unit: unit, baseline: baseline ?? 0, target: target ?? 0)
  }

  fileprivate func raciMapping(telling: Bool) -> MappingReader? {
    if telling { return mapping("raci") }
    guard case .mapping(let entries)? = entries["raci"]?.value.content else { return nil }
    return MappingReader(place: place, entries: entries, as: PlanFormat.raci, owner: owner, faults: faults)
  }

  fileprivate func raci(_ known: Set<String>?) -> RACI? {
    guard let reader = raciMapping(telling: true) else { return nil }
    var raci = RACI()
    if case .list? = reader.entries["accountable"]?.value.content, let list = reader.tree("accountable") {
      faults.add(.onePersonOnly("accountable"), at: list.place)
    } else {
      raci.accountable = reader.reference(
        "accountable", to: StakeholderID.self, kind: "stakeholder", known: known)
    }
    raci.responsible = reader.references("responsible", to: StakeholderID.self, kind: "stakeholder", known: known)
    raci.consulted = reader.references("consulted", to: StakeholderID.self, kind: "stakeholder", known: known)
    raci.informed = reader.references("informed", to: StakeholderID.self, kind: "stakeholder", known: known)
    return raci
  }

  fileprivate func features(given: inout [String: Int]) -> [Feature] {
    var features: [Feature] = []
    for item in items("features") ?? [] {
      guard let reader = MappingReader(item, as: PlanFormat.feature, faults: faults) else { continue }
      let id = reader.newID(FeatureID.self, kind: "feature", given: &given)
      let name = reader.text("name")
      features.append(
        Feature(id: id ?? FeatureID(""), name: name ?? "", ref: reader.text("ref"), url: reader.link("url")))
    }
    return features
  }

  fileprivate func lastPeriod(_ direction: Metric.Direction) -> LastPeriod? {
    guard let reader = mapping("last") else { return nil }
    let target = reader.number("target")
    let actual = reader.number("actual")
    let because = reader.text("because")
    let result = reader.choice("result", of: LastPeriod.Result.self)
    guard let target, let actual else { return nil }
    return LastPeriod(
      target: target, actual: actual, because: because,
      result: result ?? LastPeriod.measured(target: target, actual: actual, direction: direction))
  }
}
