// Theory: what an objection is about is known from the map, or from words that leave no doubt. Words that could be about
// two things, or about none of the five, have no layer: whoever writes them down may give them any. To guess here would
// be to score someone against a guess.

extension String {
  /// `isn’t` is *is not* for whoever looks for words.
  fileprivate var withoutContractions: String {
    replacing("’", with: "'").replacing("can't", with: "cannot").replacing("won't", with: "will not")
      .replacing("n't", with: " not")
  }
}

extension Dot.Layer {
  /// What a sentence is plainly about (M14); nil where its words leave it open.
  static func spoken(in text: String) -> Dot.Layer? {
    let words =
      " "
      + text.lowercased().withoutContractions.split { !$0.isLetter && !$0.isNumber && $0 != "%" }.joined(separator: " ")
      + " "
    let found = signs.filter { $0.phrases.contains { words.contains(" \($0) ") } }.map(\.layer)
    // A goal that should not be one makes its date and its number idle.
    if found.contains(.existence) { return .existence }
    return found.count == 1 ? found.first : nil
  }

  private static let signs: [(layer: Dot.Layer, phrases: [String])] = [
    (
      .existence,
      [
        "never be a goal", "not be a goal", "should be a goal", "not a goal", "no goal of ours", "not have this goal",
        "should not exist", "pointless", "no business of ours",
      ]
    ),
    (
      .metric,
      [
        "target", "number", "numbers", "figure", "figures", "percent", "per cent", "%", "metric", "measure",
        "unreachable", "out of reach", "too ambitious", "not ambitious",
      ]
    ),
    (
      .horizon,
      [
        "too late", "too early", "later", "deadline", "the date", "wrong date", "wrong time", "not now", "cannot wait",
        "wait until", "takes until", "this quarter", "next quarter", "next year", "this year", "before summer",
        "before winter", "out of q1", "out of q2", "out of q3", "out of q4", "in q1", "in q2", "in q3", "in q4",
        "january",
        "february", "april", "june", "july", "august", "september", "october", "november", "december",
      ]
    ),
    (
      .features,
      [
        "feature", "features", "wrong thing to build", "what we build", "want to build", "how we get there",
        "get us there", "wrong tool", "the design",
      ]
    ),
    (
      .importance,
      [
        "important", "importance", "priority", "matters more", "matter more", "more urgent", "comes first",
        "come first",
        "higher on the list", "so high",
      ]
    ),
  ]
}
