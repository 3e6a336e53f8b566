import ParleyCore

// Theory: nobody can write a plan back exactly as it was, comments and all; this writes a new one. People's texts go in
// double quotes, of which JSON's are a kind, so that no text can be taken for YAML. Things for which a plan has no key
// become comments beside their owner.
/// A plan as the text of a file.
struct PlanText {
  /// Comments, each on a line of its own.
  struct Remarks: Sendable {
    var head: [String] = []
    var goals: [GoalID: [String]] = [:]
    var features: [FeatureID: [String]] = [:]
    /// By the item's place in the list.
    var parked: [Int: [String]] = [:]
    var end: [String] = []
  }

  private let plan: Plan
  private let remarks: Remarks
  private var lines: [String] = []

  init(_ plan: Plan, _ remarks: Remarks) {
    self.plan = plan
    self.remarks = remarks
    for remark in remarks.head { comment(remark) }
    addHead()
    addBeginning()
    addFrame()
    addTimeframes()
    addPeople()
    lines += ["", "# Outcomes, not features. With a target below the baseline, lower is better.", "goals:"]
    if plan.goals.isEmpty {
      lines += [
        "  # - id: churn", "  #   name: Reduce monthly churn",
        "  #   timeframe: \(plan.timeframes.first?.id.text ?? "q1")",
        "  #   metric: {name: Monthly churn, unit: \"%\", baseline: 8, target: 5}",
      ]
    }
    for goal in plan.goals { add(goal) }
    addParkingLot()
    addEnd()
  }

  var text: String { lines.map(\.wrapped).joined(separator: "\n") + "\n" }

  /// The lines of single things, as a plan has them in its lists; each begins without an indent.
  struct Items {
    private var writer: PlanText

    init(_ remarks: Remarks) { writer = PlanText(remarks) }

    /// The lines that `add` writes.
    private func lines(_ add: (inout PlanText) -> Void) -> [String] {
      var writer = writer
      add(&writer)
      let lines = writer.lines
      let indent = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
      return lines.map { String($0.dropFirst(indent)) }
    }

    func lines(of goal: Goal) -> [String] { lines { $0.add(goal) } }
    func lines(of feature: Feature) -> [String] { lines { $0.add(feature) } }
    func lines(of idea: ParkedIdea, at place: Int) -> [String] { lines { $0.add(idea, at: place) } }
    func lines(of timeframe: Timeframe) -> [String] { lines { $0.add(timeframe) } }
    func lines(of person: Stakeholder) -> [String] { lines { $0.add(person) } }
    func lines(of metrics: [Metric]) -> [String] {
      lines { writer in writer.lines += metrics.map { "- \(writer.flow($0))" } }
    }

    /// A goal as it stands in a list in brackets.
    func flow(_ goal: Goal) -> String {
      let parts = [
        "id: \(goal.id)", "name: \(writer.yaml(goal.name))", goal.timeframe.map { "timeframe: \($0)" },
        goal.metrics.isEmpty ? nil : "metrics: [\(goal.metrics.map(writer.flow).joined(separator: ", "))]",
        goal.rationale.map { "rationale: \(writer.yaml($0))" }, goal.owner.map { "owner: \($0)" },
        goal.features.isEmpty ? nil : "features: [\(goal.features.map(writer.flow).joined(separator: ", "))]",
      ]
      return "{\(parts.compactMap { $0 }.joined(separator: ", "))\(writer.origin(goal.ref, goal.url))}"
    }

    /// A person as they stand in a list in brackets.
    func flow(_ person: Stakeholder) -> String {
      let email = person.email.map { ", email: \(writer.yaml($0))" } ?? ""
      return "{id: \(person.id), name: \(writer.yaml(person.name))\(email)}"
    }
  }

  private init(_ remarks: Remarks) {
    plan = Plan(title: "", timeframes: [], stakeholders: [], goals: [])
    self.remarks = remarks
  }

  private mutating func comment(_ text: String, indent: Int = 0) {
    lines.append(String(repeating: " ", count: indent) + "# " + text.cleaned)
  }

