import ParleyCore

/// Each value of the format. They are converted from text here, not by YAML, which would make `no` a false and `10:30`
/// a number. Every one is nil when missing or wrong; a wrong one is reported.
extension MappingReader {
  static let longestName = 200
  static let longestText = 4096

  // MARK: Text

  /// A name or a text, as long as the format lets it be.
  func text(_ key: String) -> String? { locatedText(key)?.value }

  /// The same with its place.
  func locatedText(_ key: String) -> Located<String>? {
    given(key).flatMap { text($0, of: key, as: format[key]?.value ?? .text, mayBeEmpty: !isRequired(key)) }
  }

  /// Texts, one or a list of them.
  func texts(_ key: String) -> [Located<String>] {
    (items(key) ?? []).compactMap { text($0, of: key, as: .text, mayBeEmpty: true) }
  }

  /// Nil for an empty one too.
  func text(_ tree: Tree, of key: String, as value: PlanValue, mayBeEmpty: Bool = false) -> Located<String>? {
    guard var text = scalar(tree, of: key) else { return nil }
    let manyLines = if case .lines = value { true } else { false }
    let limit = value.limit ?? Self.longestName
    if manyLines { while text.hasSuffix("\n") { text.removeLast() } }
    if text.allSatisfy(\.isWhitespace) {
      if !mayBeEmpty { faults.add(.emptyValue(key), at: keyPlace(key) ?? tree.place) }
      return nil
    }
    if !manyLines, text.unicodeScalars.contains("\n") {
      faults.add(.lineBreak(key), at: tree.place)
      return nil
    }
    guard text.utf8.count <= limit else {
      faults.add(.tooLong(key, bytes: text.utf8.count, limit: limit), at: tree.place)
      return nil
    }
    return Located(value: text, place: tree.place, file: faults.file)
  }

  /// The address of a mailbox, without a name: `kai@example.org`.
  func address(_ key: String) -> String? {
    guard let tree = tree(key), let text = text(tree, of: key, as: .name)?.value else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      !text.contains(where: { $0.isWhitespace || "<>(),;:\"".contains($0) })
    else {
      faults.add(.notAnAddress(text), at: tree.place)
      return nil
    }
    return text
  }

  /// The name of a wording: that of a language, or of a file among the user's settings.
  func language(_ key: String) -> String? {
    guard let tree = given(key), let text = text(tree, of: key, as: .name)?.value else { return nil }
    guard text.utf8.count <= 35, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      faults.add(.notALanguage(text), at: tree.place)
      return nil
    }
    return text
  }

  /// An address for a browser.
  func link(_ key: String) -> String? {
    guard let tree = given(key), let text = text(tree, of: key, as: .text)?.value else { return nil }
    guard Link.isWebAddress(text) else {
      faults.add(.notAWebAddress(text), at: tree.place)
      return nil
    }
    return text
  }

  func scalar(_ tree: Tree, of key: String) -> String? {
    switch tree.content {
    case .scalar(let text, _): return text
    case .refused: return nil
    case .list, .mapping:
      faults.add(.notAScalar(key), at: tree.place)
      return nil
    }
  }

  // MARK: Numbers

  /// A finite decimal number.
  func number(_ key: String) -> Double? {
    guard let tree = given(key), let text = scalar(tree, of: key) else { return nil }
    guard let number = decimal(text) else {
      faults.add(.notANumber(text), at: tree.place)
      return nil
    }
    faults.note(number: text, at: tree.place)
    return number
  }

  /// A whole number within the bounds of the format.
  func int(_ key: String) -> Int? {
    guard let tree = tree(key), let text = scalar(tree, of: key), case .whole(let least, let most)? = format[key]?.value
    else { return nil }
    guard let number = decimal(text), number.rounded() == number else {
      faults.add(.notAWholeNumber(text, least: least, most: most), at: tree.place)
      return nil
    }
    guard number >= Double(least), number <= Double(most ?? 1_000_000_000) else {
      faults.add(.outOfRange(text, least: least, most: most), at: tree.place)
      return nil
    }
    return Int(number)
  }

  func flag(_ key: String) -> Bool? {
    guard let tree = tree(key), let text = scalar(tree, of: key) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      faults.add(.notTrueOrFalse(text), at: tree.place)
      return nil
    }
  }

  // MARK: Dates

  func date(_ key: String) -> Located<CalendarDate>? {
    guard let tree = given(key), let text = scalar(tree, of: key) else { return nil }
    if let date = CalendarDate(text) {
      faults.note(day: date, of: key, at: tree.place)
      return Located(value: date, place: tree.place, file: faults.file)
    }
    faults.add(looksLikeDate(text) ? .noSuchDay(text) : .notADate(text), at: tree.place)
    return nil
  }

  /// `YYYY-MM-DD HH:MM`.
  func moment(_ key: String) -> Instant? {
    guard let tree = tree(key), let text = scalar(tree, of: key) else { return nil }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, looksLikeDate(parts[0]), parts[1].utf8.count == 5 else {
      faults.add(.notAMoment(text), at: tree.place)
      return nil
    }
    guard CalendarDate(parts[0]) != nil else {
      faults.add(.noSuchDay(parts[0]), at: tree.place)
      return nil
    }
    guard let clock = clockMinutes(parts[1]), let date = CalendarDate(parts[0]) else {
      faults.add(.notAMoment(text), at: tree.place)
      return nil
    }
    return Instant(date, hour: clock / 60, minute: clock % 60)
  }

  // MARK: Choices

  func choice<Choice>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    given(key).flatMap { choice($0, of: key, type) }
  }

  func choices<Choice>(_ key: String, of type: Choice.Type) -> [Choice]
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    (items(key) ?? []).compactMap { choice($0, of: key, type) }
  }

  private func choice<Choice>(_ tree: Tree, of key: String, _ type: Choice.Type) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let text = scalar(tree, of: key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = type.allCases.map(\.rawValue)
    faults.add(.noneOf(text, choices: names, near: nearName(to: text.lowercased(), among: names)), at: tree.place)
    return nil
  }
}
