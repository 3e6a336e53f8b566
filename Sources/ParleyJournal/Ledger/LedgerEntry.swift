import ParleyCore

/// One thing that happened after a session.
public struct LedgerEntry: Hashable, Sendable {
  /// Local time.
  public var at: Instant
  public var what: What

  /// What it was.
  public enum What: Hashable, Sendable {
    /// Someone read the main metric of a session's goal (M39); earlier programs did not say of which session.
    case measured(GoalID, Double, note: String?, session: String?)
    /// Something owed was done: its session and ``Owed/key``.
    case done(session: String, key: String)
    /// Someone was asked to name the goals, the reason and the metric (M35); each answer is right or not.
    case recalled(session: String, StakeholderID, Recall)
    /// Someone said what came of something; its ``LaterOutcome/at`` is the entry's.
    case outcome(session: String, LaterOutcome)
    /// A feature was shipped, is blocked, or comes next (M38); its ``FeatureProgress/at`` is the entry's.
    case feature(session: String, FeatureID, FeatureProgress)
  }

  /// What one person could still say (M35).
  public struct Recall: Hashable, Sendable {
    public var goals: Bool
    public var why: Bool
    public var metric: Bool

    public init(goals: Bool, why: Bool, metric: Bool) {
      self.goals = goals
      self.why = why
      self.metric = metric
    }

    /// Whether they can say all three.
    public var isWhole: Bool { goals && why && metric }
  }

  public init(at: Instant, what: What) {
    self.at = at
    self.what = what
  }
}

extension LedgerEntry {
  var json: JSON {
    switch what {
    case .measured(let goal, let value, let note, let session):
      [
        "at": JSON(at), "event": "measured", "goal": JSON(goal), "value": JSON(value), "note": JSON(note),
        "session": JSON(session),
      ]
    case .done(let session, let key):
      ["at": JSON(at), "event": "done", "session": .string(session), "key": .string(key)]
    case .recalled(let session, let who, let recall):
      [
        "at": JSON(at), "event": "recalled", "session": .string(session), "who": JSON(who),
        "goals": .bool(recall.goals), "why": .bool(recall.why), "metric": .bool(recall.metric),
      ]
    case .outcome(let session, let outcome):
      [
        "at": JSON(at), "event": "outcome", "session": .string(session), "ref": .string(outcome.ref),
        "text": .string(outcome.text), "result": JSON(outcome.result?.rawValue),
      ]
    case .feature(let session, let feature, let progress):
      [
        "at": JSON(at), "event": "feature", "session": .string(session), "feature": JSON(feature),
        "state": .string(progress.state.rawValue), "owner": JSON(progress.owner), "note": JSON(progress.note),
      ]
    }
  }

  /// Nil for a line that this version does not know.
  init?(json: JSON) {
    guard let at = json["at"]?.text.flatMap({ Instant($0) }), let what = What(json: json, at: at) else { return nil }
    self.init(at: at, what: what)
  }
}

extension LedgerEntry.What {
  fileprivate init?(json: JSON, at: Instant) {
    switch json["event"]?.text {
    case "measured":
      guard let goal = json["goal"]?.text, let value = json["value"]?.double else { return nil }
      self = .measured(GoalID(goal), value, note: json["note"]?.text, session: json["session"]?.text)
    case "done":
      guard let session = json["session"]?.text, let key = json["key"]?.text else { return nil }
      self = .done(session: session, key: key)
    case "recalled":
      guard let session = json["session"]?.text, let who = json["who"]?.text, let goals = json["goals"]?.bool,
        let why = json["why"]?.bool, let metric = json["metric"]?.bool
      else { return nil }
      self = .recalled(session: session, StakeholderID(who), .init(goals: goals, why: why, metric: metric))
    case "outcome":
      guard let session = json["session"]?.text, let ref = json["ref"]?.text, let text = json["text"]?.text else {
        return nil
      }
      let result = json["result"]?.text.flatMap(LaterOutcome.Result.init)
      self = .outcome(session: session, LaterOutcome(ref: ref, text: text, result: result, at: at))
    case "feature":
      guard let session = json["session"]?.text, let feature = json["feature"]?.text,
        let state = json["state"]?.text.flatMap(FeatureProgress.Standing.init)
      else { return nil }
      let owner = json["owner"]?.text.map { StakeholderID($0) }
      let progress = FeatureProgress(state: state, owner: owner, note: json["note"]?.text, at: at)
      self = .feature(session: session, FeatureID(feature), progress)
    default: return nil
    }
  }
}

/// The content of a ledger, by the questions that people ask of it.
public struct LedgerContents: Hashable, Sendable {
  /// The readings of goals' main metrics, as they were made.
  public private(set) var readings: [Measured] = []
  /// When each owed thing was marked as done, by session.
  public private(set) var done: [String: [String: Instant]] = [:]
  /// The last answer of each person, by session.
  public private(set) var recalls: [String: [StakeholderID: LedgerEntry.Recall]] = [:]
  /// What was said of what a session left behind, by session, the oldest first.
  public private(set) var outcomes: [String: [LaterOutcome]] = [:]
  /// Where each feature stands, by session.
  public private(set) var features: [String: [FeatureID: FeatureProgress]] = [:]

  public init() {}

  /// A reading, and whose it is.
  public struct Measured: Hashable, Sendable {
    public var goal: GoalID
    /// The session that has the goal; nil for a reading from before readings named it.
    public var session: String?
    public var reading: Reading
  }

  /// Takes in an entry, which is newer than those before it.
  public mutating func add(_ entry: LedgerEntry) {
    switch entry.what {
    case .measured(let goal, let value, let note, let session):
      readings.append(
        Measured(goal: goal, session: session, reading: Reading(at: entry.at, value: value, note: note)))
    case .done(let session, let key): done[session, default: [:]][key] = entry.at
    case .recalled(let session, let who, let recall): recalls[session, default: [:]][who] = recall
    case .outcome(let session, let outcome): outcomes[session, default: []].append(outcome)
    case .feature(let session, let feature, let progress): features[session, default: [:]][feature] = progress
    }
  }

  /// The last word on something that a session left behind.
  public func outcome(of ref: String, in session: String) -> LaterOutcome? {
    outcomes[session]?.last { $0.ref == ref }
  }
}
