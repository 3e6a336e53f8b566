/// A past session, replayed entry by entry: after each of them the screen is the same as it was then.
///
/// A place is the number of entries that have been replayed; the opening always has. A command that an `undo` took back
/// is replayed first, and then taken back. A replay holds nothing private, since the entries do not.
public struct Replay: Hashable, Sendable {
  public let entries: [Entry]
  /// The session at ``place``.
  public private(set) var session: Session
  public private(set) var place = 1
  /// The places where the steps begin, in the order in which they were entered.
  public let marks: [Mark]

  /// The place just after a step was entered.
  public struct Mark: Hashable, Sendable {
    public var place: Int
    public var step: Step
  }

  /// Begins with the opening; nil when there is none.
  public init?(_ entries: [Entry]) {
    guard let opening = entries.first, let session = Session(entries: [opening]) else { return nil }
    self.entries = entries
    self.session = session
    marks = entries.enumerated().flatMap { index, entry in
      entry.events.compactMap {
        if case .stepEntered(let entered) = $0 { Mark(place: index + 1, step: entered.step) } else { nil }
      }
    }
  }

  /// The entry that was replayed last.
  public var last: Entry { entries[place - 1] }
  /// The entry that comes next; nil at the end.
  public var next: Entry? { place < entries.count ? entries[place] : nil }

  /// Replays the next entry; does nothing at the end.
  public mutating func tellNext() {
    guard let next else { return }
    session.append(next)
    place += 1
  }

  /// Goes to a place, forward or back, or to the nearest one.
  public mutating func go(to wanted: Int) {
    let wanted = min(max(1, wanted), entries.count)
    if wanted < place, let anew = Session(entries: Array(entries[..<wanted])) {
      session = anew
      place = wanted
    }
    while place < wanted { tellNext() }
  }

  /// The place where the next step begins; the end when there is none.
  public var nextStep: Int { marks.first { $0.place > place }?.place ?? entries.count }

  /// The place where this step begins, or the step before if this one has only just begun.
  public var previousStep: Int { marks.last { $0.place < place }?.place ?? 1 }

  /// The next place after this one at which a step was entered, or else the first; nil when it never was.
  public func place(of step: Step) -> Int? {
    let places = marks.filter { $0.step == step }.map(\.place)
    return places.first { $0 > place } ?? places.first
  }

  /// The same for the step of a goal.
  public func place(of goal: GoalID) -> Int? { place(of: .goal(goal)) }

  /// The nearest place after this one, or before it, whose command has these words, in any case.
  public func place(ofWords words: String, forward: Bool = true) -> Int? {
    let wanted = words.lowercased()
    guard !wanted.isEmpty else { return nil }
    let ahead = forward ? Array(place..<entries.count) : Array((0..<(place - 1)).reversed())
    return ahead.first { text(of: entries[$0]).contains(wanted) }.map { $0 + 1 }
  }

  /// The words of a command, with the names of the people in it beside their ids.
  private func text(of entry: Entry) -> String {
    let line = entry.line.lowercased()
    let plan = session.state.plan
    let people = plan.stakeholders.filter { line.contains($0.id.text) }.map { $0.name.lowercased() }
    let goals = plan.goals.filter { line.contains($0.id.text) }.map { $0.name.lowercased() }
    return ([line] + people + goals).joined(separator: " ")
  }
}
