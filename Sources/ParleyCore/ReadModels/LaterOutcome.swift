/// What came of something that a session left behind, said in the weeks after it (M34, M36). It stands beside the
/// journal, which never changes again.
public struct LaterOutcome: Hashable, Sendable {
  /// What it is about, within its session: `F1`, `D2`, `X1`.
  public var ref: String
  public var text: String
  /// Nil while it is not over.
  public var result: Result?
  /// When it was said, in local time.
  public var at: Instant

  /// How it ended.
  public enum Result: String, Hashable, Sendable, CaseIterable {
    case met
    case partlyMet = "partly-met"
    case missed, stopped

    /// In a word or two.
    public var words: String {
      switch self {
      case .met: "met"
      case .partlyMet: "partly met"
      case .missed: "missed"
      case .stopped: "stopped"
      }
    }
  }

  public init(ref: String, text: String, result: Result? = nil, at: Instant) {
    self.ref = ref
    self.text = text
    self.result = result
    self.at = at
  }
}

/// Where a feature stands in the weeks after the session that agreed on it (M38).
public struct FeatureProgress: Hashable, Sendable {
  public var state: Standing
  /// Who has it in hand, if that is not the owner of its goal.
  public var owner: StakeholderID?
  public var note: String?
  /// When it was said, in local time.
  public var at: Instant

  /// What the weekly update says of it.
  public enum Standing: String, Hashable, Sendable, CaseIterable { case shipped, blocked, next }

  public init(state: Standing, owner: StakeholderID? = nil, note: String? = nil, at: Instant) {
    self.state = state
    self.owner = owner
    self.note = note
    self.at = at
  }
}

extension Record {
  /// Something of which it can be said later what came of it: its name within the session, and what it is.
  public struct LeftBehind: Hashable, Sendable {
    public var ref: String
    public var what: String
  }

  /// All that a session left behind, by the names that `due` prints; decisions and disagreements without a day too.
  public var leftBehind: [LeftBehind] {
    let named = owed.filter { !$0.kind.followsEverySession }.map { LeftBehind(ref: $0.key, what: $0.what) }
    let decided = decisions.map { LeftBehind(ref: $0.id.text, what: $0.what) }
    let disagreed = disagreements.enumerated().map { LeftBehind(ref: "X\($0 + 1)", what: $1.topic) }
    let assumed = findings.assumptions.map { LeftBehind(ref: $0.id.text, what: $0.text) }
    return (named + decided + disagreed + assumed).reduce(into: []) { all, one in
      if !all.contains(where: { $0.ref == one.ref }) { all.append(one) }
    }
  }

  /// What a ref is about; the ref itself where the record does not have it.
  public func subject(of outcome: LaterOutcome) -> String {
    leftBehind.first { $0.ref == outcome.ref }?.what ?? outcome.ref
  }
}

extension Owed.ObligationKind {
  /// Whether it comes after every session, and is the facilitator's to do: nothing that people agreed on.
  public var followsEverySession: Bool {
    switch self {
    case .record, .window, .recall, .checkIn, .monthlyCheckIn, .review: true
    case .followUp, .disagreement, .parked, .condition, .commitment, .decision, .evidence, .killCriterion: false
    }
  }
}
