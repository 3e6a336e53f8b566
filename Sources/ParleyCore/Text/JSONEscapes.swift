/// Reads a JSON string that has escapes in it (RFC 8259, section 7).
struct JSONEscapes {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var out: [UInt8] = []

  /// The text between two quotes; nil when an escape means nothing, or the text is not UTF-8.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var escapes = JSONEscapes(bytes: bytes)
    return escapes.readAll() ? String(validating: escapes.out, as: UTF8.self) : nil
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    out.reserveCapacity(bytes.count)
  }

  private mutating func readAll() -> Bool {
    while let byte = next() {
      if byte != UInt8(ascii: "\\") {
        out.append(byte)
      } else if !readEscape() {
        return false
      }
    }
    return true
  }

  private mutating func next() -> UInt8? {
    guard at < bytes.count else { return nil }
    defer { at &+= 1 }
    return bytes[at]
  }

  private mutating func readEscape() -> Bool {
    guard let byte = next() else { return false }
    switch byte {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "u"): return readScalar()
    default: return false
    }
    return true
  }

  /// Beyond the first plane a scalar is written as two surrogates.
  private mutating func readScalar() -> Bool {
    guard var code = fourHex() else { return false }
    if (0xD800..<0xDC00).contains(code) {
      guard next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u"), let low = fourHex(),
        (0xDC00..<0xE000).contains(low)
      else { return false }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { return false }
    out.append(contentsOf: UTF8.encode(scalar) ?? .init())
    return true
  }

  private mutating func fourHex() -> UInt32? {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      code = code << 4 | UInt32(digit)
    }
    return code
  }
}