  private mutating func addHead() {
    lines += ["parley: 1", "title: \(yaml(plan.title))", "kind: \(plan.kind.rawValue)"]
    if let starts = plan.starts { lines.append("starts: \(starts.date) \(starts.clock)") }
    add("zone", plan.zone)
    add("language", plan.language)
    lines += ["minutes: \(plan.minutes)", "remote: \(plan.remote)"]
    add("facilitator", plan.facilitator)
    add("note-taker", plan.noteTaker)
    if !plan.shows.isEmpty { lines.append("shows: [\(plan.shows.map(\.rawValue).joined(separator: ", "))]") }
    add("facilitator-email", plan.mailboxes.facilitator)
    add("note-taker-email", plan.mailboxes.noteTaker)
    add("send-from", plan.mailboxes.sendFrom)
    add("previous", plan.previous)
    if plan.checkIns != .once { lines.append("check-ins: \(plan.checkIns.rawValue)") }
    add("question", plan.homework.question)
    if let with = plan.homework.with { lines.append("with: \(with)") }
  }

  private mutating func addBeginning() {
    if let context = plan.context {
      lines += ["", "context:"]
      add("context", context.context, indent: 2)
      add("conflict", context.conflict, indent: 2)
      add("resolution", context.resolution, indent: 2)
      add("evidence", context.evidence, indent: 2)
    }
    guard let boundary = plan.boundary else { return }
    lines += ["", "boundary:"]
    let parts = [
      ("decided", boundary.decided), ("open", boundary.open), ("out-of-scope", boundary.outOfScope),
    ]
    for (key, texts) in parts where !texts.isEmpty {
      lines.append("  \(key):")
      lines += texts.map { "    - \(yaml($0))" }
    }
  }

  /// What holds for all goals.
  private mutating func addFrame() {
    if let star = plan.northStar { lines += ["", "north-star: \(flow(star))"] }
    if !plan.redLines.isEmpty { lines += ["", "red-lines:"] + plan.redLines.map { "  - \(yaml($0))" } }
    if !plan.links.isEmpty { lines += ["", "links:"] }
    for link in plan.links { lines.append("  - {name: \(yaml(link.name)), url: \(yaml(link.url))}") }
  }

  private mutating func addTimeframes() {
    lines += ["", "timeframes:"]
    for timeframe in plan.timeframes { add(timeframe) }
  }

  private mutating func add(_ timeframe: Timeframe) {
    let parts = [
      "id: \(timeframe.id)", "name: \(yaml(timeframe.name))", timeframe.from.map { "from: \($0)" },
      timeframe.to.map { "to: \($0)" }, timeframe.capacity.map { "capacity: \($0)" },
    ]
    lines.append("  - {\(parts.compactMap { $0 }.joined(separator: ", "))}")
  }

  private mutating func addPeople() {
    lines += [
      "", "# What only the facilitator may read stands in the file with `.private.yaml` for `.yaml`.", "stakeholders:",
    ]
    if plan.stakeholders.isEmpty {
      lines += [
        "  # Whose agreement is sought is still to be said; six to eight people decide well:",
        "  # - {id: ceo, name: Ada Obi, role: CEO}",
      ]
    }
    for person in plan.stakeholders { add(person) }
    if !plan.inform.isEmpty { lines += ["", "inform:"] }
    for person in plan.inform {
      let parts = [
        person.id.map { "id: \($0)" }, "name: \(yaml(person.name))", person.email.map { "email: \(yaml($0))" },
      ]
      lines.append("  - {\(parts.compactMap { $0 }.joined(separator: ", "))}")
    }
  }

  private mutating func add(_ person: Stakeholder) {
    lines.append("  - id: \(person.id)")
    add("name", person.name, indent: 4)
    add("role", person.role, indent: 4)
    add("metric", person.metric, indent: 4)
    if let authority = person.authority { lines.append("    authority: \(authority.rawValue)") }
    add("email", person.email, indent: 4)
    add("zone", person.zone, indent: 4)
  }

