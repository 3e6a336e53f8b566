import ParleyCore

// The words that documents use for what the core names by identifiers.

extension State.Status {
  var words: String {
    switch self {
    case .proposal: "proposal"
    case .openForComment: "agreed, open for comment"
    case .final: "agreed, final"
    }
  }
}

extension Record.Stance {
  /// A shape and a word, so that nothing hangs on colour alone.
  var words: String {
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
  /// What an objection is about: `metric target, risk`.
  var about: String { [layer?.words, cause?.words].compactMap { $0 }.joined(separator: "; ") }
}

extension Dot.Layer {
  fileprivate var words: String {
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
  fileprivate var words: String {
    switch self {
    case .goals: "different goals"
    case .beliefs: "different beliefs"
    case .timeline: "timeline"
    case .risk: "risk"
    }
  }
}

extension Dot.How {
  /// Nil for what was simply said.
  var words: String? {
    switch self {
    case .spoken, .own: nil
    case .preRead: "from the pre-read"
    case .proxy: "by proxy"
    }
  }
}

extension Metric {
  /// `25 → 40 %`.
  var change: String { "\(plain(baseline)) → \(plain(target))\(unit.map { " \($0)" } ?? "")" }
}

/// A number without a needless point.
func plain(_ number: Double) -> String { JSON(number).line }

/// `12:05`; the minutes go on past 60.
func minutesAndSeconds(_ seconds: Int) -> String {
  let rest = seconds % 60
  return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
}

/// `2:10 over`, `0:30 under`, `on time`.
func differenceInWords(planned: Int, actual: Int) -> String {
  switch actual - planned {
  case 0: "on time"
  case let over where over > 0: "\(minutesAndSeconds(over)) over"
  case let under: "\(minutesAndSeconds(-under)) under"
  }
}
