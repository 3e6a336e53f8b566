/// A value that stands in the JSON of events and snapshots, written and read the same way everywhere.
package protocol Coded: Sendable, SendableMetatype {
  /// What a missing member stands for; nil where it must be there.
  static var absent: Self? { get }
  /// The value as JSON. A member that is null or an empty list is left out: a smaller file, and old payloads read the
  /// same.
  var json: JSON { get }
  /// Nil where there is no such value. Throws the fault of a member of its own.
  init?(coded: Fields) throws(CodingFault)
}

extension Coded {
  package static var absent: Self? { nil }
}

extension String: Coded {
  package var json: JSON { .string(self) }
  package init?(coded: Fields) {
    guard let text = coded.string else { return nil }
    self = text
  }
}

extension Int: Coded {
  package var json: JSON { .integer(self) }
  /// Within bounds in which the milliseconds of as many minutes, and sums of them, cannot overflow, whatever a file says.
  package init?(coded: Fields) {
    guard let number = coded.number?.int, number.magnitude < 1 << 31 else { return nil }
    self = number
  }
}

/// A sum of bounded numbers, or milliseconds, which may be larger than they.
extension Int64: Coded {
  /// What no sum goes beyond.
  static let most: Int64 = 1 << 56

  package var json: JSON { .integer(Int(self)) }
  package init?(coded: Fields) {
    guard let number = coded.number?.int, number.magnitude <= Int64.most else { return nil }
    self.init(number)
  }
}

extension Double: Coded {
  package var json: JSON { JSON(self) }
  package init?(coded: Fields) {
    guard let number = coded.number?.double else { return nil }
    self = number
  }
}

/// Written where it is true only.
extension Bool: Coded {
  package static var absent: Bool? { false }
  package var json: JSON { self ? .bool(true) : .null }
  package init(coded: Fields) { self = coded.isTrue }
}

extension ID: Coded {
  package var json: JSON { .string(text) }
  package init?(coded: Fields) {
    guard let text = coded.string else { return nil }
    self.init(text)
  }
}

extension CalendarDate: Coded {
  package var json: JSON { .string(description) }
  package init?(coded: Fields) {
    guard let date = coded.string.flatMap({ CalendarDate($0) }) else { return nil }
    self = date
  }
}

/// Milliseconds since 1970 of the session's clock.
extension Instant: Coded {
  package var json: JSON { .integer(Int(milliseconds)) }
  package init?(coded: Fields) {
    guard let milliseconds = Int64(coded: coded), milliseconds.magnitude < 1 << 48 else { return nil }
    self.init(milliseconds: milliseconds)
  }
}

extension Step: Coded {
  package var json: JSON { .string(text) }
  package init?(coded: Fields) {
    guard let step = coded.string.flatMap({ Step($0) }) else { return nil }
    self = step
  }
}

/// A fixed word.
extension Coded where Self: RawRepresentable, RawValue == String {
  package var json: JSON { .string(rawValue) }
  package init?(coded: Fields) {
    guard let value = coded.string.flatMap({ Self(rawValue: $0) }) else { return nil }
    self = value
  }
}

/// What may be missing. A later version's word for it is no fault either: it reads as missing.
extension Optional: Coded where Wrapped: Coded {
  package static var absent: Wrapped?? { .some(nil) }
  package var json: JSON { self?.json ?? .null }
  package init(coded: Fields) throws(CodingFault) { self = try Wrapped(coded: coded) }
}

extension Array: Coded where Element: Coded {
  package static var absent: [Element]? { [] }
  package var json: JSON { .array(map(\.json)) }
  package init(coded: Fields) throws(CodingFault) {
    self = []
    for element in coded.elements {
      if let value = try Element(coded: element) { append(value) }
    }
  }
}

/// Written in their order.
extension Set: Coded where Element: Coded & Comparable {
  package static var absent: Set<Element>? { [] }
  package var json: JSON { sorted().json }
  package init(coded: Fields) throws(CodingFault) { self = Set(try [Element](coded: coded)) }
}

/// What stands as the key of an object's members.
package protocol CodedKey: Hashable, Comparable, Sendable, SendableMetatype {
  var keyText: String { get }
  static func key(_ text: String) -> Self?
}

extension ID: CodedKey {
  package var keyText: String { text }
  package static func key(_ text: String) -> Self? { Self(text) }
}

extension String: CodedKey {
  package var keyText: String { self }
  package static func key(_ text: String) -> String? { text }
}

/// An object whose keys are ids or names, in their order; written where it holds something.
extension Dictionary: Coded where Key: CodedKey, Value: Coded {
  package static var absent: Self? { [:] }
  package var json: JSON { isEmpty ? .null : .object(members) }

  var members: [JSON.Member] { sorted { $0.key < $1.key }.map { JSON.Member($0.key.keyText, $0.value.json) } }

  package init?(coded: Fields) throws(CodingFault) {
    guard let members = coded.members else { return nil }
    self.init(minimumCapacity: members.count)
    for (name, value) in members {
      guard let key = Key.key(name), self[key] == nil else { continue }
      if let value = try Value(coded: value) { self[key] = value }
    }
  }
}
