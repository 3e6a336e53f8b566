import ParleyCore

extension RecordPage {
  /// A goal: what it is now, what became of it, and where everyone stands.
  struct GoalPart {
    /// `1. `, or nothing.
    let place: String
    let name: String
    let outcome: String
    let facts: [Fact]
    let dots: [DotPart]

    init(_ row: Record.GoalRow, _ names: Names) {
      place = row.priority.map { "\($0). " } ?? ""
      name = row.goal.name.shown
      outcome = row.outcome.words
      facts =
        GoalPart.nature(of: row.goal, names) + row.adjustments.map { Fact("Adjusted", $0.words(names)) }
        + (row.settlement?.facts(names, told: row.adjustments.map(\.because)) ?? [])
        + row.conditions.map { GoalPart.fact(of: $0, names) }
        + (row.goal.features.isEmpty
          ? [] : [Fact("Features", row.goal.features.map(\.name.shown).joined(separator: "; "))])
      let objections = Dictionary(row.objections.map { ($0.who, $0.dot) }) { first, _ in first }
      dots = row.dots.map { DotPart($0, objections[$0.who], names) }
    }

    private static func nature(of goal: Goal, _ names: Names) -> [Fact] {
      goal.metrics.map { Fact("Metric", "\($0.name.shown): \($0.change.shown)") }
        + [Fact("Timeframe", names.of(goal.timeframe))]
        + [
          Fact("Why", ifAny: goal.rationale?.shown), Fact("Owner", ifAny: goal.owner.map { names.of($0) }),
        ].compactMap { $0 }
    }

    private static func fact(of condition: Condition, _ names: Names) -> Fact {
      Fact("Condition", condition.text.shown + (condition.by.map { " (\(names.of($0)))" } ?? ""))
    }
  }

  struct DotPart {
    let who: String
    let stance: String
    /// As the record names it: a colour, `not-asked`, `absent`.
    let colour: String
    let about: String
    let words: String

    init(_ row: Record.DotRow, _ objection: Dot?, _ names: Names) {
      who = names.of(row.who)
      stance = row.stance.words
      colour = row.stance.name
      about = objection?.about ?? ""
      words = [objection?.note?.shown, objection?.how.words.map { "(\($0))" }].compactMap { $0 }
        .joined(separator: " ")
    }
  }
}

extension Record.Outcome {
  var words: String {
    switch self {
    case .leftOpen: "left open"
    case .notReached: "not reached"
    default: rawValue
    }
  }
}

extension Adjustment {
  fileprivate func words(_ names: Names) -> String {
    let what =
      switch change {
      case .name(let from, let to): "name: \(from.shown) → \(to.shown)"
      case .timeframe(let from, let to): "timeframe: \(names.of(from)) → \(names.of(to))"
      case .target(let metric, let from, let to): "target of \(metric.shown): \(plain(from)) → \(plain(to))"
      case .baseline(let metric, let from, let to): "baseline of \(metric.shown): \(plain(from)) → \(plain(to))"
      }
    return what + (because.map { ", because: \($0.shown)" } ?? "")
  }
}

extension Settlement {
  /// `told` are the reasons that stand with the adjustments already.
  fileprivate func facts(_ names: Names, told: [String?]) -> [RecordPage.Fact] {
    switch self {
    case .confirmed(let note, let dissent), .adjusted(let note, let dissent):
      [RecordPage.Fact("Note", ifAny: told.contains(note) ? nil : note?.shown)].compactMap { $0 }
        + (dissent?.facts(names) ?? [])
    case .deferred(let process): process.facts(names)
    case .dropped(let because): [RecordPage.Fact("Because", because.shown)]
    case .leftOpen(let because, let notAsked):
      [RecordPage.Fact("Because", because.shown)]
        + (notAsked.isEmpty ? [] : [RecordPage.Fact("Not asked", names.of(notAsked))])
    }
  }
}

extension Process {
  /// Who decides, by when, by which criteria.
  func facts(_ names: Names) -> [RecordPage.Fact] {
    [
      RecordPage.Fact("Decided by", "\(names.of(decider)), by \(by)"),
      RecordPage.Fact("Criteria", criteria.shown),
    ]
      + (options.isEmpty
        ? [] : [RecordPage.Fact("Options", options.map(\.shown).joined(separator: "; "))])
  }
}
