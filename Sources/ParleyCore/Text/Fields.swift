/// A value in JSON text, read where it stands, with the fault that names what is missing or wrong. Valid for as long as
/// `read` lends it.
package struct Fields {
  private let outline: JSONOutline
  private let node: Int

  private init(_ outline: JSONOutline, _ node: Int) {
    self.outline = outline
    self.node = node
  }

  /// Reads a value from JSON text; nil when the text is none. Throws what `read` throws.
  package static func readIfJSON<Value, Fault: Error>(
    _ text: UnsafeBufferPointer<UInt8>, _ read: (Fields) throws(Fault) -> Value
  ) throws(Fault) -> Value? {
    try JSONOutline.read(text) { outline throws(Fault) in try read(Fields(outline, 0)) }
  }

  /// Reads a value from JSON text. Throws where the text is none, and what `read` throws.
  package static func read<Value>(
    _ text: UnsafeBufferPointer<UInt8>, _ read: (Fields) throws(CodingFault) -> Value
  ) throws(CodingFault) -> Value {
    guard let value = try readIfJSON(text, read) else { throw CodingFault(member: "JSON") }
    return value
  }

  /// Reads a value from one that was read before.
  static func read<Value>(
    _ json: JSON, _ read: (Fields) throws(CodingFault) -> Value
  ) throws(CodingFault) -> Value {
    var text: [UInt8] = []
    json.write(to: &text)
    return try text.withUnsafeBufferPointer { text throws(CodingFault) in try Fields.read(text, read) }
  }

  /// The member of an object; nil when there is none, or it is null.
  func member(_ key: StaticString) -> Fields? { outline.member(key, of: node).map { Fields(outline, $0) } }

  /// The members of an object whose keys are names, in their order; nil for anything else.
  var members: [(name: String, value: Fields)]? {
    guard let keys = outline.keys(of: node) else { return nil }
    return keys.compactMap { key in outline.text(key).map { ($0, Fields(outline, key + 1)) } }
  }

  /// The elements of a list; none for anything else.
  var elements: some Sequence<Fields> { outline.elements(of: node).lazy.map { Fields(outline, $0) } }

  /// The string; nil for anything else.
  var string: String? { outline.text(node) }
  /// The number; nil for anything else.
  var number: JSON? { outline.number(node) }
  /// Whether it is `true`.
  var isTrue: Bool { outline.nodes[node].kind == .yes }
}

// Members as messages read them.
extension Fields {
  package func object(_ key: StaticString) throws(CodingFault) -> Fields { try need(key, member(key)) }
  package func text(_ key: StaticString) throws(CodingFault) -> String { try need(key, optionalText(key)) }
  package func int(_ key: StaticString) throws(CodingFault) -> Int { try read(key) }
  package func optionalText(_ key: StaticString) -> String? { member(key)?.string }
  package func flag(_ key: StaticString) -> Bool { member(key)?.isTrue ?? false }

  /// Reads a member of the type that is asked for; the fault names the member.
  package func read<Value: Coded>(_ key: StaticString) throws(CodingFault) -> Value {
    guard let value = member(key) else { return try need(key, Value.absent) }
    return try need(key, Value(coded: value))
  }

  private func need<Value>(_ key: StaticString, _ value: Value?) throws(CodingFault) -> Value {
    guard let value else { throw CodingFault(member: "\(key)") }
    return value
  }
}

/// What was read is not what this version wrote.
public struct CodingFault: Error, Hashable, Sendable {
  /// The member that is missing or has no meaning here.
  public var member: String
}
