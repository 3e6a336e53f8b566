import ParleyCore
import ParleyScreens
import ParleyTerminal

// A voter's turn at the keyboard, and what ends it (M19).
extension TerminalModel {
  mutating func handle(_ key: Key, in turn: BallotTurn) -> [Effect] {
    guard let state, let vote = state.openVote else {
      overlays.removeLast()
      return [.wipe]
    }
    var turn = turn
    let goals = state.ballotGoals.map(\.id)
    switch turn.handle(key, vote: vote, goals: goals, waiting: stillToVote) {
    case .stays:
      replaceTop(.ballot(turn))
      return []
    case .opens:
      replaceTop(.ballot(turn))
      return [.closeMemory]
    case .putsAway:
      _ = putBallotAway()
      return [.wipe]
    case .closes:
      overlays.removeLast()
      return []
    case .casts:
      overlays.removeLast()
      chosenPerson = nil
      selection[pane] = nil
      let effects = send(Statement(turn.line(by: speaker, goals: goals), by: speaker), from: .ballot(turn.who))
      handOn()
      return effects + [.wipe]
    }
  }

  /// Whether the host's answer is about a ballot, given by the key or on the `:` line.
  func isBallot(_ command: Pending) -> Bool { BallotSecrecy.covers(command.line) }

  /// The neutral card for the next voter comes at once, before the host has answered: nothing is to be seen between.
  private mutating func handOn() {
    if speaker == .facilitator, let next = stillToVote.first { overlays.append(.ballot(BallotTurn(next))) }
  }

  /// An entry has come: a turn ends with its vote, whoever ended that, and the result shows on all screens at once.
  mutating func settleVote(_ entry: Entry, after before: State?) -> [Effect] {
    guard let state else { return [] }
    // At a projector nobody presses a key: the result goes when the talk goes on.
    if state.step != before?.step || entry.events.contains(where: \.goesOn) {
      overlays.removeAll { $0 == .voteResult }
    }
    let wasBallot = overlays.contains(where: \.isBallot)
    if !state.voteIsOpen { overlays.removeAll(where: \.isBallot) }
    passOver(whoVotesElsewhere: state)
    let isInSight = pane == .session && state.step == .vote
    if entry.events.contains(where: \.revealsVote), !isInSight, overlays.allSatisfy(\.isSending) {
      overlays.append(.voteResult)
    }
    return wasBallot && !state.voteIsOpen ? [.wipe] : []
  }

  /// A card for someone who has a terminal of their own by now, or has cast a ballot there, is the next one's.
  mutating func passOver(whoVotesElsewhere state: State) {
    guard case .ballot(let turn) = overlays.last, turn.stage == .handOver, turn.isHandedRound,
      state.openVote?.turnout.contains(turn.who) == true || voteElsewhere.contains(turn.who)
    else { return }
    overlays.removeLast()
    handOn()
  }

  /// Gives the terminal to the shell, without a ballot on it.
  mutating func suspend() -> [Effect] {
    // The shell gives the window a title of its own.
    title = nil
    return putBallotAway() ? [.wipe, .suspend] : [.suspend]
  }

  /// Drops the dots of a ballot that is on the screen; false where there is none. What is seen then is the neutral card,
  /// or the session at one's own terminal.
  mutating func putBallotAway() -> Bool {
    guard case .ballot(let turn) = overlays.last, turn.stage != .handOver else { return false }
    overlays.removeLast()
    if turn.isHandedRound { overlays.append(.ballot(BallotTurn(turn.who))) }
    return true
  }
}

extension Event {
  /// Whether the room has turned to something else than the result of a vote.
  fileprivate var goesOn: Bool {
    switch self {
    case .dotGiven, .goalSettled, .conflictOpened, .voteOpened: true
    default: false
    }
  }

  fileprivate var revealsVote: Bool { if case .voteRevealed = self { true } else { false } }
}
