/// A JSON value (RFC 8259) whose members keep the order in which they were given.
///
/// Written by hand: the core does without Foundation, whose encoder neither keeps an order, on which
/// "the same journal gives the same bytes" rests, nor writes absent values, and whose decoder takes
/// several times the budget for a journal of 100,000 events.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A key of an object, and its value.
  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The member of an object; nil when there is none, or it is null.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    for member in members where member.key == key {
      if case .null = member.value { return nil }
      return member.value
    }
    return nil
  }

  /// The string; nil when it is none.
  public var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The whole number; nil when it is none.
  public var int: Int? { if case .integer(let int) = self { int } else { nil } }
  /// The elements; nil when it is no array.
  public var list: [JSON]? { if case .array(let list) = self { list } else { nil } }
  /// The truth value; nil when it is none.
  public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  /// The number, whole or not; nil when it is none.
  public var double: Double? {
    switch self {
    case .integer(let int): Double(int)
    case .number(let double): double
    default: nil
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }

  public init(_ text: String?) { self = text.map(JSON.string) ?? .null }
  public init(_ number: Int?) { self = number.map(JSON.integer) ?? .null }
  public init<Kind>(_ id: ID<Kind>?) { self = id.map { .string($0.text) } ?? .null }
  public init<Kind>(_ ids: [ID<Kind>]) { self = .array(ids.map { .string($0.text) }) }
  public init(_ texts: [String]) { self = .array(texts.map(JSON.string)) }
  public init(_ date: CalendarDate?) { self = date.map { .string($0.description) } ?? .null }
  public init(_ instant: Instant?) { self = instant.map { .string($0.description) } ?? .null }
  /// A whole number is written without a point.
  public init(_ number: Double) {
    if number.magnitude < 1e15, let whole = Int(exactly: number) {
      self = .integer(whole)
    } else {
      self = .number(number)
    }
  }
}
