import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// A replay: a past session on the real screen, to be looked at and not changed.
extension TerminalModel {
  /// A terminal that tells a past session again.
  /// - Parameter voices: who spoke in it, where it was a rehearsal.
  public init(
    replaying replay: Replay, voices: Performance? = nil, speed: Int, keymap: Keymap = .standard,
    themes: ThemeShelf = ThemeShelf()
  ) {
    self.init(speaker: .facilitator, commandPrefix: .random(), keymap: keymap, themes: themes)
    session = replay.session
    link = .live
    stage = Stage(clock: StageClock(at: replay.last.at, speed: speed), play: .replay(replay), voices: voices)
  }

  /// The replay, when this terminal shows one.
  public var replay: Replay? { if case .replay(let replay) = stage?.play { replay } else { nil } }

  /// Tells what was entered until then.
  mutating func tell(to now: Instant) {
    guard var replay, let next = replay.next, next.at <= now else { return }
    while let next = replay.next, next.at <= now { replay.tellNext() }
    show(replay)
  }

  /// Goes to a place; the clock is put to the time of its entry.
  mutating func goInReplay(to place: Int?) -> [Effect] {
    guard var replay, let place else { return [] }
    replay.go(to: place)
    stage?.clock.jump(to: replay.last.at)
    show(replay)
    return []
  }

  private mutating func show(_ replay: Replay) {
    let before = state
    stage?.play = .replay(replay)
    session = replay.session
    settleSelection(after: before)
    // What the countdown called out at another place is no news here.
    (alarm, conflictAlarm, offersOvertime) = (Alarm(), Alarm(), false)
  }

  /// Where the row that is marked came up: the step of an agenda, the goal of any other list.
  var markedPlace: Int? {
    guard let replay else { return nil }
    switch selectedRow {
    case .step(let step): return replay.place(of: step)
    case .goal(let id), .feature(_, of: let id): return replay.place(of: id)
    default: return nil
    }
  }

  mutating func search(forward: Bool) -> [Effect] {
    guard let replay, !sought.isEmpty else {
      say("nothing is searched for yet: / does")
      return []
    }
    guard let place = replay.place(ofWords: sought, forward: forward) else {
      say("“\(sought)” does not come up \(forward ? "after" : "before") this", .warning)
      return []
    }
    return goInReplay(to: place)
  }

  /// Takes a key while words to search for are typed.
  mutating func handle(_ key: Key, searching editor: LineEditor) -> [Effect] {
    var editor = editor
    switch key {
    case .escape, .control("g"), .control("c"): overlays.removeLast()
    case .backspace where editor.isEmpty: overlays.removeLast()
    case .enter:
      overlays.removeLast()
      if !editor.isEmpty { sought = editor.text }
      return search(forward: true)
    default:
      _ = editor.handle(key)
      replaceTop(.search(editor))
    }
    return []
  }

  func stageView(of replay: Replay) -> StageView {
    let told =
      replay.place == 1 ? "the lobby opens" : replay.last.sentence(in: replay.session.state) ?? replay.last.line
    let at = replay.next == nil ? "the end" : shownSpeed
    let now = stage?.clock.now ?? replay.last.at
    let said = stage?.voices?.said(until: now)
    return StageView(
      mark: "REPLAY",
      standing:
        "\(at)  \(now.clockWithSeconds)  \(replay.place)/\(replay.entries.count)",
      told: told, said: said.map { said in said.reversed().prefix(12).map { shown($0, said, at: now) } },
      open: said?.count { $0.isOpen(in: state) } ?? 0)
  }
}

extension Instant {
  /// `14:05:09`.
  var clockWithSeconds: String {
    let second = secondOfDay % 60
    return "\(clock):\(second < 10 ? "0" : "")\(second)"
  }
}
