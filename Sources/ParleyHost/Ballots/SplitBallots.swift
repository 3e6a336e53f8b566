import CLinux
import ParleyCore
import ParleyJournal

/// The ballots of an open vote on disk and in memory, half here and half there (M19).
///
/// Theory. What is kept are sums over all ballots, never a ballot, a voter or an order: a sum is the same in whatever
/// order it was added up, so the order of arrival cannot be recovered from it; shuffled ballots would say more. The
/// bytes have one length whatever was cast. They are split: fresh random bytes (the *pad*) beside the session, and pad
/// XOR sums on a file system in memory. Each half alone is evenly random, so whoever copies the store, its disk or a
/// backup, or reads the memory file system, learns nothing. It takes XOR and getrandom, no cipher and no key to keep.
///
/// A half is replaced by renaming, in the order pad, sums, and the halves before it are removed only then: two places
/// take turns, by the generation that stands before each half. So at any moment of a crash one pair matches.
///
/// Journal and sums cannot change at once. So a cast (1) keeps the sums as they are *and* as they will be, (2) appends
/// `ballotCast`, (3) keeps the new sums alone. The next host takes those that count as many ballots as the journal names
/// voters: before (2) the old, after it the new. Each ballot counts once.
///
/// Left out: nothing is synced, since the half in memory is gone with the power anyway (the vote then is cancelled,
/// openly). Whoever has both halves at the same moment reads the sums, and who has them before and after a cast reads
/// the difference: that takes the user's own account, which could as well watch the keyboard, or the administrator's.
/// Pages that the kernel swaps out can outlast the vote on the swap disk.
public final class SplitBallots: BallotStore {
  private let padPath: String
  private let sumsPath: String
  private var generation: Int
  /// Called after each change on disk: a test looks there what a crash would leave.
  var afterStep: () -> Void = {}

  private static let headerCount = 8

  /// - Parameters:
  ///   - padPath: where the pad belongs, beside the session.
  ///   - sumsPath: where the other half belongs, in memory.
  init(padPath: String, sumsPath: String) {
    self.padPath = padPath
    self.sumsPath = sumsPath
    generation = 0
    generation = pairs().map(\.generation).max() ?? 0
  }

  public var outlivesHost: Bool { true }

  public func keep(_ sums: BallotSums) {
    var content = sums.encoded()
    defer { content.wipe() }
    var pad = [UInt8](repeating: 0, count: content.count)
    guard parley_random(&pad, pad.count) == 0 else { return }
    let generation = self.generation &+ 1
    let header = (0..<SplitBallots.headerCount).map { UInt8(truncatingIfNeeded: generation >> (56 - 8 * $0)) }
    let hidden = zip(pad, content).map { $0 ^ $1 }
    // What fails here is tried again with the next ballot; until then a crash would cancel the vote.
    guard PrivateFile.replace(place(padPath, generation), with: header + pad) else { return }
    afterStep()
    guard PrivateFile.replace(place(sumsPath, generation), with: header + hidden) else { return }
    afterStep()
    self.generation = generation
    remove(generation &- 1)
  }

  public func sums(of vote: String, ballots: Int) -> BallotBox? {
    for pair in pairs().sorted(by: { $0.generation > $1.generation }) where pair.sums.vote == vote {
      if let box = [pair.sums.current, pair.sums.next].first(where: { $0.ballots == ballots }) { return box }
    }
    return nil
  }

  public func remove() {
    for generation in 0...1 { remove(generation) }
  }

  // The half in memory goes first: a pad without it is nothing.
  private func remove(_ generation: Int) {
    PrivateFile.remove(place(sumsPath, generation))
    afterStep()
    PrivateFile.remove(place(padPath, generation))
    afterStep()
  }

  private func place(_ path: String, _ generation: Int) -> String { "\(path).\(generation & 1)" }

  private func pairs() -> [(generation: Int, sums: BallotSums)] {
    (0...1).compactMap { turn in
      let count = SplitBallots.headerCount
      guard let pad = PrivateFile.read(place(padPath, turn)), let hidden = PrivateFile.read(place(sumsPath, turn)),
        pad.count == hidden.count, pad.count > count, pad.prefix(count) == hidden.prefix(count)
      else { return nil }
      var content = zip(pad, hidden).dropFirst(count).map { $0 ^ $1 }
      defer { content.wipe() }
      guard let sums = BallotSums(content) else { return nil }
      return (pad.prefix(count).reduce(0) { $0 << 8 | Int($1) }, sums)
    }
  }
}
