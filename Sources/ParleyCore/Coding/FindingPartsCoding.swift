// The values of a decision journal and of a pre-mortem.
extension Assumption {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("text", .string(text)), ("evidence", .choice(evidence)), ("note", JSON(note)),
      ("by", JSON(by)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), text: try fields.text("text"), evidence: try fields.choice("evidence"),
      note: fields.optionalText("note"), by: fields.optionalID("by"))
  }
}

extension Alternative {
  var json: JSON {
    .compact(("id", JSON(id)), ("text", .string(text)), ("gives", JSON(gives)), ("costs", JSON(costs)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), text: try fields.text("text"), gives: fields.optionalText("gives"),
      costs: fields.optionalText("costs"))
  }
}

extension KillCriterion {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("metric", .string(metric)), ("threshold", .string(threshold)), ("by", JSON(by)),
      ("action", .string(action)), ("owner", JSON(owner)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), metric: try fields.text("metric"), threshold: try fields.text("threshold"),
      by: try fields.date("by"), action: try fields.text("action"), owner: fields.optionalID("owner"))
  }
}

extension Choice {
  var json: JSON { ["alternative": JSON(alternative), "decision": JSON(decision)] }

  init(fields: Fields) throws(CodingFault) {
    self.init(alternative: try fields.id("alternative"), decision: try fields.id("decision"))
  }
}

extension Reason {
  var json: JSON { ["id": JSON(id), "who": JSON(who), "text": .string(text)] }

  init(fields: Fields) throws(CodingFault) {
    self.init(id: try fields.id("id"), who: try fields.id("who"), text: try fields.text("text"))
  }
}

extension Cluster {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("name", .string(name)), ("reasons", JSON(reasons)),
      ("mitigations", .array(mitigations.map(\.json))), ("borne", JSON(borne)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(id: try fields.id("id"), name: try fields.text("name"), reasons: fields.ids("reasons"))
    mitigations = try fields.list("mitigations", Mitigation.init(fields:))
    borne = fields.optionalText("borne")
  }
}

extension Mitigation {
  var json: JSON { ["what": .string(what), "owner": JSON(owner), "due": JSON(due)] }

  init(fields: Fields) throws(CodingFault) {
    self.init(what: try fields.text("what"), owner: try fields.id("owner"), due: try fields.date("due"))
  }
}

extension Homework {
  var json: JSON {
    self == Homework()
      ? .null
      : .compact(
        ("question", JSON(question)),
        ("assumptions", .array(assumptions.map { ["text": .string($0.text), "evidence": .choice($0.evidence)] })),
        ("alternatives", JSON(alternatives)), ("killCriteria", .array(killCriteria.map(\.json))), ("with", JSON(with)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init()
    question = fields.optionalText("question")
    assumptions = try fields.list("assumptions") { given throws(CodingFault) in
      GivenAssumption(text: try given.text("text"), evidence: try given.choice("evidence"))
    }
    alternatives = fields.texts("alternatives")
    killCriteria = try fields.list("killCriteria", GivenKillCriterion.init(fields:))
    with = fields.optionalID("with")
  }
}

extension Homework.GivenKillCriterion {
  fileprivate var json: JSON {
    .compact(
      ("metric", .string(metric)), ("threshold", .string(threshold)), ("by", JSON(by)), ("action", .string(action)),
      ("owner", JSON(owner)))
  }

  fileprivate init(fields: Fields) throws(CodingFault) {
    self.init(
      metric: try fields.text("metric"), threshold: try fields.text("threshold"), by: try fields.date("by"),
      action: try fields.text("action"), owner: fields.optionalID("owner"))
  }
}

extension LastSession {
  var json: JSON {
    .compact(
      ("id", .string(id)), ("title", .string(title)), ("goals", .array(goals.map(\.json))),
      ("tradeOffs", .array(tradeOffs.map(\.json))), ("parkingLot", .array(parkingLot.map(\.json))),
      ("decisions", .array(decisions.map(\.json))))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.text("id"), title: try fields.text("title"),
      goals: try fields.list("goals", GoalState.init(fields:)),
      tradeOffs: try fields.list("tradeOffs", TradeOff.init(fields:)),
      parkingLot: try fields.list("parkingLot", ParkedItem.init(fields:)),
      decisions: try fields.list("decisions", Decision.init(fields:)))
  }
}
