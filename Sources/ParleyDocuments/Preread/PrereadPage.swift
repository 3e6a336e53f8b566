import ParleyCore

/// What the pre-read's templates are filled with. Its order is M4's: goals with their metrics, then features by goal,
/// the parking lot last, and what is to be decided apart from what is only told.
struct PrereadPage {
  let title: String
  let remarks: [String]
  let goals: [GoalPart]
  let features: PageRows<FeaturePart>?
  let decisions: PageRows<String>?
  let information: PageRows<RecordFact>?
  let parkingLot: PageRows<ItemPart>?
  /// How many of the goals fit into the first timeframe.
  let places: Int
  /// How to answer which goals come first: until when, to whom, and with which words.
  let answer: Answer
  /// What a review looks back on.
  let looking: LookingBack?

  struct Answer {
    /// The day; nil when the plan does not say when the session begins.
    let until: String?
    let to: String
    /// The words for the goals.
    let words: String
  }

  struct GoalPart {
    let name: String
    let period: String
    let metrics: [String]
    let facts: [RecordFact]
  }

  struct FeaturePart {
    let goal: String
    let features: [String]
  }

  struct ItemPart {
    let what: String
    let from: String
    let about: String
  }

  init(_ whole: Plan) {
    let plan = whole.settingApartWhatEnded
    let names = RecordNames(plan)
    title = plan.title.shown
    remarks = PrereadPage.remarks(on: plan)
    goals = plan.goals.map { goal in
      GoalPart(
        name: goal.name.shown, period: names.of(goal.timeframe),
        metrics: goal.metrics.map {
          "\($0.name.shown): \($0.change.shown)\($0.direction == .lower ? ", lower is better" : "")"
        },
        facts: [
          RecordFact("Why", ifAny: goal.rationale?.shown),
          RecordFact("Owner", ifAny: goal.owner.map { names.of($0) }),
          RecordFact("Accountable", ifAny: goal.raci?.accountable.map { names.of($0) }),
        ].compactMap { $0 })
    }
    features = PageRows(
      plan.goals.filter { !$0.features.isEmpty }.map { goal in
        FeaturePart(goal: goal.name.shown, features: goal.features.map(\.name.shown))
      })
    decisions = PageRows(PrereadPage.decisions(of: plan))
    information = PageRows(PrereadPage.information(of: plan))
    parkingLot = PageRows(
      plan.parkingLot.map { idea in
        ItemPart(
          what: idea.text.shown, from: idea.by.map { names.of($0) } ?? "–", about: idea.goal.map { names.of($0) } ?? "–"
        )
      })
    let used = Set(plan.goals.compactMap(\.timeframe))
    places = plan.timeframes.first { used.contains($0.id) }?.capacity ?? 3
    answer = Answer(
      until: plan.starts.map { "\($0.date.adding(days: -1))" },
      to: plan.organiserAddress ?? plan.facilitator?.shown ?? "whoever sent you this",
      words: plan.goals.map(\.id.text).joined(separator: ", "))
    looking = LookingBack(plan)
  }

  private static func remarks(on plan: Plan) -> [String] {
    let time =
      plan.starts.map { "\($0.date) at \($0.clock), \(counted(plan.minutes, "minute"))" }
      ?? counted(plan.minutes, "minute")
    let leader = plan.facilitator.map { ", led by \($0.shown)" } ?? ""
    let out = plan.prereadDue.map {
      "Goes out by \($0.date) \($0.clock): \(counted(plan.prereadHours, "hour")) ahead\(plan.remote ? ", since we meet remotely" : "")."
    }
    return ["\(time)\(plan.remote ? ", remote" : "")\(leader).", out].compactMap { $0 }
  }

  /// What is open; a plan that does not say so leaves the goals, their order and their targets open.
  private static func decisions(of plan: Plan) -> [String] {
    let open = plan.boundary?.open ?? []
    let marked = plan.goals.filter { $0.boundary == .open }.map(\.name)
    let all = open + marked.filter { !open.contains($0) }
    return (all.isEmpty ? ["Which of these goals we carry, in which order, with which targets"] : all).map(\.shown)
  }

  private static func information(of plan: Plan) -> [RecordFact] {
    let story = [
      RecordFact("Context", ifAny: plan.context?.context?.shown),
      RecordFact("Conflict", ifAny: plan.context?.conflict?.shown),
      RecordFact("Resolution", ifAny: plan.context?.resolution?.shown),
      RecordFact("Evidence", ifAny: plan.context?.evidence?.shown),
    ].compactMap { $0 }
    let decided = (plan.boundary?.decided ?? []) + plan.goals.filter { $0.boundary == .decided }.map(\.name)
    let out = (plan.boundary?.outOfScope ?? []) + plan.goals.filter { $0.boundary == .outOfScope }.map(\.name)
    return story + decided.map { RecordFact("Decided already", $0.shown) }
      + out.map { RecordFact("Not today", $0.shown) }
  }
}
