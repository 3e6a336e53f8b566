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

    /// The per cent of its effort that the goals shown have a share of; nil where none says its share (M17).
    public var share: Int? {
      let shares = cards.filter(\.takesRoom).compactMap(\.goal.share)
      return shares.isEmpty ? nil : shares.reduce(0, +)
    }
  }

  /// A goal as the room sees it.
  public struct Card: Hashable, Sendable {
    /// Its place among all goals: in the order of the table, or from the priorities step on in the order of importance.
    /// A goal that is only proposed is the last one.
    public var number: Int
    public var goal: Goal
    /// One for each of ``Roadmap/people``.
    public var marks: [Mark]
    public var settlement: Settlement?
    public var isChanged: Bool
    public var isOnTable: Bool
    /// Whether it takes up room in its timeframe.
    var takesRoom: Bool

    public var id: GoalID { goal.id }

    /// Whether it was agreed on over a red dot that is still there (M15).
    public var isOverDissent: Bool { settlement?.dissent != nil && marks.contains(.dot(.red)) }
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
    takesRoom = goal.takesRoom
    marks = state.plan.stakeholders.map { state.mark(of: $0.id, on: goal) }
    settlement = goal.settlement
    isChanged = !goal.adjustments.isEmpty
    isOnTable = goal.id == state.step.goal
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

  /// Every goal in the order that everyone sees. One that is proposed in the session comes last until it is agreed on: no
  /// other changes its number for it.
  private var shownOrder: [GoalState] {
    let shown = showsPriorities ? order.compactMap(goal) : goals
    return shown.filter { !isOnlyProposed($0) } + shown.filter(isOnlyProposed)
  }

  /// The number by which everyone knows a goal; nil where there is no such goal.
  public func number(of id: GoalID) -> Int? { shownOrder.firstIndex { $0.id == id }.map { $0 + 1 } }

  /// Whether a goal was put on the table in this session and is not agreed on.
  func isOnlyProposed(_ goal: GoalState) -> Bool {
    !goal.isAgreed && !plan.goals.contains { $0.id == goal.id } && !findings.carried.contains { $0.to == goal.id }
      && !(plan.before?.goals.contains { $0.id == goal.id } ?? false)
  }

  fileprivate var cards: [Roadmap.Card] {
    shownOrder.enumerated().filter(\.element.isPresented).map { index, goal in
      Roadmap.Card(goal, number: index + 1, in: self)
    }
  }
}
