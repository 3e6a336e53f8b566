/// The extra preparation for sessions of some kinds.
public struct Homework: Hashable, Sendable {
  /// The one question of a check-in (M36), or the decision of a decision journal (M42).
  public var question: String?
  /// The assumptions behind a decision, and how well each is known (M42).
  public var assumptions: [GivenAssumption] = []
  public var alternatives: [String] = []
  public var killCriteria: [GivenKillCriterion] = []
  /// The other person in a 1:1 (M9).
  public var with: StakeholderID?

  public init() {}

  /// An assumption in the plan.
  public struct GivenAssumption: Hashable, Sendable {
    public var text: String
    public var evidence: Evidence

    public init(text: String, evidence: Evidence) {
      self.text = text
      self.evidence = evidence
    }
  }

  /// A kill criterion in the plan.
  public struct GivenKillCriterion: Hashable, Sendable {
    public var metric: String
    public var threshold: String
    public var by: CalendarDate
    public var action: String
    public var owner: StakeholderID?

    public init(
      metric: String, threshold: String, by: CalendarDate, action: String, owner: StakeholderID? = nil
    ) {
      self.metric = metric
      self.threshold = threshold
      self.by = by
      self.action = action
      self.owner = owner
    }
  }
}

/// How well an assumption is known, the least known first (M42).
public enum Evidence: String, Hashable, Sendable, CaseIterable {
  case anecdote, survey
  case cohortData = "cohort-data"
  case pilot
}

extension Plan {
  /// The other person in a 1:1: the one who is named, else the only one in the plan.
  public var partner: StakeholderID? {
    homework.with ?? (stakeholders.count == 1 ? stakeholders[0].id : nil)
  }
}
