import ParleyCore

/// Where the sums of an open vote are kept beside the session, so that the next host finds them (M19).
public protocol BallotStore: AnyObject {
  /// Whether ballots outlive a host that crashes.
  var outlivesHost: Bool { get }
  /// Keeps the sums as they are and as they will be once the ballot at hand is in the journal; equal when none is.
  func keep(_ sums: BallotSums)
  /// The sums of that many ballots of that vote; nil when they are lost.
  func sums(of vote: String, ballots: Int) -> BallotBox?
  /// Leaves nothing of any vote.
  func remove()
}

/// Keeps ballots nowhere but in the host: a crash loses them.
public final class ForgetfulBallots: BallotStore {
  public init() {}
  public var outlivesHost: Bool { false }
  public func keep(_ sums: BallotSums) {}
  public func sums(of vote: String, ballots: Int) -> BallotBox? { nil }
  public func remove() {}
}
