import ParleyCore

extension PlanTemplate {
  static func timeboxes(_ kind: SessionKind) -> String {
    minutes(kind).map { "\($0.0): \($0.1)" }.joined(separator: "\n  ")
  }

  /// The minutes of each step with which three goals fit into a session of this kind.
  private static func minutes(_ kind: SessionKind) -> [(String, Int)] {
    switch kind {
    case .alignment: fitted([20, 3, 6, 5, 10, 10, 10, 4, 10])
    case .review: fitted([20, 3, 5, 5, 8, 8, 10, 4, 10])
    case .goalsOnly: fitted([0, 3, 6, 5, 10, 10, 10, 0, 10]).filter { $0.1 > 0 }
    case .featuresOnly: fitted([5, 3, 5, 0, 0, 0, 10, 10, 10]).filter { $0.1 > 0 }
    case .checkIn: [("boundary", 3)] + own(kind) + [("conflict", 5), ("read-back", 5)]
    case .decisionJournal: [("boundary", 3), ("context", 6)] + own(kind) + [("conflict", 10), ("read-back", 10)]
    case .preMortem: [("boundary", 2), ("context", 3)] + own(kind) + [("conflict", 5), ("read-back", 5)]
    case .oneOnOne: own(kind)
    }
  }

  private static func fitted(_ minutes: [Int]) -> [(String, Int)] {
    let steps = ["review", "boundary", "context", "vote", "goal", "priorities", "conflict", "features", "read-back"]
    return Array(zip(steps, minutes))
  }

  private static func own(_ kind: SessionKind) -> [(String, Int)] {
    kind.parts.map { ($0.rawValue, $0.usualMinutes) }
  }
}
