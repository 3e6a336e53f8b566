// Theory: two people may have one name. Whoever is named is named here, so that nothing that is read, be it a record, a
// screen, a sentence or a decision process, makes one person of two.

/// Someone who is named to others.
protocol Named {
  var who: StakeholderID { get }
  var name: String { get }
  var role: String? { get }
}

extension Collection where Element: Named {
  /// The name of each of them; with the role beside it where another is called the same, or with the id where the role
  /// is missing or the same, too (M30).
  var namesApart: [StakeholderID: String] {
    let namesakes = Dictionary(grouping: self) { $0.name.asCalled }
    let names = map { person -> (StakeholderID, String) in
      let called = namesakes[person.name.asCalled] ?? []
      if called.count < 2 { return (person.who, person.name) }
      guard let role = person.role, called.count(where: { $0.role?.asCalled == role.asCalled }) == 1 else {
        return (person.who, "\(person.name) (\(person.who))")
      }
      return (person.who, "\(person.name) (\(role))")
    }
    return Dictionary(names) { first, _ in first }
  }
}

extension Stakeholder: Named {
  var who: StakeholderID { id }
}

extension Record.AttendanceRow: Named {}

extension Plan {
  /// What someone is called: their name, and what tells them from another of that name (M30). Without such a person, the
  /// id.
  public func name(of who: StakeholderID) -> String {
    // Few are looked for who only get the record.
    names[who] ?? readers.first { $0.id == who }?.name ?? who.text
  }

  /// The people who share their name with someone, in the order of the plan.
  public var namesakes: [Stakeholder] {
    let called = Dictionary(grouping: stakeholders) { $0.name.asCalled }
    return stakeholders.filter { (called[$0.name.asCalled] ?? []).count > 1 }
  }

  /// Whether someone's name alone does not tell who is meant.
  func isNamesake(_ person: Stakeholder) -> Bool { names[person.id] != person.name }
}

extension State {
  /// What someone is called: their name, and what tells them from another of that name (M30).
  public func name(_ who: StakeholderID) -> String { plan.name(of: who) }

  func names(of people: [StakeholderID]) -> [String] { people.map(name) }
}

extension Record {
  /// What someone is called: their name, and what tells them from another of that name (M30).
  public func name(of who: StakeholderID) -> String {
    names[who] ?? inform.readers(besides: attendance.map(\.who)).first { $0.id == who }?.name ?? who.text
  }
}

extension String {
  /// Names that sound the same are the same.
  fileprivate var asCalled: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