  private mutating func add(_ goal: Goal) {
    for remark in remarks.goals[goal.id] ?? [] { comment(remark, indent: 2) }
    lines.append("  - id: \(goal.id)")
    add("name", goal.name, indent: 4)
    if let timeframe = goal.timeframe { lines.append("    timeframe: \(timeframe)") }
    add("ref", goal.ref, indent: 4)
    add("url", goal.url, indent: 4)
    lines.append("    metrics:")
    lines += goal.metrics.map { "      - \(flow($0))" }
    if goal.metrics.isEmpty {
      lines.append("      # - {name: WHAT IS COUNTED, unit: UNIT, baseline: TODAY, target: THEN}")
    }
    add("rationale", goal.rationale, indent: 4)
    if let owner = goal.owner { lines.append("    owner: \(owner)") }
    if let raci = goal.raci { lines.append("    raci: \(flow(raci))") }
    if !goal.features.isEmpty { lines.append("    features:") }
    for feature in goal.features { add(feature) }
    if let capacity = goal.capacity { lines.append("    capacity: \(capacity)") }
    if let share = goal.share { lines.append("    share: \(share)") }
    if let last = goal.last {
      let because = last.because.map { ", because: \(yaml($0))" } ?? ""
      lines.append("    last: {target: \(last.target.numeral), actual: \(last.actual.numeral)\(because)}")
    }
  }

  private mutating func add(_ feature: Feature) {
    for remark in remarks.features[feature.id] ?? [] { comment(remark, indent: 6) }
    lines.append("      - \(flow(feature))")
  }

  private func flow(_ feature: Feature) -> String {
    "{id: \(feature.id), name: \(yaml(feature.name))\(origin(feature.ref, feature.url))}"
  }

  private mutating func addParkingLot() {
    guard !plan.parkingLot.isEmpty else { return }
    lines += ["", "parking-lot:"]
    for (index, idea) in plan.parkingLot.enumerated() { add(idea, at: index) }
  }

  private mutating func add(_ idea: ParkedIdea, at index: Int) {
    for remark in remarks.parked[index] ?? [] { comment(remark, indent: 2) }
    let parts = [
      "text: \(yaml(idea.text))", idea.by.map { "by: \($0)" }, "kind: \(idea.kind.rawValue)",
      idea.goal.map { "goal: \($0)" }, idea.owner.map { "owner: \($0)" }, idea.due.map { "due: \($0)" },
    ]
    lines.append("  - {\(parts.compactMap { $0 }.joined(separator: ", "))\(origin(idea.ref, idea.url))}")
  }

  private mutating func addEnd() {
    lines += ["", "timeboxes:", "  \(PlanTemplate.timeboxes(plan.kind))"]
    let rules = [plan.vote.step ? "step: true" : nil, plan.vote.fewest.map { "fewest: \($0)" }].compactMap { $0 }
    if !rules.isEmpty { lines += ["", "vote: {\(rules.joined(separator: ", "))}"] }
    if !plan.phrases.isEmpty { lines += ["", "phrases:"] }
    for (card, words) in plan.phrases.sorted(by: { $0.key < $1.key }) { add(card, words, indent: 2) }
    if !remarks.end.isEmpty { lines.append("") }
    for remark in remarks.end { comment(remark) }
  }

  private mutating func add(_ key: String, _ text: String?, indent: Int = 0) {
    guard let text, !text.isEmpty else { return }
    lines.append(String(repeating: " ", count: indent) + "\(key): \(yaml(text))")
  }

  /// Where something comes from, after what stands before.
  private func origin(_ ref: String?, _ url: String?) -> String {
    (ref.map { ", ref: \(yaml($0))" } ?? "") + (url.map { ", url: \(yaml($0))" } ?? "")
  }

  private func flow(_ metric: Metric) -> String {
    let unit = metric.unit.map { ", unit: \(yaml($0))" } ?? ""
    return "{name: \(yaml(metric.name))\(unit), baseline: \(metric.baseline.numeral), target: \(metric.target.numeral)}"
  }

