/// The report on a facilitator's rehearsal: pacing and craft, in numbers and by name, compared with earlier ones.
public struct RehearsalReport: Hashable, Sendable {
  public let state: State
  public let mark: RehearsalMark
  public let now: Instant
  public let figures: RehearsalFigures
  /// Nil for a solo rehearsal, which has only pacing.
  public let performance: Performance?
  /// Earlier rehearsals of the same plan, the last one first.
  public var earlier: [RehearsalFigures] = []
  /// All other rehearsals of the plan in which people spoke, like this one or not, the last one first.
  public var all: [Past] = []

  /// Nil for a live session.
  /// - Parameter performance: the performance at `now`.
  public init?(_ state: State, _ performance: Performance?, at now: Instant) {
    guard let mark = state.plan.rehearsal else { return nil }
    self.state = state
    self.mark = mark
    self.now = now
    self.performance = mark.isSolo ? nil : performance
    figures = RehearsalFigures(self.performance, state, at: now)
  }

  /// The report of a rehearsal on disk, as it was left.
  public init?(of session: Session, _ map: StakeholderMap) {
    guard let last = session.entries.last else { return nil }
    self.init(session.state, Performance(of: session.entries, map), at: last.at)
  }

  /// Whether another rehearsal was the same one, so that the two can be compared: the same people in the same mood, from
  /// the same step, both to their end.
  public func isComparable(with other: RehearsalReport) -> Bool {
    guard state.ended != nil, other.state.ended != nil, mark.from == other.mark.from else { return false }
    return mark.isSolo ? other.mark.isSolo : mark == other.mark
  }

  /// The report as text, no line longer than 80 columns if the names allow it.
  public var lines: [String] {
    let parts = [head, pacing, craft, outcome, misses, wrongs, lesson, advice, comparison, course].filter {
      !$0.isEmpty
    }
    return Array(parts.joined(separator: [""]))
  }

  private var head: [String] {
    let how = mark.isSolo ? "alone" : "\(mark.mood.rawValue) mood, seed \(mark.seed)"
    let start = mark.from.map { ", from \($0)" } ?? ""
    return [
      state.plan.title,
      "\(how)\(start) · \(state.opened.date) · \(minutesAndSeconds(figures.secondsTaken)) taken"
        + (state.ended == nil ? ", not to its end" : ""),
    ]
      + (performance == nil && !mark.isSolo
        ? ["Other people spoke in it than speak now, so only its pacing is told."] : [])
  }

  /// Each step planned, taken, over.
  private var pacing: [String] {
    let rows = state.rehearsedRows(at: now)
    guard !rows.isEmpty else { return ["Pacing", "  no step was entered"] }
    let planned = rows.reduce(0) { $0 + $1.planned }
    let all = rows.reduce(0) { $0 + ($1.actual ?? 0) }
    return ["Pacing".filled(46) + "planned   taken    over"]
      + rows.map { row("\($0.title)", $0.planned, $0.actual ?? 0) } + [row("In all", planned, all)]
  }

  private func row(_ title: String, _ planned: Int, _ taken: Int) -> String {
    let over = taken > planned ? "+\(minutesAndSeconds(taken - planned))" : ""
    return "  " + title.cut(42).filled(44) + minutesAndSeconds(planned).flushed(7) + minutesAndSeconds(taken).flushed(8)
      + over.flushed(8)
  }

  private var craft: [String] {
    guard performance != nil else { return [] }
    let it = figures
    return ["Craft"]
      + [
        ("written down", "\(it.captured) of \(it.toCapture), \(it.right) as meant, \(it.delay) s after the word"),
        ("requests", "\(it.requests): \(it.redirected) redirected, \(it.parked) parked only, \(it.lost) lost"),
        (
          "silent people",
          "\(it.silences): \(it.asked) asked, \(it.silences - it.asked) not; \(counted(it.mouths, "dot")) given without a word"
        ),
        (
          "conflicts",
          "\(it.disagreements) came up; \(it.conflictsHeld) held in \(counted(state.plan.timeboxes.conflict, "minute")), \(it.conflictsOver) not"
        ),
        (
          "objections",
          "\(it.objections): \(it.objectionsCaptured) written down, \(it.rightLayers) with the right layer"
        ),
        ("drift", "\(it.drifts): \(it.named) named and put elsewhere, \(it.drifts - it.named) let in"),
      ].map { "  " + $0.filled(16) + $1 }
  }

  private func name(_ who: StakeholderID) -> String { state.name(who) }

  private func lines(of utterance: Utterance, _ more: String = "") -> [String] {
    let text = "\(name(utterance.who)), \(utterance.matter.name)\(more): “\(utterance.text)”"
    return text.wrapped(66).enumerated().map { "  " + ($0 == 0 ? "\(utterance.at.clock)  " : "       ") + $1 }
  }

  /// The utterances that nobody wrote down, and the people whom nobody asked.
  private var misses: [String] {
    guard let performance else { return [] }
    let missed = performance.said.filter { $0.isToBeCaptured && $0.capture == nil }.flatMap { lines(of: $0) }
    let unasked = performance.silences.filter { !performance.hasAsked($0) }.map {
      "  \(name($0.who)) at “\(title($0.goal))”"
    }
    return (missed.isEmpty ? [] : ["Said and never written down"] + missed)
      + (unasked.isEmpty ? [] : (missed.isEmpty ? [] : [""]) + ["Waited to be asked, and were not"] + unasked)
  }

