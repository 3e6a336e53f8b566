// The words that documents use in place of identifiers.

extension Record.Stance {
  /// A shape and a word, so that nothing depends on colour alone.
  public var words: String {
    switch self {
    case .dot(.green): "● green"
    case .dot(.yellow): "▲ yellow"
    case .dot(.red): "■ red"
    case .dot(.abstain): "○ abstains"
    case .notAsked: "· not asked"
    case .absent: "– absent"
    }
  }

  /// The shape alone.
  var sign: String { String(words.prefix(1)) }
  /// The word alone.
  var word: String { String(words.dropFirst(2)) }

  /// Every stance, in the order in which a summary has them: agreement first, then what stands against it.
  static let inOrder: [Self] = [
    .dot(.green), .dot(.yellow), .dot(.red), .dot(.abstain), .notAsked, .absent,
  ]
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

extension SessionKind {
  /// What a session of the kind is, within a sentence: `a review`.
  public var phrase: String {
    switch self {
    case .alignment: "an alignment session"
    case .review: "a review"
    case .checkIn: "a check-in"
    case .goalsOnly: "a session about goals alone"
    case .featuresOnly: "a session about features alone"
    case .decisionJournal: "a decision journal"
    case .preMortem: "a pre-mortem"
    case .oneOnOne: "a 1:1"
    }
  }
}

extension ParkedItem.Status {
  /// What has become of a parked item, in a few words.
  var words: String {
    switch self {
    case .parked: "parked"
    case .served: "became a feature"
    case .withdrawn: "withdrawn"
    case .displaced: "moved out"
    }
  }
}

extension ItemKind {
  /// What a parked item is.
  var words: String { self == .status ? "status report" : rawValue }
}

/// A word that leads to where a thing stands in another tool: its key there, or the address where it has none.
func tracked(_ ref: String?, _ url: String?) -> String? {
  guard let words = ref ?? url else { return nil }
  return words.shown.leading(to: url)
}

extension String {
  /// The words with the key in another tool behind them: `Dark mode (PAR-12)`.
  func tracked(_ ref: String?, _ url: String?) -> String {
    ParleyCore.tracked(ref, url).map { "\(self) (\($0))" } ?? self
  }
}
