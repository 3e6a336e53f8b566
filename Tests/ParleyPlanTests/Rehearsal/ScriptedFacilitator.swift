import ParleyCore

/// Someone who facilitates by rote.
protocol ScriptedFacilitator {
  /// Does what there is to do about something that was said.
  mutating func answer(_ utterance: Utterance, _ table: inout RehearsedTable)
  /// The time at a goal is nearly up, or nobody has anything more to say.
  mutating func settle(_ goal: GoalID, _ table: inout RehearsedTable)
  /// The last thing at the read-back.
  mutating func close(_ table: inout RehearsedTable)
  /// How much of a timebox they use, in percent.
  var pace: Int { get }
}

extension ScriptedFacilitator {
  /// Goes through the whole rehearsal; the table is closed then, unless something could not be got over.
  mutating func run(_ table: inout RehearsedTable) {
    var steps = 0
    while table.state.ended == nil, steps < 60 {
      steps += 1
      let step = table.state.step
      if step != .lobby { stay(&table) }
      switch step {
      case .goal(let id): settle(id, &table)
      case .part(let part): fill(part, &table)
      case .readBack:
        close(&table)
        continue
      default: break
      }
      if step == .part(.champion), table.give("close") { continue }
      if !table.give("next") { table.give("close early because=\"stuck\"") }
    }
  }

  /// What a kind of session asks for in a step of its own, besides what people say there.
  private func fill(_ part: Step.Part, _ table: inout RehearsedTable) {
    let owner = table.state.plan.stakeholders.first?.id.text ?? ""
    switch part {
    case .alternatives:
      table.give("alternative \"Do it now\" costs=\"Two people\"")
      table.give("alternative \"Wait a quarter\" gives=\"Two people\"")
    case .killCriteria:
      table.give("kill-criterion \"Stop it\" metric=Churn threshold=\"above 8 %\" by=+60d owner=\(owner)")
    case .decision: table.give("choose O1 because=\"It can be undone\"")
    case .clustering:
      let reasons = table.state.findings.reasons.map(\.id.text).joined(separator: ",")
      table.give("cluster Time \(reasons)")
    case .mitigation: table.give("mitigate G1 \"One owner\" owner=\(owner) due=+14d")
    case .question: table.give("decide \"We go on\" because=\"It works\"")
    default: break
    }
  }

  private mutating func stay(_ table: inout RehearsedTable) {
    let end = table.now.adding(seconds: table.state.timebox(of: table.state.step) * 60 * pace / 100)
    attend(until: end, &table)
  }

  /// Hears what is said until then, and does something about each of it.
  mutating func attend(until end: Instant, _ table: inout RehearsedTable) {
    while table.now < end {
      let heard = table.performance.said.count
      table.pass(to: end)
      for utterance in table.performance.said[heard...] { answer(utterance, &table) }
    }
  }

  mutating func attend(seconds: Int, _ table: inout RehearsedTable) {
    attend(until: table.now.adding(seconds: seconds), &table)
  }
}

func quoted(_ text: String) -> String { CommandLine.quoted(text) }

/// Hears everything, asks everyone, keeps the time.
struct GoodFacilitator: ScriptedFacilitator {
  let pace = 70

  mutating func answer(_ utterance: Utterance, _ table: inout RehearsedTable) {
    let who = utterance.who
    switch utterance.matter {
    case .position(let goal, let colour, let layer):
      let about = layer.map { " layer=\($0.rawValue) note=\(quoted(utterance.text))" } ?? ""
      table.give("dot \(who) \(colour.rawValue) goal=\(goal)\(about)")
    case .request: table.give("request \(quoted(utterance.text)) by=\(who)")
    case .service(let item, let goal): table.give(goal.map { "serve \(item) goal=\($0)" } ?? "withdraw \(item)")
    case .disagreement(let goal, let other): hold(who, other, goal, &table)
    case .status: table.give("park \(quoted(utterance.text)) by=\(who) kind=status")
    case .reopening, .depth, .concern: table.give("park \(quoted(utterance.text)) by=\(who) kind=follow-up")
    case .plea: table.give("heard \(who)")
    case .argument(let tells):
      table.give("argue \(who) \(quoted(utterance.text))\(tells ? " interest=\(quoted(utterance.text))" : "")")
    case .acknowledgement(let caveat):
      table.give("ack \(who)\(caveat.map { " caveat=\(quoted($0))" } ?? "")")
      if caveat != nil { table.give("answer \(who) \"On the first of the month\"") }
    case .consent: table.give("consent \(who)")
    case .learning: table.give("learn \(quoted(utterance.text))")
    case .reason: table.give("reason \(who) \(quoted(utterance.text))")
    case .assumption(let evidence):
      table.give("assume \(quoted(utterance.text)) evidence=\(evidence.rawValue) by=\(who)")
    case .question: table.give("question \(quoted(utterance.text))")
    case .excuse(let goal): table.give("result \(goal) actual=1 because=\(quoted(utterance.text))")
    case .arrival: table.give("arrive \(who)")
    case .departure: table.give("leave \(who)")
    case .veto(let goal): leave(goal, to: who, &table)
    case .insistence, .remark: break
    }
  }

