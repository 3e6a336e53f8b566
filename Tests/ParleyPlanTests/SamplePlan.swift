import ParleyPlan

/// A plan with only what is required, in parts that a test may replace.
struct SamplePlan {
  var head = "parley: 1\ntitle: Q3\n"
  var timeframes = "timeframes:\n  - {id: q3, name: Q3 2027}\n"
  var stakeholders = "stakeholders:\n  - {id: ceo, name: Ada Obi}\n"
  var goals = """
    goals:
      - id: churn
        name: Reduce churn
        timeframe: q3
        metric: {name: Churn, baseline: 8, target: 5}

    """
  var rest = ""

  var text: String { head + timeframes + stakeholders + goals + rest }
  var reading: PlanReading { PlanReading(text: text, name: "plan.yaml") }

  /// The required parts with `rest` behind them; `rest` begins on line 11.
  static func with(_ rest: String) -> PlanReading { SamplePlan(rest: rest).reading }
}

extension PlanReading {
  /// `LINE:COLUMN WHAT` of each error, `WHAT` being what stands before the dash.
  var told: [String] {
    errors.map { "\($0.line):\($0.column) \($0.message.components(before: " — "))" }
  }

  /// `LINE:COLUMN RULE` of each advice.
  var advised: [String] { advice.map { "\($0.line):\($0.column) \($0.rule ?? "")" } }
}

extension String {
  fileprivate func components(before separator: String) -> Substring {
    firstRange(of: separator).map { self[..<$0.lowerBound] } ?? self[...]
  }
}
