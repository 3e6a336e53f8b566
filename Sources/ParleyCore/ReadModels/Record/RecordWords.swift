// The words that documents use in place of identifiers.

extension Record.Outcome {
  /// The outcome of a goal, in a word or two.
  public var words: String {
    switch self {
    case .leftOpen: "left open"
    case .notReached: "not reached"
    default: rawValue
    }
  }
}

extension Record.Stance {
  /// A shape and a word, so that nothing depends on colour alone.
  public var words: String {
    switch self {
    case .dot(.green): "● green"
    case .dot(.yellow): "▲ yellow"
    case .dot(.red): "■ red"
    case .dot(.abstain): "○ abstains"
    case .notAsked: "· not asked"
    case .absent: "absent"
    }
  }
}

extension Dot {
  /// The subject of an objection: `metric target; risk`.
  var about: String { [layer?.inRecord, cause?.inRecord].compactMap { $0 }.joined(separator: "; ") }
}

extension Dot.Layer {
  fileprivate var inRecord: String {
    switch self {
    case .importance: "importance"
    case .metric: "metric target"
    case .horizon: "time horizon"
    case .existence: "whether the goal should exist"
    case .features: "features"
    }
  }
}

extension Dot.Cause {
  fileprivate var inRecord: String {
    switch self {
    case .goals: "different goals"
    case .beliefs: "different beliefs"
    case .timeline: "timeline"
    case .risk: "risk"
    }
  }
}

extension Dot.How {
  /// Nil for a dot that was simply spoken.
  var words: String? {
    switch self {
    case .spoken, .own: nil
    case .preRead: "from the pre-read"
    case .proxy: "by proxy"
    }
  }
}
