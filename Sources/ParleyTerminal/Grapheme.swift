/// The drawn form of one character.
///
/// A terminal's cell holds one spacing scalar and its marks. A character can have more: emoji families, flags and skin
/// tones, on whose width no two terminals agree, and syllables of Indic scripts, whose parts have cells of their own.
/// So an emoji sequence is drawn as its first emoji, a flag as its two letters, a syllable part by part. Controls
/// become visible. Invisible scalars (bidirectional controls, joiners, selectors, tags) are left out: they could only
/// deceive.
struct Grapheme {
  /// The first cell, and the columns of the whole.
  var glyph: Glyph
  var width: Int
  /// The cells after the first, for the few characters that have them.
  var rest: [(glyph: Glyph, width: Int)] = []

  static let replacement = Grapheme(glyph: .replacement, width: 1)

  var isSpace: Bool { glyph == .space && rest.isEmpty }
  var firstWidth: Int { width - rest.reduce(0) { $0 + $1.width } }

  func append(to scalars: inout String.UnicodeScalarView) {
    glyph.forEachScalar { scalars.append($0) }
    for cell in rest { cell.glyph.forEachScalar { scalars.append($0) } }
  }

  /// Visits the drawn characters of a text one by one, until `body` returns false.
  static func visit(_ text: some StringProtocol, _ body: (Grapheme) -> Bool) {
    if text.unicodeScalars.allSatisfy({ ScalarKind.simpleWidth($0) > 0 }) {
      for scalar in text.unicodeScalars {
        let grapheme = Grapheme(glyph: Glyph(scalar), width: ScalarKind.simpleWidth(scalar))
        guard body(grapheme) else { return }
      }
      return
    }
    for character in text {
      var builder = GraphemeBuilder()
      for scalar in character.unicodeScalars { builder.add(scalar) }
      if let grapheme = builder.grapheme, !body(grapheme) { return }
    }
  }
}

/// Collects the scalars of one character that can be drawn.
private struct GraphemeBuilder {
  private var cells: [(glyph: Glyph, width: Int)] = []
  private var firstIsEmoji = false
  private var isJoined = false
  private var hasLooseMark = false

  mutating func add(_ scalar: Unicode.Scalar) {
    switch ScalarKind(scalar) {
    case .ignored: isJoined = scalar.value == 0x200d
    case .mark: addMark(scalar)
    case .blank: addBlank()
    case .undrawable: cells.append((.replacement, 1))
    case .letterOfFlag(let letter): cells.append((Glyph(letter), 1))
    case .spacing(let width): addSpacing(scalar, width: width)
    }
  }

  /// Nil when nothing of the character is visible.
  var grapheme: Grapheme? {
    guard let first = cells.first else { return hasLooseMark ? .replacement : nil }
    guard cells.count > 1 else { return Grapheme(glyph: first.glyph, width: first.width) }
    let width = cells.reduce(0) { $0 + $1.width }
    return Grapheme(glyph: first.glyph, width: width, rest: Array(cells.dropFirst()))
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    if cells.isEmpty { hasLooseMark = true } else { cells[cells.count - 1].glyph.add(scalar) }
  }

  /// "\r\n" is one character of two controls: one blank.
  private mutating func addBlank() {
    if cells.last?.glyph != .space { cells.append((.space, 1)) }
  }

  private mutating func addSpacing(_ scalar: Unicode.Scalar, width: Int) {
    let isModifier = (0x1f3fb...0x1f3ff).contains(scalar.value)
    defer { isJoined = false }
    if !cells.isEmpty, firstIsEmoji, isJoined || isModifier { return }
    if cells.isEmpty { firstIsEmoji = scalar.properties.isEmoji }
    cells.append((Glyph(scalar), width))
  }
}
