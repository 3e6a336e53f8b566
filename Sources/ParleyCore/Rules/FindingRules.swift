// What sessions of a kind of their own find out: a review's results (M37), a check-in's question (M36), a decision
// journal (M42), a pre-mortem (M43), a 1:1 (M9).
extension Session {
  func decideFinding(_ command: FindingCommand, _ at: Instant) throws(Refusal) -> [Event] {
    switch command {
    case .result, .carry, .reading: try decideLookingBack(command, at)
    case .question(let text): [try name(text)]
    case .assume, .grade, .alternative, .kill, .choose: try decideJournal(command, at)
    case .reason, .cluster, .mitigate, .bear: try decidePreMortem(command, at)
    case .learn: [try keepAnswer()]
    }
  }

  // MARK: Looking back

  private func decideLookingBack(_ command: FindingCommand, _ at: Instant) throws(Refusal) -> [Event] {
    switch command {
    case .result(let id, let actual, let target, let result, let because):
      if state.step != .review || state.kind != .review { throw .wrongStep(.only(verb: command.verb, at: "review")) }
      let metric = state.metric(ofPast: id)
      let target = target ?? state.pastGoals.first { $0.id == id }?.last?.target ?? metric?.target ?? actual
      let found = LastPeriod.measured(target: target, actual: actual, direction: metric?.direction ?? .higher)
      let last = LastPeriod(target: target, actual: actual, because: because, result: result ?? found)
      return [.found(.resultGiven(id, last))]
    case .carry(let carry): return try decideCarry(carry)
    case .reading(let goal, let value, let note):
      guard [.review, .checkIn].contains(state.kind) else { throw .wrongStep(.onlyIn(verb: command.verb, .checkIn)) }
      return [.found(.metricRead(MetricReading(goal: goal, value: value, note: note, at: at)))]
    default: return []
    }
  }

  private func decideCarry(_ command: CarryCommand) throws(Refusal) -> [Event] {
    if state.step != .review || state.kind != .review { throw .wrongStep(.only(verb: "carry-forward", at: "review")) }
    let past = state.pastGoals.first { $0.id == command.goal }
    guard let past, let last = past.last else {
      throw .incomplete(.noResult([past?.name ?? state.shownGoal(command.goal)]))
    }
    if let new = past.carriedTo { throw .badArgument(.carriedAlready(goal: past.name, as: new.text)) }
    if state.goal(past.id)?.isPresented == true { throw .badArgument(.onTable(goal: past.name)) }
    let goal = try carried(past, last, command)
    let room = try makeRoom(
      in: command.to, for: goal.id, displacing: command.displacing, because: command.because, leavingOut: past.id)
    return room + [.found(.goalCarried(goal, from: past.id))]
  }

  private func carried(_ past: PastGoal, _ last: LastPeriod, _ command: CarryCommand) throws(Refusal) -> Goal {
    let source =
      state.plan.goals.first { $0.id == past.id } ?? state.plan.before?.goals.first { $0.id == past.id }?.goal
    guard var goal = source else { throw .unknownID(.pastGoal(past.id), near: nil, known: []) }
    let baseline = command.baseline ?? last.actual
    let target = command.target ?? last.target
    if baseline == target { throw .badArgument(.targetIsBaseline) }
    goal.id = newID(after: past.id)
    goal.name = command.name ?? past.name
    goal.timeframe = command.to
    if var metric = past.metric {
      (metric.baseline, metric.target) = (baseline, target)
      goal.metrics = [metric] + goal.metrics.filter { $0.name != metric.name }
    }
    (goal.last, goal.boundary) = (nil, nil)
    let taken = Set(state.goals.filter { $0.id != past.id }.flatMap(\.goal.features).map(\.id))
    goal.features.removeAll { taken.contains($0.id) }
    return goal
  }

  /// `churn-2`, or the first that is free: the old goal keeps its name in the log.
  private func newID(after id: GoalID) -> GoalID {
    let taken = Set((state.goals.map(\.id) + state.plan.goals.map(\.id) + state.pastGoals.map(\.id)).map(\.text))
    return (2...).lazy.map { GoalID("\(id)-\($0)") }.first { !taken.contains($0.text) } ?? id
  }

  // MARK: The one question

  private func name(_ text: String) throws(Refusal) -> Event {
    guard state.kind.asksOneQuestion else { throw .wrongStep(.onlyIn(verb: "question", .checkIn)) }
    if let question = state.findings.question { throw .badArgument(.questionIsOpen(question.text)) }
    return .found(.questionNamed(text))
  }

  /// What a decision or a postponement at the step of the question answers.
  var answersQuestion: Bool { state.step == .part(.question) && state.findings.question?.answer == nil }

  /// Someone else decides the question, later (M36); the talk about it is within a week (M32).
  func postponeQuestion(_ process: Process, _ at: Instant) -> [Event] {
    let text = state.findings.question?.text ?? ""
    let due = min(process.by, at.date.adding(days: 7))
    return [
      .found(.questionPostponed(process)), .followedUp(FollowUp(text: text, owner: process.decider, due: due)),
    ]
  }

  // MARK: A decision journal

