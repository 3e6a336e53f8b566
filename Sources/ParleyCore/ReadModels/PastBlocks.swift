/// Where people stood in the way in earlier sessions, for the facilitator alone (M1): whom to see before the next one, and
/// about what.
public struct PastBlocks: Hashable, Sendable {
  /// One session's, the last one first.
  public private(set) var people: [StakeholderID: [Block]] = [:]

  /// What someone held against something in one session.
  public struct Block: Hashable, Sendable {
    public var day: CalendarDate
    public var session: String
    /// What they were against, and in which way.
    public var what: [String]
  }

  public init() {}

  /// - Parameters:
  ///   - records: the last session first.
  ///   - plan: whose people are meant. Someone else may have had the same id, so the name has to fit too.
  public init(_ records: [Record], for plan: Plan) {
    for record in records {
      for person in plan.stakeholders {
        guard record.attendance.contains(where: { $0.who == person.id && $0.name == person.name }) else { continue }
        let what = record.goals.compactMap { $0.block(by: person.id) } + record.conflicts(of: person.id)
        guard !what.isEmpty else { continue }
        let block = Block(day: (record.started ?? record.asOf).date, session: record.title, what: what)
        people[person.id, default: []].append(block)
      }
    }
  }
}

extension Record.GoalRow {
  /// A red dot, even one that was given up in the end.
  fileprivate func block(by who: StakeholderID) -> String? {
    guard let position = positions.first(where: { $0.who == who }) else { return nil }
    let note = position.dot.note.map { ": \($0)" } ?? ""
    if position.dot.colour == .red { return "red on \(goal.name)\(note)" }
    return position.first == .red ? "red on \(goal.name) at first, then \(position.dot.colour.rawValue)" : nil
  }
}

extension Record {
  fileprivate func conflicts(of who: StakeholderID) -> [String] {
    // A goal that was deferred or confirmed over red dots is a disagreement too, of which the dots tell.
    let names = Set(goals.map(\.goal.name))
    let conflicts = disagreements.filter { $0.between.count > 1 && !names.contains($0.topic) }
    return conflicts.filter { $0.between.contains(who) }.map { row in
      let others = row.between.filter { $0 != who }.map { name(of: $0) }.joined(separator: ", ")
      return "at odds with \(others) over \(row.topic)"
    }
  }
}
