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
    case .absent: "absent"
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
