import ParleyCore
import Testing

// That a state arrives as it was sent (JoiningTests) holds a member of it only where it is not what it always is: so
// each has to take two values at least in the sessions that are tried. A new member fails here until some session
// changes it, and there until it is sent.
@Suite("What a snapshot holds")
struct SnapshotMemberTests {
  @Test("Every member of a state takes more than one value in the sessions that are sent")
  func members() throws {
    var seen = SeenMembers()
    func look(_ table: Table) throws {
      let snapshot = table.session.snapshot
      #expect(try Meeting.sent(snapshot) == snapshot)
      seen.look(at: snapshot)
    }
    var plan = Plan.quarter
    plan.kind = .review
    plan.parkingLot.append(ParkedIdea(text: "Dark mode", ref: "PAR-1", url: "https://tracker.example.org/PAR-1"))
    try look(Table(plan))
    var other = Table()
    other.session = Session(opening: plan, id: "other", at: other.now.adding(seconds: 1))
    try look(other)
    for script in Meeting.scripts {
      var table = Table.at(script.step)
      for line in script.lines {
        table.now = table.now.adding(seconds: 1)
        table.must(line)
        try look(table)
      }
    }
    #expect(seen.constant == [])
  }
}

/// The members of values, with those values; of each member two, if there are so many.
private struct SeenMembers {
  private var values: [String: Set<String>] = [:]

  /// Those that were the same everywhere.
  var constant: [String] { values.filter { $0.value.count < 2 }.map(\.key).sorted() }

  mutating func look(at value: Any) {
    // Entries, plans and goals are sent as the journal has them (EntryCodingTests); whatever has a text is no record.
    if value is Entry || value is Plan || value is Goal { return }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct where !(value is any CustomStringConvertible):
      for child in mirror.children { look(at: child.value, as: "\(type(of: value)).\(child.label ?? "")") }
    case .collection, .set, .dictionary, .optional, .tuple: for child in mirror.children { look(at: child.value) }
    default: break
    }
  }

  private mutating func look(at value: Any, as member: String) {
    if values[member, default: []].count < 2 { values[member, default: []].insert(SeenMembers.text(of: value)) }
    look(at: value)
  }

  // The order of sets and dictionaries is another in every one.
  private static func text(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    return switch mirror.displayStyle {
    case .set, .dictionary: mirror.children.map { String(describing: $0.value) }.sorted().joined()
    default: String(describing: value)
    }
  }
}
