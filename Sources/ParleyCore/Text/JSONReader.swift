extension JSON {
  /// Reads one JSON value (RFC 8259); nil when the bytes are anything else, are not UTF-8, or nest deeper than 32.
  public init?(_ bytes: some Collection<UInt8>) {
    let value: JSON?? = bytes.withContiguousStorageIfAvailable { JSONReader.read($0) }
    guard let read = value ?? Array(bytes).withUnsafeBufferPointer({ JSONReader.read($0) }) else { return nil }
    self = read
  }

  /// The same, for bytes that stand in memory already.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let read = bytes.withMemoryRebound(to: UInt8.self, { JSONReader.read($0) }) else { return nil }
    self = read
  }
}

private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> JSON? {
    var reader = JSONReader(bytes: bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.at == bytes.count ? value : nil
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) -> JSON? {
    skipSpace()
    guard depth < 32, let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "\""): return string().map(JSON.string)
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) -> JSON? {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { return nil }
    for offset in 0..<count where bytes[at + offset] != word.utf8Start[offset] { return nil }
    at += count
    return value
  }

  private mutating func array(_ depth: Int) -> JSON? {
    at += 1
    var list: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(list) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      list.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(list) : nil
  }

  private mutating func object(_ depth: Int) -> JSON? {
    at += 1
    var members: [JSON.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    members.reserveCapacity(6)
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\""), let key = string(), take(UInt8(ascii: ":")),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append(JSON.Member(key, value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func number() -> JSON? {
    let start = at
    while let byte = next, isNumeric(byte) { at += 1 }
    guard at > start else { return nil }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
    if let int = Int(text) { return .integer(int) }
    guard let double = Double(text), double.isFinite else { return nil }
    return .number(double)
  }

  private func isNumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
  }

  private mutating func string() -> String? {
    at += 1
    let start = at
    var allBits: UInt8 = 0
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      allBits |= byte
      at += 1
    }
    guard let byte = next, byte >= 0x20 else { return nil }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<at])
    if byte == UInt8(ascii: "\"") {
      at += 1
      // Most text is ASCII, which is valid as it is: checking it costs more than all else here.
      return allBits < 0x80 ? String(decoding: plain, as: UTF8.self) : String(validating: plain, as: UTF8.self)
    }
    return escaped(after: Array(plain))
  }

  private mutating func escaped(after plain: [UInt8]) -> String? {
    var out = plain
    while let byte = next, byte >= 0x20 {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: out, as: UTF8.self)
      case UInt8(ascii: "\\"): guard appendEscape(to: &out) else { return nil }
      default: out.append(byte)
      }
    }
    return nil
  }

  private mutating func appendEscape(to out: inout [UInt8]) -> Bool {
    guard let byte = next else { return false }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "u"): return appendScalar(to: &out)
    default: return false
    }
    return true
  }

  private mutating func appendScalar(to out: inout [UInt8]) -> Bool {
    guard var code = fourHex() else { return false }
    if (0xD800..<0xDC00).contains(code) {
      guard next == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") else { return false }
      at += 2
      guard let low = fourHex(), (0xDC00..<0xE000).contains(low) else { return false }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { return false }
    out += Array(String(scalar).utf8)
    return true
  }

  private mutating func fourHex() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<at + 4]), as: UTF8.self)
    at += 4
    return text.first == "+" || text.first == "-" ? nil : UInt32(text, radix: 16)
  }
}
