import ParleyCore

/// The plan of the next session (M37), written from the record of this one, for the facilitator to revise: a review, or the
/// half hour in between (M36).
public struct NextPlan: Sendable {
  /// The text of the plan's file.
  public let text: String
  /// The text of the private file beside it; empty when nothing private is known.
  public let privateText: String

  /// - Parameters:
  ///   - record: the record of the session before; a session that is still open has one too.
  ///   - plan: the plan of that session.
  ///   - map: the stakeholder map beside it.
  ///   - since: what was said and measured after it.
  ///   - look: the day of a check-in, where that is what comes next.
  public init(
    after record: Record, _ plan: Plan, _ map: StakeholderMap, since: Since = Since(), look: CalendarDate? = nil
  ) {
    var writer = NextPlanWriter(record, plan, since, look)
    text = writer.text
    var map = map
    for person in plan.stakeholders {
      var entry = map.entries[person.id] ?? StakeholderMap.Entry()
      // The facilitator has to meet people again before this session (M2).
      entry.met = nil
      (entry.authority, entry.metric) = (map.authority(of: person), map.metric(of: person))
      map.entries[person.id] = entry
    }
    privateText = map.privateText(for: plan.stakeholders, goals: writer.known)
  }
}

extension NextPlan {
  /// What was said and measured in the weeks after a session.
  public struct Since: Sendable {
    /// The newest value of a goal's main metric, where one was measured.
    public var readings: [GoalID: Double]
    /// What came of it, the oldest first.
    public var outcomes: [LaterOutcome]
    public var features: [FeatureID: FeatureProgress]
    /// What was marked as done, by the names that `due` prints.
    public var done: Set<String>

    public init(
      readings: [GoalID: Double] = [:], outcomes: [LaterOutcome] = [], features: [FeatureID: FeatureProgress] = [:],
      done: Set<String> = []
    ) {
      self.readings = readings
      self.outcomes = outcomes
      self.features = features
      self.done = done
    }

    /// Whether something that the session left behind waits for someone still.
    func isOpen(_ ref: String) -> Bool {
      !done.contains(ref) && outcomes.last { $0.ref == ref }?.result == nil
    }
  }
}

private struct NextPlanWriter {
  private let record: Record
  private let old: Plan
  private let since: NextPlan.Since
  private var remarks = PlanText.Remarks()
  private let starts: Instant
  private let isLook: Bool
  let known: Set<GoalID>

  init(_ record: Record, _ old: Plan, _ since: NextPlan.Since, _ look: CalendarDate?) {
    (self.record, self.old, self.since) = (record, old, since)
    let before = record.started ?? old.starts ?? record.asOf
    // At the period's end, at the hour of the session before; without a period a quarter later.
    let end = record.period?.to.map { max($0, before.date.adding(days: 1)) } ?? before.date.adding(days: 91)
    let day = look ?? end
    isLook = look != nil
    starts = Instant(day, hour: before.secondOfDay / 3600, minute: before.secondOfDay / 60 % 60)
    known = Set(record.goals.filter { $0.outcome != .dropped && $0.goal.timeframe != nil }.map(\.goal.id))
  }

  var text: String {
    mutating get {
      let timeframes = self.timeframes
      let goals = record.goals.filter { isTaken($0) }.map { goal($0, timeframes) }
      let kind: SessionKind = isLook ? .checkIn : .review
      var plan = Plan(
        title: title(timeframes), kind: kind, starts: starts, minutes: kind.usualMinutes.upperBound,
        remote: old.remote, facilitator: record.facilitator, noteTaker: record.noteTaker, boundary: boundary,
        timeframes: timeframes, stakeholders: old.stakeholders, goals: goals,
        vote: VoteRules(step: old.vote.step, fewest: old.vote.fewest),
        previous: record.id)
      if isLook { plan.homework.question = question }
      plan.parkingLot = isLook ? blockers : parkingLot
      plan.language = old.language
      plan.checkIns = isLook ? .once : old.checkIns
      plan.shows = old.shows
      plan.zone = old.zone
      (plan.northStar, plan.redLines, plan.links) = (old.northStar, old.redLines, old.links)
      (plan.inform, plan.mailboxes, plan.phrases) = (old.inform, old.mailboxes, old.phrases)
      // All that is known of people stands in the private file, and no key may stand in both.
      for index in plan.stakeholders.indices {
        (plan.stakeholders[index].authority, plan.stakeholders[index].metric) = (nil, nil)
      }
      remarks.head = head
      if !isLook { tellWhatIsLeftOut() }
      return PlanText(plan, remarks).text
    }
  }