  private func flow(_ raci: RACI) -> String {
    func list(_ key: String, _ people: [StakeholderID]) -> String? {
      people.isEmpty ? nil : "\(key): [\(people.map(\.text).joined(separator: ", "))]"
    }
    let parts = [
      raci.accountable.map { "accountable: \($0)" }, list("responsible", raci.responsible),
      list("consulted", raci.consulted), list("informed", raci.informed),
    ]
    return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
  }

  private func yaml(_ text: String) -> String { JSON.string(text.cleaned).line }
}

extension StakeholderMap {
  /// The text of the private file beside a plan with these people and goals; empty when nothing is known of them. What
  /// the map says of another goal or person is left out, since no plan may refer to what it does not have.
  public func privateText(for people: [Stakeholder], goals: Set<GoalID>) -> String {
    let pages = people.compactMap { person in
      entries[person.id].flatMap { entry in
        var entry = entry
        for index in entry.objections.indices where !(entry.objections[index].goal.map(goals.contains) ?? true) {
          entry.objections[index].goal = nil
        }
        for index in entry.requests.indices where !(entry.requests[index].goal.map(goals.contains) ?? true) {
          entry.requests[index].goal = nil
        }
        if let leader = entry.follows, !people.contains(where: { $0.id == leader }) { entry.follows = nil }
        return page(entry, of: person.id)
      }
    }
    guard !pages.isEmpty else { return "" }
    return "# What only the facilitator may read, by stakeholder id. Keep it to yourself.\n" + pages.joined()
  }

  private func page(_ entry: Entry, of who: StakeholderID) -> String? {
    func text(_ text: String?) -> String? { text.map { JSON.string($0.cleaned).line } }
    func flow(_ items: [String]) -> String? { items.isEmpty ? nil : "[\(items.joined(separator: ", "))]" }
    let survey = [
      ("outcome", text(entry.survey?.outcome)), ("worry", text(entry.survey?.worry)),
      ("non-negotiable", text(entry.survey?.nonNegotiable)),
    ].compactMap { key, value in value.map { "\(key): \($0)" } }
    let answers = SessionKind.oneOnOne.parts.compactMap { part in
      text(entry.answers.last { $0.question == part }?.text).map { "\(part.rawValue): \($0)" }
    }
    let keys: [(String, String?)] = [
      ("influence", entry.influence?.rawValue), ("interest", text(entry.interest)),
      ("alignment", entry.alignment?.rawValue), ("objections", flow(entry.objections.map(\.yaml))),
      ("requests", flow(entry.requests.map(\.yaml))),
      ("salience", flow(entry.salience.map { JSON.string($0.rawValue).line })),
      ("message", text(entry.message)), ("met", entry.met.map { "\($0)" }),
      ("answers", answers.isEmpty ? nil : "{\(answers.joined(separator: ", "))}"),
      ("survey", survey.isEmpty ? nil : "{\(survey.joined(separator: ", "))}"),
      ("authority", entry.authority?.rawValue), ("metric", text(entry.metric)),
      ("priorities", entry.priorities.isEmpty ? nil : "[\(entry.priorities.map(\.text).joined(separator: ", "))]"),
      ("follows", entry.follows?.text),
    ]
    let lines = keys.compactMap { key, value in value.map { "  \(key): \($0)".wrapped + "\n" } }
    return lines.isEmpty ? nil : "\(who):\n" + lines.joined()
  }
}

extension StakeholderMap.Objection {
  /// As it stands in a list of the private file.
  fileprivate var yaml: String {
    let more = [("goal", goal?.text), ("layer", layer?.rawValue), ("cause", cause?.rawValue)].compactMap { key, value in
      value.map { ", \(key): \($0)" }
    }
    let own = JSON.string(text.cleaned).line
    return more.isEmpty ? own : "{text: \(own)\(more.joined())}"
  }
}

extension StakeholderMap.Wish {
  /// As it stands in a list of the private file.
  fileprivate var yaml: String {
    let own = JSON.string(text.cleaned).line
    return goal.map { "{text: \(own), goal: \($0)}" } ?? own
  }
}
