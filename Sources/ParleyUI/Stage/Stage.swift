import ParleyCore
import ParleyScreens
import ParleyTerminal

// Theory: a session that is not in earnest is shown by the same terminal as one that is, on a clock of its own. The
// stage holds that clock and what is played on it; the process lets the clock pass before every key and picture
// (`beat`), and the model shows what has come (`tick`). All that is drawn besides is a mark that cannot be overlooked,
// and what is played: drawing asks the stage for a `StageView` and knows no more of it.

/// What is played on a terminal that shows no session in earnest, and its clock.
public struct Stage: Sendable {
  public internal(set) var clock: StageClock
  var play: Play
  /// Who spoke in the rehearsal that is replayed; nil for any other replay.
  var voices: Performance?

  enum Play: Sendable {
    case replay(Replay)
    case rehearsal(Performance)
    /// Timeboxes only.
    case solo
    case tutor(Tutor)
  }
}

extension TerminalModel {
  /// Lets the stage's clock go on to a moment of CLOCK_BOOTTIME; to be called before a key or a picture.
  public mutating func beat(atBoottimeMs moment: Int64) {
    let isHeld = isBusy
    stage?.clock.pass(toMs: moment, isHeld: isHeld)
  }

  /// Milliseconds of the machine's clock after which the screen changes by itself; nil when it does not.
  public func wait(after now: Instant) -> Int64? {
    guard let stage else { return nextMoment(after: now).map { $0.milliseconds - now.milliseconds } }
    let next = [nextMoment(after: now), nextOnStage].compactMap { $0 }.min()
    // Faster than the eye follows, or a terminal draws, need no picture be.
    return next.flatMap { stage.clock.wait(until: $0, isHeld: isBusy) }.map { max(40, $0) }
  }

  /// Whether words are being typed.
  var isWriting: Bool {
    switch overlays.last {
    case .form, .prompt, .search: true
    case nil, .menu, .spread, .help, .ballot, .voteResult, .report: false
    }
  }

  /// Whether someone writes, or reads what lies over the screen: the clock waits for them.
  var isBusy: Bool {
    switch overlays.last {
    case .menu, .help, .report: true
    default: isWriting
    }
  }

  /// When the next thing happens on the stage; nil when nothing does any more.
  var nextOnStage: Instant? {
    switch stage?.play {
    case nil, .solo, .tutor: nil
    case .replay(let replay):
      [replay.next?.at, stage.flatMap { $0.voices?.word(after: $0.clock.now) }].compactMap { $0 }.min()
    case .rehearsal(let performance): performance.next
    }
  }

  /// Shows what has come on the stage by now.
  mutating func play(to now: Instant) -> [Effect] {
    switch stage?.play {
    case nil, .solo, .tutor: return []
    case .replay:
      tell(to: now)
      return []
    case .rehearsal: return speak(to: now)
    }
  }

  /// Whether nothing can be done here but look.
  var isReplay: Bool { if case .replay = stage?.play { true } else { false } }

  /// Whether the clock is one's own to hurry and to stop.
  var isRehearsal: Bool {
    switch stage?.play {
    case .rehearsal, .solo: true
    case nil, .replay, .tutor: false
    }
  }

  func stageView(at now: Instant) -> StageView? {
    switch stage?.play {
    // The tutor speaks below the session.
    case nil, .tutor: nil
    case .replay(let replay): stageView(of: replay)
    case .rehearsal(let performance): stageView(of: performance, at: now)
    case .solo: StageView(mark: "REHEARSAL", standing: "\(shownSpeed)  \(now.clockWithSeconds)", isSolo: true)
    }
  }

  /// `×10`, or why the clock does not go so fast.
  var shownSpeed: String {
    guard let clock = stage?.clock else { return "" }
    guard !clock.isStopped, clock.speed > 1 else { return clock.isStopped ? "stopped" : "×1" }
    return isWriting ? "×1 while you write" : isBusy ? "×1 while you read" : "×\(clock.speed)"
  }
}
