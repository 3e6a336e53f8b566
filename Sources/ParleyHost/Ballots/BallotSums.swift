import CLinux
import ParleyCore

/// The sums of an open vote, before and after the current ballot (M19).
///
/// Its bytes have the same length whatever was cast: a table of all goals, with two counters each.
public struct BallotSums: Hashable, Sendable {
  /// The command that opened the vote, so that sums of another vote are never taken for this one's.
  public var vote: String
  /// The goals that people may vote for.
  public var goals: [GoalID]
  public var current: BallotBox
  public var next: BallotBox

  public init(vote: String, goals: [GoalID], current: BallotBox, next: BallotBox) {
    self.vote = vote
    self.goals = goals
    self.current = current
    self.next = next
  }

  /// The longest id of a goal or a command, in bytes.
  private static let nameCount = 64
  private static let goalCount = nameCount + 16
  /// The table has room for at least this many goals, so that another goal seldom changes the length.
  private static let leastGoals = 32
  private static let frameCount = nameCount + 8 + 16 + 8

  /// The sums as bytes. A mark at the end tells halves that do not belong together.
  func encoded() -> [UInt8] {
    let more = Set(current.tally.keys).union(next.tally.keys).subtracting(goals).sorted()
    let all = goals + more
    let room = max(BallotSums.leastGoals, (all.count + 31) / 32 * 32)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(room * BallotSums.goalCount + BallotSums.frameCount)
    bytes.put(vote, count: BallotSums.nameCount)
    bytes.put(all.count)
    bytes.put(current.ballots)
    bytes.put(next.ballots)
    for index in 0..<room {
      let goal = index < all.count ? all[index] : nil
      bytes.put(goal?.text ?? "", count: BallotSums.nameCount)
      bytes.put(goal.flatMap { current.tally[$0] } ?? 0)
      bytes.put(goal.flatMap { next.tally[$0] } ?? 0)
    }
    bytes.put(Int(truncatingIfNeeded: BallotSums.mark(of: bytes[...])))
    return bytes
  }

  /// Reads what ``encoded()`` gives; nil for anything else.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= BallotSums.frameCount,
      (bytes.count - BallotSums.frameCount) % BallotSums.goalCount == 0,
      bytes.number(at: bytes.count - 8) == Int(truncatingIfNeeded: BallotSums.mark(of: bytes.dropLast(8)))
    else { return nil }
    let start = BallotSums.nameCount
    let room = (bytes.count - BallotSums.frameCount) / BallotSums.goalCount
    let count = bytes.number(at: start)
    guard (0...room).contains(count) else { return nil }
    goals = []
    var tallies: [[GoalID: Int]] = [[:], [:]]
    for index in 0..<count {
      let from = start + 24 + index * BallotSums.goalCount
      let goal = GoalID(bytes.name(at: from, count: BallotSums.nameCount))
      goals.append(goal)
      for side in 0...1 {
        let dots = bytes.number(at: from + BallotSums.nameCount + 8 * side)
        if dots > 0 { tallies[side][goal] = dots }
      }
    }
    vote = bytes.name(at: 0, count: BallotSums.nameCount)
    current = BallotBox(tally: tallies[0], ballots: bytes.number(at: start + 8))
    next = BallotBox(tally: tallies[1], ballots: bytes.number(at: start + 16))
  }

  /// FNV-1a catches halves that do not match. It need not stop an attacker: anyone who can write them owns the session.
  private static func mark(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}

extension [UInt8] {
  /// Overwrites them with zeros. It does not reach copies.
  mutating func wipe() {
    withUnsafeMutableBytes { if let start = $0.baseAddress { parley_wipe(start, $0.count) } }
  }

  fileprivate mutating func put(_ name: String, count: Int) {
    let bytes = name.utf8.prefix(count)
    self += bytes
    self += repeatElement(0, count: count - bytes.count)
  }

  fileprivate mutating func put(_ number: Int) {
    for shift in stride(from: 56, through: 0, by: -8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  fileprivate func number(at start: Int) -> Int { self[start..<start + 8].reduce(0) { $0 << 8 | Int($1) } }

  fileprivate func name(at start: Int, count: Int) -> String {
    String(decoding: self[start..<start + count].prefix { $0 != 0 }, as: UTF8.self)
  }
}
