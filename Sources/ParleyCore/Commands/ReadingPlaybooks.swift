extension Arguments {
  func playbooks() throws(Refusal) -> Command? {
    switch grammar.verb {
    case "playbook pathfinder":
      .playbook(
        .pathfinder(
          question: try text(0), attempt: try text("try"), metric: try text("metric"), until: try date("until"),
          owner: try id("owner"), goal: try optionalID("goal"), stop: try optionalText("stop")))
    case "playbook portfolio":
      .playbook(
        .weight(
          Sheet.Weight(
            goal: try id(0), value: try whole("value", 1...5), fit: try whole("fit", 1...5),
            risk: try whole("risk", 1...5))))
    case "playbook split": .playbook(.split(try split()))
    case "playbook track":
      .playbook(
        .track(
          Sheet.TrackStep(
            track: try choice(0), what: try text(1), unlocks: try optionalText("unlocks"),
            goal: try optionalID("goal"))))
    case "playbook gate":
      .playbook(
        .gate(
          Sheet.EvidenceGate(
            reach: try whole("reach", 1...5), evidence: try text(0), stop: try optionalText("stop"),
            goal: try optionalID("goal")), by: try optionalDate("by")))
    case "impact": .impact(try impact())
    case "accept": .accept(try people(0), tradeOff: try optionalWhole("tradeoff", 1...10_000))
    case "gap": .gap(try text(0), owner: try id("owner"), due: try date("due"))
    default: nil
    }
  }

  private func split() throws(Refusal) -> Sheet.Split {
    let split = Sheet.Split(
      core: try whole("core", 0...100), adjacent: try whole("adjacent", 0...100), new: try whole("new", 0...100))
    let sum = split.core + split.adjacent + split.new
    if sum != 100 { throw .badArgument(.notAHundred(sum)) }
    return split
  }

  private func impact() throws(Refusal) -> Impact {
    let impact = Impact(
      who: try id(0), gives: try optionalText("gives"), costs: try optionalText("costs"), goal: try optionalID("goal"),
      decision: try optionalID("decision"))
    if impact.gives == nil, impact.costs == nil { throw .badArgument(.neitherGivesNorCosts) }
    return impact
  }
}
