// What people say in the steps that a kind of session has of its own, and at the review of the last period.
extension Performance {
  /// In a 1:1 the other person talks (M9); elsewhere everyone says what the step asks of them.
  mutating func enterPart(_ part: Step.Part, _ at: Instant, _ seconds: Int, _ state: State) {
    guard state.kind != .oneOnOne else { return learn(part, at, seconds, state) }
    let here = present(state)
    switch part {
    case .reading: takeTurns(here.map { ($0.id, .reason) }, .part(part), at, seconds)
    case .assumptions:
      takeTurns(here.prefix(4).map { ($0.id, .assumption) }, .part(part), at, seconds)
    case .scorecard: drift(.part(part), at, seconds, chance: chance(30, 70, 100), state)
    case .question:
      var numbers = cast.numbers("question/who")
      guard state.findings.question == nil, let who = numbers.pick(here.filter { !$0.isQuiet }) else { return }
      mean(.question, by: who.id, after: seconds / 8, from: at, at: .part(part))
    case .alternatives, .killCriteria, .decision, .writing, .clustering, .mitigation: break
    case .whatAndWhy, .team, .need, .missing, .champion: break
    }
  }

  /// At the review those who own a goal of the last period say what came in between (M37).
  mutating func enterReview(_ at: Instant, _ seconds: Int, _ state: State) {
    let here = present(state)
    let turns = state.pastGoals.compactMap { past -> (StakeholderID, Intent.IntentKind)? in
      var numbers = cast.numbers("excuse/\(past.id)")
      let owner = here.first { $0.id == past.owner } ?? numbers.pick(here)
      return owner.map { ($0.id, .excuse(past.id)) }
    }
    takeTurns(turns, .review, at, seconds)
  }

  private mutating func takeTurns(
    _ turns: [(StakeholderID, Intent.IntentKind)], _ step: Step, _ at: Instant, _ seconds: Int
  ) {
    for (place, (who, kind)) in turns.enumerated() {
      var numbers = cast.numbers("\(step.text)/turn/\(place)")
      let slot = seconds / 12 + seconds * 2 / 3 * place / max(1, turns.count)
      mean(kind, by: who, after: slot + numbers.below(max(1, seconds / 20)), from: at, at: step)
    }
  }

  private mutating func learn(_ part: Step.Part, _ at: Instant, _ seconds: Int, _ state: State) {
    guard let who = state.plan.partner else { return }
    let turns = part == .missing && mark.mood != .easy ? 2 : 1
    for turn in 0..<turns {
      mean(.learning(part, turn), by: who, after: seconds / 4 + seconds * turn / 3, from: at, at: .part(part))
    }
    if part == .whatAndWhy { wish(.part(part), at, seconds, state) }
  }

  /// The words for what such a step asks for.
  func ownWords(
    _ kind: Intent.IntentKind, _ person: Persona, _ words: inout StageWords, _ state: State
  ) -> (String, Utterance.Matter)? {
    var numbers = cast.numbers("own/\(said.count)/\(person.id)")
    let goal = state.goals.map(\.goal).first(where: person.owns) ?? numbers.pick(state.goals.map(\.goal))
    switch kind {
    case .reason: return (words.reason(goal), .reason)
    case .assumption:
      let evidence = numbers.pick(Evidence.allCases) ?? .anecdote
      return (words.assumption(goal, evidence), .assumption(evidence))
    case .question: return (words.question(goal), .question)
    case .excuse(let id):
      guard let past = state.pastGoals.first(where: { $0.id == id }) else { return nil }
      return (words.excuse(past, state.goal(id)?.goal), .excuse(id))
    default: return nil
    }
  }
}

extension StageWords {
  /// Why it has failed, looking back from a year ahead (M43).
  mutating func reason(_ goal: Goal?) -> String {
    var reasons = person.map.objections.map { "It failed over what I said at the start. \(standing($0.text))" }
    if let worry = person.map.survey?.worry { reasons.append("What I was afraid of came true. \(standing(worry))") }
    if !reasons.isEmpty, numbers.happens(60) { return one(reasons) }
    if let goal {
      reasons += goal.features.map { "‘\($0.name)’ was late, and nobody said so until it was too late." }
      reasons += goal.metrics.map { "‘\($0.name)’ didn’t move for weeks, and we looked at it once a quarter." }
      reasons.append("The two people who knew ‘\(goal.name)’ left, and nothing was written down.")
    }
    return one(
      reasons + ["We had three top priorities, so we had none.", "Everyone was for it, and nobody had time for it."])
  }

  /// What a decision rests on, and in the same words how well that is known (M42).
  mutating func assumption(_ goal: Goal?, _ evidence: Evidence) -> String {
    let metric = goal?.metrics.first?.name ?? person.care
    let what = one(
      goal.map { goal in goal.features.map { "I assume that ‘\($0.name)’ is what moves ‘\(metric)’." } } ?? []
        + [
          "I assume that ‘\(metric)’ is what our customers feel.", "I assume that ‘\(metric)’ can move in this period.",
        ])
    let known =
      switch evidence {
      case .anecdote: one("I have that from two conversations, no more.", "One customer told me so. That’s all I have.")
      case .survey: one("That’s from the survey we sent round.", "A survey says so.")
      case .cohortData: one("The cohorts of the last few months show it.", "It’s in the cohort data.")
      case .pilot: one("We saw it in the pilot.", "The pilot showed it.")
      }
    return "\(what) \(known)"
  }

  /// The one question that is open (M36).
  mutating func question(_ goal: Goal?) -> String {
    var questions = person.map.objections.map { "One thing I want settled today. \(standing($0.text))" }
    if let goal {
      questions.append("The one question for me: does ‘\(goal.name)’ still come first?")
      questions += goal.features.map { "Do we go on with ‘\($0.name)’? I want that settled today." }
    }
    return one(questions + ["What do we stop doing? That’s my question."])
  }

  /// What came in between in the last period: in the plan's words, if it has them (M37).
  mutating func excuse(_ past: PastGoal, _ goal: Goal?) -> String {
    if let because = past.last?.because { return "‘\(past.name)’? \(standing(because))" }
    if let result = past.last?.result, result == .exceeded || result == .met {
      return one(
        "‘\(past.name)’ went the way we’d planned it. We kept at it every week.",
        "‘\(past.name)’ had one owner and no surprises. That’s all there is to it.",
        "‘\(past.name)’ was easier than we thought, to be honest.")
    }
    let features =
      goal?.features.map { "We were close on ‘\(past.name)’, and then ‘\($0.name)’ took twice as long." } ?? []
    return one(
      [
        "‘\(past.name)’ had nobody full-time, and it showed.", "We started a month late on ‘\(past.name)’.",
        "Nobody looked at ‘\(past.name)’ until half the time was gone.",
      ] + features)
  }
}
