// Theory: documents can be in another language, screens are in English. All of Parley's own words in documents stand in
// one file a language, as whole sentences with named places (`{who} decides by {day}`) for what people wrote, so that
// each language can have its own order. English is the measure: a key that another file leaves out has the English
// words, and a key or a place that English does not have is a fault with its line. Only the words of people are never
// in it. A text may mark words with `*…*` (emphasis) and `**…**` (strong) where a document has them; it is no markup
// otherwise, and cannot be any.

/// The words of documents in one language: its sentences by their keys, and how it writes numbers and days.
public struct DocumentWording: Sendable {
  /// The language by its tag (BCP 47), as HTML has it.
  public let language: String
  /// The keys that its file leaves out, in the order of the English one.
  public let missing: [String]
  private let texts: [String: WordingText]
  private let months: [String]

  init(texts: [String: WordingText], missing: [String] = []) {
    self.texts = texts
    self.missing = missing
    language = texts["language.tag"]?.plain ?? "en"
    months = (texts["language.months"]?.plain ?? "").split(separator: " ").map(String.init)
  }

  /// The words of a key that has no places.
  public subscript(_ key: String) -> String { text(key).plain }

  /// The sentence of a key, with what stands at its places.
  public func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    text(key).filled { place in values.first { $0.key == place }?.value }
  }

  /// The text of a key; the key itself where there is none, which tests look for.
  public func text(_ key: String) -> WordingText { texts[key] ?? WordingText("‹\(key)›") }

  var keys: [String: WordingText] { texts }
}

extension DocumentWording {
  /// A number with what it counts: `1 dot`, `3 dots`. A key has the forms `one` and `other`.
  public func counted(_ number: Int, _ key: String) -> String {
    let isOne = number == 1 || (number == 0 && self["language.zero"] == "one")
    return self("\(key).\(isOne ? "one" : "other")", ["n": numeral(Double(number))])
  }

  /// The number as the language writes it; from five digits on it may part the thousands.
  public func numeral(_ number: Double) -> String {
    let plain = number.numeral
    let (point, apart) = (self["language.decimal"], self["language.thousands"])
    if plain.contains(where: { $0.isLetter }) || (point == "." && apart.isEmpty) { return plain }
    let sign = plain.hasPrefix("-") ? "-" : ""
    let parts = plain.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return plain }
    return sign + grouped(whole, apart) + (parts.count > 1 ? point + parts[1] : "")
  }

  private func grouped(_ digits: Substring, _ sign: String) -> String {
    guard digits.count > 4, !sign.isEmpty else { return String(digits) }
    return digits.reversed().enumerated().reduce(into: "") { out, digit in
      if digit.offset > 0, digit.offset % 3 == 0 { out = sign + out }
      out = "\(digit.element)" + out
    }
  }

  /// A day as a table has it.
  public func day(_ date: CalendarDate) -> String { written(date, "language.day") }

  /// A day as a sentence has it.
  public func longDay(_ date: CalendarDate) -> String { written(date, "language.long-day") }

  private func written(_ date: CalendarDate, _ key: String) -> String {
    let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : twoDigits(date.month)
    let first = self["language.first-day"]
    return self(
      key,
      [
        "d": date.day == 1 && !first.isEmpty ? first : "\(date.day)", "dd": twoDigits(date.day),
        "mm": twoDigits(date.month), "month": month, "yyyy": String(date.description.prefix(4)),
      ])
  }

  /// A moment as a sentence has it: the day and the time.
  public func moment(_ instant: Instant) -> String {
    self("language.moment", ["day": longDay(instant.date), "time": time(instant)])
  }

  /// A time of day.
  public func time(_ instant: Instant) -> String {
    let (hour, minute) = (instant.secondOfDay / 3600, instant.secondOfDay / 60 % 60)
    return self(
      minute == 0 ? "language.whole-hour" : "language.time",
      ["h": "\(hour)", "hh": twoDigits(hour), "mm": twoDigits(minute)])
  }

  /// Parts of a sentence, one after the other.
  public func series(_ parts: [String]) -> String { parts.joined(separator: self["signs.semicolon"]) }

  /// `Churn: 8 → 5 %`: what something is called, and what is said of it.
  public func labelled(_ label: String, _ text: String) -> String { label + self["signs.colon"] + " " + text }

  /// The words as they stand within a line, where the language writes headings larger than that.
  public func inLine(_ heading: String) -> String {
    self["language.labels"] == "small" ? heading.lowercased() : heading
  }
}

/// A text of a wording: words, with the places where other words go.
public struct WordingText: Hashable, Sendable {
  /// The words and the places, in their order.
  public let pieces: [Piece]

  /// A piece of it.
  public enum Piece: Hashable, Sendable {
    case words(String)
    case place(String)
  }

  init(_ text: String) {
    var (pieces, rest): ([Piece], Substring) = ([], text[...])
    while let begin = rest.firstIndex(of: "{"), let end = rest[begin...].firstIndex(of: "}") {
      if begin > rest.startIndex { pieces.append(.words(String(rest[..<begin]))) }
      pieces.append(.place(String(rest[rest.index(after: begin)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    self.pieces = pieces
  }

  /// The names of its places.
  var places: Set<String> {
    Set(pieces.compactMap { piece in if case .place(let name) = piece { name } else { nil } })
  }

  /// The words, in which nothing was filled.
  var plain: String { filled { _ in nil } }

  /// The words with what stands at each place. What was put there is not looked at again.
  public func filled(_ value: (String) -> String?) -> String {
    pieces.reduce(into: "") { out, piece in
      switch piece {
      case .words(let words): out += words
      case .place(let name): out += value(name) ?? "{\(name)}"
      }
    }
  }
}
