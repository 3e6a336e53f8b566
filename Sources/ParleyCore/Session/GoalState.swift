/// A goal as the session has it: its present values, the dots on it, and what became of it.
public struct GoalState: Hashable, Sendable {
  /// The goal with every change made so far.
  public var goal: Goal
  /// Whether it has been on the table; until then it is not shown (M12).
  public var isPresented = false
  public var dots: [StakeholderID: Dot] = [:]
  public var conditions: [Condition] = []
  public var adjustments: [Adjustment] = []
  public var settlement: Settlement?
  /// Who was not in the room when it was settled, and so is not counted silent (M25).
  public var absentees: Set<StakeholderID> = []

  public init(goal: Goal) { self.goal = goal }

  public var id: GoalID { goal.id }
  /// Whether it takes up room in its timeframe: dropped and deferred goals do not (M17).
  public var takesRoom: Bool {
    switch settlement {
    case .deferred, .dropped: false
    default: true
    }
  }
  /// Whether people have said different things about it: a red dot, or a yellow one beside a green one.
  public var isDisputed: Bool {
    let colours = Set(dots.values.map(\.colour))
    return colours.contains(.red) || colours.isSuperset(of: [.yellow, .green])
  }
  /// Whether it has a priority and a features step: confirmed and adjusted goals do.
  public var isAgreed: Bool {
    switch settlement {
    case .confirmed, .adjusted: true
    default: false
    }
  }
}

/// How a goal was settled (M15).
public enum Settlement: Hashable, Sendable {
  case confirmed(note: String?, dissent: Process?)
  case adjusted(because: String?, dissent: Process?)
  case deferred(Process)
  case dropped(because: String)
  case leftOpen(because: String, notAsked: [StakeholderID])

  /// How an open disagreement on a confirmed or adjusted goal will be decided.
  public var dissent: Process? {
    switch self {
    case .confirmed(_, let process), .adjusted(_, let process): process
    default: nil
    }
  }

  /// The outcome as the record names it.
  public var name: String {
    switch self {
    case .confirmed: "confirmed"
    case .adjusted: "adjusted"
    case .deferred: "deferred"
    case .dropped: "dropped"
    case .leftOpen: "left-open"
    }
  }
}

/// Who decides later, by when, by which criteria (M15, M18).
public struct Process: Hashable, Sendable {
  public var decider: StakeholderID
  public var by: CalendarDate
  public var criteria: String
  public var options: [String]

  public init(decider: StakeholderID, by: CalendarDate, criteria: String, options: [String] = []) {
    self.decider = decider
    self.by = by
    self.criteria = criteria
    self.options = options
  }
}

/// A change made to a goal during the session.
public struct Adjustment: Hashable, Sendable {
  public var change: Change
  public var because: String?

  public init(change: Change, because: String? = nil) {
    self.change = change
    self.because = because
  }

  /// What was changed, with the value before and after.
  public enum Change: Hashable, Sendable {
    case name(from: String, to: String)
    case timeframe(from: TimeframeID?, to: TimeframeID?)
    case target(metric: String, from: Double, to: Double)
    case baseline(metric: String, from: Double, to: Double)
  }
}
