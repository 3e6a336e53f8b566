import ParleyCore

extension Record.GoalRow {
  var json: JSON {
    [
      "id": JSON(goal.id), "name": .string(goal.name), "timeframe": JSON(goal.timeframe), "priority": JSON(priority),
      "outcome": .string(outcome.rawValue),
      "metrics": .array(goal.metrics.map(\.recordJSON)),
      "adjustments": .array(adjustments.map(\.recordJSON)),
      "conditions": .array(conditions.map { ["text": .string($0.text), "by": JSON($0.by)] }),
      "dots": .object(dots.map { JSON.Member($0.who.text, .string($0.stance.name)) }),
      "objections": .array(objections.map(\.json)),
      "features": .array(goal.features.map { ["id": JSON($0.id), "name": .string($0.name)] }),
    ]
  }
}

extension Metric {
  fileprivate var recordJSON: JSON {
    ["name": .string(name), "unit": JSON(unit), "baseline": JSON(baseline), "target": JSON(target)]
  }
}

extension Adjustment {
  fileprivate var recordJSON: JSON {
    let (what, from, to): (JSON, JSON, JSON) =
      switch change {
      case .name(let from, let to): ("name", .string(from), .string(to))
      case .timeframe(let from, let to): ("timeframe", JSON(from), JSON(to))
      case .target(_, let from, let to): ("target", JSON(from), JSON(to))
      case .baseline(_, let from, let to): ("baseline", JSON(from), JSON(to))
      }
    return ["what": what, "from": from, "to": to, "because": JSON(because)]
  }
}

extension Record.Objection {
  fileprivate var json: JSON {
    [
      "who": JSON(who), "colour": .string(dot.colour.rawValue), "layer": JSON(dot.layer?.rawValue),
      "cause": JSON(dot.cause?.rawValue), "note": JSON(dot.note), "how": .string(dot.how.rawValue),
    ]
  }
}
