extension String {
  /// The words by which one knows what a text is about, by their beginnings, so that `deploys` and `deployment` are the
  /// same; and its numbers.
  var tellingWords: Set<String> {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = words.filter { word in
      word.allSatisfy(\.isNumber) || (word.count >= (word.allSatisfy(\.isASCII) ? 4 : 2) && !commonWords.contains(word))
    }
    return Set(telling.map { String($0.prefix(5)) })
  }
}

private let commonWords: Set<String> = [
  "about", "after", "again", "also", "anything", "been", "before", "being", "carries", "could", "does", "each", "every",
  "from", "goal", "goals", "have", "improve", "increase", "into", "just", "less", "more", "moves", "much", "need",
  "needs", "never", "nothing", "only", "quarter", "reduce", "should", "slow", "some", "than", "that", "their", "them",
  "then", "there", "these", "they", "this", "those", "times", "unless", "until", "very", "what", "when", "where",
  "which", "will", "with", "without", "would", "your",
]
