extension String {
  /// Whether this note keeps what was said: it has two of its telling words, or one where it had few or the note is
  /// more than a keyword. So `x` keeps nothing, and a sentence of one's own keeps enough.
  func keeps(_ said: String) -> Bool {
    let told = said.tellingWords
    let length = split { !$0.isLetter && !$0.isNumber }.count
    guard !told.isEmpty else { return length > 1 }
    let shared = told.intersection(tellingWords).count
    return shared > 1 || (shared == 1 && (told.count <= 3 || length > 2))
  }
}

extension Conflict.Ending {
  /// Whether it answers what was argued: its words have something of it, or someone else decides by a measure.
  func answers(_ argued: [String]) -> Bool {
    switch self {
    case .resolved(let decision, let because): [decision, because].joined(separator: " ").touches(argued)
    case .experiment(let what, let metric, _, _): [what, metric].joined(separator: " ").touches(argued)
    case .escalated(let process), .postponed(let process): process.criteria.split(separator: " ").count > 1
    }
  }
}

extension String {
  fileprivate func touches(_ argued: [String]) -> Bool {
    let told = argued.reduce(into: Set<String>()) { $0.formUnion($1.tellingWords) }
    return split(separator: " ").count > 2 && !told.isDisjoint(with: tellingWords)
  }
}
