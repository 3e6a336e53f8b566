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
  init?(_ plan: Plan, in words: DocumentWording) {
    guard plan.kind == .review else { return nil }
    let state = Session(opening: plan, id: "preread", at: plan.starts ?? Instant(milliseconds: 0)).state
    results = state.pastGoals.map { LookingBack.part($0, words) }
    let before = plan.before
    if results.isEmpty, before == nil { return nil }
    prices = PageRows(
      (before?.tradeOffs ?? []).map { trade in
        let line = words.trade(trade.gained, for: trade.displaced)
        return trade.because.map { words.labelled(line, $0.shown) } ?? line
      })
    let names = RecordNames(plan, in: words)
    open = PageRows(
      (before?.disagreements ?? []).map { row in
        words(
          "preread.decides-by",
          [
            "topic": row.topic.shown, "who": names.of(row.decider), "day": words.longDay(row.by),
            "criteria": row.criteria.shown,
          ])
      }
        + (before?.outcomes ?? []).map { outcome in
          words.labelled(outcome.what.shown, outcome.text.shown)
            + (outcome.result.map { " (\(words.result($0)))" } ?? "")
        })
    record = PageRows(LookingBack.record(before, words))
  }

  private static func record(_ before: LastSession?, _ words: DocumentWording) -> [String] {
    guard let before, !before.id.isEmpty else { return [] }
    return [words("preread.record-of", ["title": before.title.shown, "id": before.id])]
      + before.links.map { words.labelled($0.name.shown, $0.url.shown) }
  }

  private static func part(_ past: PastGoal, _ words: DocumentWording) -> ResultPart {
    let unit = words.unit(of: past.metric)
    func amount(_ number: Double?) -> String { number.map { words.numeral($0) + unit } ?? "–" }
    let measured = past.measured.map { words("preread.measured-on", ["day": words.longDay($0.at.date)]) }
    return ResultPart(
      goal: past.name.shown, measure: past.metric?.name.shown ?? "–",
      target: amount(past.last?.target ?? past.metric?.target),
      actual: amount(past.last?.actual ?? past.measured?.value),
      result: past.last.map { words.result($0.result) } ?? measured ?? words["preread.not-known"],
      reason: past.last?.because?.shown ?? "–")
  }
}
