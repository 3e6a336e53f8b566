/// What is drawn for one character.
///
/// A terminal's cell holds one spacing scalar and its marks. A character can have more: emoji families,
/// flags and skin tones, of whose width no two terminals agree, and syllables of Indic scripts, whose
/// parts have cells of their own. So an emoji sequence is drawn as its first emoji, a flag as its two
/// letters, a syllable part by part. Controls become visible, and what is invisible by nature
/// (bidirectional controls, joiners, selectors, tags) is left out: it could only deceive.
struct Grapheme {
  /// Safe to send; made of several cells when `isComposite`.
  var text: String
  var width: Int
  var isComposite: Bool

  /// ncurses keeps five scalars a cell.
  static let markLimit = 4
  static let replacement = Grapheme(text: "\u{FFFD}", width: 1, isComposite: false)
  static let space = Grapheme(text: " ", width: 1, isComposite: false)

  init(text: String, width: Int, isComposite: Bool) {
    self.text = text
    self.width = width
    self.isComposite = isComposite
  }

  /// Nil when nothing of the character is visible.
  init?(_ character: Character) {
    if let byte = character.utf8.first, character.utf8.count == 1, byte >= 0x20, byte < 0x7f {
      self.init(text: String(character), width: 1, isComposite: false)
      return
    }
    var builder = GraphemeBuilder()
    for scalar in character.unicodeScalars { builder.add(scalar) }
    guard let grapheme = builder.grapheme else { return nil }
    self = grapheme
  }
}

/// Collects the scalars of one character that can be drawn.
struct GraphemeBuilder {
  private var scalars = String.UnicodeScalarView()
  private var width = 0
  private var bases = 0
  private var marks = 0
  private var firstIsEmoji = false
  private var isJoined = false
  private var hasLooseMark = false

  mutating func add(_ scalar: Unicode.Scalar) {
    switch ScalarKind(scalar) {
    case .ignored: isJoined = scalar.value == 0x200d
    case .mark: addMark(scalar)
    case .blank: addBase(" ", width: 1)
    case .undrawable: addBase("\u{FFFD}", width: 1)
    case .letterOfFlag(let letter): addBase(letter, width: 1)
    case .spacing(let width): addSpacing(scalar, width: width)
    }
  }

  var grapheme: Grapheme? {
    guard bases > 0 else { return hasLooseMark ? .replacement : nil }
    return Grapheme(text: String(scalars), width: width, isComposite: bases > 1)
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    guard bases > 0 else {
      hasLooseMark = true
      return
    }
    guard marks < Grapheme.markLimit else { return }
    marks += 1
    scalars.append(scalar)
  }

  private mutating func addSpacing(_ scalar: Unicode.Scalar, width: Int) {
    let isModifier = (0x1f3fb...0x1f3ff).contains(scalar.value)
    if bases > 0, firstIsEmoji, isJoined || isModifier {
      isJoined = false
      return
    }
    if bases == 0 { firstIsEmoji = scalar.properties.isEmoji }
    addBase(scalar, width: width)
  }

  private mutating func addBase(_ scalar: Unicode.Scalar, width: Int) {
    // "\r\n" is one character of two controls: one blank.
    if scalar == " ", scalars.last == " " { return }
    scalars.append(scalar)
    self.width += width
    bases += 1
    marks = 0
    isJoined = false
  }
}

extension Grapheme {
  /// The cells of a composite one.
  var parts: [Grapheme] {
    var parts: [Grapheme] = []
    for scalar in text.unicodeScalars {
      if case .spacing(let width) = ScalarKind(scalar) {
        parts.append(Grapheme(text: String(scalar), width: width, isComposite: false))
      } else if let last = parts.indices.last {
        parts[last].text.unicodeScalars.append(scalar)
      }
    }
    return parts
  }
}
