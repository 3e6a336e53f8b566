/// What sessions of some kinds find out, beside what every session settles.
public struct Findings: Hashable, Sendable {
  /// Results of the last period that were given in the session (M37).
  public var results: [GoalID: LastPeriod] = [:]
  /// Goals that go on from one of the last period.
  public var carried: [Carried] = []
  /// Values of goals' main metrics, read off in the session (M36).
  public var readings: [MetricReading] = []
  public var question: Question?
  public var assumptions: [Assumption] = []
  public var alternatives: [Alternative] = []
  public var killCriteria: [KillCriterion] = []
  /// The alternative that was decided on, and the decision that says so.
  public var choice: Choice?
  /// Why it failed, as it was written and read out (M43).
  public var reasons: [Reason] = []
  public var clusters: [Cluster] = []
  /// The questions of a 1:1 that were answered; the answers stand in the private map alone (M9).
  public var answered: [Step.Part] = []

  public init() {}

  /// What a plan brings along.
  public init(_ homework: Homework) {
    question = homework.question.map { Question(text: $0) }
    assumptions = homework.assumptions.enumerated().map { index, given in
      Assumption(id: AssumptionID("A\(index + 1)"), text: given.text, evidence: given.evidence)
    }
    alternatives = homework.alternatives.enumerated().map { index, text in
      Alternative(id: AlternativeID("O\(index + 1)"), text: text)
    }
    killCriteria = homework.killCriteria.enumerated().map { index, given in
      KillCriterion(
        id: KillCriterionID("K\(index + 1)"), metric: given.metric, threshold: given.threshold, by: given.by,
        action: given.action, owner: given.owner)
    }
  }
}

/// A new goal and the one that it goes on from.
public struct Carried: Hashable, Sendable {
  public var from: GoalID
  public var to: GoalID

  public init(from: GoalID, to: GoalID) {
    self.from = from
    self.to = to
  }
}

/// A value of a goal's main metric.
public struct MetricReading: Hashable, Sendable {
  public var goal: GoalID
  public var value: Double
  public var note: String?
  public var at: Instant

  public init(goal: GoalID, value: Double, note: String? = nil, at: Instant) {
    self.goal = goal
    self.value = value
    self.note = note
    self.at = at
  }
}

/// The one question that is open, and what came of it (M36, M42).
public struct Question: Hashable, Sendable {
  public var text: String
  public var answer: Answer?

  /// How a question ends: it is decided, or it is said who decides it, by when, and by what.
  public enum Answer: Hashable, Sendable {
    case decided(DecisionID)
    case postponed(Process)
  }

  public init(text: String, answer: Answer? = nil) {
    self.text = text
    self.answer = answer
  }
}

/// What a decision rests on, and how well that is known (M42).
public struct Assumption: Hashable, Sendable {
  public var id: AssumptionID
  public var text: String
  public var evidence: Evidence
  public var note: String?
  public var by: StakeholderID?

  public init(
    id: AssumptionID, text: String, evidence: Evidence, note: String? = nil, by: StakeholderID? = nil
  ) {
    self.id = id
    self.text = text
    self.evidence = evidence
    self.note = note
    self.by = by
  }
}

/// One way among others that could be taken (M42).
public struct Alternative: Hashable, Sendable {
  public var id: AlternativeID
  public var text: String
  public var gives: String?
  public var costs: String?

  public init(id: AlternativeID, text: String, gives: String? = nil, costs: String? = nil) {
    self.id = id
    self.text = text
    self.gives = gives
    self.costs = costs
  }
}

/// When to stop what was decided: a metric, a threshold, a day, and what is done then (M42).
public struct KillCriterion: Hashable, Sendable {
  public var id: KillCriterionID
  public var metric: String
  public var threshold: String
  public var by: CalendarDate
  public var action: String
  public var owner: StakeholderID?

  public init(
    id: KillCriterionID, metric: String, threshold: String, by: CalendarDate, action: String,
    owner: StakeholderID? = nil
  ) {
    self.id = id
    self.metric = metric
    self.threshold = threshold
    self.by = by
    self.action = action
    self.owner = owner
  }
}

/// What was chosen, and the decision that holds it.
public struct Choice: Hashable, Sendable {
  public var alternative: AlternativeID
  public var decision: DecisionID

  public init(alternative: AlternativeID, decision: DecisionID) {
    self.alternative = alternative
    self.decision = decision
  }
}

/// Why it has failed, in one person's words (M43).
public struct Reason: Hashable, Sendable {
  public var id: ReasonID
  public var who: StakeholderID
  public var text: String

  public init(id: ReasonID, who: StakeholderID, text: String) {
    self.id = id
    self.who = who
    self.text = text
  }
}

/// Reasons that belong together, and what is done about them (M43).
public struct Cluster: Hashable, Sendable {
  public var id: ClusterID
  public var name: String
  public var reasons: [ReasonID]
  public var mitigations: [Mitigation] = []
  /// Why it is borne as it is; nil while it is not.
  public var borne: String?

  public init(id: ClusterID, name: String, reasons: [ReasonID]) {
    self.id = id
    self.name = name
    self.reasons = reasons
  }

  /// Whether nothing has been said about what to do.
  public var isOpen: Bool { mitigations.isEmpty && borne == nil }
}

/// What is done about a risk, by whom and by when (M43).
public struct Mitigation: Hashable, Sendable {
  public var what: String
  public var owner: StakeholderID
  public var due: CalendarDate

  public init(what: String, owner: StakeholderID, due: CalendarDate) {
    self.what = what
    self.owner = owner
    self.due = due
  }
}

/// An answer given in a 1:1 (M9). It is part of no event: it goes into the private map and nowhere else.
public struct PrivateAnswer: Hashable, Sendable {
  public var who: StakeholderID
  public var question: Step.Part
  public var text: String
  /// Where they stand now, where that was said.
  public var alignment: StakeholderMap.Alignment?
  public var on: CalendarDate

  public init(
    who: StakeholderID, question: Step.Part, text: String, alignment: StakeholderMap.Alignment? = nil,
    on: CalendarDate
  ) {
    self.who = who
    self.question = question
    self.text = text
    self.alignment = alignment
    self.on = on
  }
}

extension State {
  /// Reasons that are in no cluster yet.
  public var looseReasons: [Reason] {
    let held = Set(findings.clusters.flatMap(\.reasons))
    return findings.reasons.filter { !held.contains($0.id) }
  }
}

extension StakeholderMap {
  /// The map with an answer of a 1:1 (M9): an answer to the same question takes the place of the one before.
  public mutating func take(_ answer: PrivateAnswer) {
    var entry = entries[answer.who] ?? Entry()
    entry.answers.removeAll { $0.question == answer.question && $0.on == answer.on }
    entry.answers.append(answer)
    entry.met = max(entry.met ?? answer.on, answer.on)
    entry.alignment = answer.alignment ?? entry.alignment
    switch answer.question {
    case .team: entry.interest = answer.text
    case .missing: if !entry.objections.contains(answer.text) { entry.objections.append(answer.text) }
    default: break
    }
    entries[answer.who] = entry
  }
}
