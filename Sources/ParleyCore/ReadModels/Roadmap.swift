/// The goals that everyone may see, by timeframe: those that have been presented (M12), with features
/// only from the features step on (M20).
public struct Roadmap: Hashable, Sendable {
  public var columns: [Column]
  /// Deferred and dropped goals, and those moved off the roadmap.
  public var elsewhere: [Card]
  /// The people whose dots the cards show, in the plan's order.
  public var people: [Stakeholder]

  /// A timeframe and its goals.
  public struct Column: Hashable, Sendable {
    public var timeframe: Timeframe
    /// The number of goals that take up room in it, including those that are not presented yet (M17).
    public var held: Int
    public var cards: [Card]

    public var isFull: Bool { timeframe.capacity.map { held >= $0 } ?? false }
    public var isOverfull: Bool { timeframe.capacity.map { held > $0 } ?? false }
  }

  /// A goal as the room sees it.
  public struct Card: Hashable, Sendable {
    /// Its place among all goals: in the order of the table, or from the priorities step on in the order of importance.
    public var number: Int
    public var goal: Goal
    /// One for each of ``Roadmap/people``.
    public var marks: [Mark]
    public var settlement: Settlement?
    public var isChanged: Bool
    public var isOnTable: Bool

    public var id: GoalID { goal.id }
  }

  /// The mark of a person at a goal.
  public enum Mark: Hashable, Sendable {
    case dot(Dot.Colour)
    /// In the room, and silent; that is not agreement (M13).
    case silent
    /// Not in the room (M25).
    case absent
  }

  public init(_ state: State) {
    let cards = state.cards
    people = state.plan.stakeholders
    columns = state.plan.timeframes.map { timeframe in
      Column(
        timeframe: timeframe, held: state.occupants(of: timeframe.id).count,
        cards: cards.filter { $0.takesRoom && $0.goal.timeframe == timeframe.id })
    }
    elsewhere = cards.filter { !$0.takesRoom || $0.goal.timeframe == nil }
  }

  /// Every card, column by column.
  public var cards: [Card] { columns.flatMap(\.cards) + elsewhere }
}

extension Roadmap.Card {
  fileprivate init(_ goal: GoalState, number: Int, in state: State) {
    self.number = number
    self.goal = goal.goal
    if !state.showsFeatures { self.goal.features = [] }
    marks = state.plan.stakeholders.map { state.mark(of: $0.id, on: goal) }
    settlement = goal.settlement
    isChanged = !goal.adjustments.isEmpty
    isOnTable = goal.id == state.step.goal
  }

  fileprivate var takesRoom: Bool {
    switch settlement {
    case .deferred, .dropped: false
    default: true
    }
  }
}

extension State {
  /// Whether features are on the screen: from their step on (M20).
  public var showsFeatures: Bool {
    if step == .readBack || step == .closed { return true }
    return times.contains { if case .features = $0.step { true } else { false } }
  }

  /// Whether goals are shown by importance, not in the order of the table.
  public var showsPriorities: Bool {
    step == .closed || times.contains { $0.step == .priorities || $0.step == .readBack } || showsFeatures
  }

  /// The mark of a person at a goal.
  public func mark(of who: StakeholderID, on goal: GoalState) -> Roadmap.Mark {
    if let dot = goal.dots[who] { return .dot(dot.colour) }
    let wasAway = goal.settlement == nil ? !isPresent(who) : goal.absentees.contains(who)
    return wasAway ? .absent : .silent
  }

  fileprivate var cards: [Roadmap.Card] {
    let shown = showsPriorities ? order.compactMap(goal) : goals
    return shown.enumerated().filter(\.element.isPresented).map { index, goal in
      Roadmap.Card(goal, number: index + 1, in: self)
    }
  }
}
