extension Dot {
  init(fields: Fields) throws(CodingFault) {
    self.init(
      colour: try fields.choice("colour"), layer: fields.optionalChoice("layer"), cause: fields.optionalChoice("cause"),
      note: fields.optionalText("note"), how: fields.optionalChoice("how") ?? .spoken)
  }
}

extension Process {
  var json: JSON {
    .compact(
      ("decider", JSON(decider)), ("by", JSON(by)), ("criteria", .string(criteria)), ("options", JSON(options)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      decider: try fields.id("decider"), by: try fields.date("by"), criteria: try fields.text("criteria"),
      options: fields.texts("options"))
  }

  static func optional(_ key: StaticString, _ fields: Fields) throws(CodingFault) -> Process? {
    fields.has(key) ? try Process(fields: fields.object(key)) : nil
  }
}

extension Settlement {
  var json: JSON {
    switch self {
    case .confirmed(let note, let dissent):
      .compact(("outcome", "confirmed"), ("note", JSON(note)), ("dissent", dissent?.json ?? .null))
    case .adjusted(let because, let dissent):
      .compact(("outcome", "adjusted"), ("because", JSON(because)), ("dissent", dissent?.json ?? .null))
    case .deferred(let process): ["outcome": "deferred", "process": process.json]
    case .dropped(let because): ["outcome": "dropped", "because": .string(because)]
    case .leftOpen(let because, let notAsked):
      .compact(("outcome", "left-open"), ("because", .string(because)), ("notAsked", JSON(notAsked)))
    }
  }

  init(fields: Fields) throws(CodingFault) {
    switch try fields.text("outcome") {
    case "confirmed":
      self = .confirmed(note: fields.optionalText("note"), dissent: try Process.optional("dissent", fields))
    case "adjusted":
      self = .adjusted(because: fields.optionalText("because"), dissent: try Process.optional("dissent", fields))
    case "deferred": self = .deferred(try Process(fields: fields.object("process")))
    case "dropped": self = .dropped(because: try fields.text("because"))
    case "left-open": self = .leftOpen(because: try fields.text("because"), notAsked: fields.ids("notAsked"))
    default: throw CodingFault(member: "outcome")
    }
  }
}

extension Adjustment {
  var json: JSON {
    switch change {
    case .name(let from, let to):
      .compact(("what", "name"), ("from", .string(from)), ("to", .string(to)), ("because", JSON(because)))
    case .timeframe(let from, let to):
      .compact(("what", "timeframe"), ("from", JSON(from)), ("to", JSON(to)), ("because", JSON(because)))
    case .target(let metric, let from, let to): numeric("target", metric, from, to)
    case .baseline(let metric, let from, let to): numeric("baseline", metric, from, to)
    }
  }

  private func numeric(_ what: String, _ metric: String, _ from: Double, _ to: Double) -> JSON {
    .compact(
      ("what", .string(what)), ("metric", .string(metric)), ("from", JSON(from)), ("to", JSON(to)),
      ("because", JSON(because)))
  }

  init(fields: Fields) throws(CodingFault) {
    because = fields.optionalText("because")
    switch try fields.text("what") {
    case "name": change = .name(from: try fields.text("from"), to: try fields.text("to"))
    case "timeframe": change = .timeframe(from: fields.optionalID("from"), to: fields.optionalID("to"))
    case "target":
      change = .target(
        metric: try fields.text("metric"), from: try fields.double("from"), to: try fields.double("to"))
    case "baseline":
      change = .baseline(
        metric: try fields.text("metric"), from: try fields.double("from"), to: try fields.double("to"))
    default: throw CodingFault(member: "what")
    }
  }
}

extension ParkedItem {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("text", .string(text)), ("by", JSON(by)), ("kind", .choice(kind)), ("goal", JSON(goal)),
      ("owner", JSON(owner)), ("due", JSON(due)), ("state", .choice(state)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), text: try fields.text("text"), by: fields.optionalID("by"),
      kind: try fields.choice("kind"), goal: fields.optionalID("goal"), owner: fields.optionalID("owner"),
      due: fields.optionalDate("due"), state: try fields.choice("state"))
  }
}

extension Conflict.Position {
  var json: JSON { .compact(("who", JSON(who)), ("text", .string(text)), ("interest", JSON(interest))) }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      who: try fields.id("who"), text: try fields.text("text"), interest: fields.optionalText("interest"))
  }
}

extension Conflict.Ending {
  var json: JSON {
    switch self {
    case .resolved(let decision, let because):
      ["how": "resolved", "decision": .string(decision), "because": .string(because)]
    case .experiment(let what, let metric, let until, let owner):
      [
        "how": "experiment", "what": .string(what), "metric": .string(metric), "until": JSON(until),
        "owner": JSON(owner),
      ]
    case .escalated(let process): ["how": "escalated", "process": process.json]
    case .postponed(let process): ["how": "postponed", "process": process.json]
    }
  }

  init(fields: Fields) throws(CodingFault) {
    switch try fields.text("how") {
    case "resolved": self = .resolved(decision: try fields.text("decision"), because: try fields.text("because"))
    case "experiment":
      self = .experiment(
        what: try fields.text("what"), metric: try fields.text("metric"), until: try fields.date("until"),
        owner: try fields.id("owner"))
    case "escalated": self = .escalated(try Process(fields: fields.object("process")))
    case "postponed": self = .postponed(try Process(fields: fields.object("process")))
    default: throw CodingFault(member: "how")
    }
  }
}

extension Decision {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("what", .string(what)), ("because", .string(because)), ("consequences", JSON(consequences)),
      ("until", JSON(until)), ("replaces", JSON(replaces)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), what: try fields.text("what"), because: try fields.text("because"),
      consequences: fields.optionalText("consequences"), until: fields.optionalDate("until"),
      replaces: fields.optionalID("replaces"))
  }
}

extension FollowUp {
  var json: JSON {
    .compact(("text", .string(text)), ("owner", JSON(owner)), ("due", JSON(due)), ("with", JSON(with)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      text: try fields.text("text"), owner: try fields.id("owner"), due: try fields.date("due"),
      with: fields.ids("with"))
  }
}
