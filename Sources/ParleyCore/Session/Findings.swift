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

extension Findings {
  func redacted(by redaction: Redaction) -> Findings {
    var seen = self
    seen.results = redaction.redacted(results)
    seen.carried = carried.map {
      Carried(from: redaction.redacted($0.from), to: redaction.redacted($0.to), because: $0.because)
    }
    seen.readings = readings.map { redaction.redacted($0, naming: \.goal) }
    return seen
  }
}

extension Findings: CodedObject {
  package static let codec = Codec({ Findings() }).with([
    CodedField("results", \.results), CodedField("carried", \.carried), CodedField("readings", \.readings),
    CodedField("question", \.question), CodedField("assumptions", \.assumptions),
    CodedField("alternatives", \.alternatives), CodedField("killCriteria", \.killCriteria),
    CodedField("choice", \.choice), CodedField("reasons", \.reasons), CodedField("clusters", \.clusters),
    CodedField("answered", \.answered),
  ])
}
