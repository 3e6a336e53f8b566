extension CommandGrammar {
  private static func text(_ name: String) -> Argument { Argument(name: name, kind: .text) }
  private static func must(_ name: String, _ kind: Kind) -> Key { Key(name: name, kind: kind, isRequired: true) }
  private static func may(_ name: String, _ kind: Kind) -> Key { Key(name: name, kind: kind) }
  private static let because = must("because", .text)
  private static let evidence = Kind.choice(Evidence.allCases.map(\.rawValue))

  /// The commands of sessions of a kind of their own: review, check-in, decision journal, pre-mortem, 1:1.
  static let kinds: [CommandGrammar] =
    looking + journal + preMortem + [
      Self(
        verb: "learn", arguments: [text("TEXT")],
        keys: [may("alignment", .choice(StakeholderMap.Alignment.allCases.map(\.rawValue)))],
        does: "an answer in a 1:1; it goes into the private map alone", example: "learn \"Fewer calls at night\"")
    ]

  private static let looking: [CommandGrammar] = [
    Self(
      verb: "result", arguments: [Argument(name: "GOAL", kind: .pastGoal)],
      keys: [
        must("actual", .number), may("target", .number),
        may("result", .choice(LastPeriod.Result.allCases.map(\.rawValue))), because,
      ], does: "what came of a goal of the last period", example: "result churn actual=6 because=\"Two incidents\""),
    Self(
      verb: "carry-forward", arguments: [Argument(name: "GOAL", kind: .pastGoal)],
      keys: [
        must("to", .timeframe), may("name", .name), may("baseline", .number), may("target", .number),
        may("displacing", .displacement), because,
      ], does: "a new goal that goes on from one of the last period",
      example: "carry-forward churn to=q4 target=5 because=\"Half the way is done\""),
    Self(
      verb: "reading", arguments: [Argument(name: "GOAL", kind: .pastGoal), Argument(name: "N", kind: .number)],
      keys: [may("note", .text)], does: "where a goal's metric stands now", example: "reading churn 6.5"),
    Self(
      verb: "question", arguments: [text("TEXT")], keys: [], does: "names the one question that is open",
      example: "question \"Do we go on with the sync?\""),
  ]

  private static let journal: [CommandGrammar] = [
    Self(
      verb: "assume", arguments: [text("TEXT")],
      keys: [must("evidence", evidence), may("by", .who), may("note", .text)],
      does: "an assumption, and how well it is known", example: "assume \"Trials stay\" evidence=anecdote"),
    Self(
      verb: "evidence", arguments: [Argument(name: "A1", kind: .assumption), Argument(name: "LEVEL", kind: evidence)],
      keys: [may("note", .text)], does: "grades the evidence of an assumption anew",
      example: "evidence A1 survey note=\"Forty answers in May\""),
    Self(
      verb: "alternative", arguments: [text("TEXT")], keys: [may("gives", .text), may("costs", .text)],
      does: "a way that could be taken", example: "alternative \"Buy it\" costs=\"A year of licences\""),
    Self(
      verb: "kill-criterion", arguments: [text("ACTION")],
      keys: [must("metric", .text), must("threshold", .text), must("by", .date), may("owner", .who)],
      does: "when to stop, and what is done then",
      example: "kill-criterion \"Stop the rollout\" metric=Activation threshold=\"below 30 %\" by=+60d owner=ceo"),
    Self(
      verb: "choose", arguments: [Argument(name: "O1", kind: .alternative)],
      keys: [because, may("consequences", .text), may("until", .date)], does: "decides on one of the alternatives",
      example: "choose O1 because=\"It can be undone\""),
  ]

  private static let preMortem: [CommandGrammar] = [
    Self(
      verb: "reason", arguments: [Argument(name: "WHO", kind: .who), text("TEXT")], keys: [],
      does: "why it has failed, in someone's words", example: "reason vp-eng \"Nobody owned the data\"",
      speakerIsWho: true),
    Self(
      verb: "cluster",
      arguments: [Argument(name: "NAME", kind: .name), Argument(name: "R1", kind: .reasons)], keys: [],
      does: "puts reasons together that belong together", example: "cluster Data R1,R3"),
    Self(
      verb: "mitigate", arguments: [Argument(name: "G1", kind: .cluster), text("WHAT")],
      keys: [must("owner", .who), must("due", .date)], does: "what is done about a cluster, by whom and when",
      example: "mitigate G1 \"One owner for events\" owner=vp-eng due=+14d"),
    Self(
      verb: "bear", arguments: [Argument(name: "G1", kind: .cluster)], keys: [because],
      does: "a risk that is borne as it is", example: "bear G2 because=\"We cannot change the market\""),
  ]
}

extension Arguments {
  func findings() throws(Refusal) -> Command? {
    if let finding = try lookingBack() { return .finding(finding) }
    if let finding = try decisionJournal() { return .finding(finding) }
    return try preMortem().map(Command.finding)
  }

  private func lookingBack() throws(Refusal) -> FindingCommand? {
    switch grammar.verb {
    case "result":
      .result(
        try id(0), actual: try number("actual"), target: try optionalNumber("target"), try choice("result"),
        because: try text("because"))
    case "carry-forward":
      .carry(
        CarryCommand(
          goal: try id(0), to: try id("to"), name: try optionalText("name"),
          baseline: try optionalNumber("baseline"), target: try optionalNumber("target"),
          displacing: try displacement("displacing"), because: try text("because")))
    case "reading": .reading(try id(0), try number(1), note: try optionalText("note"))
    case "question": .question(try text(0))
    case "learn": .learn(try text(0), alignment: try choice("alignment"))
    default: nil
    }
  }

  private func decisionJournal() throws(Refusal) -> FindingCommand? {
    switch grammar.verb {
    case "assume":
      .assume(try text(0), try needed("evidence"), note: try optionalText("note"), by: try optionalID("by"))
    case "evidence": .grade(try id(0), try choice(1), note: try optionalText("note"))
    case "alternative":
      .alternative(try text(0), gives: try optionalText("gives"), costs: try optionalText("costs"))
    case "kill-criterion":
      .kill(
        KillCommand(
          action: try text(0), metric: try text("metric"), threshold: try text("threshold"), by: try date("by"),
          owner: try optionalID("owner")))
    case "choose":
      .choose(
        try id(0), because: try text("because"), consequences: try optionalText("consequences"),
        until: try optionalDate("until"))
    default: nil
    }
  }

  private func preMortem() throws(Refusal) -> FindingCommand? {
    switch grammar.verb {
    case "reason": .reason(try id(0), try text(1))
    case "cluster": .cluster(try text(0), try reasons(1))
    case "mitigate": .mitigate(try id(0), try text(1), owner: try id("owner"), due: try date("due"))
    case "bear": .bear(try id(0), because: try text("because"))
    default: nil
    }
  }

  private func needed<Value: RawRepresentable<String> & CaseIterable>(_ key: String) throws(Refusal) -> Value {
    guard let value: Value = try choice(key) else { throw .badArgument(.missing(key, usage: grammar.usage)) }
    return value
  }
}
