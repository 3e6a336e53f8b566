/// A line of the decision log (M34): we do X because Y; the consequences are Z; this stands until D. Conditions and
/// trade-offs are decisions too, and a feature leads to its goal and to the reason for it (M33). What was not agreed, what
/// was asked for, what a decision rests on and what came of it are found here as well.
public struct LogEntry: Hashable, Sendable {
  public var kind: EntryKind
  /// `D1`; nil for a line without a number.
  public var id: String?
  public var what: String
  public var because: String?
  public var consequences: String?
  public var until: CalendarDate?
  /// The name of the goal to which it belongs.
  public var goal: String?
  /// Of the same session.
  public var replaces: String?
  public var replacedBy: String?
  /// The names of the people whose it is.
  public var who: String?
  /// How it ended.
  public var result: String?
  /// The day on which it was said; nil is that of the session.
  public var day: CalendarDate?

  /// The kind of line.
  public enum EntryKind: String, Hashable, Sendable, CaseIterable {
    case decision, condition
    case tradeOff = "trade-off"
    case goal, feature, disagreement, request, assumption
    case killCriterion = "kill-criterion"
    case outcome
  }

  /// Whether each of these words begins a word of the entry, in any case.
  public func holds(_ words: [String]) -> Bool {
    let texts = [id, what, because, consequences, goal, who].compactMap { $0?.lowercased() }
    let all = texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
    return words.allSatisfy { word in
      let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }
      return parts.allSatisfy { part in all.contains { $0.hasPrefix(part) || isWide(part) && $0.contains(part) } }
    }
  }

  /// Scripts without spaces have no beginnings of words.
  private func isWide(_ text: Substring) -> Bool { text.unicodeScalars.contains { $0.value >= 0x2E80 } }
}

extension Record {
  /// Decisions, conditions and trade-offs, then how each goal was settled, then the reasons for its features.
  public var log: [LogEntry] {
    let replaced = Dictionary(decisions.compactMap { new in new.replaces.map { ($0, new.id.text) } }) { $1 }
    return decisions.map { LogEntry($0, replacedBy: replaced[$0.id]) } + goals.flatMap(\.conditionsLogged)
      + tradeOffs.map(LogEntry.init) + disagreementsLogged + journalLogged + outcomesLogged
      + goals.compactMap(\.settlementLogged) + goals.flatMap { $0.featuresLogged(in: self) }
      + requestsLogged
  }

  private var disagreementsLogged: [LogEntry] {
    disagreements.enumerated().map { index, row in
      let said = row.positions.compactMap { position in
        position.text.map { "\(name(of: position.who)): \($0)\(position.interest.map { " (\($0))" } ?? "")" }
      }
      let way = row.process.map { "\(name(of: $0.decider)) decides by \($0.by), by: \($0.criteria)" }
      return LogEntry(
        kind: .disagreement, id: "X\(index + 1)", what: row.topic,
        because: said.isEmpty ? nil : said.joined(separator: "; "),
        consequences: row.resolution.map { "\($0.decision), because: \($0.because)" } ?? way,
        goal: row.goal.flatMap { id in goals.first { $0.goal.id == id }?.goal.name },
        who: names(of: row.between), result: row.outcome?.rawValue)
    }
  }

  /// What a decision rests on, and what would stop it (M42).
  private var journalLogged: [LogEntry] {
    let assumed = findings.assumptions.map { assumption in
      LogEntry(
        kind: .assumption, id: assumption.id.text, what: assumption.text, because: assumption.note,
        who: assumption.by.map { name(of: $0) }, result: assumption.evidence.rawValue)
    }
    let stopping = findings.killCriteria.map { criterion in
      LogEntry(
        kind: .killCriterion, id: "\(criterion.id)-stop", what: "\(criterion.metric) \(criterion.threshold)",
        consequences: criterion.action, until: criterion.by, who: criterion.owner.map { name(of: $0) })
    }
    return assumed + stopping
  }

  private var outcomesLogged: [LogEntry] {
    outcomes.map { outcome in
      LogEntry(
        kind: .outcome, id: outcome.ref, what: outcome.text, because: subject(of: outcome),
        result: outcome.result?.words, day: outcome.at.date)
    }
  }

  /// What was asked for and is no feature of a goal: one that is, leads to who asked for it.
  private var requestsLogged: [LogEntry] {
    parkingLot.filter { $0.state != .served }.map { item in
      LogEntry(
        kind: .request, id: item.id.text, what: item.text, because: item.because,
        goal: item.goal.flatMap { id in goals.first { $0.goal.id == id }?.goal.name },
        who: item.by.map { name(of: $0) }, result: item.state.rawValue)
    }
  }

  private func names(of people: [StakeholderID]) -> String? {
    people.isEmpty ? nil : people.map { name(of: $0) }.joined(separator: ", ")
  }
}

extension LogEntry {
  fileprivate init(_ decision: Decision, replacedBy: String?) {
    self.init(
      kind: .decision, id: decision.id.text, what: decision.what, because: decision.because,
      consequences: decision.consequences, until: decision.until, replaces: decision.replaces?.text,
      replacedBy: replacedBy)
  }

  fileprivate init(_ row: Record.TradeOffRow) {
    let end = row.tradeOff.isVoid ? ", taken back" : ""
    self.init(
      kind: .tradeOff, what: "\(row.gainedName) displaced \(row.displacedName)\(end)", because: row.tradeOff.because)
  }
}

extension Record.GoalRow {
  fileprivate var conditionsLogged: [LogEntry] {
    conditions.map { LogEntry(kind: .condition, what: $0.text, goal: goal.name) }
  }

  fileprivate var settlementLogged: LogEntry? {
    guard let settlement else { return nil }
    let because =
      switch settlement {
      case .confirmed(let note, _): note
      case .adjusted(let reason, _): adjustments.compactMap(\.because).last ?? reason
      case .deferred(let process): process.criteria
      case .dropped(let reason), .leftOpen(let reason, _): reason
      }
    let place = priority.map { ", number \($0)" } ?? ""
    return LogEntry(
      kind: .goal, what: "\(goal.name): \(became(in: .english))\(place)", because: because, goal: goal.name)
  }

  /// The decision behind a feature is the trade-off that gained it, else the settling of its goal.
  fileprivate func featuresLogged(in record: Record) -> [LogEntry] {
    goal.features.map { feature in
      let gained = record.tradeOffs.last { !$0.tradeOff.isVoid && $0.tradeOff.gained == feature.id.text }
      let item = record.parkingLot.first { $0.id.text == feature.id.text }
      let asked = item?.by.map { record.name(of: $0) }
      let because =
        gained.map { "it displaced \($0.displacedName)\($0.tradeOff.because.map { ": \($0)" } ?? "")" }
        ?? asked.map { "\($0) asked for it, and it serves the goal, which was \(outcome.rawValue)" }
        ?? "it was planned for the goal, which was \(outcome.rawValue)"
      return LogEntry(kind: .feature, what: feature.name, because: because, goal: goal.name)
    }
  }
}
