// Theory: a value of a document is a plain text, of which some words lead somewhere. The words and their address travel
// within it, between three marks that no text of a person can hold: Unicode's marks of an interlinear annotation, which
// ``String/cleaned`` takes out. So a link may stand in any value, no value can forge one, and the form of a document
// alone decides how a link is written there.

/// A piece of a document's value.
public enum TextPiece: Hashable, Sendable {
  case words(String)
  /// Words that lead to an address for a browser, or to a heading of the same document: `#goal-churn`.
  case link(String, to: String)
}

extension String {
  private static let (begin, middle, end): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (
    "\u{FFF9}", "\u{FFFA}", "\u{FFFB}"
  )

  /// The words as a link; plain words without an address that a browser takes.
  func leading(to address: String?) -> String {
    guard let address, Link.isWebAddress(address) else { return self }
    return marked(address.cleaned)
  }

  /// The words as a link to a heading of the same document.
  func leading(toHeading anchor: String) -> String { marked("#\(anchor)") }

  private func marked(_ address: String) -> String {
    var out = String.UnicodeScalarView()
    out.append(String.begin)
    out.append(contentsOf: unicodeScalars)
    out.append(String.middle)
    out.append(contentsOf: address.unicodeScalars)
    out.append(String.end)
    return String(out)
  }

  /// The words and the links in it, in their order.
  public var pieces: [TextPiece] {
    // All three marks begin with this byte, and hardly any other text holds it.
    guard utf8.contains(0xEF) else { return [.words(self)] }
    var pieces: [TextPiece] = []
    var rest = unicodeScalars[...]
    while let begin = rest.firstIndex(of: String.begin), let middle = rest[begin...].firstIndex(of: String.middle),
      let end = rest[middle...].firstIndex(of: String.end)
    {
      if begin > rest.startIndex { pieces.append(.words(String(rest[..<begin]))) }
      let words = String(rest[rest.index(after: begin)..<middle])
      pieces.append(.link(words, to: String(rest[rest.index(after: middle)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty && !pieces.isEmpty ? pieces : pieces + [.words(String(rest))]
  }

  /// The words alone, where nothing can be followed.
  public var withoutLinks: String {
    pieces.map { piece in
      switch piece {
      case .words(let words), .link(let words, to: _): words
      }
    }.joined()
  }
}