  private var head: [String] {
    let from = "The plan after \(record.title) (\(record.id)), written from its record."
    return isLook
      ? [
        "\(from) Half an hour: where the metrics stand, what is",
        "blocked and who unblocks it. All else is decided; a new wish goes to the parking lot.",
      ]
      : [
        "\(from) Go over every line: what was agreed for",
        "the past period is to be reviewed, and what is carried forward gets a new timeframe and a new target.",
      ]
  }

  /// A check-in looks at the goals of the period alone.
  private func isTaken(_ row: Record.GoalRow) -> Bool {
    guard isLook else { return known.contains(row.goal.id) }
    return row.priority != nil && row.goal.timeframe == record.period?.id
  }

  /// The one thing that is open in a check-in (M22).
  private var question: String { "What is blocked, who unblocks it, and by when?" }

  /// What was said to be blocked, with whoever has it in hand.
  private var blockers: [ParkedIdea] {
    record.goals.flatMap { row in
      row.goal.features.compactMap { feature -> ParkedIdea? in
        guard let progress = since.features[feature.id], progress.state == .blocked else { return nil }
        return ParkedIdea(
          text: "Blocked: \(feature.name)\(progress.note.map { " — \($0)" } ?? "")", kind: .status,
          goal: isTaken(row) ? row.goal.id : nil, owner: progress.owner ?? row.goal.owner)
      }
    }
  }

  /// The period that is over, those after it, and a new one if there is none.
  private var timeframes: [Timeframe] {
    let start = record.timeframes.firstIndex { $0.id == record.period?.id } ?? 0
    var kept = Array(record.timeframes[start...])
    guard kept.count < 2 || kept.allSatisfy({ $0.to != nil && Instant($0.to ?? starts.date) <= starts }) else {
      return kept
    }
    let quarter = Quarter(after: kept.last?.to ?? starts.date)
    let next = quarter.follows(kept.last?.to) ? quarter : Quarter(after: starts.date)
    var id = next.id
    while kept.contains(where: { $0.id.text == id }) { id += "-next" }
    kept.append(
      Timeframe(
        id: TimeframeID(id), name: next.name, from: CalendarDate(next.first), to: CalendarDate(next.last),
        capacity: kept.last?.capacity))
    return kept
  }

  /// The old title, with the name of the new period in place of the old one.
  private func title(_ timeframes: [Timeframe]) -> String {
    if isLook { return "\(record.title): check-in \(starts.date)" }
    guard timeframes.count > 1, let old = record.period?.name else { return record.title }
    let new = timeframes[1].name
    for (from, to) in [(old, new), (firstWord(old), firstWord(new))] {
      if let range = record.title.firstRange(of: from), !from.isEmpty {
        return record.title.replacingCharacters(in: range, with: to)
      }
    }
    return "\(record.title): \(new)"
  }

  private func firstWord(_ name: String) -> String { name.split(separator: " ").first.map(String.init) ?? name }

  private mutating func goal(_ row: Record.GoalRow, _ timeframes: [Timeframe]) -> Goal {
    var goal = row.goal
    goal.boundary = nil
    if !timeframes.contains(where: { $0.id == goal.timeframe }) { goal.timeframe = timeframes.first?.id }
    let shipped = goal.features.filter { since.features[$0.id]?.state == .shipped }
    goal.features = goal.features.filter { !shipped.contains($0) }.map {
      Feature(id: FeatureID($0.id.text.lowercased()), name: $0.name, ref: $0.ref, url: $0.url)
    }
    goal.last = nil
    var told = ["\(row.outcome.rawValue) on \(record.asOf.date)\(row.priority.map { ", as number \($0)" } ?? "")"]
    if !shipped.isEmpty { told.append("shipped: \(shipped.map(\.name).joined(separator: ", "))") }
    for condition in row.conditions { told.append("on the condition: \(condition.text)") }
    if !isLook, let metric = goal.metrics.first, goal.timeframe == timeframes.first?.id, row.priority != nil {
      if let actual = since.readings[goal.id] {
        goal.last = LastPeriod(
          target: metric.target, actual: actual,
          result: LastPeriod.measured(target: metric.target, actual: actual, direction: metric.direction))
      } else {
        told.append("what came of it: last: {target: \(metric.target.numeral), actual: …, because: …}")
      }
    }
    remarks.goals[goal.id] = told
    return goal
  }

