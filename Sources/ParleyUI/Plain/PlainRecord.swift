import ParleyCore
import ParleyScreens

/// The sections of the record as sentences, one a line: what a listener takes in without the screen.
struct PlainRecord {
  private let state: State
  /// What commands call the session.
  private let name: String
  private let record: Record
  private let phrasing: RecordPhrasing

  init(_ state: State, called name: String? = nil, at now: Instant) {
    self.state = state
    self.name = name ?? state.id
    record = Record(of: state, until: now)
    phrasing = RecordPhrasing(record, of: state, signs: .init(separator: ",", openQuote: "“", closeQuote: "”"))
  }

  /// What was agreed, read aloud, in the order of M21; what there is none of is said too.
  var readBack: [String] {
    let none = [
      record.tradeOffs.isEmpty ? "Trade-offs: none." : nil,
      record.parkingLot.contains(where: \.isOpen) ? nil : "Parked: nothing.",
      record.disagreements.allSatisfy { $0.outcome == .resolved } ? "Open disagreements: none." : nil,
    ].compactMap { $0 }
    return ["The read-back: is this what we agreed?"] + lines(of: RecordSection.readAloud) + none
  }

  /// What is said once the session is closed: what stands, what happens next, where it is kept.
  var closing: [String] {
    let word = Standing(state)
    let heading =
      word == .closedEarly ? "The session was closed early." : "The session is closed: this is \(word.rawValue)."
    let kept = lines(
      of: RecordSection.findingsOnScreen + [.goals, .tradeOffs, .openDisagreements, .readBack, .decisions, .followUps])
    return [heading] + kept + [
      "To comment: comment WHO \"TEXT\".", "The record: parley record \(name)",
    ]
  }

  /// The whole record so far.
  var everything: [String] { lines(of: RecordSection.onScreen) }

  /// Some sections, each under its heading; one with nothing in it is left out.
  func lines(of sections: [RecordSection]) -> [String] {
    sections.flatMap { section -> [String] in
      switch section.screen {
      case .hidden: []
      case .pane(let heading, let pane): headed(heading, lines(of: pane))
      case .blocks(let heading, let blocks): headed(heading, blocks(record, phrasing).map(text))
      }
    }
  }

  private func headed(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(heading):"] + lines
  }

  private func text(_ block: ScreenBlock) -> String {
    switch block {
    case .line(let text, let aside): aside.isEmpty ? sentence(text) : sentence("\(text), \(aside)")
    case .remark(let text, _, _), .paragraph(let text, _, _, _): sentence(text)
    }
  }

  private func lines(of pane: RecordSection.Pane) -> [String] {
    let findings = state.findings
    switch pane {
    case .goals: return goals
    case .decisions: return record.decisions.map(words)
    case .parkingLot: return record.parkingLot.filter(\.isOpen).map(words)
    case .question: return findings.question.map { ["The question: \($0.text)"] } ?? []
    case .readings: return findings.readings.map { "\(state.shownName($0.goal)): now \($0.value.numeral)." }
    case .carried: return state.pastGoals.compactMap { past in past.carriedTo.map { "\(past.name) goes on as \($0)." } }
    case .assumptions: return findings.assumptions.map { "\($0.id), \($0.evidence.rawValue): \($0.text)" }
    case .alternatives: return findings.alternatives.map { "\($0.id): \($0.text)" }
    case .killCriteria:
      return findings.killCriteria.map { "\($0.action), when \($0.metric) is \($0.threshold) by \($0.by)." }
    case .risks: return findings.clusters.map { "\($0.name): \($0.reasons.map(\.text).joined(separator: ", "))" }
    case .answered: return []
    }
  }

  // MARK: goals

  private var goals: [String] {
    if !record.isAboutGoals { return [] }
    let reached = record.goals.filter { state.isShown($0.goal.id) }
    let missing = record.goals.count - reached.count
    return reached.flatMap(lines) + (missing == 0 ? [] : ["\(counted(missing, "goal")) more, not on the table yet."])
  }

  private func lines(_ row: Record.GoalRow) -> [String] {
    let number = row.priority.map { "\($0). " } ?? "Without a place: "
    let outcome = row.settlement.map { row.isOverDissent ? $0.overDissent : $0.words } ?? "not settled"
    let metrics = row.goal.metrics.map(\.spoken).joined(separator: "; ")
    let place = state.place(of: row.goal.timeframe)
    return ["\(number)\(row.goal.name), \(outcome). \(metrics). \(place)."]
      + row.adjustments.map { sentence("Changed: \(words($0))") }
      + row.conditions.map { sentence("On condition: \($0.text)\($0.by.map { ", says \(state.name($0))" } ?? "")") }
      + (row.settlement.flatMap { words($0, told: row.adjustments.map(\.because)) }.map { [sentence($0)] } ?? [])
  }

  private func words(_ adjustment: Adjustment) -> String {
    let change =
      switch adjustment.change {
      case .name(let from, let to): "the name, from \(from) to \(to)"
      case .timeframe(let from, let to): "from \(state.place(of: from)) to \(state.place(of: to))"
      case .target(let metric, let from, let to): "the target of \(metric), from \(from.numeral) to \(to.numeral)"
      case .baseline(let metric, let from, let to): "the baseline of \(metric), from \(from.numeral) to \(to.numeral)"
      }
    return change + (adjustment.because.map { ", because \($0)" } ?? "")
  }

  /// - Parameter told: the reasons that are with the changes already.
  private func words(_ settlement: Settlement, told: [String?]) -> String? {
    switch settlement {
    case .confirmed(let note, let dissent), .adjusted(let note, let dissent):
      let parts = [told.contains(note) ? nil : note, dissent.map { "Over dissent: \(state.words(of: $0))" }].compactMap
      { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: ". ")
    case .deferred(let process): return state.words(of: process)
    case .dropped(let because): return "Because \(because)"
    case .leftOpen(let because, let notAsked):
      return "Because \(because)"
        + (notAsked.isEmpty ? "" : "; not asked: \(notAsked.map(state.name).joined(separator: ", "))")
    }
  }

  private func words(_ decision: Decision) -> String {
    let parts = [
      "\(decision.id): \(decision.what), because \(decision.because)",
      decision.consequences.map { "Consequences: \($0)" }, decision.until.map { "It stands until \($0)" },
    ]
    return sentence(parts.compactMap { $0 }.joined(separator: ". "))
  }

  private func words(_ item: ParkedItem) -> String {
    let owner = item.owner.map { "\(state.name($0)) sees to it" } ?? "no owner"
    return "\(item.id): \(item.text), \(owner)\(item.due.map { ", by \($0)" } ?? "")."
  }

  /// With a full stop, where it has no sign of its own at the end.
  private func sentence(_ text: String) -> String {
    // The texts side by side have a sign between them for the eye.
    let spoken = text.replacing(" , ", with: ", ")
    return spoken.last.map { ".:!?”".contains($0) } == true ? spoken : spoken + "."
  }
}

extension State {
  /// The name of a timeframe; a goal without one is off the roadmap.
  func place(of timeframe: TimeframeID?) -> String {
    timeframe.map { self.timeframe($0)?.name ?? $0.text } ?? "off the roadmap"
  }
}

extension Metric {
  /// `Monthly churn from 8 to 5 %`, without a sign that a voice would leave out.
  var spoken: String { "\(name) from \(baseline.numeral) to \(target.numeral) \(unit ?? "")".trimmed }
}
