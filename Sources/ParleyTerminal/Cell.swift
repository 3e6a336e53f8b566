/// One place on the screen.
///
/// Frames hold thousands of cells, and every key makes a new frame. So a cell allocates no memory: it is a base, and up
/// to three marks of 21 bits each in one word.
public struct Cell: Hashable, Sendable {
  let glyph: Glyph
  /// Columns: 1, 2 for a wide character, 0 for the right half of one.
  public let width: Int8
  public var style: Style

  /// One spacing scalar with its marks; empty in the right half of a wide character.
  public var text: String { width == 0 ? "" : glyph.text }

  static func blank(_ style: Style) -> Cell { Cell(glyph: .space, width: 1, style: style) }
  static func rightHalf(_ style: Style) -> Cell { Cell(glyph: .space, width: 0, style: style) }
}

/// A spacing scalar and its marks: the content of one cell.
struct Glyph: Hashable, Sendable {
  var base: Unicode.Scalar
  /// The first mark is in the lowest bits; zero when there is none.
  private var marks: UInt64 = 0

  static let space = Glyph(" ")
  static let replacement = Glyph("\u{FFFD}")

  init(_ base: Unicode.Scalar) { self.base = base }

  /// A fourth mark is left out.
  mutating func add(_ mark: Unicode.Scalar) {
    guard marks >> 42 == 0 else { return }
    let shift: UInt64 = marks == 0 ? 0 : marks >> 21 == 0 ? 21 : 42
    marks |= UInt64(mark.value) << shift
  }

  var text: String {
    guard marks != 0 else { return String(base) }
    var scalars = String.UnicodeScalarView()
    forEachScalar { scalars.append($0) }
    return String(scalars)
  }

  func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    body(base)
    var rest = marks
    while rest != 0 {
      if let mark = Unicode.Scalar(UInt32(rest & 0x1f_ffff)) { body(mark) }
      rest >>= 21
    }
  }
}
