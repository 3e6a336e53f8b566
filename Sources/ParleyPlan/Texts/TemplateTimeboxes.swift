import ParleyCore

extension PlanTemplate {
  static func timeboxes(_ kind: SessionKind) -> String {
    minutes(kind).map { "\($0.step): \($0.minutes)" }.joined(separator: "\n  ")
  }

  /// Minutes with which three goals fit into a session of the kind.
  private static func minutes(_ kind: SessionKind) -> [(step: String, minutes: Int)] {
    let boxes =
      switch kind {
      case .alignment, .decisionJournal: [20, 3, 6, 5, 10, 10, 10, 4, 10]
      case .review: [20, 3, 5, 5, 8, 8, 10, 4, 10]
      case .goalsOnly: [20, 3, 6, 5, 10, 10, 10, 0, 10]
      case .featuresOnly: [20, 3, 5, 5, 3, 3, 10, 10, 10]
      case .checkIn: [20, 2, 3, 3, 4, 3, 5, 2, 4]
      case .preMortem: [20, 3, 4, 5, 5, 5, 5, 3, 8]
      case .oneOnOne: [20, 1, 2, 1, 1, 0, 2, 1, 1]
      }
    let steps = ["review", "boundary", "context", "vote", "goal", "priorities", "conflict", "features", "read-back"]
    return Array(zip(steps, boxes))
  }
}
