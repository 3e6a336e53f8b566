/// A line of the decision log (M34): we do X because Y; the consequences are Z; this stands until D. Conditions and
/// trade-offs are decisions too, and a feature leads to its goal and to the reason for it (M33).
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

  /// The kind of line.
  public enum EntryKind: String, Hashable, Sendable, CaseIterable {
    case decision, condition
    case tradeOff = "trade-off"
    case goal, feature
  }

  /// Whether each of these words begins a word of the entry, in any case.
  public func holds(_ words: [String]) -> Bool {
    let texts = [id, what, because, consequences, goal].compactMap { $0?.lowercased() }
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
      + tradeOffs.map(LogEntry.init) + goals.compactMap(\.settlementLogged)
      + goals.flatMap { $0.featuresLogged(in: self) }
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
    return LogEntry(kind: .goal, what: "\(goal.name): \(words)\(place)", because: because, goal: goal.name)
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
