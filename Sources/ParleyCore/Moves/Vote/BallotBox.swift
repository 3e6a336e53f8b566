/// The dots of the open vote, added up per goal as they are cast (M19).
///
/// It keeps no link between a person and a ballot, and no order: only sums. It is part of no state and no event; the
/// holder of a session keeps it beside the session and empties it when the vote ends.
public struct BallotBox: Hashable, Sendable {
  public private(set) var tally: [GoalID: Int]
  /// How many ballots were added up.
  public private(set) var ballots: Int

  public init(tally: [GoalID: Int] = [:], ballots: Int = 0) {
    self.tally = tally
    self.ballots = ballots
  }

  /// Adds one ballot. Whether it may be cast was decided before.
  public mutating func add(_ dots: [GoalID: Int]) {
    for (goal, count) in dots where count > 0 { tally[goal, default: 0] += count }
    ballots += 1
  }

  /// The same box with one ballot more.
  public func adding(_ dots: [GoalID: Int]) -> BallotBox {
    var more = self
    more.add(dots)
    return more
  }
}
