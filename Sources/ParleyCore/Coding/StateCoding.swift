// Of a state as a snapshot has it. Members that are nil or empty are left out.
extension State {
  var json: JSON {
    .compact(
      ("id", .string(id)), ("plan", plan.json), ("kind", .choice(kind)), ("opened", JSON(ms: opened)),
      ("started", JSON(ms: started)), ("ended", JSON(ms: ended)), ("closedEarly", JSON(closedEarly)),
      ("final", .flag(isFinal)), ("step", .string(step.text)), ("visit", visit.json),
      ("times", .array(times.map(\.json))), ("goals", .array(goals.map(\.json))), ("order", JSON(order)),
      ("attendance", .byID(attendance, \.json)), ("parkingLot", .array(parkingLot.map(\.json))),
      ("tradeOffs", .array(tradeOffs.map(\.json))), ("decisions", .array(decisions.map(\.json))),
      ("followUps", .array(followUps.map(\.json))), ("notes", .array(notes.map(\.json))),
      ("sheets", .array(sheets.map(\.json))), ("impacts", .array(impacts.map(\.json))),
      ("gaps", .array(gaps.map(\.json))), ("findings", findings == Findings() ? .null : findings.json),
      ("kindChanges", .array(kindChanges.map(\.json))),
      ("conflicts", .array(conflicts.map(\.json))), ("votes", .array(votes.map(\.json))),
      ("voteIsOpen", .flag(voteIsOpen)), ("cancelledVotes", .array(cancelledVotes.map(\.json))),
      ("acknowledgements", .byID(acknowledgements, \.json)),
      ("comments", .array(comments.map(\.json))), ("heard", JSON(heard.sorted())))
  }

  init(fields: Fields) throws(CodingFault) {
    let plan = try Plan(fields: fields.object("plan"))
    self.init(id: try fields.text("id"), plan: plan, at: try fields.instant("opened"))
    try readCourse(fields)
    try readCaptured(fields)
    try readClosing(fields)
  }

  private mutating func readCourse(_ fields: Fields) throws(CodingFault) {
    guard let step = Step(try fields.text("step")) else { throw CodingFault(member: "step") }
    kind = try fields.choice("kind")
    started = fields.optionalInstant("started")
    self.step = step
    visit = try Visit(fields: fields.object("visit"))
    times = try fields.list("times", StepTime.init(fields:))
    goals = try fields.list("goals", GoalState.init(fields:))
    order = fields.ids("order")
    attendance = try fields.byID("attendance", Attendance.init(fields:))
    heard = Set(fields.ids("heard"))
  }

  private mutating func readCaptured(_ fields: Fields) throws(CodingFault) {
    parkingLot = try fields.list("parkingLot", ParkedItem.init(fields:))
    tradeOffs = try fields.list("tradeOffs", TradeOff.init(fields:))
    decisions = try fields.list("decisions", Decision.init(fields:))
    followUps = try fields.list("followUps", FollowUp.init(fields:))
    notes = try fields.list("notes", Note.init(fields:))
    sheets = try fields.list("sheets", Sheet.init(fields:))
    impacts = try fields.list("impacts", Impact.init(fields:))
    gaps = try fields.list("gaps", Gap.init(fields:))
    findings = fields.has("findings") ? try Findings(fields: fields.object("findings")) : Findings()
    kindChanges = try fields.list("kindChanges", KindChange.init(fields:))
    conflicts = try fields.list("conflicts", Conflict.init(fields:))
    votes = try fields.list("votes", Vote.init(fields:))
    voteIsOpen = fields.flag("voteIsOpen")
    cancelledVotes = try fields.list("cancelledVotes", Vote.init(fields:))
  }

  private mutating func readClosing(_ fields: Fields) throws(CodingFault) {
    ended = fields.optionalInstant("ended")
    closedEarly = fields.optionalText("closedEarly")
    isFinal = fields.flag("final")
    acknowledgements = try fields.byID("acknowledgements", Acknowledgement.init(fields:))
    comments = try fields.list("comments", Comment.init(fields:))
  }
}

extension Visit {
  var json: JSON {
    .compact(("since", JSON(ms: since)), ("pausedSince", JSON(ms: pausedSince)), ("paused", .integer(Int(paused))))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(since: try fields.instant("since"))
    pausedSince = fields.optionalInstant("pausedSince")
    paused = Int64(fields.sum("paused"))
  }
}

extension StepTime {
  fileprivate var json: JSON {
    [
      "step": .string(step.text), "planned": .integer(planned), "past": .integer(Int(past)),
      "paused": .integer(Int(pastPaused)),
    ]
  }

  fileprivate init(fields: Fields) throws(CodingFault) {
    guard let step = Step(try fields.text("step")) else { throw CodingFault(member: "step") }
    self.init(step: step, planned: fields.sum("planned"))
    past = Int64(fields.sum("past"))
    pastPaused = Int64(fields.sum("paused"))
  }
}

extension GoalState {
  var json: JSON {
    .compact(
      ("goal", goal.json), ("presented", .flag(isPresented)), ("dots", .byID(dots, \.json)),
      ("conditions", .array(conditions.map(\.json))), ("adjustments", .array(adjustments.map(\.json))),
      ("settlement", settlement?.json ?? .null), ("absentees", JSON(absentees.sorted())))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(goal: try Goal(fields: fields.object("goal")))
    isPresented = fields.flag("presented")
    dots = try fields.byID("dots", Dot.init(fields:))
    conditions = try fields.list("conditions", Condition.init(fields:))
    adjustments = try fields.list("adjustments", Adjustment.init(fields:))
    if fields.has("settlement") { settlement = try Settlement(fields: fields.object("settlement")) }
    absentees = Set(fields.ids("absentees"))
  }
}

extension Attendance {
  fileprivate var json: JSON {
    .object(
      [JSON.Member("present", .bool(isPresent)), JSON.Member("fromStart", .bool(isFromStart))]
        + (arrived.map { [JSON.Member("arrived", JSON(ms: $0))] } ?? [])
        + (left.map { [JSON.Member("left", JSON(ms: $0))] } ?? []))
  }

  fileprivate init(fields: Fields) throws(CodingFault) {
    self.init(
      isPresent: fields.flag("present"), arrived: fields.optionalInstant("arrived"),
      left: fields.optionalInstant("left"))
    isFromStart = fields.flag("fromStart")
  }
}

extension JSON {
  /// An instant to the millisecond.
  init(ms instant: Instant?) { self = instant.map { .integer(Int($0.milliseconds)) } ?? .null }

  /// An object with the ids as keys, in their order.
  static func byID<Kind, Value>(_ values: [ID<Kind>: Value], _ json: (Value) -> JSON) -> JSON {
    values.isEmpty
      ? .null : .object(values.sorted { $0.key < $1.key }.map { Member($0.key.text, json($0.value)) })
  }
}
