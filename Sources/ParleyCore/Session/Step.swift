/// A step of the session, in the order of M10. Steps that a plan does not want are left out, never reordered.
public enum Step: Hashable, Sendable {
  case lobby, review, boundary, context, vote
  case goal(GoalID)
  case priorities
  case features(GoalID)
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
