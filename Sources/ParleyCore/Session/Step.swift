/// A step of the session, in the order of M10. Steps that a plan does not want are left out, never reordered.
public enum Step: Hashable, Sendable {
  case lobby, review, boundary, context, vote
  case goal(GoalID)
  case priorities
  case features(GoalID)
  /// A step that only sessions of one kind have.
  case part(Part)
  case readBack
  case closed

  /// The step as commands name it: `goal:churn`, `read-back`.
  public var text: String {
    switch self {
    case .lobby: "lobby"
    case .review: "review"
    case .boundary: "boundary"
    case .context: "context"
    case .vote: "vote"
    case .goal(let id): "goal:\(id)"
    case .priorities: "priorities"
    case .features(let id): "features:\(id)"
    case .part(let part): part.rawValue
    case .readBack: "read-back"
    case .closed: "closed"
    }
  }

  /// Reads a step as commands name it; nil when there is no such kind of step.
  public init?(_ text: String) {
    switch text {
    case "lobby": self = .lobby
    case "review": self = .review
    case "boundary": self = .boundary
    case "context": self = .context
    case "vote": self = .vote
    case "priorities": self = .priorities
    case "read-back": self = .readBack
    case "closed": self = .closed
    default:
      if let part = Part(rawValue: text) {
        self = .part(part)
        return
      }
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else { return nil }
      switch parts[0] {
      case "goal": self = .goal(GoalID(String(parts[1])))
      case "features": self = .features(GoalID(String(parts[1])))
      default: return nil
      }
    }
  }

  /// The goal that this step is about.
  public var goal: GoalID? {
    switch self {
    case .goal(let id), .features(let id): id
    default: nil
    }
  }
}

extension Step {
  /// The steps that a kind of session has of its own, in their order. The raw values are the names that commands and
  /// plans use.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    // A check-in (M36).
    case scorecard, question
    // A decision journal (M42).
    case assumptions, alternatives
    case killCriteria = "kill-criteria"
    case decision
    // A pre-mortem (M43).
    case writing, reading, clustering, mitigation
    // A 1:1 (M9).
    case whatAndWhy = "what-and-why"
    case team, need, missing, champion

    /// The minutes that it takes where the plan does not say.
    public var usualMinutes: Int {
      switch self {
      case .scorecard: 8
      case .question: 12
      case .assumptions, .alternatives: 30
      case .killCriteria: 25
      case .decision: 15
      case .writing: 6
      case .reading, .clustering: 8
      case .mitigation: 12
      case .whatAndWhy, .team, .champion: 2
      case .need: 1
      case .missing: 3
      }
    }

    /// `Kill criteria`, and `Kill` for a narrow place.
    public var titles: (title: String, short: String) {
      switch self {
      case .scorecard: ("Scorecard", "Scorecard")
      case .question: ("The one question", "Question")
      case .assumptions: ("Assumptions", "Assumptions")
      case .alternatives: ("Alternatives", "Alternatives")
      case .killCriteria: ("Kill criteria", "Kill criteria")
      case .decision: ("Decision", "Decision")
      case .writing: ("Silent writing", "Writing")
      case .reading: ("Reading out", "Reading")
      case .clustering: ("Clustering", "Clusters")
      case .mitigation: ("Mitigation", "Mitigation")
      case .whatAndWhy: ("What and why", "What")
      case .team: ("What it does for your team", "Your team")
      case .need: ("What I need from you", "Need")
      case .missing: ("What am I missing", "Missing")
      case .champion: ("Would you champion it", "Champion")
      }
    }
  }
}

extension SessionKind {
  /// The steps that it has of its own; none where goals are settled.
  public var parts: [Step.Part] {
    switch self {
    case .alignment, .review, .goalsOnly, .featuresOnly: []
    case .checkIn: [.scorecard, .question]
    case .decisionJournal: [.assumptions, .alternatives, .killCriteria, .decision]
    case .preMortem: [.writing, .reading, .clustering, .mitigation]
    case .oneOnOne: [.whatAndWhy, .team, .need, .missing, .champion]
    }
  }
}

extension Step {
  /// The step without the name of a goal that is not shown.
  func redacted(by redaction: Redaction) -> Step {
    switch self {
    case .goal(let id): .goal(redaction.redacted(id))
    case .features(let id): .features(redaction.redacted(id))
    case .lobby, .review, .boundary, .context, .vote, .priorities, .part, .readBack, .closed: self
    }
  }
}
