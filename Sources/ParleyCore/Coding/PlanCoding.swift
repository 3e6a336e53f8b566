extension Plan {
  /// The plan as the opening of a session keeps it: all that is public, nothing of the map.
  public var json: JSON {
    .compact(
      ("title", .string(title)), ("kind", .choice(kind)), ("starts", JSON(starts)), ("minutes", .integer(minutes)),
      ("remote", .flag(remote)), ("facilitator", JSON(facilitator)), ("noteTaker", JSON(noteTaker)),
      ("context", context?.json ?? .null), ("boundary", boundary?.json ?? .null),
      ("timeframes", .array(timeframes.map(\.json))), ("stakeholders", .array(stakeholders.map(\.json))),
      ("goals", .array(goals.map(\.json))), ("parkingLot", .array(parkingLot.map(\.json))),
      ("timeboxes", timeboxes.json), ("vote", vote.json),
      (
        "phrases",
        phrases.isEmpty
          ? .null : .object(phrases.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
      ),
      ("previous", JSON(previous)), ("askOrder", JSON(askOrder)), ("before", before?.json ?? .null),
      ("homework", homework.json), ("rehearsal", rehearsal?.json ?? .null))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      title: try fields.text("title"), kind: try fields.choice("kind"),
      starts: fields.optionalText("starts").flatMap { Instant($0) }, minutes: try fields.int("minutes"),
      remote: fields.flag("remote"), facilitator: fields.optionalText("facilitator"),
      noteTaker: fields.optionalText("noteTaker"), timeframes: try fields.list("timeframes", Timeframe.init(fields:)),
      stakeholders: try fields.list("stakeholders", Stakeholder.init(fields:)),
      goals: try fields.list("goals", Goal.init(fields:)), previous: fields.optionalText("previous"),
      askOrder: fields.ids("askOrder"))
    if fields.has("context") { context = Context(fields: try fields.object("context")) }
    if fields.has("boundary") { boundary = Boundary(fields: try fields.object("boundary")) }
    parkingLot = try fields.list("parkingLot", ParkedIdea.init(fields:))
    if fields.has("rehearsal") { rehearsal = try RehearsalMark(fields: fields.object("rehearsal")) }
    timeboxes = try Timeboxes(fields: fields.object("timeboxes"))
    if fields.has("before") { before = try LastSession(fields: fields.object("before")) }
    if fields.has("homework") { homework = try Homework(fields: fields.object("homework")) }
    if fields.has("vote") { vote = VoteRules(fields: try fields.object("vote")) }
    if let named = fields.named("phrases", { $0.text($1) }) {
      phrases = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }
  }
}

extension Context {
  var json: JSON {
    .compact(
      ("context", JSON(context)), ("conflict", JSON(conflict)), ("resolution", JSON(resolution)),
      ("evidence", JSON(evidence)))
  }

  init(fields: Fields) {
    self.init(
      context: fields.optionalText("context"), conflict: fields.optionalText("conflict"),
      resolution: fields.optionalText("resolution"), evidence: fields.optionalText("evidence"))
  }
}

extension Boundary {
  var json: JSON { .compact(("decided", JSON(decided)), ("open", JSON(open)), ("outOfScope", JSON(outOfScope))) }

  init(fields: Fields) {
    self.init(
      decided: fields.texts("decided"), open: fields.texts("open"), outOfScope: fields.texts("outOfScope"))
  }
}

extension Timeframe {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("name", .string(name)), ("from", JSON(from)), ("to", JSON(to)), ("capacity", JSON(capacity)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), name: try fields.text("name"), from: fields.optionalDate("from"),
      to: fields.optionalDate("to"), capacity: fields.optionalInt("capacity"))
  }
}

extension Stakeholder {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("name", .string(name)), ("role", JSON(role)), ("metric", JSON(metric)),
      ("authority", .choice(authority)), ("absent", .flag(absent)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), name: try fields.text("name"), role: fields.optionalText("role"),
      metric: fields.optionalText("metric"), authority: fields.optionalChoice("authority"),
      absent: fields.flag("absent"))
  }
}

extension ParkedIdea {
  var json: JSON {
    .compact(
      ("text", .string(text)), ("by", JSON(by)), ("kind", .choice(kind)), ("goal", JSON(goal)), ("owner", JSON(owner)),
      ("due", JSON(due)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      text: try fields.text("text"), by: fields.optionalID("by"), kind: try fields.choice("kind"),
      goal: fields.optionalID("goal"), owner: fields.optionalID("owner"), due: fields.optionalDate("due"))
  }
}

extension Timeboxes {
  var json: JSON {
    let own = JSON.object(
      parts.sorted { $0.key.rawValue < $1.key.rawValue }.map { JSON.Member($0.key.rawValue, .integer($0.value)) })
    return .compact(
      ("review", .integer(review)), ("boundary", .integer(boundary)), ("context", .integer(context)),
      ("vote", .integer(vote)), ("goal", .integer(goal)), ("priorities", .integer(priorities)),
      ("conflict", .integer(conflict)), ("features", .integer(features)), ("readBack", .integer(readBack)),
      ("parts", parts.isEmpty ? .null : own))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      review: try fields.int("review"), boundary: try fields.int("boundary"), context: try fields.int("context"),
      vote: try fields.int("vote"), goal: try fields.int("goal"), priorities: try fields.int("priorities"),
      conflict: try fields.int("conflict"), features: try fields.int("features"),
      readBack: try fields.int("readBack"))
    for (name, minutes) in fields.named("parts", { Fields.bounded($0.number($1)) }) ?? [] {
      if let part = Step.Part(rawValue: name) { parts[part] = minutes }
    }
  }
}

extension VoteRules {
  var json: JSON {
    self == VoteRules() ? .null : .compact(("dots", JSON(dots)), ("max", JSON(max)), ("step", .flag(step)))
  }

  init(fields: Fields) {
    self.init(dots: fields.optionalInt("dots"), max: fields.optionalInt("max"), step: fields.flag("step"))
  }
}
