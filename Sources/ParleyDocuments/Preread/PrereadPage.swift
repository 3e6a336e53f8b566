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
  /// The measure that all goals serve, and what none may cross.
  let frame: PageRows<RecordFact>?
  let links: PageRows<String>?
  /// Who gets the record and has no dot.
  let informed: PageRows<String>?

  struct Answer {
    /// The day; nil when the plan does not say when the session begins.
    let until: String?
    let to: String
    /// The word that its line begins with.
    let priorities: String
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

  init(_ whole: Plan, in words: DocumentWording) {
    let plan = whole.settingApartWhatEnded
    let names = RecordNames(plan, in: words)
    title = plan.title.shown
    remarks = PrereadPage.remarks(on: plan, words)
    goals = plan.goals.map { goal in
      GoalPart(
        name: goal.name.shown, period: words.place(of: goal, names),
        metrics: goal.metrics.map { metric in
          let measure = words.measure(metric)
          return metric.direction == .lower ? words("preread.lower-is-better", ["measure": measure]) : measure
        },
        facts: [
          words.fact("why", ifAny: goal.rationale?.shown),
          words.fact("owner", ifAny: goal.owner.map { names.of($0) }),
          words.fact("accountable", ifAny: goal.raci?.accountable.map { names.of($0) }),
        ].compactMap { $0 })
    }
    features = PageRows(
      plan.goals.filter { !$0.features.isEmpty }.map { goal in
        FeaturePart(goal: goal.name.shown, features: goal.features.map(\.name.shown))
      })
    decisions = PageRows(PrereadPage.decisions(of: plan, words))
    information = PageRows(PrereadPage.information(of: plan, words))
    parkingLot = PageRows(
      plan.parkingLot.map { idea in
        ItemPart(
          what: idea.text.shown, from: idea.by.map { names.of($0) } ?? "–", about: idea.goal.map { names.of($0) } ?? "–"
        )
      })
    let used = Set(plan.goals.compactMap(\.timeframe))
    places = plan.timeframes.first { used.contains($0.id) }?.capacity ?? 3
    answer = Answer(
      until: plan.starts.map { words.longDay($0.date.adding(days: -1)) },
      to: plan.organiserAddress ?? plan.facilitator?.shown ?? words["preread.whoever-sent"],
      priorities: words["preread.priorities"], words: plan.goals.map(\.id.text).joined(separator: ", "))
    looking = LookingBack(plan, in: words)
    frame = PageRows(words.frame(plan.northStar, plan.redLines))
    links = PageRows(words.links(plan.links))
    informed = PageRows(plan.inform.map(\.name.shown))
  }

  private static func remarks(on plan: Plan, _ words: DocumentWording) -> [String] {
    let length = words.counted(plan.minutes, "preread.minutes")
    let starts = plan.starts.map { starts in
      let moment = words("preread.starts", ["day": words.longDay(starts.date), "time": words.time(starts)])
      return plan.zone.map { words("head.in-zone", ["moment": moment, "zone": $0.shown]) } ?? moment
    }
    let key =
      (starts == nil ? "length" : "when") + (plan.remote ? "-remote" : "") + (plan.facilitator == nil ? "" : "-led")
    let first = words(
      "preread.\(key)", ["moment": starts ?? "", "length": length, "who": (plan.facilitator ?? "").shown])
    let out = plan.prereadDue.map {
      words(
        plan.remote ? "preread.goes-out-remote" : "preread.goes-out",
        ["moment": words.moment($0, in: plan.zone), "hours": words.counted(plan.prereadHours, "preread.hours")])
    }
    return [first, out].compactMap { $0 }
  }

  /// What is open; a plan that does not say so leaves the goals, their order and their targets open.
  private static func decisions(of plan: Plan, _ words: DocumentWording) -> [String] {
    let open = plan.boundary?.open ?? []
    let marked = plan.goals.filter { $0.boundary == .open }.map(\.name)
    let all = open + marked.filter { !open.contains($0) }
    return (all.isEmpty ? [words["preread.which-goals"]] : all).map(\.shown)
  }

  private static func information(of plan: Plan, _ words: DocumentWording) -> [RecordFact] {
    func fact(_ key: String, _ text: String) -> RecordFact { RecordFact(words["preread.\(key)"], text.shown) }
    let context = plan.context
    let story = [
      ("context", context?.context), ("conflict", context?.conflict), ("resolution", context?.resolution),
      ("evidence", context?.evidence),
    ].compactMap { key, text in text.map { fact(key, $0) } }
    let decided = (plan.boundary?.decided ?? []) + plan.goals.filter { $0.boundary == .decided }.map(\.name)
    let out = (plan.boundary?.outOfScope ?? []) + plan.goals.filter { $0.boundary == .outOfScope }.map(\.name)
    return story + decided.map { fact("decided-already", $0) } + out.map { fact("not-today", $0) }
  }
}
