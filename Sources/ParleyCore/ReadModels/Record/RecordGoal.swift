extension Record {
  /// A goal with its outcome.
  public struct GoalRow: Hashable, Sendable {
    /// The goal with every change made in the session.
    public var goal: Goal
    /// Its place among the agreed goals, from 1; nil for the others.
    public var priority: Int?
    public var outcome: Outcome
    /// How it was settled; nil while it is not.
    public var settlement: Settlement?
    public var adjustments: [Adjustment]
    public var conditions: [Condition]
    /// One for every stakeholder, in the plan's order.
    public var dots: [DotRow]
    /// The objections behind the yellow and red dots, in the plan's order.
    public var objections: [Objection]
    /// Everyone's dot with all that was said with it, in the plan's order.
    public var positions: [Position]

    /// Whether it was agreed on over a red dot that is still there (M15).
    public var isOverDissent: Bool {
      settlement?.dissent != nil && dots.contains { $0.stance == .dot(.red) }
    }

    /// What became of it, in a few words: `confirmed over dissent`.
    public func became(in words: DocumentWording) -> String {
      words["outcome.\(outcome.rawValue)\(isOverDissent ? "-dissent" : "")"]
    }
  }

  /// The outcome of a goal (M15).
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case confirmed, adjusted, deferred, dropped
    case leftOpen = "left-open"
    /// It was never on the table.
    case notReached = "not-reached"
  }

  /// One person's dot on the goal, or why there is none.
  public struct DotRow: Hashable, Sendable {
    public var who: StakeholderID
    public var stance: Stance
  }

  /// Someone's stance on a goal, or why it is unknown.
  public enum Stance: Hashable, Sendable {
    case dot(Dot.Colour)
    case notAsked
    /// Not in the room when the goal was settled (M25).
    case absent

    /// Its name in the record: a colour, `not-asked`, `absent`.
    public var name: String {
      switch self {
      case .dot(let colour): colour.rawValue
      case .notAsked: "not-asked"
      case .absent: "absent"
      }
    }
  }

  /// Someone's dot with all that was said with it, whatever its colour (M13, M14).
  public struct Position: Hashable, Sendable {
    public var who: StakeholderID
    public var dot: Dot
    /// The colour of their first dot on the goal.
    public var first: Dot.Colour
    /// What they hang it on (M24); several are parted by semicolons.
    public var condition: String?
  }

  /// The objection behind a yellow or a red dot (M14, M40).
  public struct Objection: Hashable, Sendable {
    public var who: StakeholderID
    public var dot: Dot
  }
}

extension State {
  var goalRows: [Record.GoalRow] {
    let agreed = priorities
    let others = goals.filter { !$0.isAgreed }
    return agreed.enumerated().map { row(of: $1, priority: $0 + 1) } + others.map { row(of: $0, priority: nil) }
  }

  private func row(of goal: GoalState, priority: Int?) -> Record.GoalRow {
    Record.GoalRow(
      goal: goal.goal, priority: priority, outcome: Record.Outcome(of: goal), settlement: goal.settlement,
      adjustments: goal.adjustments, conditions: goal.conditions,
      dots: plan.stakeholders.map { Record.DotRow(who: $0.id, stance: stance(of: $0.id, on: goal)) },
      objections: objections(to: goal), positions: positions(on: goal))
  }

  private func stance(of who: StakeholderID, on goal: GoalState) -> Record.Stance {
    if let dot = goal.dots[who] { return .dot(dot.colour) }
    let wasAbsent = goal.settlement == nil ? !isPresent(who) : goal.absentees.contains(who)
    return wasAbsent ? .absent : .notAsked
  }

  private func positions(on goal: GoalState) -> [Record.Position] {
    plan.stakeholders.compactMap { person in
      guard let dot = goal.dots[person.id] else { return nil }
      let conditions = goal.conditions.filter { $0.by == person.id }.map(\.text)
      return Record.Position(
        who: person.id, dot: dot, first: goal.firstColours[person.id] ?? dot.colour,
        condition: conditions.isEmpty ? nil : conditions.joined(separator: "; "))
    }
  }

  private func objections(to goal: GoalState) -> [Record.Objection] {
    plan.stakeholders.compactMap { person in
      guard let dot = goal.dots[person.id], dot.colour.objects else { return nil }
      return Record.Objection(who: person.id, dot: dot)
    }
  }
}

extension Record.Outcome {
  init(of goal: GoalState) {
    self =
      switch goal.settlement {
      case .confirmed: .confirmed
      case .adjusted: .adjusted
      case .deferred: .deferred
      case .dropped: .dropped
      case .leftOpen: .leftOpen
      case nil: goal.isPresented ? .leftOpen : .notReached
      }
  }
}
