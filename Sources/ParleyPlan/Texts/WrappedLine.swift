// Written by hand: libyaml writes no comments, and breaks lines only where it writes the whole file.
extension String {
  /// The bytes of a line after which it goes on in the next.
  private static let width = 120

  /// The line of a plan, broken where YAML reads it as before: a comment goes on as a comment, a text in double quotes
  /// between two words or, where it has none, after a backslash (YAML 1.2, 7.3.1), and a list or mapping in brackets
  /// after a comma.
  var wrapped: String {
    guard utf8.count > String.width else { return self }
    var line = LineWrapping(self, width: String.width)
    return line.wrap()
  }
}

private struct LineWrapping {
  private let characters: [Character]
  private let width: Int
  private let isComment: Bool
  private let start: String
  private var text = ""
  private var column = 0
  private var isQuoted = false

  init(_ line: String, width: Int) {
    let indent = String(line.prefix { $0 == " " })
    characters = Array(line)
    self.width = width
    isComment = line.dropFirst(indent.count).hasPrefix("#")
    start = indent + (isComment ? "# " : "      ")
  }

  mutating func wrap() -> String {
    var before = Character(" ")
    for (place, character) in characters.enumerated() {
      if character == "\"", before != "\\" { isQuoted.toggle() }
      if isGap(place, after: before), column + wordLength(place + 1) >= width {
        breakLine("")
      } else {
        if isTooFar(place, after: before) { breakLine(isComment ? "" : "\\") }
        text.append(character)
        column += character.utf8.count
      }
      before = before == "\\" && character == "\\" ? " " : character
    }
    return text
  }

  /// Whether a line may end in place of this space.
  private func isGap(_ place: Int, after before: Character) -> Bool {
    guard characters[place] == " ", place + 1 < characters.count, !" \\".contains(before),
      !" #".contains(characters[place + 1])
    else { return false }
    return isComment || isQuoted || before == ","
  }

  /// Whether a word is longer than a line, and can be broken before this character.
  private func isTooFar(_ place: Int, after before: Character) -> Bool {
    guard column >= width, isComment || isQuoted, !" \"".contains(characters[place]) else { return false }
    return isComment || !isWithinEscape(place)
  }

  /// Whether what begins with a backslash goes on here: `\n`, `\u00e9`.
  private func isWithinEscape(_ place: Int) -> Bool {
    let near = characters[max(0, place - 5)..<place]
    guard let slash = near.lastIndex(of: "\\") else { return false }
    return characters[slash + 1] == "u" || place == slash + 1
  }

  private mutating func breakLine(_ mark: String) {
    text += mark + "\n" + start
    column = start.utf8.count
  }

  private func wordLength(_ place: Int) -> Int {
    characters[place...].prefix { $0 != " " }.reduce(0) { $0 + $1.utf8.count }
  }
}
