extension JSON {
  /// Reads one JSON value (RFC 8259); nil when the bytes are anything else, are not UTF-8, or nest deeper than 32.
  public init?(_ bytes: some Collection<UInt8>) {
    let value = bytes.withContiguousStorageIfAvailable(JSON.value)
    guard let read = value ?? Array(bytes).withUnsafeBufferPointer(JSON.value) else { return nil }
    self = read
  }

  /// The same, for bytes that are in memory already.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let read = bytes.withMemoryRebound(to: UInt8.self, JSON.value) else { return nil }
    self = read
  }

  private static func value(_ text: UnsafeBufferPointer<UInt8>) -> JSON? {
    JSONOutline.read(text) { $0.value(0) } ?? nil
  }
}

// The values at the nodes.
extension JSONOutline {
  private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// The value at a node with all that is in it; nil when a string in it cannot be read, or a number is too large.
  func value(_ node: Int) -> JSON? {
    switch nodes[node].kind {
    case .null: .null
    case .yes: .bool(true)
    case .no: .bool(false)
    case .number: number(node)
    case .string, .escapedString: text(node).map(JSON.string)
    case .list: listValue(node)
    case .object: objectValue(node)
    }
  }

  private func listValue(_ node: Int) -> JSON? {
    var list: [JSON] = []
    var next = node + 1
    while next < nodes[node].end {
      guard let value = value(next) else { return nil }
      list.append(value)
      next = nodes[next].end
    }
    return .array(list)
  }

  private func objectValue(_ node: Int) -> JSON? {
    var members: [JSON.Member] = []
    members.reserveCapacity(6)
    var key = node + 1
    while key < nodes[node].end {
      guard let name = text(key), let value = value(key + 1) else { return nil }
      members.append(JSON.Member(name, value))
      key = nodes[key + 1].end
    }
    return .object(members)
  }

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
    case .escapedString: return plainText(range) ?? JSONEscapes.text(slice(range))
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

  /// The number at a node; nil when there is none, or it is too large for a `Double`.
  func number(_ node: Int) -> JSON? {
    guard nodes[node].kind == .number else { return nil }
    var magnitude = 0
    let digits = slice(nodes[node].range)
    guard digits.count < 18 else { return longNumber(digits) }
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return longNumber(digits) }
      magnitude = magnitude &* 10 &+ Int(byte &- UInt8(ascii: "0"))
    }
    return .integer(magnitude)
  }

  /// A number that has a sign, a point or an exponent, or many digits.
  private func longNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> JSON? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let int = Int(text) { return .integer(int) }
    guard let double = Double(text), double.isFinite else { return nil }
    return .number(double)
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
  func elements(of list: Int) -> Steps {
    Steps(nodes: nodes, at: list + 1, end: nodes[list].kind == .list ? nodes[list].end : list + 1)
  }

  /// The nodes of an object's keys, each followed by its value's; nil for anything else.
  func keys(of object: Int) -> [Int]? {
    guard nodes[object].kind == .object else { return nil }
    let steps = Steps(nodes: nodes, at: object + 1, end: nodes[object].end)
    return steps.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
  }

  /// From node to node over what stands directly in a list or an object.
  struct Steps: Sequence, IteratorProtocol {
    fileprivate let nodes: UnsafeBufferPointer<Node>
    fileprivate var at: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard at < end else { return nil }
      defer { at = nodes[at].end }
      return at
    }
  }
}