  /// A veto opens the goal again, and whoever has it decides.
  private mutating func leave(_ goal: GoalID, to who: StakeholderID, _ table: inout RehearsedTable) {
    let dot = table.state.goal(goal)?.dots[who]
    table.give(
      "dot \(who) red goal=\(goal) layer=\((dot?.layer ?? .importance).rawValue) note=\(quoted(dot?.note ?? "A veto"))")
    table.give("confirm \(goal) decider=\(who) by=+7d criteria=\"What two weeks have shown\"")
  }

  private mutating func hold(_ a: StakeholderID, _ b: StakeholderID, _ goal: GoalID, _ table: inout RehearsedTable) {
    guard table.give("conflict \"Whether it is worth it\" between=\(a),\(b) goal=\(goal)") else { return }
    attend(seconds: 200, &table)
    let name = table.state.goal(goal)?.goal.name ?? ""
    table.give("resolve \(quoted("We try \(name) for two weeks")) because=\"Both can live with it\"")
    attend(seconds: 20, &table)
  }

  mutating func settle(_ goal: GoalID, _ table: inout RehearsedTable) {
    for _ in 0..<20 {
      guard let state = table.state.goal(goal), let silent = table.state.silent(on: state).first else { break }
      table.give("heard \(silent)")
      attend(seconds: 12, &table)
    }
    guard !table.give("confirm \(goal)") else { return }
    let reds = table.state.plan.askOrder.filter { table.state.goal(goal)?.dots[$0]?.colour == .red }
    guard let decider = reds.last else { return }
    table.give("confirm \(goal) decider=\(decider) by=+7d criteria=\"What two weeks have shown\"")
  }

  mutating func close(_ table: inout RehearsedTable) {
    for who in table.state.plan.askOrder where table.state.acknowledgements[who] == nil {
      table.give("heard \(who)")
      attend(seconds: 12, &table)
    }
    table.give("close")
  }
}

/// Does all that, and has read the map: says what the goal does for whoever objects, in their metric and with the
/// message for them, takes their condition, has the evidence found, and ends a conflict with a trial.
struct MapFacilitator: ScriptedFacilitator {
  let pace = 80
  let map: StakeholderMap
  private var good = GoodFacilitator()
  private var won: Set<String> = []

  init(_ map: StakeholderMap) { self.map = map }

  mutating func answer(_ utterance: Utterance, _ table: inout RehearsedTable) {
    switch utterance.matter {
    case .position(let goal, let colour, let layer)
    where colour.objects && won.insert("\(utterance.who) \(goal)").inserted:
      win(utterance, goal, colour, layer, &table)
    case .disagreement(let goal, let other): tryFirst(utterance.who, other, goal, &table)
    default: good.answer(utterance, &table)
    }
  }

