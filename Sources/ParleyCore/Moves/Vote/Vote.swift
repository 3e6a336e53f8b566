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
