/// Reads the members of a JSON object, with the error that names what is missing or wrong.
struct Fields {
  let json: JSON

  init(_ json: JSON) { self.json = json }

  private func need<Value>(_ key: String, _ value: Value?) throws(CodingFault) -> Value {
    guard let value else { throw CodingFault(member: key) }
    return value
  }

  func text(_ key: String) throws(CodingFault) -> String { try need(key, json[key]?.text) }
  func int(_ key: String) throws(CodingFault) -> Int { try need(key, json[key]?.int) }
  func double(_ key: String) throws(CodingFault) -> Double { try need(key, json[key]?.double) }
  func id<Kind>(_ key: String) throws(CodingFault) -> ID<Kind> { ID(try text(key)) }
  func date(_ key: String) throws(CodingFault) -> CalendarDate { try need(key, CalendarDate(try text(key))) }
  func object(_ key: String) throws(CodingFault) -> Fields { Fields(try need(key, json[key])) }
  func choice<Value: RawRepresentable>(_ key: String) throws(CodingFault) -> Value where Value.RawValue == String {
    try need(key, Value(rawValue: try text(key)))
  }

  func optionalText(_ key: String) -> String? { json[key]?.text }
  func optionalInt(_ key: String) -> Int? { json[key]?.int }
  func optionalID<Kind>(_ key: String) -> ID<Kind>? { json[key]?.text.map { ID($0) } }
  func optionalDate(_ key: String) -> CalendarDate? { json[key]?.text.flatMap { CalendarDate($0) } }
  func optionalChoice<Value: RawRepresentable>(_ key: String) -> Value? where Value.RawValue == String {
    json[key]?.text.flatMap { Value(rawValue: $0) }
  }
  func flag(_ key: String) -> Bool { json[key]?.bool ?? false }
  func texts(_ key: String) -> [String] { json[key]?.list?.compactMap(\.text) ?? [] }
  func ids<Kind>(_ key: String) -> [ID<Kind>] { texts(key).map { ID($0) } }

  func list<Value>(
    _ key: String, _ read: (Fields) throws(CodingFault) -> Value
  ) throws(CodingFault) -> [Value] {
    var values: [Value] = []
    for json in json[key]?.list ?? [] { values.append(try read(Fields(json))) }
    return values
  }
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
