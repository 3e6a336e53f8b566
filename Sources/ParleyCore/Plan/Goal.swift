/// An outcome with a metric, a timeframe and an owner: the subject of a session.
public struct Goal: Hashable, Sendable {
  public var id: GoalID
  public var name: String
  /// Its column; nil when it has been displaced off the roadmap.
  public var timeframe: TimeframeID?
  /// At least one; the first is the goal's main metric.
  public var metrics: [Metric]
  public var rationale: String?
  public var owner: StakeholderID?
  public var raci: RACI?
  public var boundary: BoundaryMark?
  public var features: [Feature]
  /// How many features it can carry (M17); nil is never full.
  public var capacity: Int?
  /// Its result in the last period (M37).
  public var last: LastPeriod?
  /// Its key in the tool that it comes from, and where it stands there.
  public var ref: String?
  public var url: String?
  /// Its part of the timeframe's effort, in per cent.
  public var share: Int?

  /// Whether the plan calls it decided, or out of scope today (M22).
  public var isBounded: Bool { boundary.map { $0 != .open } ?? false }

  public init(
    id: GoalID, name: String, timeframe: TimeframeID?, metrics: [Metric], rationale: String? = nil,
    owner: StakeholderID? = nil, raci: RACI? = nil, boundary: BoundaryMark? = nil, features: [Feature] = [],
    capacity: Int? = nil, last: LastPeriod? = nil, ref: String? = nil, url: String? = nil, share: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.timeframe = timeframe
    self.metrics = metrics
    self.rationale = rationale
    self.owner = owner
    self.raci = raci
    self.boundary = boundary
    self.features = features
    self.capacity = capacity
    self.last = last
    self.ref = ref
    self.url = url
    self.share = share
  }
}

/// A measure of a goal's success.
public struct Metric: Hashable, Sendable {
  public var name: String
  public var unit: String?
  public var baseline: Double
  public var target: Double

  public init(name: String, unit: String? = nil, baseline: Double, target: Double) {
    self.name = name
    self.unit = unit
    self.baseline = baseline
    self.target = target
  }

  /// Which way is better.
  public enum Direction: Hashable, Sendable { case higher, lower }

  /// A target below the baseline means that lower is better.
  public var direction: Direction { target < baseline ? .lower : .higher }
}

/// The people's parts in a goal: responsible, accountable, consulted, informed (M44).
public struct RACI: Hashable, Sendable {
  public var accountable: StakeholderID?
  public var responsible: [StakeholderID]
  public var consulted: [StakeholderID]
  public var informed: [StakeholderID]

  public init(
    accountable: StakeholderID? = nil, responsible: [StakeholderID] = [], consulted: [StakeholderID] = [],
    informed: [StakeholderID] = []
  ) {
    self.accountable = accountable
    self.responsible = responsible
    self.consulted = consulted
    self.informed = informed
  }
}

/// A goal's place in today's talk (M22).
public enum BoundaryMark: String, Hashable, Sendable, CaseIterable {
  case decided, open
  case outOfScope = "out-of-scope"
}

/// A goal's target and result in the period before (M37).
public struct LastPeriod: Hashable, Sendable {
  public var target: Double
  public var actual: Double
  public var because: String?
  /// The plan's word for it, else that of ``measured(target:actual:direction:)``.
  public var result: Result

  /// The last period against its target.
  public enum Result: String, Hashable, Sendable, CaseIterable {
    case exceeded, met
    case partlyMet = "partly-met"
    case missed
  }

  public init(target: Double, actual: Double, because: String? = nil, result: Result) {
    self.target = target
    self.actual = actual
    self.because = because
    self.result = result
  }

  /// Actual against target in the metric's direction: 1.2 or more exceeded, 1 met, 0.8 partly met, else missed.
  public static func measured(target: Double, actual: Double, direction: Metric.Direction) -> Result {
    let (part, whole) = direction == .higher ? (actual, target) : (target, actual)
    guard whole != 0 else { return part >= 0 ? .exceeded : .missed }
    let ratio = part / whole
    return if ratio >= 1.2 { .exceeded } else if ratio >= 1 { .met } else if ratio >= 0.8 { .partlyMet } else {
      .missed
    }
  }
}
