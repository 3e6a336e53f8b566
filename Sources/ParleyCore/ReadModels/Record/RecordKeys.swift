extension RecordSection {
  /// The keys of the record in JSON, in their order, and what stands under each: a contract with scripts. A new key
  /// comes last.
  static let keys = RecordShape.keys

  /// The record's JSON Schema.
  public static var schema: JSON {
    JSONShape.object(keys).schema.adding("title", "An alignment record of Parley")
      .adding("$id", "urn:parley:record:1").adding("$schema", "https://json-schema.org/draft/2020-12/schema")
  }
}

/// What the record looks like as JSON.
private enum RecordShape {
  static let keys: [JSONShape.Key] =
    [
      key("parley", .only(1), "the version of the format"),
      key("status", .words(of: State.Status.self)),
      key("session", session),
      key("attendance", .list(attendance)),
      key("goals", .list(goal), "agreed goals in priority order, then the others"),
      key("tradeoffs", .list(tradeOff), "what came in for what moved out"),
      key("decisions", .list(decision)),
      key("parkingLot", .list(parkedItem)),
      key("disagreements", .list(disagreement), "conflicts, deferred goals, goals confirmed over a red dot"),
      key("followUps", .list(followUp)),
      key("votes", .list(vote), "the sums of the silent votes that were revealed"),
      key("acknowledgements", .list(acknowledgement)),
      key("comments", .list(comment)),
      key("pacing", .list(pace), "the time that each step was planned to take and took, in seconds"),
      key("review", .list(reviewed), "what came of the goals of the last period"),
    ] + later

  private static let later: [JSONShape.Key] =
    [
      key("playbooks", playbooks), key("impacts", .list(impact)), key("gaps", .list(gap)),
      key("kindChanges", .list(kindChange)), key("cancelledVotes", .list(cancelledVote)),
      key("previous", .orNull(.text), "the id of the session before"),
      key("carried", .list(carried)), key("unreviewed", .list(.text), "goals of the last period without a result"),
      key("readings", .list(reading)), key("question", .orNull(question)), key("assumptions", .list(assumption)),
      key("alternatives", .list(alternative)), key("killCriteria", .list(killCriterion)),
      key("risks", .list(risk)), key("answered", .list(.words(of: Step.Part.self))), key("links", .list(link)),
      key("zone", .orNull(.text), "the time zone of all instants"), key("timeframes", .list(timeframe)),
      key("boundary", boundary), key("inform", .list(recipient)), key("northStar", .orNull(metric)),
      key("redLines", .list(.text)), key("outcomes", .list(outcome), "what came of it later"),
      key("commitments", .list(commitment), "what people put in"),
    ]

  fileprivate static func key(_ name: String, _ shape: JSONShape, _ does: String = "") -> JSONShape.Key {
    JSONShape.Key(name, shape, does)
  }
}

// The rows. Each has every key always: what is not known is null or empty.
extension RecordShape {
  fileprivate static let session = JSONShape.object([
    key("id", .text), key("title", .text), key("kind", .words(of: SessionKind.self)),
    key("started", .orNull(.instant)), key("ended", .orNull(.instant)), key("facilitator", .orNull(.text)),
    key("noteTaker", .orNull(.text)),
  ])

  fileprivate static let attendance = JSONShape.object([
    key("who", .text), key("name", .text), key("role", .orNull(.text)), key("arrived", .orNull(.instant)),
    key("left", .orNull(.instant)),
  ])

  fileprivate static let metric = JSONShape.object([
    key("name", .text), key("unit", .orNull(.text)), key("baseline", .number), key("target", .number),
  ])

  fileprivate static let goal = JSONShape.object([
    key("id", .text), key("name", .text), key("timeframe", .orNull(.text)), key("priority", .orNull(.whole)),
    key("outcome", .words(of: Record.Outcome.self)), key("metrics", .list(metric)),
    key("adjustments", .list(adjustment)), key("conditions", .list(condition)),
    key("dots", .byID(.words(Dot.Colour.allCases.map(\.rawValue) + ["not-asked", "absent"])), "by stakeholder"),
    key("objections", .list(objection)), key("features", .list(feature)), key("positions", .list(position)),
    key("owner", .orNull(.text)), key("rationale", .orNull(.text)),
    key("note", .orNull(.text), "what was said when it was settled"),
    key("dissent", .flag, "whether it was confirmed over a red dot"), key("raci", .orNull(raci)),
    key("url", .orNull(.text)), key("ref", .orNull(.text)), key("share", .orNull(.whole)),
  ])