  private func win(
    _ utterance: Utterance, _ goal: GoalID, _ colour: Dot.Colour, _ layer: Dot.Layer?, _ table: inout RehearsedTable
  ) {
    let (who, entry) = (utterance.who, map.entries[utterance.who])
    let condition = entry?.survey?.nonNegotiable.map { $0.isEmpty ? "" : " condition=\(quoted($0))" } ?? ""
    let about = " layer=\((layer ?? .importance).rawValue) note=\(quoted(utterance.text))"
    table.give("dot \(who) \(colour.rawValue) goal=\(goal)\(about)\(condition)")
    let metric = table.state.goal(goal)?.goal.metrics.first?.name ?? "the metric"
    if let message = entry?.message { table.give("note \(quoted(message))") }
    if let own = entry?.metric { table.give("impact \(who) gives=\(quoted("More of \(own)")) goal=\(goal)") }
    if layer == .metric { table.give("gap \(quoted("Whether \(metric) gets there")) owner=\(who) due=+7d") }
    if layer == .existence || layer == .horizon {
      let path = "try=\"Two weeks of it\" metric=\(quoted(metric)) until=+14d owner=\(who) goal=\(goal)"
      table.give("playbook pathfinder \"Does it help?\" \(path)")
    }
  }

  private mutating func tryFirst(
    _ a: StakeholderID, _ b: StakeholderID, _ goal: GoalID, _ table: inout RehearsedTable
  ) {
    guard table.give("conflict \"Whether it is worth it\" between=\(a),\(b) goal=\(goal)") else { return }
    good.attend(seconds: 200, &table)
    let (name, metric) = (
      table.state.goal(goal)?.goal.name ?? "", table.state.goal(goal)?.goal.metrics.first?.name ?? ""
    )
    table.give(
      "experiment \(quoted("Two weeks of \(name)")) metric=\(quoted(metric)) until=+14d owner=\(a)")
    attend(seconds: 20, &table)
  }

  mutating func settle(_ goal: GoalID, _ table: inout RehearsedTable) {
    for _ in 0..<20 {
      guard let state = table.state.goal(goal), let silent = table.state.silent(on: state).first else { break }
      table.give("heard \(silent)")
      attend(seconds: 20, &table)
    }
    good.settle(goal, &table)
  }

  mutating func close(_ table: inout RehearsedTable) { good.close(&table) }
}

/// Hears nothing, decides for everyone, and takes too long.
struct BadFacilitator: ScriptedFacilitator {
  let pace = 130

  mutating func answer(_ utterance: Utterance, _ table: inout RehearsedTable) {
    // An objection is waved through as if it were about the work's importance.
    if case .position(let goal, .yellow, _) = utterance.matter {
      table.give("dot \(utterance.who) yellow goal=\(goal) layer=importance")
    }
  }

  mutating func settle(_ goal: GoalID, _ table: inout RehearsedTable) {
    guard let state = table.state.goal(goal) else { return }
    for who in table.state.silent(on: state) { table.give("dot \(who) green") }
    table.give("confirm \(goal)")
  }

  mutating func close(_ table: inout RehearsedTable) {
    for who in table.state.plan.askOrder { table.give("ack \(who)") }
    table.give("close")
  }
}

/// Writes nothing but `x`, opens conflicts between whoever comes first, and ends them with a yes.
struct NonsenseFacilitator: ScriptedFacilitator {
  let pace = 70

  mutating func answer(_ utterance: Utterance, _ table: inout RehearsedTable) {
    let who = utterance.who
    switch utterance.matter {
    case .position(let goal, let colour, let layer):
      let about = colour.objects ? " layer=\((layer ?? .importance).rawValue) note=x" : ""
      table.give("dot \(who) \(colour.rawValue) goal=\(goal)\(about)")
    case .request: table.give("request x by=\(who)")
    case .disagreement(_, let other):
      let others = table.state.plan.stakeholders.map(\.id).filter { $0 != who && $0 != other }
      guard let a = others.first, let b = others.last, a != b else { return }
      table.give("conflict x between=\(a),\(b)")
      table.give("argue \(a) x")
      table.give("argue \(b) x")
      table.give("resolve yes because=yes")
    case .status, .reopening, .depth, .concern: table.give("park x by=\(who) kind=status")
    case .acknowledgement(let caveat):
      table.give("ack \(who)\(caveat == nil ? "" : " caveat=x")")
      if caveat != nil { table.give("answer \(who) x") }
    default: break
    }
  }

  mutating func settle(_ goal: GoalID, _ table: inout RehearsedTable) {
    var good = GoodFacilitator()
    good.settle(goal, &table)
  }

  mutating func close(_ table: inout RehearsedTable) {
    for who in table.state.plan.askOrder where table.state.acknowledgements[who] == nil { table.give("ack \(who)") }
    table.give("close")
  }
}