  private func title(_ goal: GoalID) -> String { state.goal(goal)?.goal.name ?? goal.text }

  private var wrongs: [String] {
    guard let performance else { return [] }
    let wrong = performance.said.flatMap { utterance -> [String] in
      guard let capture = utterance.capture, !capture.isRight else { return [] }
      return lines(of: utterance, " written down as \(capture.instead ?? "something else"), meant \(meant(utterance))")
    }
    let mouths = performance.mouths.map { "  \(name($0.who)) got a dot at “\(title($0.goal))” without a word" }
    let all = wrong + mouths + performance.conflicts.compactMap(flaw)
    return all.isEmpty ? [] : ["Written down otherwise than meant"] + all
  }

  private func flaw(_ conflict: Performance.Held) -> String? {
    guard let flaw = conflict.flaw else { return nil }
    let people = conflict.between.map(name).joined(separator: " and ")
    switch flaw {
    case .noQuarrel: return "  \(people) were given a conflict, and had not clashed"
    case .unheard: return "  the conflict of \(people) ended before both were heard"
    case .noAnswer: return "  the conflict of \(people) ended with an answer to neither"
    }
  }

  private func meant(_ utterance: Utterance) -> String {
    switch utterance.matter {
    case .position(_, let colour, let layer):
      utterance.capture?.hasLayer == true ? "what was said" : layer?.rawValue ?? colour.rawValue
    case .service(_, let goal): goal?.text ?? "withdrawn"
    case .reopening: "to stay decided"
    case .assumption(let evidence): evidence.rawValue
    case .acknowledgement(let caveat): caveat == nil ? "no caveat" : "the caveat"
    case .request, .argument, .status, .depth, .concern, .reason, .question, .excuse: "what was said"
    default: utterance.matter.name
    }
  }

  private var lesson: [String] {
    guard let lesson = mark.lesson else { return [] }
    return ["What this case teaches"] + lesson.aim.wrapped(76).map { "  " + $0 }
      + [(lesson.isMet(by: figures) ? "  ✓ " : "  ✗ ") + lesson.verdict(figures)]
      + lesson.exercises.flatMap { $0.task.set(under: "    ", first: $0.isDone(in: state) ? "  ✓ " : "  · ") }
  }

  /// The habits to work on next, the weightiest first.
  private var advice: [String] {
    let it = figures
    var advice: [String] = []
    if it.asked < it.silences { advice.append("Ask by name who is silent: H gives them the word (M13).") }
    if it.mouths > 0 { advice.append("No dot before a word: nobody’s position is yours to guess (M13).") }
    if it.right < it.captured {
      advice.append(
        "Write what they said, not what you made of it: \(it.captured - it.right) stand there otherwise (M14).")
    }
    if it.support <= it.supportBefore, it.objections > 0, it.right == it.toCapture {
      advice.append("All is on record, and nobody moved: name their metric (M48).")
    }
    if it.lost > 0 { advice.append("Park a request from its first word: f, then ask which goal it serves (M16).") }
    if it.conflictsHeld < it.disagreements { advice.append("Give a disagreement its own ten minutes: x (M18).") }
    if it.rightLayers < it.objections { advice.append("Listen for what a no is about, and write that down (M14).") }
    if it.named < it.drifts { advice.append("Name drift and park it, kindly: p (M22).") }
    if it.secondsOver > 60 {
      advice.append("At two minutes left begin to close: \(minutesAndSeconds(it.secondsOver)) over in all (M26).")
    }
    if advice.isEmpty, it.objections > 0 { advice = [harder] }
    return advice.isEmpty ? [] : ["Next time"] + advice.prefix(3).map { "  " + $0 }
  }

  /// What to do after a rehearsal in which all went well.
  private var harder: String {
    switch mark.mood {
    case .easy: "All is on record, and minds moved: these people can be harder (--mood real)."
    case .real: "All is on record, and minds moved: these people can be harder (--mood hard)."
    case .hard: "All is on record, and minds moved: take another seed, or the meeting itself."
    }
  }

  private var comparison: [String] {
    guard let before = earlier.first else { return [] }
    let best = ([figures] + earlier).max { $0.share < $1.share }?.share ?? 0
    var lines = [
      "Compared with \(counted(earlier.count, "earlier rehearsal")) of this plan".filled(46) + "   this  before"
    ]
    lines.append(
      "  " + "over time".filled(44) + minutesAndSeconds(figures.secondsOver).flushed(7)
        + minutesAndSeconds(before.secondsOver).flushed(8))
    guard performance != nil else { return lines }
    let pairs: [(String, Int, Int)] = [
      ("on record as it was meant, %", figures.share, before.share), ("requests lost", figures.lost, before.lost),
      ("silent people not asked", figures.silences - figures.asked, before.silences - before.asked),
      ("objections with the right layer", figures.rightLayers, before.rightLayers),
    ]
    lines += pairs.map { "  " + $0.filled(44) + "\($1)".flushed(7) + "\($2)".flushed(8) }
    return lines + ["  best so far: \(best) % as it was meant"]
  }
}

extension String {
  /// At least this many characters, filled with spaces; names with wide characters may stick out.
  fileprivate func filled(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func flushed(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
  fileprivate func cut(_ width: Int) -> String { count > width ? prefix(width - 1) + "…" : self }

  fileprivate func wrapped(_ width: Int) -> [String] {
    var lines = [""]
    for word in split(separator: " ") {
      if let last = lines.last, !last.isEmpty, last.count + word.count >= width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }
}
