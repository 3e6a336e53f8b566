import ParleyCore

// What sessions of some kinds found out (M36, M37, M42, M43).
extension Record {
  var alternativesJSON: [JSON] {
    findings.alternatives.map { alternative in
      let choice = findings.choice.flatMap { $0.alternative == alternative.id ? $0 : nil }
      return [
        "id": JSON(alternative.id), "text": .string(alternative.text), "gives": JSON(alternative.gives),
        "costs": JSON(alternative.costs), "decision": JSON(choice?.decision),
      ]
    }
  }

  /// The clusters, then what is in none.
  var risksJSON: [JSON] {
    let held = Set(findings.clusters.flatMap(\.reasons))
    let loose = findings.reasons.filter { !held.contains($0.id) }
    let rest: [JSON] =
      loose.isEmpty
      ? []
      : [["id": nil, "name": nil, "reasons": .array(loose.map(\.recordJSON)), "mitigations": [], "borne": nil]]
    return findings.clusters.map { json(of: $0) } + rest
  }

  private func json(of cluster: Cluster) -> JSON {
    let reasons = findings.reasons.filter { cluster.reasons.contains($0.id) }
    return [
      "id": JSON(cluster.id), "name": .string(cluster.name), "reasons": .array(reasons.map(\.recordJSON)),
      "mitigations": .array(
        cluster.mitigations.map { ["what": .string($0.what), "owner": JSON($0.owner), "due": JSON($0.due)] }),
      "borne": JSON(cluster.borne),
    ]
  }
}

extension Reason {
  fileprivate var recordJSON: JSON { ["id": JSON(id), "who": JSON(who), "text": .string(text)] }
}

extension MetricReading {
  var recordJSON: JSON { ["goal": JSON(goal), "value": JSON(value), "note": JSON(note), "at": JSON(at)] }
}

extension Question {
  var recordJSON: JSON {
    var decision: DecisionID?
    var process: JSON = .null
    switch answer {
    case .decided(let id): decision = id
    case .postponed(let open):
      process = ["decider": JSON(open.decider), "by": JSON(open.by), "criteria": .string(open.criteria)]
    case nil: break
    }
    return ["text": .string(text), "decision": JSON(decision), "process": process]
  }
}

extension Assumption {
  var recordJSON: JSON {
    [
      "id": JSON(id), "text": .string(text), "evidence": .string(evidence.rawValue), "note": JSON(note), "by": JSON(by),
    ]
  }
}

extension KillCriterion {
  var recordJSON: JSON {
    [
      "id": JSON(id), "metric": .string(metric), "threshold": .string(threshold), "date": JSON(by),
      "action": .string(action), "owner": JSON(owner),
    ]
  }
}
