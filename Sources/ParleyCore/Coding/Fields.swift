/// Reads the members of a JSON object, with the error that names what is missing or wrong.
package struct Fields {
  private let outline: JSONOutline
  private let node: Int

  private init(_ outline: JSONOutline, _ node: Int) {
    self.outline = outline
    self.node = node
  }

  /// The members of an object in JSON text, which is to stay as it is meanwhile; nil when the text is none.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let outline = JSONOutline(text) else { return nil }
    self.init(outline, 0)
  }

  /// Reads a value from JSON text. Throws where the text is none, and what `read` throws.
  static func read<Value>(
    _ text: UnsafeBufferPointer<UInt8>, _ read: (Fields) throws(CodingFault) -> Value
  ) throws(CodingFault) -> Value {
    guard let fields = Fields(text) else { throw CodingFault(member: "JSON") }
    return try read(fields)
  }

  /// The same from a value that was read before.
  static func read<Value>(
    _ json: JSON, _ read: (Fields) throws(CodingFault) -> Value
  ) throws(CodingFault) -> Value {
    var text: [UInt8] = []
    json.write(to: &text)
    return try text.withUnsafeBufferPointer { text throws(CodingFault) in try Fields.read(text, read) }
  }

  private func need<Value>(_ key: StaticString, _ value: Value?) throws(CodingFault) -> Value {
    guard let value else { throw CodingFault(member: "\(key)") }
    return value
  }

  private func member(_ key: StaticString) -> Int? { outline.member(key, of: node) }

  package func text(_ key: StaticString) throws(CodingFault) -> String { try need(key, optionalText(key)) }
  package func int(_ key: StaticString) throws(CodingFault) -> Int { try need(key, optionalInt(key)) }
  func double(_ key: StaticString) throws(CodingFault) -> Double {
    try need(key, member(key).flatMap(outline.number)?.double)
  }
  func id<Kind>(_ key: StaticString) throws(CodingFault) -> ID<Kind> { ID(try text(key)) }
  func date(_ key: StaticString) throws(CodingFault) -> CalendarDate { try need(key, CalendarDate(try text(key))) }
  package func object(_ key: StaticString) throws(CodingFault) -> Fields { Fields(outline, try need(key, member(key))) }
  func choice<Value: RawRepresentable>(
    _ key: StaticString
  ) throws(CodingFault) -> Value where Value.RawValue == String {
    try need(key, Value(rawValue: try text(key)))
  }

  func has(_ key: StaticString) -> Bool { member(key) != nil }
  package func optionalText(_ key: StaticString) -> String? { member(key).flatMap(outline.text) }
  /// Within bounds in which sums and unit conversions cannot overflow, whatever a file says.
  func optionalInt(_ key: StaticString) -> Int? { Fields.bounded(member(key).flatMap(outline.number)) }

  /// Milliseconds since 1970 of the session's clock.
  func instant(_ key: StaticString) throws(CodingFault) -> Instant { try need(key, optionalInstant(key)) }
  func optionalInstant(_ key: StaticString) -> Instant? {
    optionalInt(key).map { Instant(milliseconds: Int64($0)) }
  }
  /// A sum of bounded numbers, which may itself be larger than they.
  func sum(_ key: StaticString) -> Int { member(key).flatMap(outline.number)?.int ?? 0 }

  static func bounded(_ number: JSON?) -> Int? { number?.int.flatMap { $0.magnitude < 1 << 50 ? $0 : nil } }
  func optionalID<Kind>(_ key: StaticString) -> ID<Kind>? { optionalText(key).map { ID($0) } }
  func optionalDate(_ key: StaticString) -> CalendarDate? { optionalText(key).flatMap { CalendarDate($0) } }
  func optionalChoice<Value: RawRepresentable>(_ key: StaticString) -> Value? where Value.RawValue == String {
    optionalText(key).flatMap { Value(rawValue: $0) }
  }
  package func flag(_ key: StaticString) -> Bool { member(key).map { outline.nodes[$0].kind == .yes } ?? false }
  func texts(_ key: StaticString) -> [String] { elements(key).compactMap(outline.text) }
  func ids<Kind>(_ key: StaticString) -> [ID<Kind>] { texts(key).map { ID($0) } }

  func list<Value>(
    _ key: StaticString, _ read: (Fields) throws(CodingFault) -> Value
  ) throws(CodingFault) -> [Value] {
    var values: [Value] = []
    for element in elements(key) { values.append(try read(Fields(outline, element))) }
    return values
  }

  /// The members of an object whose keys are names, in their order; nil when there is no such object.
  func named<Value>(_ key: StaticString, _ value: (JSONOutline, Int) -> Value?) -> [(String, Value)]? {
    guard let keys = member(key).flatMap(outline.keys) else { return nil }
    return keys.compactMap { key in
      guard let name = outline.text(key), let value = value(outline, key + 1) else { return nil }
      return (name, value)
    }
  }

  /// An object whose keys are ids; empty when there is none.
  func byID<Kind, Value>(
    _ key: StaticString, _ read: (Fields) throws(CodingFault) -> Value
  ) throws(CodingFault) -> [ID<Kind>: Value] {
    var values: [ID<Kind>: Value] = [:]
    for (name, fields) in named(key, { Fields($0, $1) }) ?? [] { values[ID(name)] = try read(fields) }
    return values
  }

  /// The dots that each goal got (M19).
  func tally() throws(CodingFault) -> [GoalID: Int] {
    guard let named = named("tally", { Fields.bounded($0.number($1)) }) else { throw CodingFault(member: "tally") }
    return Dictionary(named.map { (GoalID($0), $1) }, uniquingKeysWith: { first, _ in first })
  }

  private func elements(_ key: StaticString) -> [Int] { member(key).map(outline.elements) ?? [] }
}

/// What was read is not what this version wrote.
public struct CodingFault: Error, Hashable, Sendable {
  /// The member that is missing or has no meaning here.
  public var member: String
}

extension JSON {
  /// An object of the members that are not null, in their order: a smaller file, and old payloads read the same.
  static func compact(_ members: (String, JSON)...) -> JSON {
    .object(members.filter { $0.1 != .null && $0.1 != .array([]) }.map { Member($0.0, $0.1) })
  }

  static func flag(_ flag: Bool) -> JSON { flag ? .bool(true) : .null }
  static func choice<Value: RawRepresentable>(_ value: Value?) -> JSON where Value.RawValue == String {
    value.map { .string($0.rawValue) } ?? .null
  }
}
