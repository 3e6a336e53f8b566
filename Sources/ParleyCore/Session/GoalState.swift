/// A goal as the session has it: its present values, the dots on it, and what became of it.
public struct GoalState: Hashable, Sendable {
  /// The goal with every change made so far.
  public var goal: Goal
  /// Whether it has been on the table; until then it is not shown (M12).
  public var isPresented = false
  public var dots: [StakeholderID: Dot] = [:]
  /// The colour of each person's first dot on it, whatever came of that dot.
  public var firstColours: [StakeholderID: Dot.Colour] = [:]
  public var conditions: [Condition] = []
  public var adjustments: [Adjustment] = []
  public var settlement: Settlement?
  /// Who was not in the room when it was settled, and so is not counted silent (M25).
  public var absentees: Set<StakeholderID> = []
  /// Where it stood before it last moved; nil where it has not moved since it was last settled.
  var stood: Stood?
  /// Whether it was left open after what had made room for it went back (M17): it takes none until it is agreed on.
  var hasYielded = false

  public init(goal: Goal) { self.goal = goal }

  public var id: GoalID { goal.id }
  /// Whether it takes up room in its timeframe: dropped and deferred goals do not (M17).
  public var takesRoom: Bool {
    switch settlement {
    case .deferred, .dropped: false
    default: !hasYielded
    }
  }
  /// Whether it was agreed on over a red dot that is still there (M15).
  public var isOverDissent: Bool { settlement?.dissent != nil && dots.values.contains { $0.colour == .red } }
  /// What became of it, in a few words; nil while it is not settled.
  public var outcomeWords: String? {
    settlement.map { isOverDissent ? $0.overDissent : $0.words }
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

/// Where a goal stood before it moved, and as what: it may go back (M17).
struct Stood: Hashable, Sendable {
  var timeframe: TimeframeID?
  var settlement: Settlement?
  var absentees: [StakeholderID] = []
  /// The goal for which it moved out; nil where it moved on its own account.
  var madeRoomFor: GoalID?
  /// What it became in the parking lot.
  var item: ItemID?
}

extension Stood: CodedObject {
  static let codec = Codec({ Stood() }).with([
    CodedField("timeframe", \.timeframe), CodedField("settlement", \.settlement),
    CodedField("absentees", \.absentees), CodedField("for", \.madeRoomFor), CodedField("item", \.item),
  ])
}

extension GoalState: CodedObject {
  package static let codec = Codec(Self.init(goal:), Member("goal", \.goal)).with([
    CodedField("presented", \.isPresented), CodedField("dots", \.dots), CodedField("firstColours", \.firstColours),
    CodedField("conditions", \.conditions),
    CodedField("adjustments", \.adjustments), CodedField("settlement", \.settlement),
    CodedField("absentees", \.absentees), CodedField("stood", \.stood), CodedField("yielded", \.hasYielded),
  ])
}
