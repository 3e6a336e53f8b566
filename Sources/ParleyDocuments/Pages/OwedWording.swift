import ParleyCore

extension Owed {
  /// What is to be done, as one line.
  public var sentence: String {
    switch kind {
    case .record: "The record goes out"
    case .window: "The comment window ends: answer the comments and finalise the record"
    case .followUp: "Follow-up: \(what.shown)"
    case .disagreement: "Decide: \(what.shown)"
    case .parked: "Parked: \(what.shown)"
    case .condition: "Condition: \(what.shown)"
    case .decision: "A decision stands until then: \(what.shown)"
    case .evidence: "Look at the evidence: \(what.shown)"
    case .killCriterion: "Look whether to stop: \(what.shown)"
    case .recall: "Recall poll: the goals, why, and the metric"
    case .checkIn: "Check-in, half way through \(what.shown)"
    case .review: "Review of \(what.shown)"
    }
  }
}
