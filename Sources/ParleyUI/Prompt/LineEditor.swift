import ParleyTerminal

/// A line of text being typed, with the keys that Emacs and readline gave to such lines.
///
/// It counts in characters as readers see them, so that a wide or an accented one is one step. What cannot be
/// seen (controls, bidirectional overrides, zero-width spaces) never enters, whoever pastes it.
public struct LineEditor: Hashable, Sendable {
  public private(set) var characters: [Character] = []
  /// The character that the cursor stands before.
  public private(set) var cursor = 0
  /// UTF-8 bytes that the text may take.
  public let limit: Int
  private var killed: [Character] = []
  /// What was typed last and had no room, quoted as far as one can read it; nil where everything is there.
  public private(set) var overflow: String?

  public init(_ text: String = "", limit: Int = 4096) {
    self.limit = limit
    insert(text)
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }
  public var textBeforeCursor: String { String(characters[..<cursor]) }
  public var textAfterCursor: String { String(characters[cursor...]) }

  /// Replaces everything; the cursor goes to the end.
  public mutating func replace(with text: String) {
    characters = []
    cursor = 0
    insert(text)
  }

  /// Puts the cursor before the character with this number, or at the end.
  mutating func moveCursor(to place: Int) { cursor = min(max(0, place), characters.count) }

  /// Replaces so many characters before the cursor.
  mutating func replace(last count: Int, with text: String) {
    let start = max(0, cursor - count)
    characters.removeSubrange(start..<cursor)
    cursor = start
    insert(text)
  }

  /// Types a text at the cursor: line breaks become spaces, what does not fit is left out.
  public mutating func insert(_ text: String) {
    let room = limit - characters.reduce(0) { $0 + $1.utf8.count }
    var added = ""
    var left = ""
    var used = 0
    for scalar in text.unicodeScalars {
      guard let visible = LineEditor.visible(scalar) else { continue }
      let bytes = UTF8.width(visible)
      if left.isEmpty, used + bytes <= room {
        used += bytes
        added.unicodeScalars.append(visible)
      } else {
        left.unicodeScalars.append(visible)
      }
    }
    overflow = left.isEmpty ? nil : "“\(left.count > 40 ? left.prefix(40) + "…" : left[...])”"
    guard !added.isEmpty else { return }
    // A mark typed after its letter joins it: the characters are counted anew.
    let before = Array(textBeforeCursor + added)
    characters = Array(String(before) + textAfterCursor)
    cursor = min(before.count, characters.count)
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.properties.generalCategory {
    case .control: scalar == "\n" || scalar == "\t" ? " " : nil
    case .lineSeparator, .paragraphSeparator: " "
    // Of the invisible, only the joiner is part of what people write (emoji, Indic scripts).
    case .format: scalar.value == 0x200d ? scalar : nil
    case .surrogate, .unassigned: nil
    default: scalar
    }
  }
}

extension LineEditor {
  /// Takes a key that edits or moves; false when it is none of these.
  public mutating func handle(_ key: Key) -> Bool {
    overflow = nil
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    case .backspace: delete(from: cursor - 1, to: cursor)
    case .delete, .control("d"): delete(from: cursor, to: cursor + 1)
    case .control("k"): kill(from: cursor, to: characters.count)
    case .control("u"): kill(from: 0, to: cursor)
    case .control("w"): kill(from: wordStart, to: cursor)
    case .alt("d"): kill(from: cursor, to: wordEnd)
    case .control("y"): insert(String(killed))
    default: return false
    }
    return true
  }

  private mutating func delete(from start: Int, to end: Int) {
    guard start >= 0, end <= characters.count else { return }
    characters.removeSubrange(start..<end)
    cursor = start
  }

  private mutating func kill(from start: Int, to end: Int) {
    guard start < end else { return }
    killed = Array(characters[start..<end])
    delete(from: start, to: end)
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place] == " " { place += 1 }
    while place < characters.count, characters[place] != " " { place += 1 }
    return place
  }
}

extension LineEditor {
  /// The same with a sign in the place of each character.
  func masked(by sign: Character) -> LineEditor {
    var masked = self
    masked.characters = Array(repeating: sign, count: characters.count)
    return masked
  }

  /// The text over lines of so many columns, broken after spaces where there are any, and where the cursor is among
  /// them: one column is kept for it at the end.
  func wrapped(columns: Int) -> (lines: [String], cursor: Point) {
    let room = max(1, columns - 1)
    var starts = [0]
    var width = 0
    var afterSpace: Int?
    var index = 0
    while index < characters.count {
      width += Text.displayWidth(String(characters[index]))
      guard width > room, index > starts[starts.count - 1] else {
        if characters[index] == " " { afterSpace = index + 1 }
        index += 1
        continue
      }
      // A space that has no room may stand beyond the edge.
      if characters[index] == " " { afterSpace = index + 1 }
      let start = afterSpace.flatMap { $0 > starts[starts.count - 1] ? $0 : nil } ?? index
      starts.append(start)
      (index, width, afterSpace) = (start, 0, nil)
    }
    let ends = starts.dropFirst() + [characters.count]
    let lines = zip(starts, ends).map { String(characters[$0..<$1]) }
    let row = starts.lastIndex { $0 <= cursor } ?? 0
    let before = String(characters[starts[row]..<max(starts[row], cursor)])
    return (lines, Point(x: min(Text.displayWidth(before), max(0, columns - 1)), y: row))
  }

  /// The part to draw in so many columns, and the column of the cursor in it: always visible, one column kept for
  /// it at the end.
  public func window(columns: Int) -> (text: String, cursor: Int) {
    guard columns > 0 else { return ("", 0) }
    var start = 0
    var width = Text.displayWidth(textBeforeCursor)
    while width >= columns, start < cursor {
      width -= Text.displayWidth(String(characters[start]))
      start += 1
    }
    var shown = ""
    var used = 0
    for character in characters[start...] {
      let next = Text.displayWidth(String(character))
      guard used + next <= columns else { break }
      shown.append(character)
      used += next
    }
    return (shown, max(0, width))
  }
}