  /// Decisions in force are closed, unless someone reopens them (M22).
  private var boundary: Boundary {
    let replaced = Set(record.decisions.compactMap(\.replaces))
    let standing = record.decisions.filter {
      !replaced.contains($0.id) && ($0.until.map { $0 >= starts.date } ?? true) && isStanding($0.id.text)
    }
    if isLook {
      return Boundary(
        decided: ["The goals, their targets and their order"] + standing.map { "\($0.what), because: \($0.because)" },
        open: [question], outOfScope: ["New goals and features: they go to the parking lot"])
    }
    return Boundary(
      decided: standing.map { "\($0.what), because: \($0.because)" },
      open: ["Which goals we carry forward, with which targets", "Which goals are new, and in which order"],
      outOfScope: old.boundary?.outOfScope ?? [])
  }

  /// Everything that waits for someone: parked items, then follow-ups, conditions and open disagreements.
  private var parkingLot: [ParkedIdea] {
    let parked = record.parkingLot.filter { $0.isOpen && since.isOpen($0.id.text) }.map {
      ParkedIdea(
        text: $0.text, by: $0.by, kind: $0.kind, goal: kept($0.goal), owner: $0.owner, due: moved($0.due), ref: $0.ref,
        url: $0.url)
    }
    let followUps = stillOpen(record.followUps, "F").map {
      ParkedIdea(text: "Follow-up: \($0.text)", kind: .followUp, owner: $0.owner, due: moved($0.due))
    }
    let held = record.goals.flatMap { row in row.conditions.map { (row.goal, $0) } }
    let conditions = stillOpen(held, "K").map { goal, condition in
      ParkedIdea(
        text: "Condition on \(goal.name): \(condition.text)", by: condition.by, kind: .followUp, goal: kept(goal.id),
        owner: goal.owner ?? goal.raci?.accountable ?? condition.by, due: starts.date)
    }
    let open = stillOpen(record.disagreements, "X").filter { $0.outcome != .resolved }.map {
      ParkedIdea(
        text: "Still open: \($0.topic)\($0.process.map { " — \($0.criteria)" } ?? "")", kind: .question,
        goal: kept($0.goal), owner: $0.process?.decider, due: moved($0.process?.by))
    }
    let promised = stillOpen(record.commitments, "B").map { row in
      ParkedIdea(
        text: "Committed by \(old.name(of: row.who)): \(row.what)", by: row.who, kind: .followUp, goal: kept(row.goal),
        owner: row.who, due: moved(row.due) ?? starts.date)
    }
    return parked + followUps + conditions + promised + open
  }

  /// Those of a list that wait for someone still; `due` numbers them from 1 after a letter.
  private func stillOpen<Row>(_ rows: [Row], _ letter: String) -> [Row] {
    rows.enumerated().filter { since.isOpen("\(letter)\($0.offset + 1)") }.map(\.element)
  }

  /// A decision holds until it was said that it was stopped.
  private func isStanding(_ ref: String) -> Bool { since.outcomes.last { $0.ref == ref }?.result != .stopped }

  private func kept(_ goal: GoalID?) -> GoalID? { goal.flatMap { known.contains($0) ? $0 : nil } }

  /// A day that will have passed moves to the day of the session.
  private func moved(_ day: CalendarDate?) -> CalendarDate? { day.map { max($0, starts.date) } }

  private mutating func tellWhatIsLeftOut() {
    let gone = record.goals.filter { !known.contains($0.goal.id) }.map { row in
      "not taken over: \(row.goal.name) (\(row.outcome == .dropped ? "dropped" : "off the roadmap"))"
    }
    let trades = record.tradeOffs.map { row in
      "trade-off: \(row.gainedName) displaced \(row.displacedName)"
        + (row.tradeOff.because.map { ", because: \($0)" } ?? "")
    }
    let caveats = record.acknowledgements.compactMap { row in
      row.caveat.map { "caveat of \(row.who): \($0)\(row.answer.map { " — \($0)" } ?? "")" }
    }
    let came = since.outcomes.map { outcome in
      "what came of it: \(record.subject(of: outcome)): \(outcome.text)"
        + (outcome.result.map { " (\($0.words))" } ?? "")
    }
    remarks.end = gone + trades + caveats + came
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
