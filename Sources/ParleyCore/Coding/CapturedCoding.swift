// What was captured, as a snapshot has it where no event does.
extension Dot {
  var json: JSON {
    .compact(
      ("colour", .choice(colour)), ("layer", .choice(layer)), ("cause", .choice(cause)), ("note", JSON(note)),
      ("how", .choice(how)))
  }
}

extension Condition {
  var json: JSON { .compact(("text", .string(text)), ("by", JSON(by))) }

  init(fields: Fields) throws(CodingFault) {
    self.init(text: try fields.text("text"), by: fields.optionalID("by"))
  }
}

extension TradeOff {
  var json: JSON {
    .compact(
      ("gained", .string(gained)), ("displaced", .string(displaced)), ("because", JSON(because)),
      ("accepted", JSON(accepted)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      gained: try fields.text("gained"), displaced: try fields.text("displaced"),
      because: fields.optionalText("because"))
    accepted = fields.ids("accepted")
  }
}

extension Note {
  var json: JSON { ["text": .string(text), "at": JSON(ms: at)] }

  init(fields: Fields) throws(CodingFault) { self.init(text: try fields.text("text"), at: try fields.instant("at")) }
}

extension Conflict {
  var json: JSON {
    .compact(
      ("topic", .string(topic)), ("goal", JSON(goal)), ("between", JSON(between)),
      ("step", .string(step.text)), ("visit", visit.json), ("planned", .integer(planned)),
      ("positions", .array(positions.map(\.json))),
      ("ending", ending?.json ?? .null), ("consents", JSON(consents.sorted())))
  }

  init(fields: Fields) throws(CodingFault) {
    let visit = try Visit(fields: fields.object("visit"))
    self.init(
      topic: try fields.text("topic"), goal: fields.optionalID("goal"), between: fields.ids("between"),
      opened: visit.since, planned: fields.sum("planned"))
    guard let step = Step(try fields.text("step")) else { throw CodingFault(member: "step") }
    self.step = step
    self.visit = visit
    positions = try fields.list("positions", Position.init(fields:))
    if fields.has("ending") { ending = try Ending(fields: fields.object("ending")) }
    consents = Set(fields.ids("consents"))
  }
}

extension Vote {
  var json: JSON {
    .compact(
      ("dots", .integer(dots)), ("max", .integer(max)), ("turnout", JSON(turnout)),
      (
        "tally",
        tally.map { JSON.object($0.sorted { $0.key < $1.key }.map { .init($0.key.text, .integer($0.value)) }) } ?? .null
      ))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(dots: try fields.int("dots"), max: try fields.int("max"))
    turnout = fields.ids("turnout")
    if fields.has("tally") { tally = try fields.tally() }
  }
}

extension Acknowledgement {
  var json: JSON {
    .object(
      [("caveat", caveat), ("answer", answer)].compactMap { key, text in text.map { JSON.Member(key, .string($0)) } })
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(caveat: fields.optionalText("caveat"), answer: fields.optionalText("answer"))
  }
}

extension Comment {
  var json: JSON {
    .compact(("id", JSON(id)), ("who", JSON(who)), ("text", .string(text)), ("reply", JSON(reply)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), who: try fields.id("who"), text: try fields.text("text"),
      reply: fields.optionalText("reply"))
  }
}

extension KindChange {
  var json: JSON {
    ["from": .choice(from), "to": .choice(to), "because": .string(because), "at": JSON(ms: at)]
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      from: try fields.choice("from"), to: try fields.choice("to"), because: try fields.text("because"),
      at: try fields.instant("at"))
  }
}
