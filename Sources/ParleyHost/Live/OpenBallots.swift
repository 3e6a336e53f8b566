import ParleyCore
import ParleyJournal

/// The ballots of a live session's open vote; empty while no vote is open.
struct OpenBallots {
  private(set) var box = BallotBox()
  /// The command that opened the vote.
  private var vote = ""
  /// Whether a ballot was kept as the next one and is not known to be in the journal.
  private var isInDoubt = false
  private let keeping: any BallotStore

  /// Resumes the vote that is open, when as many ballots are kept as it has voters. Otherwise it removes them.
  ///
  /// - Parameter command: the id of the command that opened it; nil while none is open.
  init(_ keeping: any BallotStore, of command: String?, _ state: State) {
    self.keeping = keeping
    vote = command ?? ""
    let count = state.openVote?.turnout.count ?? 0
    if count > 0, let found = keeping.sums(of: vote, ballots: count) {
      box = found
      keeping.keep(sums(next: box, state))
    } else {
      keeping.remove()
    }
  }

  var outliveHost: Bool { keeping.outlivesHost }

  /// A ballot is about to be put in the journal.
  mutating func await(_ ballot: [GoalID: Int], _ state: State) {
    isInDoubt = true
    keeping.keep(sums(next: box.adding(ballot), state))
  }

  /// The command that was to be put in the journal is refused after all.
  mutating func giveUp(_ state: State) {
    guard isInDoubt else { return }
    isInDoubt = false
    keeping.keep(sums(next: box, state))
  }

  /// An entry is in the journal.
  mutating func apply(_ entry: Entry, id: String, ballot: [GoalID: Int]?, _ state: State) {
    if let ballot {
      box.add(ballot)
      isInDoubt = false
      keeping.keep(sums(next: box, state))
    }
    if entry.events.contains(where: \.opensVote) { vote = id }
    if entry.events.contains(where: \.endsBallots) {
      box = BallotBox()
      keeping.remove()
    }
  }

  /// The session goes on in another file: the next host looks for the ballots beside that one.
  func follow(_ file: SessionFile, _ state: State) {
    keeping.remove()
    keeping.follow(file)
    if state.voteIsOpen { keeping.keep(sums(next: box, state)) }
  }

  private func sums(next: BallotBox, _ state: State) -> BallotSums {
    BallotSums(vote: vote, goals: state.goals.map(\.id), current: box, next: next)
  }
}

extension Event {
  var opensVote: Bool { if case .voteOpened = self { true } else { false } }

  /// Whether the ballots cast so far no longer count.
  fileprivate var endsBallots: Bool {
    if case .voteRevealed = self { return true }
    if case .voteCancelled = self { return true }
    return opensVote
  }
}
