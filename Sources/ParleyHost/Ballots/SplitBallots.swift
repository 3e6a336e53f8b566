import CLinux
import ParleyCore
import ParleyJournal

/// The ballots of an open vote on disk and in memory, half here and half there (M19).
///
/// Theory: the files hold sums over all ballots, never a ballot, a voter or an order. A sum is the same in whatever
/// order it was added up, so nobody can recover the order of arrival from it; shuffled ballots would say more. The
/// bytes have the same length whatever was cast. They are split: fresh random bytes (the *pad*) go beside the session,
/// and pad XOR sums goes to a file system in memory. Each half alone is evenly random: a copy of the store, of its disk
/// or of a backup tells nothing, and neither does the file system in memory. This needs XOR and getrandom, but no
/// cipher and no key.
///
/// Renaming replaces a half: first the pad, then the sums. Only then are the halves before them removed. Two places
/// take turns, by the generation written before each half. So one pair matches at whatever moment a crash comes.
///
/// The journal and the sums cannot change at the same instant. So a cast (1) keeps the sums as they are *and* as they
/// will be, (2) appends `ballotCast`, (3) keeps the new sums alone. The next host takes the sums that count as many
/// ballots as the journal names voters: the old ones before (2), the new ones after it. Each ballot counts once.
///
/// Left out: nothing is synced, since the half in memory is lost with the power anyway (the vote is then cancelled,
/// openly). Anyone who has both halves at the same moment can read the sums, and anyone who has them before and after a
/// cast can read the difference. That takes the user's own account, which could as well watch the keyboard, or the
/// administrator's. Pages that the kernel swaps out can outlast the vote on the swap disk.
public final class SplitBallots: BallotStore {
  private var padPath: String
  private var sumsPath: String
  private let memory: MemoryFolder?
  private var generation: Int
  /// Called after each change on disk, so that a test can see what a crash would leave.
  var afterStep: () -> Void = {}

  private static let headerCount = 8

  /// - Parameters:
  ///   - padPath: where the pad belongs, beside the session.
  ///   - sumsPath: where the other half belongs, in memory.
  ///   - memory: where it belongs when the session goes on in another file.
  init(padPath: String, sumsPath: String, memory: MemoryFolder? = nil) {
    self.padPath = padPath
    self.sumsPath = sumsPath
    self.memory = memory
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
    // The next ballot tries again after a failure here; until then a crash would cancel the vote.
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

  public func follow(_ file: SessionFile) {
    padPath = file.ballotPadPath
    sumsPath = memory?.ballotPath(of: file) ?? sumsPath
  }

  // The half in memory goes first: a pad alone tells nothing.
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
