// What is written down about a misalignment, its cost, and a mistake (M40, M48, M49).
extension Session {
  func decidePlaybook(_ command: Command, _ at: Instant) -> [Event] {
    switch command {
    case .playbook(let sheet): [.sheetFilled(sheet.dated(at))]
    case .impact(let impact): [.impactNoted(impact)]
    case .gap(let what, let owner, let due):
      // Presenting it again is owed like any follow-up.
      [
        .gapFound(Gap(what: what, owner: owner, due: due.date(at: at))),
        .followedUp(FollowUp(text: what, owner: owner, due: due.date(at: at), with: [])),
      ]
    default: []
    }
  }
}

/// A line of a playbook as it was asked for: its day may be one that counts from now.
public enum SheetCommand: Hashable, Sendable {
  case pathfinder(
    question: String, attempt: String, metric: String, until: Due, owner: StakeholderID, goal: GoalID?, stop: String?)
  case weight(Sheet.Weight)
  case split(Sheet.Split)
  case track(Sheet.TrackStep)
  /// With the day by which the evidence is there.
  case gate(Sheet.EvidenceGate, by: Due?)

  /// The line with its days on the calendar.
  func dated(_ at: Instant) -> Sheet {
    switch self {
    case .pathfinder(let question, let attempt, let metric, let until, let owner, let goal, let stop):
      return .pathfinder(
        Sheet.Pathfinder(
          question: question, attempt: attempt, metric: metric, until: until.date(at: at), owner: owner, goal: goal,
          stop: stop))
    case .weight(let weight): return .weight(weight)
    case .split(let split): return .split(split)
    case .track(let step): return .track(step)
    case .gate(var gate, let by):
      gate.by = by?.date(at: at)
      return .gate(gate)
    }
  }

  var references: [Reference] {
    switch self {
    case .pathfinder(_, _, _, _, let owner, let goal, _): [.who(owner)] + (goal.map { [.goal($0)] } ?? [])
    case .weight(let weight): [.goal(weight.goal)]
    case .split: []
    case .track(let step): step.goal.map { [.goal($0)] } ?? []
    case .gate(let gate, _): gate.goal.map { [.goal($0)] } ?? []
    }
  }

  var verb: String {
    switch self {
    case .pathfinder: "playbook pathfinder"
    case .weight: "playbook portfolio"
    case .split: "playbook split"
    case .track: "playbook track"
    case .gate: "playbook gate"
    }
  }
}
