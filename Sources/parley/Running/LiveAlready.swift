import ArgumentParser
import Glibc
import ParleyCore
import ParleyJournal

// Theory: a second session of one plan takes the words that belong into the first. No session knows the file that its plan
// came from, and a plan may be put right while its session is live; so the same plan is one of the same title and kind.
/// What becomes of a plan that has a live session already: that one goes on, unless the user wants another.
struct LiveAlready: ParsableArguments {
  @Flag(name: .customLong("new"), help: "Begins another session, even while one of this plan is live.")
  var isAnother = false

  /// What the user wants.
  enum Answer { case goOn, another, leave }

  /// The live session of a plan, and what to do about it; nil when there is none, or another one is wanted.
  ///
  /// - Parameter answers: what can be chosen, the one that Enter takes first.
  /// - Throws: `liveAlready` where nobody can be asked.
  func choice(
    for plan: Plan, at path: String, in store: Store, of answers: [Answer]
  ) throws(Failure) -> (live: SessionFile, answer: Answer)? {
    guard !isAnother, let live = LiveAlready.session(of: plan, in: store) else { return nil }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw .liveAlready(
        path, session: live.id, remedy: "parley resume \(live.id) goes on with it, --new begins another")
    }
    let question =
      oneLine("\(path): a session of this plan is live:") + "\n  \(oneLine(live.id))\n"
      + answers.map { "  \($0.key)  \($0.words)\($0 == answers.first ? " (Enter)" : "")\n" }.joined()
    let answer = Key.pressed(after: question) { byte in
      [0x0A, 0x0D].contains(byte) ? answers.first : answers.first { $0.key.utf8.first == byte | 0x20 }
    }
    return (live, answer ?? .leave)
  }

  /// The session of the plan that some process holds and that is not closed.
  private static func session(of plan: Plan, in store: Store) -> SessionFile? {
    store.files().last { file in
      guard Holder.current(lockPath: file.lockPath) != nil, let held = try? Journal.plan(of: file) else { return false }
      let isSame = held.title == plan.title && held.kind == plan.kind && held.rehearsal == nil
      return isSame && (try? Journal.isOpen(file)) == true
    }
  }
}

extension LiveAlready.Answer {
  fileprivate var key: String {
    switch self {
    case .goOn: "g"
    case .another: "n"
    case .leave: "q"
    }
  }

  fileprivate var words: String {
    switch self {
    case .goOn: "go on with it"
    case .another: "begin another"
    case .leave: "leave"
    }
  }
}