  private func decideJournal(_ command: FindingCommand, _ at: Instant) throws(Refusal) -> [Event] {
    guard state.kind == .decisionJournal else { throw .wrongStep(.onlyIn(verb: command.verb, .decisionJournal)) }
    switch command {
    case .assume(let text, let evidence, let note, let by):
      let id = AssumptionID("A\(given.assumptions + 1)")
      return [.found(.assumed(Assumption(id: id, text: text, evidence: evidence, note: note, by: by)))]
    case .grade(let id, let evidence, let note):
      guard var assumption = state.findings.assumptions.first(where: { $0.id == id }) else { return [] }
      assumption.evidence = evidence
      assumption.note = note ?? assumption.note
      return [.found(.assumed(assumption))]
    case .alternative(let text, let gives, let costs):
      let id = AlternativeID("O\(given.alternatives + 1)")
      return [.found(.alternativeGiven(Alternative(id: id, text: text, gives: gives, costs: costs)))]
    case .kill(let kill):
      let criterion = KillCriterion(
        id: KillCriterionID("K\(given.killCriteria + 1)"), metric: kill.metric, threshold: kill.threshold,
        by: kill.by.date(at: at), action: kill.action, owner: kill.owner)
      return [.found(.killCriterionSet(criterion))]
    case .choose(let id, let because, let consequences, let until):
      return try choose(id, because, consequences, until?.date(at: at))
    default: return []
    }
  }

  private func choose(
    _ id: AlternativeID, _ because: String, _ consequences: String?, _ until: CalendarDate?
  ) throws(Refusal) -> [Event] {
    if state.step != .part(.decision) { throw .wrongStep(.only(verb: "choose", at: "decision")) }
    for part in [Step.Part.assumptions, .alternatives, .killCriteria] { try checkComplete(.part(part)) }
    guard let alternative = state.findings.alternatives.first(where: { $0.id == id }) else { return [] }
    let replaced = state.findings.choice?.decision
    let decision = Decision(
      id: nextDecisionID, what: alternative.text, because: because, consequences: consequences, until: until,
      replaces: replaced)
    return [.decided(decision), .found(.chosen(Choice(alternative: id, decision: decision.id)))]
  }

  // MARK: A pre-mortem

  private func decidePreMortem(_ command: FindingCommand, _ at: Instant) throws(Refusal) -> [Event] {
    guard state.kind == .preMortem else { throw .wrongStep(.onlyIn(verb: command.verb, .preMortem)) }
    switch command {
    case .reason(let who, let text):
      try checkReached(.writing, command.verb)
      return [.found(.reasonGiven(Reason(id: ReasonID("R\(given.reasons + 1)"), who: who, text: text)))]
    case .cluster(let name, let reasons):
      try checkReached(.clustering, command.verb)
      let same = state.findings.clusters.first { $0.name.lowercased() == name.lowercased() }
      let id = same?.id ?? ClusterID("G\(given.clusters + 1)")
      return [.found(.clustered(Cluster(id: id, name: same?.name ?? name, reasons: reasons)))]
    case .mitigate(let id, let what, let owner, let due):
      try checkReached(.mitigation, command.verb)
      let day = due.date(at: at)
      // Whoever took it on is reminded as of any other follow-up (M32).
      return [
        .found(.mitigated(id, Mitigation(what: what, owner: owner, due: day))),
        .followedUp(FollowUp(text: what, owner: owner, due: day)),
      ]
    case .bear(let id, let because):
      try checkReached(.mitigation, command.verb)
      return [.found(.borne(id, because: because))]
    default: return []
    }
  }

  private func checkReached(_ part: Step.Part, _ verb: String) throws(Refusal) {
    if !state.isVisited(.part(part)) { throw .wrongStep(.only(verb: verb, at: part.rawValue)) }
  }

  // MARK: A 1:1

  private func keepAnswer() throws(Refusal) -> Event {
    guard state.kind == .oneOnOne else { throw .wrongStep(.onlyIn(verb: "learn", .oneOnOne)) }
    guard case .part(let part) = state.step else {
      throw .wrongStep(.only(verb: "learn", at: Step.Part.whatAndWhy.rawValue))
    }
    if state.plan.partner == nil { throw .badArgument(.noPartner) }
    return .found(.answerKept(part))
  }

  /// The words of a `learn`, for the private map; nil for any other command.
  func privateAnswer(_ command: Command, _ at: Instant) -> PrivateAnswer? {
    guard case .finding(.learn(let text, let alignment)) = command, let who = state.plan.partner,
      case .part(let part) = state.step
    else { return nil }
    return PrivateAnswer(who: who, question: part, text: text, alignment: alignment, on: at.date)
  }
}

extension State {
  /// The metric by which a goal of the last period is counted.
  fileprivate func metric(ofPast id: GoalID) -> Metric? {
    pastGoals.first { $0.id == id }?.metric ?? plan.goals.first { $0.id == id }?.metrics.first
  }

  fileprivate func shownGoal(_ id: GoalID) -> String { goal(id).map(shownName) ?? id.text }
}

extension SessionKind {
  /// Whether it is about one named question.
  var asksOneQuestion: Bool { self == .checkIn || self == .decisionJournal }
}
