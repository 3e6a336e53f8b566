import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// A rehearsal: a session on the real screen, with people who are simulated in this terminal and commands that go the
// real road.
extension TerminalModel {
  /// A terminal on a rehearsal that stands at `now`, which it has yet to join.
  /// - Parameter performance: the people, as far as they have come; nil alone, where there is nobody.
  public init(
    rehearsing performance: Performance?, at now: Instant, speed: Int, keymap: Keymap = .standard,
    themes: ThemeShelf = ThemeShelf()
  ) {
    self.init(speaker: .facilitator, commandPrefix: .random(), keymap: keymap, themes: themes)
    stage = Stage(clock: StageClock(at: now, speed: speed), play: performance.map(Stage.Play.rehearsal) ?? .solo)
  }

  /// The people of this rehearsal; nil where none are simulated.
  public var performance: Performance? {
    if case .rehearsal(let performance) = stage?.play { performance } else { nil }
  }

  var isSolo: Bool { if case .solo = stage?.play { true } else { false } }

  /// Says what is due by now, and has the ballots cast that are.
  mutating func speak(to now: Instant) -> [Effect] {
    guard var performance, let state else { return [] }
    let said = performance.said.count
    let ballots = performance.play(to: now, in: state)
    stage?.play = .rehearsal(performance)
    // What was said a moment ago stands where a notice would be.
    if performance.said.count > said, notice?.severity == .information { notice = nil }
    return ballots.map { .send(.command(id: .random(), line: $0)) }
  }

  /// Takes in what came of a command, after all that was said before it.
  mutating func rehearse(_ entry: Entry, after before: State?) -> [Effect] {
    guard var performance, let before, let state else { return [] }
    let ballots = performance.play(to: entry.at, in: before)
    performance.hear(entry, state)
    stage?.play = .rehearsal(performance)
    return ballots.map { .send(.command(id: .random(), line: $0)) }
  }

  /// Puts the clock forward to what happens next: a word, or the end of the time at hand.
  mutating func jumpOnStage() -> [Effect] {
    guard let now = stage?.clock.now, let state else { return [] }
    let left = Countdown(foremostIn: state, at: now)?.left ?? 0
    let end = left > 60 ? now.adding(seconds: left - 60) : left > 0 ? now.adding(seconds: left) : nil
    guard let next = [performance?.next, end].compactMap({ $0 }).filter({ $0 > now }).min() else {
      say("nobody has anything to say; the step is yours to end")
      return []
    }
    stage?.clock.jump(to: next)
    return []
  }

  /// How it goes so far; nil where nothing is rehearsed.
  func debrief(at now: Instant) -> RehearsalReport? { state.flatMap { RehearsalReport($0, performance, at: now) } }

  /// How it goes so far, over everything.
  mutating func openReport(at now: Instant) {
    guard let report = debrief(at: now) else { return }
    var page = ReportPage(report.lines, title: "So far")
    for part in report.debriefParts {
      page.lines.append("")
      if part.canBeginAgain, let step = part.step {
        page.steps.append(ReportPage.Place(step: step, title: part.title, line: page.lines.count))
      }
      page.lines += [part.title] + part.lines
    }
    overlays.append(.report(page, scroll: 0))
  }

  static let waitingTitle = "To write down, the oldest first"
  static let briefTitle = "Before you begin"

  /// All that was said and waits to be written down, in full, and what was missed in this step.
  mutating func openWaiting(at now: Instant) {
    guard let said = performance?.said, let state else { return }
    func told(_ utterance: Utterance) -> [String] {
      let hint = showsHints ? hint(for: utterance.matter) : ""
      let head = "  \(utterance.at.clock)  \(state.name(utterance.who)), \(utterance.matter.name)"
      return [head + (hint.isEmpty ? "" : "  [\(hint)]")]
        + Text.wrapped("“\(utterance.text)”", toWidth: 64).map { "         \($0)" }
    }
    let open = said.filter { $0.isOpen(in: state) }
    let missed = said.filter { $0.isToBeCaptured && $0.capture == nil && !$0.isOpen(in: state) }.suffix(5)
    let nothing = open.isEmpty ? ["  Nothing waits."] : []
    let lines =
      [TerminalModel.waitingTitle] + nothing + open.flatMap(told)
      + (missed.isEmpty ? [] : ["", "Too late for"] + missed.flatMap(told))
    overlays.append(.report(ReportPage(lines), scroll: 0))
  }

  /// Shows who will be there and what to practise, before anything begins.
  public mutating func showBrief(_ lines: [String]) {
    overlays.append(.report(ReportPage([TerminalModel.briefTitle] + lines), scroll: 0))
  }

