extension RecordSection {
  /// The playbooks' lines (M22, M40, M48, M49), by the cause that each playbook answers.
  public static let playbooks = RecordSection(
    "playbooks",
    RecordLayout(
      .words("playbooks.heading"), if: "playbooks",
      [.each("rows", [.heading([.term("name")]), .list([.value(".")], rows: "lines")])])
  ) { record, names in
    let sheets = Dictionary(grouping: record.sheets, by: \.cause)
    return [
      "playbooks": .rows(
        Dot.Cause.allCases.compactMap { cause in
          sheets[cause].map { sheets in
            ["name": .text(names.words["situation.\(cause.rawValue)"]), "lines": .texts(sheets.map { $0.line(names) })]
          }
        })
    ]
  }
  .spreadsheet("playbooks") { record, names in
    record.sheets.map { [.name: $0.line(names), .detail: names.words["situation.\($0.cause.rawValue)"]] }
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
    let words = names.words
    return switch self {
    case .pathfinder(let path):
      words(
        "playbooks.pathfinder",
        [
          "question": path.question.shown, "try": path.attempt.shown, "metric": path.metric.shown,
          "day": words.longDay(path.until), "who": names.of(path.owner),
        ]) + about(path.goal, names) + tail("playbooks.stop-when", path.stop, words)
    case .weight(let weight):
      words(
        "playbooks.weight",
        [
          "goal": names.of(weight.goal), "value": "\(weight.value)", "fit": "\(weight.fit)",
          "risk": "\(weight.risk)", "score": "\(weight.score)",
        ])
    case .split(let split):
      words(
        "playbooks.split", ["core": "\(split.core)", "adjacent": "\(split.adjacent)", "new": "\(split.new)"])
    case .track(let step):
      words(step.track == .near ? "playbooks.near" : "playbooks.far", ["what": step.what.shown])
        + about(step.goal, names) + tail("playbooks.unlocks", step.unlocks, words)
    case .gate(let gate):
      words("playbooks.gate", ["reach": "\(gate.reach)", "evidence": gate.evidence.shown])
        + (gate.by.map { words("playbooks.by", ["day": words.longDay($0)]) } ?? "") + about(gate.goal, names)
        + tail("playbooks.stop-when", gate.stop, words)
    }
  }

  private func about(_ goal: GoalID?, _ names: RecordNames) -> String {
    goal.map { names.words("playbooks.for-goal", ["goal": names.of($0)]) } ?? ""
  }

  private func tail(_ key: String, _ text: String?, _ words: DocumentWording) -> String {
    text.map { words(key, ["what": $0.shown]) } ?? ""
  }
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
