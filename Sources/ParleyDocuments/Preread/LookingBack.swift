import ParleyCore

/// What a review's pre-read begins with (M37): what came of each goal, what the last session gave up, and where to read
/// it up.
struct LookingBack {
  let results: [ResultPart]
  let prices: PageRows<String>?
  let open: PageRows<String>?
  let record: PageRows<String>?

  struct ResultPart {
    let goal: String
    let measure: String
    let target: String
    let actual: String
    let result: String
    let reason: String
  }

  /// Nil for a session of another kind, and for one that knows nothing of a past.
  init?(_ plan: Plan) {
    guard plan.kind == .review else { return nil }
    let state = Session(opening: plan, id: "preread", at: plan.starts ?? Instant(milliseconds: 0)).state
    results = state.pastGoals.map(LookingBack.part)
    let before = plan.before
    if results.isEmpty, before == nil { return nil }
    prices = PageRows(
      (before?.tradeOffs ?? []).map { trade in
        "\(trade.gained.shown) came in, \(trade.displaced.shown) moved out"
          + (trade.because.map { ": \($0.shown)" } ?? "")
      })
    let names = RecordNames(plan)
    open = PageRows(
      (before?.disagreements ?? []).map { row in
        "\(row.topic.shown): \(names.of(row.decider)) decides by \(row.by), by: \(row.criteria.shown)"
      }
        + (before?.outcomes ?? []).map { outcome in
          "\(outcome.what.shown): \(outcome.text.shown)" + (outcome.result.map { " (\($0.words))" } ?? "")
        })
    record = PageRows(LookingBack.record(before))
  }

  private static func record(_ before: LastSession?) -> [String] {
    guard let before, !before.id.isEmpty else { return [] }
    return ["The record of \(before.title.shown): \(before.id)"]
      + before.links.map { "\($0.name.shown): \($0.url.shown)" }
  }

  private static func part(_ past: PastGoal) -> ResultPart {
    let unit = past.metric?.unit.map { " \($0.shown)" } ?? ""
    func amount(_ number: Double?) -> String { number.map { "\($0.numeral)\(unit)" } ?? "–" }
    let measured = past.measured.map { "measured on \($0.at.date)" }
    return ResultPart(
      goal: past.name.shown, measure: past.metric?.name.shown ?? "–",
      target: amount(past.last?.target ?? past.metric?.target),
      actual: amount(past.last?.actual ?? past.measured?.value),
      result: past.last?.result.words ?? measured ?? "not known yet", reason: past.last?.because?.shown ?? "–")
  }
}
