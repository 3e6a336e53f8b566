// The words that documents use in place of identifiers.

extension Record.Stance {
  /// A shape, so that nothing depends on colour alone.
  public var sign: String {
    switch self {
    case .dot(.green): "●"
    case .dot(.yellow): "▲"
    case .dot(.red): "■"
    case .dot(.abstain): "○"
    case .notAsked: "·"
    case .absent: "–"
    }
  }

  /// The word alone.
  func word(in words: DocumentWording) -> String { words["stance.\(name)"] }

  /// The shape and the word.
  func words(in words: DocumentWording) -> String { "\(sign) \(word(in: words))" }

  /// Every stance, in the order in which a summary has them: agreement first, then what stands against it.
  static let inOrder: [Self] = [
    .dot(.green), .dot(.yellow), .dot(.red), .dot(.abstain), .notAsked, .absent,
  ]
}

extension Dot {
  /// What an objection is about: `metric target; different beliefs`.
  func about(in words: DocumentWording) -> String {
    words.series(
      [layer.map { words["layer.\($0.rawValue)"] }, cause.map { words["cause.\($0.rawValue)"] }].compactMap { $0 })
  }
}

extension Dot.How {
  /// Nil for a dot that was simply spoken.
  func words(in words: DocumentWording) -> String? {
    switch self {
    case .spoken, .own: nil
    case .preRead, .proxy: words["how.\(rawValue)"]
    }
  }
}

extension DocumentWording {
  /// A line such as `Because: it pays`, by the key of its label.
  public func fact(_ label: String, _ text: String) -> RecordFact { RecordFact(self["label.\(label)"], text) }

  /// Nil without a text.
  public func fact(_ label: String, ifAny text: String?) -> RecordFact? { text.map { fact(label, $0) } }

  /// How a period, or something that was agreed, came out.
  public func result(_ result: LastPeriod.Result) -> String { self["result.\(result.rawValue)"] }

  /// The same, of what was said in the weeks after.
  public func result(_ result: LaterOutcome.Result) -> String { self["result.\(result.rawValue)"] }

  /// The unit of a metric, as it stands behind a number.
  public func unit(of metric: Metric?) -> String { metric?.unit.map { self["signs.unit"] + $0.shown } ?? "" }

  /// A number with the unit of a metric.
  func amount(_ number: Double, _ metric: Metric?) -> String {
    numeral(number) + unit(of: metric)
  }
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