  mutating func handle(_ key: Key, in page: ReportPage, _ scroll: Int) {
    let height = max(1, sessionSize(in: screen).rows - 4)
    let last = max(0, page.lines.count - height)
    let scrolled: Int
    switch key {
    case .down, .character("j"): scrolled = max(scroll, min(last, scroll + 1))
    case .up, .character("k"): scrolled = scroll - 1
    case .pageDown, .character(" "): scrolled = max(scroll, min(last, scroll + height))
    case .pageUp: scrolled = scroll - height
    case .home: scrolled = 0
    case .end: scrolled = last
    // A step's heading comes to the top, however little stands below it.
    case .tab where !page.steps.isEmpty: scrolled = page.steps.first { $0.line > scroll }?.line ?? scroll
    case .backTab where !page.steps.isEmpty: scrolled = page.steps.last { $0.line < scroll }?.line ?? 0
    case .character("r") where !page.steps.isEmpty:
      let seed = state?.plan.rehearsal?.seed ?? 0
      return overlays.append(.menu(.again(page.steps, reading: page.step(at: scroll), seed: seed)))
    default:
      overlays.removeLast()
      return
    }
    replaceTop(.report(page, scroll: max(0, scrolled)))
  }

  /// Alone, one key goes on: the goal on the table counts as talked through.
  mutating func goOnAlone() -> [Effect] {
    guard let state else { return [] }
    if state.ended != nil { return [.leave(.detached)] }
    if state.step == .readBack || state.step == state.agenda.last {
      return send(Statement(Close()), from: .action(.close))
    }
    let settles = state.step.isGoalStep && state.goalOnTable?.settlement == nil
    let settled = settles ? send(Statement(ConfirmGoal(goal: nil)), from: .action(.confirm)) : []
    return settled + send(Statement(GoNext(from: stepHere)), from: .action(.next))
  }

  func stageView(of performance: Performance, at now: Instant) -> StageView {
    let open = performance.said.count { $0.isOpen(in: state) }
    let said = performance.said.reversed().prefix(12).map { shown($0, performance.said, at: now) }
    var view = StageView(
      mark: "REHEARSAL", standing: "\(shownSpeed)  \(now.clockWithSeconds)",
      told: open == 0 ? "" : "\(open) to write down", said: Array(said), open: open)
    view.listKey = key(of: .stageWaiting)
    return view
  }

  func shown(_ utterance: Utterance, _ said: [Utterance], at now: Instant) -> StageView.Said {
    let source = original(of: utterance, said)
    let status: StageView.Said.Status =
      if !source.isToBeCaptured { .plain } else if let capture = source.capture {
        capture.isRight ? .captured : .wrong
      } else { source.isOpen(in: state) ? .open : .missed }
    return StageView.Said(
      age: max(0, now.seconds(since: utterance.at)), who: state?.name(utterance.who) ?? utterance.who.text,
      text: utterance.text, status: status,
      hint: status == .open && showsHints ? hint(for: source.matter) : "")
  }

  /// In a hard mood there is no key beside a word, and in a replay there is nothing to press.
  private var showsHints: Bool { performance.map { $0.mark.mood != .hard } ?? false }

  private func original(of utterance: Utterance, _ said: [Utterance]) -> Utterance {
    guard case .insistence(let number) = utterance.matter else { return utterance }
    return said[number - 1]
  }

  /// The key that writes it down, without what is to be heard from the words.
  private func hint(for matter: Utterance.Matter) -> String {
    switch matter {
    case .position: "\(key(of: .green)) \(key(of: .yellow)) \(key(of: .red)) \(key(of: .abstain)) dot"
    case .request: "\(key(of: .request)) request"
    case .service: "which goal?"
    case .disagreement: "\(key(of: .conflict)) conflict"
    case .status, .reopening: "\(key(of: .drift)) drift, \(key(of: .park)) park"
    case .depth, .concern: "\(key(of: .park)) park"
    case .plea: "\(key(of: .heard)) heard"
    case .argument: "\(key(of: .argue)) argue"
    case .acknowledgement: "\(key(of: .acknowledge)) ack, \(key(of: .caveat)) caveat"
    case .consent: "\(key(of: .consent)) consent"
    case .learning: "\(key(of: .learn)) answer"
    case .reason: "\(key(of: .reason)) reason"
    case .assumption: "\(key(of: .assume)) assumption"
    case .question: "\(key(of: .answerQuestion)) question"
    case .excuse: "\(key(of: .result)) result"
    case .arrival, .departure: "\(key(of: .enterAttendance)) here or not"
    case .veto: "\(key(of: .red)) again, or they decide"
    case .insistence, .remark: ""
    }
  }
}

extension Utterance {
  /// Whether it can still be written down: a request at any time, a position until its goal is settled, all else where
  /// it was said.
  func isOpen(in state: State?) -> Bool {
    guard let state, isToBeCaptured, capture == nil, state.ended == nil else { return false }
    switch matter {
    case .request, .arrival, .departure, .veto: return true
    case .position(let goal, _, _): return state.step == step || state.goal(goal)?.settlement == nil
    default: return state.step == step
    }
  }
}

extension Step {
  var isGoalStep: Bool { if case .goal = self { true } else { false } }
}
