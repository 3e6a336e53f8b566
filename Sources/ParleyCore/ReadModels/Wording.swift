// One wording for what screens, line mode, documents and the log have to say of the same thing.

extension Settlement {
  /// What became of a goal, in a word or two.
  public var words: String { Record.Outcome(rawValue: name)?.words ?? name }

  /// What became of a goal to which someone is still opposed (M15).
  public var overDissent: String { "\(words) over dissent" }
}

extension Record.Outcome {
  /// What became of a goal, in a word or two.
  public var words: String {
    switch self {
    case .confirmed, .adjusted, .deferred, .dropped: rawValue
    case .leftOpen: "left open"
    case .notReached: "not reached"
    }
  }
}

extension Dot {
  /// What an objection is about: `metric target; different beliefs`.
  public var about: String { [layer?.words, cause?.words].compactMap { $0 }.joined(separator: "; ") }
}

extension Dot.Layer {
  /// What an objection is about, as a heading.
  public var words: String {
    switch self {
    case .importance: "importance"
    case .metric: "metric target"
    case .horizon: "time horizon"
    case .existence: "whether the goal should exist"
    case .features: "features"
    }
  }

  /// The same in two or three words, for a chip: `the target`.
  public var brief: String {
    switch self {
    case .importance: "its importance"
    case .metric: "the target"
    case .horizon: "the time"
    case .existence: "the goal itself"
    case .features: "its features"
    }
  }

  /// The same within a sentence: it is about…
  public var phrase: String {
    switch self {
    case .importance: "its importance"
    case .metric: "the metric target"
    case .horizon: "the time horizon"
    case .existence: "whether it should be a goal"
    case .features: "its features"
    }
  }
}

extension Dot.Cause {
  /// Where an objection comes from (M40).
  public var words: String {
    switch self {
    case .goals: "different goals"
    case .beliefs: "different beliefs"
    case .timeline: "timeline"
    case .risk: "risk"
    }
  }

  /// The situation that its playbook is for, as a title (M40).
  public var situation: String {
    switch self {
    case .goals: "Different goals"
    case .beliefs: "Same goal, different path"
    case .timeline: "Different horizons"
    case .risk: "Different appetite for risk"
    }
  }
}

extension Impact {
  /// What someone gains and pays, in their metric (M48).
  public var words: [String] { [gives.map { "gains \($0)" }, costs.map { "pays \($0)" }].compactMap { $0 } }
}

extension LastPeriod.Result {
  /// How the last period went, in a word or two.
  public var words: String {
    switch self {
    case .exceeded: "exceeded"
    case .met: "met"
    case .partlyMet: "partly met"
    case .missed: "missed"
    }
  }
}

extension Owed {
  /// What is to be done, as one line.
  /// - Parameter what: ``what``, as it can be shown there.
  public func sentence(saying what: String) -> String {
    switch kind {
    case .record: "Send the record"
    case .window: "The comment window ends: answer the comments and finalise the record"
    case .followUp: "Follow-up: \(what)"
    case .disagreement: "Decide: \(what)"
    case .parked: "Parked: \(what)"
    case .condition: "Condition: \(what)"
    case .commitment: "Committed: \(what)"
    case .decision: "A decision stands until then: \(what)"
    case .evidence: "Look at the evidence: \(what)"
    case .killCriterion: "Look whether to stop: \(what)"
    case .recall: "Recall poll: the goals, why, and the metric"
    case .checkIn: "Check-in, half way through \(what)"
    case .monthlyCheckIn: "The monthly look at metrics and blockers, \(what)"
    case .review: "Review of \(what)"
    }
  }
}
