// Theory: two people may have one name. Whoever is named is named here, so that nothing that is read, be it a record, a
// screen, a sentence or a decision process, makes one person of two.

/// Someone who is named to others.
protocol Named {
  var who: StakeholderID { get }
  var name: String { get }
  var role: String? { get }
}

extension Collection where Element: Named {
  /// The name of one of them; with the role beside it where another is called the same, or with the id where the role is
  /// missing or the same, too (M30).
  func name(apart who: StakeholderID) -> String {
    guard let person = first(where: { $0.who == who }) else { return who.text }
    if count(where: { $0.name.isCalled(as: person.name) }) < 2 { return person.name }
    let namesakes = filter { $0.name.isCalled(as: person.name) }
    guard let role = person.role, namesakes.count(where: { $0.role?.asCalled == role.asCalled }) == 1 else {
      return "\(person.name) (\(who))"
    }
    return "\(person.name) (\(role))"
  }
}

extension Stakeholder: Named {
  var who: StakeholderID { id }
}

extension Record.AttendanceRow: Named {}

extension Plan {
  /// What someone is called: their name, and what tells them from another of that name (M30). Without such a person, the
  /// id.
  public func name(of who: StakeholderID) -> String { stakeholders.name(apart: who) }

  /// The people who share their name with someone, in the order of the plan.
  public var namesakes: [Stakeholder] {
    stakeholders.filter { person in stakeholders.count { $0.name.isCalled(as: person.name) } > 1 }
  }
}

extension State {
  /// What someone is called: their name, and what tells them from another of that name (M30).
  public func name(_ who: StakeholderID) -> String { plan.name(of: who) }

  func names(of people: [StakeholderID]) -> [String] { people.map(name) }
}

extension Record {
  /// What someone is called: their name, and what tells them from another of that name (M30).
  public func name(of who: StakeholderID) -> String { attendance.name(apart: who) }
}

extension String {
  /// Names that sound the same are the same.
  fileprivate var asCalled: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Whether both sound the same. Every screen asks this of each pair of people, for every name that it draws; most
  /// pairs differ in their first letter, which needs none of Unicode's tables.
  fileprivate func isCalled(as other: String) -> Bool {
    if self == other { return true }
    for (mine, its) in zip(utf8, other.utf8) {
      guard let mine = mine.asciiSign, let its = its.asciiSign else { break }
      if mine != its { return false }
    }
    return asCalled == other.asCalled
  }
}

extension UInt8 {
  /// A letter or digit of ASCII, in lower case; nil for anything else.
  fileprivate var asciiSign: UInt8? {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): self
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
    default: nil
    }
  }
}
