/// One filled line of a playbook (M40): each of the four causes of misalignment has a sheet of its own.
public enum Sheet: Hashable, Sendable {
  /// Same goal, different path: a short experiment shows the way.
  case pathfinder(Pathfinder)
  /// Different goals: what a goal is worth, how it fits, what it risks.
  case weight(Weight)
  /// Different goals: how effort is shared out, in per cent.
  case split(Split)
  /// Different horizons: a step on one of two tracks, and what it unlocks.
  case track(TrackStep)
  /// Different appetite for risk: how far to go, on which evidence.
  case gate(EvidenceGate)

  /// A short experiment between two ways to the same goal.
  public struct Pathfinder: Hashable, Sendable {
    public var question: String
    public var attempt: String
    public var metric: String
    public var until: CalendarDate
    public var owner: StakeholderID
    public var goal: GoalID?
    /// When to stop before the end.
    public var stop: String?

    public init(
      question: String, attempt: String, metric: String, until: CalendarDate, owner: StakeholderID,
      goal: GoalID? = nil, stop: String? = nil
    ) {
      self.question = question
      self.attempt = attempt
      self.metric = metric
      self.until = until
      self.owner = owner
      self.goal = goal
      self.stop = stop
    }
  }

  /// What a goal is worth, how well it fits, and what it risks; each from 1 to 5.
  public struct Weight: Hashable, Sendable {
    public var goal: GoalID
    public var value: Int
    public var fit: Int
    public var risk: Int

    public init(goal: GoalID, value: Int, fit: Int, risk: Int) {
      self.goal = goal
      self.value = value
      self.fit = fit
      self.risk = risk
    }

    /// Value × fit, and less of it the more is at risk: 1 to 125, more is better.
    public var score: Int { value * fit * (6 - risk) }
  }

  /// How effort is shared out, in per cent that add up to 100: 70/20/10 is usual.
  public struct Split: Hashable, Sendable {
    public var core: Int
    public var adjacent: Int
    public var new: Int

    public init(core: Int, adjacent: Int, new: Int) {
      self.core = core
      self.adjacent = adjacent
      self.new = new
    }
  }

  /// A step on one of two tracks.
  public struct TrackStep: Hashable, Sendable {
    public var track: Track
    public var what: String
    public var unlocks: String?
    public var goal: GoalID?

    public init(track: Track, what: String, unlocks: String? = nil, goal: GoalID? = nil) {
      self.track = track
      self.what = what
      self.unlocks = unlocks
      self.goal = goal
    }
  }

  /// The track that pays soon, and the one that pays late.
  public enum Track: String, Hashable, Sendable, CaseIterable { case near, far }

  /// How far to go, from 1 (incremental) to 5 (transformational), on which evidence, and when to stop.
  public struct EvidenceGate: Hashable, Sendable {
    public var reach: Int
    public var evidence: String
    public var by: CalendarDate?
    public var stop: String?
    public var goal: GoalID?

    public init(reach: Int, evidence: String, by: CalendarDate? = nil, stop: String? = nil, goal: GoalID? = nil) {
      self.reach = reach
      self.evidence = evidence
      self.by = by
      self.stop = stop
      self.goal = goal
    }
  }
}

extension Sheet {
  /// The cause of misalignment that the sheet answers (M40).
  public var cause: Dot.Cause {
    switch self {
    case .pathfinder: .beliefs
    case .weight, .split: .goals
    case .track: .timeline
    case .gate: .risk
    }
  }

  /// Whether `other` says the same thing anew, and takes this one's place.
  func isReplaced(by other: Sheet) -> Bool {
    switch (self, other) {
    case (.weight(let old), .weight(let new)): old.goal == new.goal
    case (.split, .split): true
    case (.pathfinder, _), (.weight, _), (.split, _), (.track, _), (.gate, _): false
    }
  }
}

extension Sheet: CodedObject {
  /// The sheets by their frozen names.
  private enum Form: String, Coded { case pathfinder, weight, split, track, gate }

  private var form: Form {
    switch self {
    case .pathfinder: .pathfinder
    case .weight: .weight
    case .split: .split
    case .track: .track
    case .gate: .gate
    }
  }

  package static let codec = Codec<Self>(choosing: "sheet", \.form) { form in
    switch form {
    case .pathfinder: Pathfinder.coding
    case .weight: Weight.coding
    case .split: Split.coding
    case .track: TrackStep.coding
    case .gate: EvidenceGate.coding
    }
  }

  func redacted(by redaction: Redaction) -> Sheet {
    switch self {
    case .pathfinder(let path): .pathfinder(redaction.redacted(path, naming: \.goal))
    case .weight(let weight): .weight(redaction.redacted(weight, naming: \.goal))
    case .split: self
    case .track(let track): .track(redaction.redacted(track, naming: \.goal))
    case .gate(let gate): .gate(redaction.redacted(gate, naming: \.goal))
    }
  }

  /// What was written, in a few words.
  fileprivate var gist: String {
    switch self {
    case .pathfinder(let path): path.question
    case .weight(let weight): "value \(weight.value), fit \(weight.fit), risk \(weight.risk)"
    case .split(let split): "\(split.core)/\(split.adjacent)/\(split.new)"
    case .track(let step): step.what
    case .gate(let gate): gate.evidence
    }
  }
}

/// A line of a playbook was filled in (M40).
public struct SheetFilled: EventPayload {
  public var sheet: Sheet

  public init(sheet: Sheet) { self.sheet = sheet }

  package static let name = Event.Name.sheetFilled
  package static let codec = Codec(Self.init, Member("sheet", \.sheet))
  package var event: Event { .sheetFilled(self) }

  package func apply(to state: inout State, at: Instant) {
    state.sheets.removeAll { $0.isReplaced(by: sheet) }
    state.sheets.append(sheet)
  }
  package func redacted(by redaction: Redaction) -> Self? { Self(sheet: sheet.redacted(by: redaction)) }
  package func sentence(by narrator: Narrator) -> String? { "on the sheet: \(sheet.gist)" }
}