  /// The two sides are text for a name or a timeframe, and numbers for a metric.
  fileprivate static let adjustment = JSONShape.object([
    key("what", .words(["name", "timeframe", "target", "baseline"])), key("from", .scalar), key("to", .scalar),
    key("because", .orNull(.text)),
  ])

  fileprivate static let condition = JSONShape.object([key("text", .text), key("by", .orNull(.text))])

  fileprivate static let objection = JSONShape.object([
    key("who", .text), key("colour", .words(of: Dot.Colour.self)), key("layer", .orNull(.words(of: Dot.Layer.self))),
    key("cause", .orNull(.words(of: Dot.Cause.self))), key("note", .orNull(.text)),
    key("how", .words(of: Dot.How.self)),
  ])

  fileprivate static let position = JSONShape.object([
    key("who", .text), key("colour", .words(of: Dot.Colour.self)),
    key("first", .words(of: Dot.Colour.self), "the colour of their first dot"), key("how", .words(of: Dot.How.self)),
    key("layer", .orNull(.words(of: Dot.Layer.self))), key("cause", .orNull(.words(of: Dot.Cause.self))),
    key("note", .orNull(.text)), key("condition", .orNull(.text)),
  ])

  fileprivate static let feature = JSONShape.object([
    key("id", .text), key("name", .text), key("url", .orNull(.text)), key("ref", .orNull(.text)),
  ])

  fileprivate static let raci = JSONShape.object([
    key("accountable", .orNull(.text)), key("responsible", .list(.text)), key("consulted", .list(.text)),
    key("informed", .list(.text)),
  ])

  fileprivate static let tradeOff = JSONShape.object([
    key("gained", .text), key("displaced", .text), key("because", .orNull(.text)), key("accepted", .list(.text)),
    key("acceptedBy", .list(.text)), key("void", .flag, "whether its gain was given up again"),
  ])

  fileprivate static let decision = JSONShape.object([
    key("id", .text), key("what", .text), key("because", .text), key("consequences", .orNull(.text)),
    key("until", .orNull(.date)), key("replaces", .orNull(.text)),
  ])

  fileprivate static let parkedItem = JSONShape.object([
    key("id", .text), key("text", .text), key("by", .orNull(.text)), key("kind", .words(of: ItemKind.self)),
    key("goal", .orNull(.text)), key("owner", .orNull(.text)), key("due", .orNull(.date)),
    key("state", .words(of: ParkedItem.Status.self)), key("because", .orNull(.text)), key("url", .orNull(.text)),
    key("ref", .orNull(.text)),
  ])

  fileprivate static let disagreement = JSONShape.object([
    key("topic", .text), key("goal", .orNull(.text)), key("between", .list(.text)),
    key(
      "positions",
      .list(.object([key("who", .text), key("text", .orNull(.text)), key("interest", .orNull(.text))]))),
    key("outcome", .orNull(.words(of: Record.Disagreement.Outcome.self))), key("process", .orNull(process)),
    key("consents", .list(.text)),
  ])

  fileprivate static let process = JSONShape.object([
    key("kind", .orNull(.words(of: Record.Disagreement.Outcome.self))), key("decider", .text), key("by", .date),
    key("criteria", .text), key("options", .list(.text)), key("gives", .list(.text)), key("costs", .list(.text)),
  ])

  fileprivate static let followUp = JSONShape.object([
    key("text", .text), key("owner", .text), key("due", .date), key("with", .list(.text)),
  ])

  fileprivate static let vote = JSONShape.object([
    key("dots", .whole), key("turnout", .list(.text)), key("tally", .byID(.whole), "by goal"),
    key("ties", .list(.list(.text))),
  ])

  fileprivate static let cancelledVote = JSONShape.object([key("dots", .whole), key("turnout", .list(.text))])

  fileprivate static let acknowledgement = JSONShape.object([
    key("who", .text), key("acknowledged", .flag), key("caveat", .orNull(.text)), key("answer", .orNull(.text)),
    key("hadLeft", .flag),
  ])

  fileprivate static let comment = JSONShape.object([
    key("id", .text), key("who", .text), key("text", .text), key("reply", .orNull(.text)),
  ])

  fileprivate static let pace = JSONShape.object([key("step", .text), key("planned", .whole), key("actual", .whole)])

  fileprivate static let reviewed = JSONShape.object([
    key("goal", .text), key("target", .number), key("actual", .number),
    key("result", .words(of: LastPeriod.Result.self)), key("because", .orNull(.text)), key("name", .text),
    key("unit", .orNull(.text)),
  ])

