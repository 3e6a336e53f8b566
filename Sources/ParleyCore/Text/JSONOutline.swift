// Theory: a journal of 100,000 entries is read in a fraction of a second only if no value is made that nobody asks for.
// So the one reader of JSON makes an outline: one array of places, in the order of the text. An object or a list is
// followed by its contents, and knows where they end; a member is its key's node and then its value's. `Fields` reads
// from the outline the members that it needs; `JSON.init` makes a value of all of it.
// The outline itself is two pointers, so that a value that is read from it counts no references.
/// Where the values of a JSON text (RFC 8259) are in it. Valid for as long as ``read(_:_:)`` lends it.
struct JSONOutline {
  let bytes: UnsafeBufferPointer<UInt8>
  let nodes: UnsafeBufferPointer<Node>

  enum NodeKind { case null, yes, no, number, string, escapedString, list, object }

  struct Node {
    var kind: NodeKind
    /// The value's bytes; of a string those between its quotes.
    var range: Range<Int>
    /// The first node that is not in this value.
    var end: Int
  }

  /// Lends the outline of a text. Nil for what is not JSON, or nests deeper than 32. The bytes and escapes in a string
  /// are checked when it is read.
  static func read<Value, Fault: Error>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (JSONOutline) throws(Fault) -> Value
  ) throws(Fault) -> Value? {
    var scan = JSONScan(text)
    guard scan.isJSON() else { return nil }
    return try scan.nodes.withUnsafeBufferPointer { nodes throws(Fault) in
      try body(JSONOutline(bytes: text, nodes: nodes))
    }
  }
}

/// Goes through a JSON text once and notes its values.
private struct JSONScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var nodes: [JSONOutline.Node] = []
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    nodes.reserveCapacity(40)
  }

  mutating func isJSON() -> Bool {
    guard scanValue(0) else { return false }
    skipSpace()
    return at == bytes.count
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20,
      bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09
    {
      at &+= 1
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    return skipNext(byte)
  }

  private mutating func skipNext(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at &+= 1
    return true
  }

  private mutating func scanValue(_ depth: Int) -> Bool {
    skipSpace()
    guard depth < 32, at < bytes.count else { return false }
    switch bytes[at] {
    case UInt8(ascii: "\""): return scanString()
    case UInt8(ascii: "{"): return scanAll(.object, UInt8(ascii: "}"), depth)
    case UInt8(ascii: "["): return scanAll(.list, UInt8(ascii: "]"), depth)
    case UInt8(ascii: "t"): return scanWord("true", .yes)
    case UInt8(ascii: "f"): return scanWord("false", .no)
    case UInt8(ascii: "n"): return scanWord("null", .null)
    default: return scanNumber()
    }
  }

  private mutating func scanAll(_ kind: JSONOutline.NodeKind, _ close: UInt8, _ depth: Int) -> Bool {
    let (start, node) = (at, nodes.count)
    nodes.append(JSONOutline.Node(kind: kind, range: at..<at, end: 0))
    at &+= 1
    if !skip(close) {
      repeat {
        if kind == .object {
          skipSpace()
          guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), scanString(), skip(UInt8(ascii: ":")) else {
            return false
          }
        }
        guard scanValue(depth + 1) else { return false }
      } while skip(UInt8(ascii: ","))
      guard skip(close) else { return false }
    }
    nodes[node].range = start..<at
    nodes[node].end = nodes.count
    return true
  }

  private mutating func scanString() -> Bool {
    at &+= 1
    let start = at
    var kind = JSONOutline.NodeKind.string
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        append(kind, start)
        at &+= 1
        return true
      case UInt8(ascii: "\\"):
        kind = .escapedString
        at &+= 2
      case 0..<0x20: return false
      default: at &+= 1
      }
    }
    return false
  }

  private mutating func scanWord(_ word: StaticString, _ kind: JSONOutline.NodeKind) -> Bool {
    let (start, count) = (at, word.utf8CodeUnitCount)
    guard at + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[at + offset] != word.utf8Start[offset] { return false }
    at += count
    append(kind, start)
    return true
  }

  /// A sign, digits without a leading zero, a fraction, an exponent (RFC 8259, section 6).
  private mutating func scanNumber() -> Bool {
    let start = at
    _ = skipNext(UInt8(ascii: "-"))
    guard skipNext(UInt8(ascii: "0")) || skipDigits() else { return false }
    if skipNext(UInt8(ascii: ".")), !skipDigits() { return false }
    if skipNext(UInt8(ascii: "e")) || skipNext(UInt8(ascii: "E")) {
      if !skipNext(UInt8(ascii: "-")) { _ = skipNext(UInt8(ascii: "+")) }
      guard skipDigits() else { return false }
    }
    append(.number, start)
    return true
  }

  /// False where there is none.
  private mutating func skipDigits() -> Bool {
    let start = at
    var end = at
    while end < bytes.count, bytes[end] &- UInt8(ascii: "0") < 10 { end &+= 1 }
    at = end
    return end > start
  }

  private mutating func append(_ kind: JSONOutline.NodeKind, _ start: Int) {
    nodes.append(JSONOutline.Node(kind: kind, range: start..<at, end: nodes.count + 1))
  }
}
