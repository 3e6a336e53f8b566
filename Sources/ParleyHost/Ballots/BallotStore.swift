import ParleyCore
import ParleyJournal

/// Keeps the sums of an open vote beside the session, where the next host finds them (M19).
public protocol BallotStore: AnyObject {
  /// Whether ballots outlive a host that crashes.
  var outlivesHost: Bool { get }
  /// Keeps the sums as they are, and as they will be once the current ballot is in the journal. Both are equal when
  /// there is no current ballot.
  func keep(_ sums: BallotSums)
  /// The sums of that many ballots of that vote; nil when they are lost.
  func sums(of vote: String, ballots: Int) -> BallotBox?
  /// Removes all that is left of any vote.
  func remove()
  /// From now on, keeps them for the session in this file.
  func follow(_ file: SessionFile)
}

extension BallotStore {
  public func follow(_ file: SessionFile) {}
}

/// Keeps ballots in the host alone: a crash loses them.
public final class ForgetfulBallots: BallotStore {
  public init() {}
  public var outlivesHost: Bool { false }
  public func keep(_ sums: BallotSums) {}
  public func sums(of vote: String, ballots: Int) -> BallotBox? { nil }
  public func remove() {}
}
