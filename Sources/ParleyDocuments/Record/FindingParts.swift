import ParleyCore

extension RecordPage {
  /// What a session of some kind found out, under a heading of its own.
  struct FindingPart {
    let name: String
    let lines: [String]

    init?(_ name: String, _ lines: [String]) {
      if lines.isEmpty { return nil }
      self.name = name
      self.lines = lines
    }

    static func all(of record: Record, _ names: Names) -> [FindingPart] {
      let teller = FindingTeller(record: record, names: names)
      return [
        FindingPart("The question", teller.question), FindingPart("Where the goals stand", teller.readings),
        FindingPart("Assumptions", teller.assumptions), FindingPart("Alternatives", teller.alternatives),
        FindingPart("Kill criteria", teller.killCriteria), FindingPart("Why it would fail", teller.risks),
        FindingPart("Carried forward", teller.carried), FindingPart("Without a result", teller.unreviewed),
        FindingPart("Answered in the 1:1", teller.answered),
      ].compactMap { $0 }
    }
  }
}

/// Tells findings in lines, by the names of a record.
private struct FindingTeller {
  let record: Record
  let names: Names
  private var findings: Findings { record.findings }

  var question: [String] {
    guard let question = findings.question else { return [] }
    let answer =
      switch question.answer {
      case .decided(let id):
        "Decided: \(id) \(record.decisions.first { $0.id == id }?.what.shown ?? "")"
      case .postponed(let process):
        "Not decided: \(names.of(process.decider)) decides by \(process.by), by this: \(process.criteria.shown)"
      case nil: record.kind == .decisionJournal ? "" : "Not answered"
      }
    return [question.text.shown] + (answer.isEmpty ? [] : [answer])
  }

  var readings: [String] {
    findings.readings.map { reading in
      let goal = record.goals.first { $0.goal.id == reading.goal }?.goal
      let unit = goal?.metrics.first?.unit.map { " \($0.shown)" } ?? ""
      let way = goal?.metrics.first.map { " (\(plain($0.baseline)) → \(plain($0.target))\(unit))" } ?? ""
      return "\(names.of(reading.goal)): \(plain(reading.value).shown)\(unit)\(way)" + tail(reading.note)
    }
  }

  var assumptions: [String] {
    findings.assumptions.map { assumption in
      "\(assumption.id) \(assumption.text.shown) — evidence: \(assumption.evidence.words)"
        + (assumption.by.map { ", from \(names.of($0))" } ?? "") + tail(assumption.note)
    }
  }

  var alternatives: [String] {
    findings.alternatives.map { alternative in
      let facts = [
        alternative.gives.map { "gives: \($0.shown)" }, alternative.costs.map { "costs: \($0.shown)" },
        findings.choice?.alternative == alternative.id ? "chosen, \(findings.choice?.decision.text ?? "")" : nil,
      ].compactMap { $0 }
      return "\(alternative.id) \(alternative.text.shown)"
        + (facts.isEmpty ? "" : " — \(facts.joined(separator: "; "))")
    }
  }

  var killCriteria: [String] {
    findings.killCriteria.map { criterion in
      "\(criterion.id) \(criterion.metric.shown) \(criterion.threshold.shown) by \(criterion.by): "
        + criterion.action.shown + (criterion.owner.map { " (\(names.of($0)))" } ?? "")
    }
  }

  var risks: [String] {
    let held = Set(findings.clusters.flatMap(\.reasons))
    return findings.clusters.flatMap { lines(of: $0) }
      + findings.reasons.filter { !held.contains($0.id) }.map { "In no cluster: \(words($0))" }
  }

  private func lines(of cluster: Cluster) -> [String] {
    let reasons = findings.reasons.filter { cluster.reasons.contains($0.id) }.map(words)
    let done = cluster.mitigations.map { "\($0.what.shown) (\(names.of($0.owner)), by \($0.due))" }
    let head = "\(cluster.id) \(cluster.name.shown): \(reasons.joined(separator: "; "))"
    return [head] + done.map { "Against \(cluster.id): \($0)" }
      + (cluster.borne.map { ["\(cluster.id) is borne, because: \($0.shown)"] } ?? [])
  }

  private func words(_ reason: Reason) -> String { "\(reason.text.shown) (\(names.of(reason.who)))" }

  var carried: [String] {
    findings.carried.map { carried in
      let old = record.review.first { $0.goal == carried.from }?.name.shown ?? names.of(carried.from)
      return "\(old) goes on as \(carried.to)"
    }
  }

  var unreviewed: [String] { record.unreviewed.map(\.name.shown) }

  /// The answers themselves stand in the private map alone (M9).
  var answered: [String] {
    findings.answered.isEmpty
      ? [] : findings.answered.map(\.titles.title) + ["What was said stands in the private map alone."]
  }

  private func tail(_ text: String?) -> String { text.map { " — \($0.shown)" } ?? "" }
}

extension Evidence {
  fileprivate var words: String { self == .cohortData ? "cohort data" : rawValue }
}
