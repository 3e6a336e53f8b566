/// The dots of the open vote, added up per goal as they are cast (M19).
///
/// It keeps no link between a person and a ballot: only sums. It is part of no state and no event; the
/// holder of a session keeps it beside the session and empties it when the vote ends.
public struct BallotBox: Hashable, Sendable {
  public private(set) var tally: [GoalID: Int] = [:]

  public init(tally: [GoalID: Int] = [:]) { self.tally = tally }

  /// Adds one ballot. Whether it may be cast was decided before.
  public mutating func add(_ dots: [GoalID: Int]) {
    for (goal, count) in dots where count > 0 { tally[goal, default: 0] += count }
  }
}
