import ParleyCore
import ParleyScreens
import ParleyTerminal

// Theory: a ballot exists in this value and nowhere else on this side: not in a form, a draft, the history, the `:` line
// or a notice. It lies over the whole screen. Its first stage is a neutral card, so that everyone can look away before a
// goal is on the screen; going back, or casting, drops the dots and paints the screen anew. What was cast lives on in
// the message to the host alone, until the host has answered.

/// The keyboard in one person's hands: the hand-over, then an empty ballot (M19).
public struct BallotTurn: Hashable, Sendable {
  /// Where the turn stands.
  public enum Stage: Hashable, Sendable {
    /// The neutral card: the keyboard goes to this person.
    case handOver
    case filling
    /// Enter casts it for good.
    case confirming
  }

  public private(set) var who: StakeholderID
  public private(set) var stage: Stage
  public private(set) var dots: [GoalID: Int] = [:]
  /// The index of the goal that the arrows are at.
  public private(set) var pointer = 0
  /// Why the last key did nothing.
  public private(set) var remark: String?

  /// Whether the keyboard goes from hand to hand, rather than being this person's own.
  public let isHandedRound: Bool

  public init(_ who: StakeholderID, isHandedRound: Bool = true) {
    self.who = who
    self.isHandedRound = isHandedRound
    stage = isHandedRound ? .handOver : .filling
  }

  public var given: Int { dots.values.reduce(0, +) }

  /// What a key asks of whoever holds the turn.
  enum BallotResult { case stays, opens, closes, casts, putsAway }

  /// - Parameter waiting: who is here and has not voted, in the order to ask.
  mutating func handle(_ key: Key, vote: Vote, goals: [GoalID], waiting: [StakeholderID]) -> BallotResult {
    remark = nil
    if case .paste = key {
      remark = "Pasted text is no ballot: nothing of it was taken."
      return .stays
    }
    switch stage {
    case .handOver: return handOver(key, waiting)
    case .filling: return fill(key, vote, goals)
    case .confirming:
      if key == .enter { return .casts }
      stage = .filling
      // Going back is a key of its own; any other means what it means on the ballot.
      return [.escape, .control("c"), .control("g")].contains(key) ? .stays : fill(key, vote, goals)
    }
  }

  private mutating func handOver(_ key: Key, _ waiting: [StakeholderID]) -> BallotResult {
    switch key {
    case .enter:
      stage = .filling
      return .opens
    case .escape, .control("c"), .control("g"), .character("q"): return .closes
    case .left, .up, .character("h"), .character("k"): choose(by: -1, of: waiting)
    case .right, .down, .tab, .character("l"), .character("j"): choose(by: 1, of: waiting)
    case .character(let digit):
      if let number = digit.wholeNumberValue, waiting.indices.contains(number - 1) { who = waiting[number - 1] }
    default: break
    }
    return .stays
  }

  private mutating func choose(by amount: Int, of waiting: [StakeholderID]) {
    guard let place = waiting.firstIndex(of: who) else {
      who = waiting.first ?? who
      return
    }
    who = waiting[(place + amount + waiting.count) % waiting.count]
  }

  private mutating func fill(_ key: Key, _ vote: Vote, _ goals: [GoalID]) -> BallotResult {
    switch key {
    case .escape, .control("c"), .control("g"):
      return .putsAway
    case .up, .character("k"): pointer = max(0, pointer - 1)
    case .down, .character("j"): pointer = min(goals.count - 1, pointer + 1)
    case .character("+"), .character("="), .character(" "), .right: add(1, vote, goals)
    case .character("-"), .left, .backspace: add(-1, vote, goals)
    case .enter:
      if given == 0 { remark = "The ballot is empty: give a dot, or go back with Esc." } else { stage = .confirming }
    case .character(let digit):
      guard let number = digit.wholeNumberValue, goals.indices.contains(number - 1) else { break }
      pointer = number - 1
      add(1, vote, goals)
    default: break
    }
    return .stays
  }

  /// A goal was clicked; while it is asked whether to cast, that leads back to the ballot, as any key does.
  mutating func click(_ goal: GoalID, vote: Vote, goals: [GoalID]) {
    remark = nil
    guard stage != .handOver, let place = goals.firstIndex(of: goal) else { return }
    if stage == .filling {
      pointer = place
      add(1, vote, goals)
    }
    stage = .filling
  }

  private mutating func add(_ amount: Int, _ vote: Vote, _ goals: [GoalID]) {
    guard goals.indices.contains(pointer) else { return }
    let count = dots[goals[pointer]] ?? 0
    if amount > 0, given >= vote.dots {
      remark = "All dots are placed; - takes one back."
    } else if amount > 0, count >= vote.max {
      remark = "No more than \(vote.max) on one goal."
    } else {
      dots[goals[pointer]] = count + amount > 0 ? count + amount : nil
    }
  }

  /// The keyboard goes to someone else first.
  mutating func handOver(to other: StakeholderID) { who = other }

  /// Places a dot for each number of a goal that was typed, on an empty ballot; false where that is none.
  mutating func fill(with line: String, vote: Vote, goals: [GoalID]) -> Bool {
    dots = [:]
    var words = line.split { $0 == " " || $0 == "," }.map(String.init)
    if words.count == 1, goals.count < 10 { words = words[0].map { String($0) } }
    for word in words {
      guard let number = Int(word), goals.indices.contains(number - 1) else { return putOff() }
      dots[goals[number - 1], default: 0] += 1
    }
    guard !words.isEmpty, given <= vote.dots, dots.values.allSatisfy({ $0 <= vote.max }) else { return putOff() }
    stage = .confirming
    return true
  }

  private mutating func putOff() -> Bool {
    dots = [:]
    return false
  }

  /// The command that casts it.
  func line(by speaker: Speaker, goals: [GoalID]) -> String {
    let words = goals.compactMap { goal in dots[goal].map { "\(goal)=\($0)" } }.joined(separator: " ")
    return (speaker == .facilitator ? "@\(who) " : "") + "ballot " + words
  }
}

extension State {
  /// What may be voted for. A ballot names goals that were not presented yet: it comes before their discussion (M10).
  var ballotGoals: [GoalState] { goals.filter(\.takesRoom) }
}
