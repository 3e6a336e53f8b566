import ParleyCore

extension RecordPage {
  /// One playbook that was filled in: what it answers, and its lines (M40).
  struct PlaybookPart {
    let name: String
    let lines: [String]

    static func all(of record: Record, _ names: Names) -> [PlaybookPart] {
      Dot.Cause.allCases.compactMap { cause in
        let sheets = record.sheets.filter { $0.cause == cause }
        return sheets.isEmpty ? nil : PlaybookPart(name: cause.playbook, lines: sheets.map { $0.line(names) })
      }
    }
  }

  struct ImpactPart {
    let who: String
    let about: String
    let gives: String
    let costs: String

    init(_ impact: Impact, _ names: Names) {
      who = names.of(impact.who)
      let subjects = [impact.goal.map { names.of($0) }, impact.decision?.text.shown].compactMap { $0 }
      about = subjects.isEmpty ? "–" : subjects.joined(separator: ", ")
      gives = impact.gives?.shown ?? "–"
      costs = impact.costs?.shown ?? "–"
    }
  }

  struct GapPart {
    let what: String
    let owner: String
    let due: String

    init(_ gap: Gap, _ names: Names) {
      what = gap.what.shown
      owner = names.of(gap.owner)
      due = gap.due.description
    }
  }
}

extension Dot.Cause {
  fileprivate var playbook: String {
    switch self {
    case .beliefs: "Same goal, different path"
    case .goals: "Different goals"
    case .timeline: "Different horizons"
    case .risk: "Different appetite for risk"
    }
  }
}

extension Sheet {
  fileprivate func line(_ names: Names) -> String {
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

  private func about(_ goal: GoalID?, _ names: Names) -> String { goal.map { ", for \(names.of($0))" } ?? "" }
  private func tail(_ word: String, _ text: String?) -> String { text.map { "; \(word) \($0.shown)" } ?? "" }
}
