/// What sessions of some kinds are prepared with, beside what every session is.
public struct Homework: Hashable, Sendable {
  /// The one question of a check-in (M36), or what a decision journal decides (M42).
  public var question: String?
  /// What a decision rests on, and how well that is known (M42).
  public var assumptions: [GivenAssumption] = []
  public var alternatives: [String] = []
  public var killCriteria: [GivenKillCriterion] = []
  /// With whom a 1:1 is held (M9).
  public var with: StakeholderID?

  public init() {}

  /// An assumption as the plan has it.
  public struct GivenAssumption: Hashable, Sendable {
    public var text: String
    public var evidence: Evidence

    public init(text: String, evidence: Evidence) {
      self.text = text
      self.evidence = evidence
    }
  }

  /// A kill criterion as the plan has it.
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

/// How well an assumption is known, the least first (M42).
public enum Evidence: String, Hashable, Sendable, CaseIterable {
  case anecdote, survey
  case cohortData = "cohort-data"
  case pilot
}

extension Plan {
  /// With whom a 1:1 is held: who is named, else the only one there is.
  public var partner: StakeholderID? {
    homework.with ?? (stakeholders.count == 1 ? stakeholders[0].id : nil)
  }
}