  fileprivate static let timeframe = JSONShape.object([
    key("id", .text), key("name", .text), key("from", .orNull(.date)), key("to", .orNull(.date)),
    key("capacity", .orNull(.whole)),
  ])

  fileprivate static let boundary = JSONShape.object([
    key("decided", .list(.text)), key("open", .list(.text)), key("outOfScope", .list(.text)),
  ])

  fileprivate static let recipient = JSONShape.object([
    key("id", .orNull(.text)), key("name", .text), key("email", .orNull(.text)),
  ])

  fileprivate static let link = JSONShape.object([key("name", .text), key("url", .text)])

  fileprivate static let outcome = JSONShape.object([
    key("ref", .text), key("text", .text), key("result", .orNull(.words(of: LaterOutcome.Result.self))),
    key("at", .instant),
  ])
}

// The rows that playbooks and sessions of some kinds leave.
extension RecordShape {
  fileprivate static let playbooks = JSONShape.object([
    key("pathfinders", .list(pathfinder)), key("portfolio", .list(weight)), key("split", .orNull(split)),
    key("tracks", .list(track)), key("gates", .list(gate)),
  ])

  fileprivate static let pathfinder = JSONShape.object([
    key("question", .text), key("try", .text), key("metric", .text), key("until", .date), key("owner", .text),
    key("goal", .orNull(.text)), key("stop", .orNull(.text)),
  ])

  fileprivate static let weight = JSONShape.object([
    key("goal", .text), key("value", .whole), key("fit", .whole), key("risk", .whole), key("score", .whole),
  ])

  fileprivate static let split = JSONShape.object([key("core", .whole), key("adjacent", .whole), key("new", .whole)])

  fileprivate static let track = JSONShape.object([
    key("track", .text), key("what", .text), key("unlocks", .orNull(.text)), key("goal", .orNull(.text)),
  ])

  fileprivate static let gate = JSONShape.object([
    key("reach", .whole), key("evidence", .text), key("by", .orNull(.date)), key("stop", .orNull(.text)),
    key("goal", .orNull(.text)),
  ])

  fileprivate static let impact = JSONShape.object([
    key("who", .text), key("gives", .orNull(.text)), key("costs", .orNull(.text)), key("goal", .orNull(.text)),
    key("decision", .orNull(.text)),
  ])

  fileprivate static let commitment = JSONShape.object([
    key("who", .text), key("what", .text), key("goal", .orNull(.text)), key("due", .orNull(.date)),
  ])

  fileprivate static let gap = JSONShape.object([key("what", .text), key("owner", .text), key("due", .date)])

  fileprivate static let kindChange = JSONShape.object([
    key("from", .words(of: SessionKind.self)), key("to", .words(of: SessionKind.self)), key("because", .text),
    key("at", .instant),
  ])

  fileprivate static let carried = JSONShape.object([
    key("goal", .text), key("from", .text), key("session", .orNull(.text)), key("because", .orNull(.text)),
  ])

  fileprivate static let reading = JSONShape.object([
    key("goal", .text), key("value", .number), key("note", .orNull(.text)), key("at", .instant),
  ])

  fileprivate static let question = JSONShape.object([
    key("text", .text), key("decision", .orNull(.text)),
    key("process", .orNull(.object([key("decider", .text), key("by", .date), key("criteria", .text)]))),
  ])

  fileprivate static let assumption = JSONShape.object([
    key("id", .text), key("text", .text), key("evidence", .words(of: Evidence.self)), key("note", .orNull(.text)),
    key("by", .orNull(.text)),
  ])

  fileprivate static let alternative = JSONShape.object([
    key("id", .text), key("text", .text), key("gives", .orNull(.text)), key("costs", .orNull(.text)),
    key("decision", .orNull(.text)),
  ])

  fileprivate static let killCriterion = JSONShape.object([
    key("id", .text), key("metric", .text), key("threshold", .text), key("date", .date), key("action", .text),
    key("owner", .orNull(.text)),
  ])

  fileprivate static let risk = JSONShape.object([
    key("id", .orNull(.text)), key("name", .orNull(.text)),
    key("reasons", .list(.object([key("id", .text), key("who", .text), key("text", .text)]))),
    key("mitigations", .list(.object([key("what", .text), key("owner", .text), key("due", .date)]))),
    key("borne", .orNull(.text)),
  ])
}
