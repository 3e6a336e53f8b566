extension RecordSection {
  /// The playbooks' lines (M22, M40, M48, M49), by the cause that each playbook answers.
  public static let playbooks = RecordSection(
    "playbooks",
    RecordLayout(
      .words("Playbooks"), if: "playbooks",
      [.each("rows", [.heading([.term("name")]), .list([.value(".")], rows: "lines")])])
  ) { record, names in
    let sheets = Dictionary(grouping: record.sheets, by: \.cause)
    return [
      "playbooks": .rows(
        Dot.Cause.allCases.compactMap { cause in
          sheets[cause].map { sheets in
            ["name": .text(cause.situation), "lines": .texts(sheets.map { $0.line(names) })]
          }
        })
    ]
  }
  .spreadsheet("playbooks") { record, names in
    record.sheets.map { [.name: $0.line(names), .detail: $0.cause.situation] }
  }
  .json("playbooks") { record in
    func rows(_ row: (Sheet) -> JSON?) -> JSON { .array(record.sheets.compactMap(row)) }
    return [
      "pathfinders": rows { if case .pathfinder(let path) = $0 { path.recordJSON } else { nil } },
      "portfolio": rows { if case .weight(let weight) = $0 { weight.recordJSON } else { nil } },
      "split": record.sheets.lazy.compactMap { if case .split(let split) = $0 { split.recordJSON } else { nil } }.first
        ?? .null,
      "tracks": rows { if case .track(let step) = $0 { step.recordJSON } else { nil } },
      "gates": rows { if case .gate(let gate) = $0 { gate.recordJSON } else { nil } },
    ]
  }
}

extension Sheet {
  fileprivate func line(_ names: RecordNames) -> String {
    switch self {
    case .pathfinder(let path):
      "\(path.question.shown) Try: \(path.attempt.shown); measured by \(path.metric.shown), until \(path.until), "
        + names.of(path.owner) + about(path.goal, names) + tail("stop when", path.stop)
    case .weight(let weight):
      "\(names.of(weight.goal)): value \(weight.value), fit \(weight.fit), risk \(weight.risk)"
        + " (value × fit × what is not at risk: \(weight.score))"
    case .split(let split): "\(split.core) % core, \(split.adjacent) % adjacent, \(split.new) % new"
    case .track(let step):
      "\(step.track == .near ? "Near" : "Far") track: \(step.what.shown)" + about(step.goal, names)
        + tail("unlocks", step.unlocks)
    case .gate(let gate):
      "Reach \(gate.reach) of 5 on this evidence: \(gate.evidence.shown)" + (gate.by.map { ", by \($0)" } ?? "")
        + about(gate.goal, names) + tail("stop when", gate.stop)
    }
  }

  private func about(_ goal: GoalID?, _ names: RecordNames) -> String {
    goal.map { ", for \(names.of($0))" } ?? ""
  }
  private func tail(_ word: String, _ text: String?) -> String { text.map { "; \(word) \($0.shown)" } ?? "" }
}

extension Sheet.Pathfinder {
  fileprivate var recordJSON: JSON {
    [
      "question": .string(question), "try": .string(attempt), "metric": .string(metric), "until": JSON(until),
      "owner": JSON(owner), "goal": JSON(goal), "stop": JSON(stop),
    ]
  }
}

extension Sheet.Weight {
  fileprivate var recordJSON: JSON {
    [
      "goal": JSON(goal), "value": .integer(value), "fit": .integer(fit), "risk": .integer(risk),
      "score": .integer(score),
    ]
  }
}

extension Sheet.Split {
  fileprivate var recordJSON: JSON {
    ["core": .integer(core), "adjacent": .integer(adjacent), "new": .integer(new)]
  }
}

extension Sheet.TrackStep {
  fileprivate var recordJSON: JSON {
    ["track": .string(track.rawValue), "what": .string(what), "unlocks": JSON(unlocks), "goal": JSON(goal)]
  }
}

extension Sheet.EvidenceGate {
  fileprivate var recordJSON: JSON {
    [
      "reach": .integer(reach), "evidence": .string(evidence), "by": JSON(by), "stop": JSON(stop),
      "goal": JSON(goal),
    ]
  }
}
