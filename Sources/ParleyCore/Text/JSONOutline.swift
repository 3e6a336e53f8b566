// Theory: a journal of 100,000 entries is read in a fraction of a second only if no value is made that is
// not asked for. The outline is one array of places, in the order of the text: an object or a list is
// followed by its contents, and knows where those end; a member is its key's node and then its value's.
/// Where the values of a JSON text (RFC 8259) stand in it.
struct JSONOutline {
  /// Valid as long as the text that was scanned.
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var nodes: [Node] = []

  enum Kind { case null, yes, no, number, string, escapedString, list, object }

  struct Node {
    var kind: Kind
    /// The value's bytes; of a string those between its quotes.
    var range: Range<Int>
    /// The first node that is not in this value.
    var end: Int
  }

  private var at = 0

  /// Nil for what is not JSON, or nests deeper than 32. Bytes in strings are checked when they are read.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    nodes.reserveCapacity(40)
    guard scanValue(0) else { return nil }
    skipSpace()
    guard at == bytes.count else { return nil }
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20,
      bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09
    {
      at &+= 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
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

  private mutating func scanAll(_ kind: Kind, _ close: UInt8, _ depth: Int) -> Bool {
    let (start, node) = (at, nodes.count)
    nodes.append(Node(kind: kind, range: at..<at, end: 0))
    at &+= 1
    if !take(close) {
      repeat {
        if kind == .object {
          skipSpace()
          guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), scanString(), take(UInt8(ascii: ":")) else {
            return false
          }
        }
        guard scanValue(depth + 1) else { return false }
      } while take(UInt8(ascii: ","))
      guard take(close) else { return false }
    }
    nodes[node].range = start..<at
    nodes[node].end = nodes.count
    return true
  }

  private mutating func scanString() -> Bool {
    at &+= 1
    let start = at
    var kind = Kind.string
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

  private mutating func scanWord(_ word: StaticString, _ kind: Kind) -> Bool {
    let (start, count) = (at, word.utf8CodeUnitCount)
    guard at + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[at + offset] != word.utf8Start[offset] { return false }
    at += count
    append(kind, start)
    return true
  }

  private mutating func scanNumber() -> Bool {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        at &+= 1
        continue
      default: break
      }
      break
    }
    append(.number, start)
    return at > start
  }

  private mutating func append(_ kind: Kind, _ start: Int) {
    nodes.append(Node(kind: kind, range: start..<at, end: nodes.count + 1))
  }
}

// The values themselves.
extension JSONOutline {
  private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// The string at a node; nil when there is none, or it is not UTF-8.
  func text(_ node: Int) -> String? {
    let range = nodes[node].range
    switch nodes[node].kind {
    case .string:
      var allBits: UInt8 = 0
      for byte in slice(range) { allBits |= byte }
      // Most text is ASCII, which is valid as it is: checking it costs more than all else here.
      return allBits < 0x80
        ? String(decoding: slice(range), as: UTF8.self) : String(validating: slice(range), as: UTF8.self)
    case .escapedString:
      return plainText(range) ?? JSON(slice(range.lowerBound - 1..<range.upperBound + 1))?.text
    default: return nil
    }
  }

  /// The text of ASCII in which only quotes and backslashes are escaped, as in most lines of a session; nil for all
  /// other.
  private func plainText(_ range: Range<Int>) -> String? {
    var isPlain = true
    let text = String(unsafeUninitializedCapacity: range.count) { out in
      var count = 0
      var at = range.lowerBound
      while at < range.upperBound {
        var byte = bytes[at]
        if byte == UInt8(ascii: "\\") {
          at &+= 1
          byte = bytes[at]
          isPlain = isPlain && (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\"))
        }
        isPlain = isPlain && byte < 0x80
        out[count] = byte
        count &+= 1
        at &+= 1
      }
      return isPlain ? count : 0
    }
    return isPlain ? text : nil
  }

  /// The number at a node, as ``JSON`` reads it.
  func number(_ node: Int) -> JSON? {
    guard nodes[node].kind == .number else { return nil }
    var magnitude = 0
    let digits = slice(nodes[node].range)
    guard digits.count < 18 else { return JSON(digits) }
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return JSON(digits) }
      magnitude = magnitude &* 10 &+ Int(byte &- UInt8(ascii: "0"))
    }
    return .integer(magnitude)
  }

  /// The node of an object's member; nil when there is none, or it is null.
  func member(_ key: StaticString, of object: Int) -> Int? {
    guard nodes[object].kind == .object else { return nil }
    var node = object + 1
    while node < nodes[object].end {
      let value = node + 1
      if isKey(nodes[node].range, key) { return nodes[value].kind == .null ? nil : value }
      node = nodes[value].end
    }
    return nil
  }

  private func isKey(_ range: Range<Int>, _ key: StaticString) -> Bool {
    guard range.count == key.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound &+ offset] != key.utf8Start[offset] { return false }
    return true
  }

  /// The nodes of a list's elements; none for anything else.
  func elements(of list: Int) -> [Int] { nodes[list].kind == .list ? steps(in: list) : [] }

  /// The nodes of an object's keys, each followed by its value's; nil for anything else.
  func keys(of object: Int) -> [Int]? {
    guard nodes[object].kind == .object else { return nil }
    let steps = steps(in: object)
    return steps.indices.filter { $0.isMultiple(of: 2) }.map { steps[$0] }
  }

  private func steps(in node: Int) -> [Int] {
    var steps: [Int] = []
    var next = node + 1
    while next < nodes[node].end {
      steps.append(next)
      next = nodes[next].end
    }
    return steps
  }
}
