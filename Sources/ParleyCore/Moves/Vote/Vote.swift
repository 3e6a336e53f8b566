/// A silent vote (M19). It holds who has voted, never who voted for what.
public struct Vote: Hashable, Sendable {
  public var dots: Int
  public var max: Int
  public var turnout: [StakeholderID] = []
  /// Nil until the reveal; goals without dots are left out.
  public var tally: [GoalID: Int]?

  public init(dots: Int, max: Int) {
    self.dots = dots
    self.max = max
  }
}

extension Vote {
  /// Whether the sums can come about in one way alone: all voted alike, and so each ballot is known (M19).
  public var tellsEveryBallot: Bool {
    guard let tally else { return false }
    return Vote.tellsEveryBallot(tally.values.filter { $0 > 0 }, turnout: turnout.count, dots: dots, max: max)
  }

  /// What is said of such a result.
  static let unanimity = "all voted alike, so this is what each of them voted"

  /// One ballot alone is a result of which nothing has to be said.
  static func tellsEveryBallot(_ sums: [Int], turnout: Int, dots: Int, max: Int) -> Bool {
    guard turnout > 1, !sums.isEmpty else { return false }
    // Who gives as much as one goal takes to each of them can have done so in one way only. What is left of everyone's
    // dots is then on one goal at most.
    let most = turnout * min(dots, max)
    let others = sums.filter { $0 != most }
    return others.isEmpty || others.count == 1 && sums.reduce(0, +) == turnout * dots
  }
}

extension Vote: CodedObject {
  package static let codec = Codec(Self.init(dots:max:), Member("dots", \.dots), Member("max", \.max)).with([
    CodedField("turnout", \.turnout), CodedField("tally", \.sums),
  ])

  private var sums: DotSums? {
    get { tally.map(DotSums.init) }
    set { tally = newValue?.dots }
  }

  func redacted(by redaction: Redaction) -> Vote {
    var seen = self
    seen.tally = tally.map(redaction.redacted)
    return seen
  }
}

extension State {
  /// The goals that got dots, most dots first, equal ones as they came to the table.
  public func voted(_ tally: [GoalID: Int]) -> [(goal: GoalState, dots: Int)] {
    goals.enumerated().map { (index: $0, goal: $1, dots: tally[$1.id] ?? 0) }.filter { $0.dots > 0 }
      .sorted { ($1.dots, $0.index) < ($0.dots, $1.index) }.map { ($0.goal, $0.dots) }
  }
}
