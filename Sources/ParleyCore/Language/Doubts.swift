// What was said may have been meant otherwise: a day that is over, a number that people of another country write for
// another one. The command is taken, and what was read is said, so that whoever meant something else can say it again.

/// A number with a point before exactly three digits, which many read as thousands: `1.200`. Nil for any other.
public func doubtfulNumber(_ text: String) -> Double? {
  let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
  let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 2, (1...3).contains(parts[0].count), parts[0] != "0", parts[1].count == 3,
    parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
  else { return nil }
  return Double(decimal: text)
}

extension Entry {
  /// What in the command could have been meant otherwise, as sentences.
  var doubts: [String] {
    guard let words = try? ShellWords(line).words else { return [] }
    return zip(words, CommandLine.kinds(of: words)).compactMap { word, kind in
      kind.flatMap { doubt(about: word.text, as: $0) }
    }
  }

  private func doubt(about text: String, as kind: ArgumentKind) -> String? {
    switch kind {
    case .date:
      guard case .on(let date)? = Due(text), date < at.date else { return nil }
      return "\(date) is before today"
    case .number: return doubtfulNumber(text).map { "\(text) was read as \($0.numeral)" }
    default: return nil
    }
  }
}
