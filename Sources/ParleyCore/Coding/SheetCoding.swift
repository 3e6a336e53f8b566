extension Sheet {
  var json: JSON {
    switch self {
    case .pathfinder(let path):
      .compact(
        ("sheet", "pathfinder"), ("question", .string(path.question)), ("attempt", .string(path.attempt)),
        ("metric", .string(path.metric)), ("until", JSON(path.until)), ("owner", JSON(path.owner)),
        ("goal", JSON(path.goal)), ("stop", JSON(path.stop)))
    case .weight(let weight):
      [
        "sheet": "weight", "goal": JSON(weight.goal), "value": .integer(weight.value), "fit": .integer(weight.fit),
        "risk": .integer(weight.risk),
      ]
    case .split(let split):
      [
        "sheet": "split", "core": .integer(split.core), "adjacent": .integer(split.adjacent),
        "new": .integer(split.new),
      ]
    case .track(let step):
      .compact(
        ("sheet", "track"), ("track", .choice(step.track)), ("what", .string(step.what)),
        ("unlocks", JSON(step.unlocks)), ("goal", JSON(step.goal)))
    case .gate(let gate):
      .compact(
        ("sheet", "gate"), ("reach", .integer(gate.reach)), ("evidence", .string(gate.evidence)),
        ("by", JSON(gate.by)), ("stop", JSON(gate.stop)), ("goal", JSON(gate.goal)))
    }
  }

  init(fields: Fields) throws(CodingFault) {
    switch try fields.text("sheet") {
    case "pathfinder":
      self = .pathfinder(
        Pathfinder(
          question: try fields.text("question"), attempt: try fields.text("attempt"),
          metric: try fields.text("metric"), until: try fields.date("until"), owner: try fields.id("owner"),
          goal: fields.optionalID("goal"), stop: fields.optionalText("stop")))
    case "weight":
      self = .weight(
        Weight(
          goal: try fields.id("goal"), value: try fields.int("value"), fit: try fields.int("fit"),
          risk: try fields.int("risk")))
    case "split":
      self = .split(
        Split(core: try fields.int("core"), adjacent: try fields.int("adjacent"), new: try fields.int("new")))
    case "track":
      self = .track(
        TrackStep(
          track: try fields.choice("track"), what: try fields.text("what"), unlocks: fields.optionalText("unlocks"),
          goal: fields.optionalID("goal")))
    case "gate":
      self = .gate(
        EvidenceGate(
          reach: try fields.int("reach"), evidence: try fields.text("evidence"), by: fields.optionalDate("by"),
          stop: fields.optionalText("stop"), goal: fields.optionalID("goal")))
    default: throw CodingFault(member: "sheet")
    }
  }
}

extension Impact {
  var json: JSON {
    .compact(
      ("who", JSON(who)), ("gives", JSON(gives)), ("costs", JSON(costs)), ("goal", JSON(goal)),
      ("decision", JSON(decision)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      who: try fields.id("who"), gives: fields.optionalText("gives"), costs: fields.optionalText("costs"),
      goal: fields.optionalID("goal"), decision: fields.optionalID("decision"))
  }
}

extension Gap {
  var json: JSON { ["what": .string(what), "owner": JSON(owner), "due": JSON(due)] }

  init(fields: Fields) throws(CodingFault) {
    self.init(what: try fields.text("what"), owner: try fields.id("owner"), due: try fields.date("due"))
  }
}
