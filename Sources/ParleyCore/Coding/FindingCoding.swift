// Of findings, in events and in a snapshot. The names of the events are frozen, as those beside this file are.
extension Finding {
  var json: JSON {
    switch self {
    case .resultGiven(let goal, let last): ["event": "result-given", "goal": JSON(goal), "last": last.json]
    case .goalCarried(let goal, let from): ["event": "goal-carried", "goal": goal.json, "from": JSON(from)]
    case .metricRead(let reading): ["event": "metric-read", "reading": reading.json]
    case .questionNamed(let text): ["event": "question-named", "text": .string(text)]
    case .questionAnswered(let decision): ["event": "question-answered", "decision": JSON(decision)]
    case .questionPostponed(let process): ["event": "question-postponed", "process": process.json]
    case .assumed(let assumption): ["event": "assumed", "assumption": assumption.json]
    case .alternativeGiven(let alternative): ["event": "alternative-given", "alternative": alternative.json]
    case .killCriterionSet(let criterion): ["event": "kill-criterion-set", "criterion": criterion.json]
    case .chosen(let choice): ["event": "chosen", "choice": choice.json]
    case .reasonGiven(let reason): ["event": "reason-given", "reason": reason.json]
    case .clustered(let cluster): ["event": "clustered", "cluster": cluster.json]
    case .mitigated(let id, let mitigation):
      ["event": "mitigated", "cluster": JSON(id), "mitigation": mitigation.json]
    case .borne(let id, let because): ["event": "borne", "cluster": JSON(id), "because": .string(because)]
    case .answerKept(let part): ["event": "answer-kept", "step": .choice(part)]
    }
  }

  /// Nil for an event of another sort.
  init?(_ name: String, _ fields: Fields) throws(CodingFault) {
    if let finding = try Finding.lookingBack(name, fields) {
      self = finding
    } else if let finding = try Finding.workedOut(name, fields) {
      self = finding
    } else {
      return nil
    }
  }

  private static func lookingBack(_ name: String, _ fields: Fields) throws(CodingFault) -> Finding? {
    switch name {
    case "result-given": .resultGiven(try fields.id("goal"), try LastPeriod(fields: fields.object("last")))
    case "goal-carried": .goalCarried(try Goal(fields: fields.object("goal")), from: try fields.id("from"))
    case "metric-read": .metricRead(try MetricReading(fields: fields.object("reading")))
    case "question-named": .questionNamed(try fields.text("text"))
    case "question-answered": .questionAnswered(try fields.id("decision"))
    case "question-postponed": .questionPostponed(try Process(fields: fields.object("process")))
    case "answer-kept": .answerKept(try fields.choice("step"))
    default: nil
    }
  }

  private static func workedOut(_ name: String, _ fields: Fields) throws(CodingFault) -> Finding? {
    switch name {
    case "assumed": .assumed(try Assumption(fields: fields.object("assumption")))
    case "alternative-given": .alternativeGiven(try Alternative(fields: fields.object("alternative")))
    case "kill-criterion-set": .killCriterionSet(try KillCriterion(fields: fields.object("criterion")))
    case "chosen": .chosen(try Choice(fields: fields.object("choice")))
    case "reason-given": .reasonGiven(try Reason(fields: fields.object("reason")))
    case "clustered": .clustered(try Cluster(fields: fields.object("cluster")))
    case "mitigated": .mitigated(try fields.id("cluster"), try Mitigation(fields: fields.object("mitigation")))
    case "borne": .borne(try fields.id("cluster"), because: try fields.text("because"))
    default: nil
    }
  }
}

extension Findings {
  var json: JSON {
    .compact(
      ("results", .byID(results, \.json)), ("carried", .array(carried.map(\.json))),
      ("readings", .array(readings.map(\.json))), ("question", question?.json ?? .null),
      ("assumptions", .array(assumptions.map(\.json))), ("alternatives", .array(alternatives.map(\.json))),
      ("killCriteria", .array(killCriteria.map(\.json))), ("choice", choice?.json ?? .null),
      ("reasons", .array(reasons.map(\.json))), ("clusters", .array(clusters.map(\.json))),
      ("answered", .array(answered.map { .choice($0) })))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init()
    results = try fields.byID("results", LastPeriod.init(fields:))
    carried = try fields.list("carried", Carried.init(fields:))
    readings = try fields.list("readings", MetricReading.init(fields:))
    if fields.has("question") { question = try Question(fields: fields.object("question")) }
    assumptions = try fields.list("assumptions", Assumption.init(fields:))
    alternatives = try fields.list("alternatives", Alternative.init(fields:))
    killCriteria = try fields.list("killCriteria", KillCriterion.init(fields:))
    if fields.has("choice") { choice = try Choice(fields: fields.object("choice")) }
    reasons = try fields.list("reasons", Reason.init(fields:))
    clusters = try fields.list("clusters", Cluster.init(fields:))
    answered = fields.texts("answered").compactMap { Step.Part(rawValue: $0) }
  }
}

extension Carried {
  var json: JSON { ["from": JSON(from), "to": JSON(to)] }

  init(fields: Fields) throws(CodingFault) { self.init(from: try fields.id("from"), to: try fields.id("to")) }
}

extension MetricReading {
  var json: JSON {
    .compact(("goal", JSON(goal)), ("value", JSON(value)), ("note", JSON(note)), ("at", JSON(ms: at)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      goal: try fields.id("goal"), value: try fields.double("value"), note: fields.optionalText("note"),
      at: try fields.instant("at"))
  }
}

extension Question {
  fileprivate var json: JSON {
    switch answer {
    case .decided(let decision): ["text": .string(text), "decision": JSON(decision)]
    case .postponed(let process): ["text": .string(text), "process": process.json]
    case nil: ["text": .string(text)]
    }
  }

  fileprivate init(fields: Fields) throws(CodingFault) {
    self.init(text: try fields.text("text"))
    if let decision: DecisionID = fields.optionalID("decision") { answer = .decided(decision) }
    if fields.has("process") { answer = .postponed(try Process(fields: fields.object("process"))) }
  }
}
