extension Arguments {
  /// The command that the words mean.
  func command() throws(Refusal) -> Command {
    if let command = try moving() { return command }
    if let command = try goals() { return command }
    if let command = try parking() { return command }
    if let command = try conflictsAndVotes() { return command }
    if let command = try capture() { return command }
    if let command = try playbooks() { return command }
    if let command = try findings() { return command }
    if let command = try closing() { return command }
    throw .unknownVerb(grammar.verb, near: nil)
  }

  private func moving() throws(Refusal) -> Command? {
    switch grammar.verb {
    case "next": .next
    case "back": .back
    case "goto": .goto(try text(0))
    case "pause": .pause
    case "resume": .resume
    case "extend": .extend(minutes: try whole(0, 1...1440))
    case "arrive": .arrive(try id(0))
    case "leave": .leave(try id(0))
    case "dot": .dot(try dot())
    case "heard": .heard(try id(0))
    default: nil
    }
  }

  private func dot() throws(Refusal) -> DotCommand {
    let who: StakeholderID = try id(0)
    let colour = try choice(1, of: Dot.Colour.allCases.map(\.rawValue) + ["clear"])
    return DotCommand(
      who: who, colour: Dot.Colour(rawValue: colour), goal: try optionalID("goal"), layer: try choice("layer"),
      cause: try choice("cause"), condition: try optionalText("condition"), note: try optionalText("note"),
      how: try choice("how"))
  }

  private func goals() throws(Refusal) -> Command? {
    switch grammar.verb {
    case "confirm":
      .confirm(
        ConfirmCommand(
          goal: try optionalID(0), note: try optionalText("note"), condition: try optionalText("condition"),
          displacing: try displacement("displacing"), process: try process()))
    case "adjust": .adjust(try adjust())
    case "defer":
      .defer(try id(0), decider: try id("decider"), by: try date("by"), criteria: try text("criteria"))
    case "drop": .drop(try id(0), because: try text("because"))
    case "skip": .skip(try id(0), displacing: try displacement("displacing"), because: try text("because"))
    case "propose": .propose(try propose())
    case "metric": .metric(try id(0), try metric(named: try text(1)))
    case "move":
      .move(
        try id(0), to: try destination("to"), displacing: try displacement("displacing"), because: try text("because"))
    case "rank": .rank(try id(0), try whole(1, 1...Int.max))
    default: nil
    }
  }

  private func process() throws(Refusal) -> ProcessCommand {
    ProcessCommand(
      decider: try optionalID("decider"), by: try optionalDate("by"), criteria: try optionalText("criteria"))
  }

  private func adjust() throws(Refusal) -> AdjustCommand {
    AdjustCommand(
      goal: try id(0), name: try optionalText("name"), metric: try optionalText("metric"),
      target: try optionalNumber("target"), baseline: try optionalNumber("baseline"),
      timeframe: try optionalID("timeframe"), displacing: try displacement("displacing"), because: try text("because"),
      process: try process())
  }

  private func propose() throws(Refusal) -> ProposeCommand {
    let id: GoalID = try id(0)
    if !GoalID.isWellFormed(id.text) { throw .badArgument(.malformedID(id.text)) }
    return ProposeCommand(
      id: id, name: try text(1), timeframe: try self.id("timeframe"), metric: try metric(named: try text("metric")),
      displacing: try displacement("displacing"))
  }

  private func metric(named name: String) throws(Refusal) -> Metric {
    let (baseline, target) = (try number("baseline"), try number("target"))
    if baseline == target { throw .badArgument(.targetIsBaseline) }
    return Metric(name: name, unit: try optionalText("unit"), baseline: baseline, target: target)
  }

  private func parking() throws(Refusal) -> Command? {
    switch grammar.verb {
    case "request": .request(try text(0), by: try id("by"))
    case "serve": .serve(try id(0), goal: try id("goal"), displacing: try optionalID("displacing"))
    case "withdraw": .withdraw(try id(0))
    case "park":
      .park(
        ParkCommand(
          text: try text(0), by: try optionalID("by"), kind: try choice("kind"), goal: try optionalID("goal"),
          owner: try optionalID("owner"), due: try optionalDate("due")))
    case "assign": .assign(try id(0), owner: try id("owner"), due: try optionalDate("due"))
    default: nil
    }
  }

  private func conflictsAndVotes() throws(Refusal) -> Command? {
    switch grammar.verb {
    case "conflict": .conflict(try text(0), between: try two("between"), goal: try optionalID("goal"))
    case "argue": .argue(try id(0), try text(1), interest: try optionalText("interest"))
    case "resolve": .resolve(try text(0), because: try text("because"), until: try optionalDate("until"))
    case "experiment":
      .experiment(
        try text(0), metric: try text("metric"), until: try date("until"), owner: try id("owner"))
    case "escalate":
      .escalate(
        to: try id("to"), by: try date("by"), criteria: try text("criteria"), options: try options("options"))
    case "postpone": .postpone(decider: try id("decider"), by: try date("by"), criteria: try text("criteria"))
    case "consent": .consent(try people(0))
    case "vote open": .voteOpen(dots: try optionalWhole("dots", 1...1000), max: try optionalWhole("max", 1...1000))
    case "vote reveal": .voteReveal
    case "vote cancel": .voteCancel
    case "ballot": .ballot(try filledBallot())
    default: nil
    }
  }

  private func two(_ key: String) throws(Refusal) -> [StakeholderID] {
    let people = try people(key)
    if people.count != 2 { throw .badArgument(.twoDifferentPeople) }
    return people
  }

  private func filledBallot() throws(Refusal) -> [GoalID: Int] {
    let dots = ballot.filter { $0.value > 0 }
    if dots.isEmpty { throw .badArgument(.ballotIsEmpty) }
    return dots
  }

  private func capture() throws(Refusal) -> Command? {
    switch grammar.verb {
    case "decide":
      .decide(
        try text(0), because: try text("because"), consequences: try optionalText("consequences"),
        until: try optionalDate("until"), replaces: try optionalID("replaces"))
    case "follow-up":
      .followUp(try text(0), owner: try id("owner"), due: try date("due"), with: try people("with"))
    case "note": .note(try text(0))
    case "kind":
      .kind(try choice(0), because: try text("because"))
    default: nil
    }
  }

  private func closing() throws(Refusal) -> Command? {
    switch grammar.verb {
    case "ack": .ack(try id(0), caveat: try optionalText("caveat"))
    case "answer": .answer(try id(0), try text(1))
    case "close": .close
    case "close early": .closeEarly(because: try text("because"))
    case "comment": .comment(try id(0), try text(1))
    case "reply": .reply(try id(0), try text(1))
    case "finalise": .finalise
    case "undo": .undo
    default: nil
    }
  }
}
