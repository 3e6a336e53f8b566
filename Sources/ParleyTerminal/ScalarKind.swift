import CNcurses

/// The behaviour of a scalar on a terminal.
enum ScalarKind {
  /// Takes columns: 1 or 2.
  case spacing(Int)
  /// Belongs to the scalar before it.
  case mark
  /// Invisible, and therefore not sent.
  case ignored
  /// A tab or a line break, which would move the cursor.
  case blank
  /// A control, or a scalar that the system's tables do not know.
  case undrawable
  /// One half of a flag.
  case letterOfFlag(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    let simple = Self.simpleWidth(scalar)
    guard simple == 0 else {
      self = .spacing(simple)
      return
    }
    switch scalar.value {
    case 0x09...0x0d, 0x85, 0x2028, 0x2029: self = .blank
    case 0..<0x20, 0x7f..<0xa0: self = .undrawable
    case 0x1f1e6...0x1f1ff:
      self = .letterOfFlag(Unicode.Scalar(UInt8(0x41 + scalar.value - 0x1f1e6)))
    default: self.init(measuring: scalar)
    }
  }

  private init(measuring scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format {
      self = .ignored
      return
    }
    switch cn_width(scalar.value) {
    case 0: self = .mark
    case 1: self = .spacing(1)
    case 2: self = .spacing(2)
    default: self = .undrawable
    }
  }

  /// The columns of a scalar of the common blocks that, next to its like, is a character of its own;
  /// 0 for all others. Text of these alone needs neither tables nor a search for characters' edges.
  @inline(__always)
  static func simpleWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7f, 0xa0..<0xad, 0xae..<0x300, 0x391..<0x3a2, 0x3a3..<0x3ca, 0x400..<0x483: 1
    case 0x2010..<0x2028, 0x2030..<0x205f, 0x2190..<0x2300, 0x2500..<0x25fd, 0xfffd: 1
    case 0x3001..<0x302a, 0x3041..<0x3097, 0x30a1..<0x30fb, 0x4e00..<0xa000, 0xac00..<0xd7a4: 2
    case 0xff01..<0xff61: 2
    default: 0
    }
  }
}
