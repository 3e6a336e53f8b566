import ParleyCore

/// Makes the readable id of a session from its title and its day.
enum SessionName {
  /// The most bytes of a title in an id.
  private static let limit = 40

  /// `q3-alignment-2027-06-28`: ASCII lower-case letters, digits and hyphens.
  static func base(title: String, date: CalendarDate) -> String {
    let words = slug(title)
    return "\(words.isEmpty ? "session" : words)-\(date)"
  }

  private static func slug(_ title: String) -> String {
    var words: [String] = []
    for word in title.plainLetters.filter({ $0 != "'" }).split(whereSeparator: { !isPlain($0) }) {
      let length = words.reduce(0) { $0 + $1.utf8.count + 1 } + word.utf8.count
      if length > limit, !words.isEmpty { break }
      words.append(String(word.prefix(limit)))
    }
    return words.joined(separator: "-")
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}

extension Store {
  /// The id of a session with this title and day that is not stored, so that no other can have taken it.
  public static func usualID(title: String, date: CalendarDate) -> String {
    SessionName.base(title: title, date: date)
  }
}
