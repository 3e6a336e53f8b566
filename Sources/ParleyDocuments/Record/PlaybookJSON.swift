import ParleyCore

// What was filled in when it was hard (M22, M40, M48, M49).
extension Record {
  /// The sheets, by the playbook that they belong to.
  var playbooksJSON: JSON {
    [
      "pathfinders": rows { if case .pathfinder(let path) = $0 { path.recordJSON } else { nil } },
      "portfolio": rows { if case .weight(let weight) = $0 { weight.recordJSON } else { nil } },
      "split": sheets.lazy.compactMap { if case .split(let split) = $0 { split.recordJSON } else { nil } }.first
        ?? .null,
      "tracks": rows { if case .track(let step) = $0 { step.recordJSON } else { nil } },
      "gates": rows { if case .gate(let gate) = $0 { gate.recordJSON } else { nil } },
    ]
  }

  private func rows(_ row: (Sheet) -> JSON?) -> JSON { .array(sheets.compactMap(row)) }
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

extension Impact {
  var recordJSON: JSON {
    ["who": JSON(who), "gives": JSON(gives), "costs": JSON(costs), "goal": JSON(goal), "decision": JSON(decision)]
  }
}

extension Gap {
  var recordJSON: JSON { ["what": .string(what), "owner": JSON(owner), "due": JSON(due)] }
}

extension KindChange {
  var recordJSON: JSON {
    [
      "from": .string(from.rawValue), "to": .string(to.rawValue), "because": .string(because), "at": JSON(at),
    ]
  }
}
