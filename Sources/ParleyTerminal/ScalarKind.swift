import CNcurses

/// What a scalar does on a terminal.
enum ScalarKind {
  /// Takes columns: 1 or 2.
  case spacing(Int)
  /// Belongs to the scalar before it.
  case mark
  /// Invisible, and therefore not sent.
  case ignored
  /// A tab or a line break, which would move the cursor.
  case blank
  /// A control, or a scalar the system's tables do not know.
  case undrawable
  /// One half of a flag.
  case letterOfFlag(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7f, 0xa0..<0xad, 0xae..<0x300, 0x2500..<0x25a0: self = .spacing(1)
    case 0x09, 0x0a, 0x0d, 0x0b, 0x0c, 0x85, 0x2028, 0x2029: self = .blank
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
}
