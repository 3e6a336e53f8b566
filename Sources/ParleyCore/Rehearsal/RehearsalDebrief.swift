// The debrief as text, under the report.
extension RehearsalReport {
  /// The rehearsal moment by moment; nil alone, where nobody spoke.
  public var debrief: Debrief? { performance.map { Debrief($0, state, at: now) } }

  /// What the debrief says of a step; of none are the words that come first.
  public struct DebriefPart: Hashable, Sendable {
    public var step: Step?
    public var title: String
    public var lines: [String]
    /// Whether a rehearsal can begin there.
    public var canBeginAgain: Bool
  }

  /// The debrief step by step, no line longer than 80 columns if the words allow it; empty where nothing was said.
  public var debriefParts: [DebriefPart] {
    guard let debrief, !debrief.moments.isEmpty else { return [] }
    let signs = ["  ✓ as it was meant · → a mind moved · ! otherwise · ✗ missed"]
    let head = DebriefPart(step: nil, title: "Moment by moment", lines: signs, canBeginAgain: false)
    return [head]
      + debrief.steps.map { step in
        DebriefPart(
          step: step, title: state.titles(of: step).title,
          lines: debrief.moments.filter { $0.step == step }.flatMap { told($0) }, canBeginAgain: canBegin(at: step))
      }
  }

  /// The debrief as text: a step a heading, with the command that begins there again.
  public var debriefLines: [String] {
    let parts = debriefParts.map { part in
      [part.title] + (part.canBeginAgain ? part.step.map { [again($0)] } ?? [] : []) + part.lines
    }
    return Array(parts.joined(separator: [""]))
  }

  /// The report and the debrief, as a document.
  public var document: [String] { lines + [""] + debriefLines }

  /// Whether the step is one of the plan's: a goal that was proposed in between is none when the same people come again.
  private func canBegin(at step: Step) -> Bool {
    let isPlanned = step.goal.map { id in state.plan.goals.contains { $0.id == id } } ?? true
    return isPlanned && (state.agenda.contains(step) || state.isVisited(step))
  }

  /// How to begin there again with the same people.
  private func again(_ step: Step) -> String {
    let mood = mark.mood == .real ? "" : " --mood \(mark.mood.rawValue)"
    let plan = mark.practice.map { "--case \($0)" } ?? "PLAN"
    return "  again from here: parley rehearse \(plan) --seed \(mark.seed)\(mood) --from \(step.text)"
  }

  private func told(_ moment: Debrief.Moment) -> [String] {
    let sign =
      switch moment.verdict {
      case .good: "✓"
      case .moved: "→"
      case .otherwise: "!"
      case .missed: "✗"
      }
    let indent = "          "
    var lines = "\(moment.head) (\(moment.rule))".set(under: indent, first: "  \(moment.at.clock) \(sign) ")
    guard moment.verdict != .good || moment.better != nil else { return lines }
    if let said = moment.said { lines += "“\(said)”".set(under: indent + "        ", first: indent + "said    ") }
    if moment.said != nil {
      lines += (moment.wrote ?? "nothing").set(under: indent + "        ", first: indent + "wrote   ")
    }
    if let better = moment.better { lines += better.set(under: indent + "        ", first: indent + "better  ") }
    return lines
  }

  /// What came of it: minds, vetoes, the corridor, the recall poll.
  var outcome: [String] {
    guard let performance, figures.support + figures.supportBefore > 0 else { return [] }
    let it = figures
    var rows = [
      (
        "support",
        "\(it.supportBefore) % before, \(it.support) % now; \(counted(it.softened, "mind")) moved your way, \(it.hardened) away"
      ),
      ("gone past", "\(counted(it.slights, "slight")); someone senior stepped in \(counted(it.interventions, "time"))"),
    ]
    if it.vetoes > 0 { rows.append(("vetoes", "\(it.vetoes), \(it.vetoesAnswered) answered")) }
    var lines = rows.map { "  " + ($0.0 + String(repeating: " ", count: max(0, 16 - $0.0.count))) + $0.1 }
    guard let recall = RehearsalRecall(performance, state) else { return ["What came of it"] + lines }
    lines.append("  two weeks later \(recall.share) % name the goals, why, and the metric (M35)")
    for answer in recall.people {
      if let goal = answer.corridor {
        let title = state.goal(goal)?.goal.name ?? goal.text
        lines += "\(state.name(answer.who)), in the corridor: “I didn’t say it in there, but ‘\(title)’ is a mistake.”"
          .set(under: "    ", first: "  ")
      }
    }
    return ["What came of it"] + lines
  }

  /// Craft over all rehearsals of this plan, the last one first.
  var course: [String] {
    guard !all.isEmpty, performance != nil else { return [] }
    let head = "Over all rehearsals of this plan"
    let rows = ([Past(figures, mark, state.opened)] + all).prefix(8).map { past in
      let it = past.figures
      let from = past.mark.from.map { ", from \($0)" } ?? ""
      let how = "\(past.at.date) \(past.mark.mood.rawValue), seed \(past.mark.seed)\(from)"
      return "  \(how.prefix(32))" + String(repeating: " ", count: max(1, 34 - how.count))
        + cell("\(it.share) %") + cell("\(it.rightLayers)/\(it.objections)") + cell("\(it.asked)/\(it.silences)")
        + cell("\(it.supportBefore)→\(it.support) %")
    }
    let columns = ["meant", "layers", "asked", "support"].map(cell).joined()
    return [head + String(repeating: " ", count: 36 - head.count) + columns] + rows
  }

  private func cell(_ text: String) -> String { String(repeating: " ", count: max(1, 10 - text.count)) + text }

  /// Another rehearsal of the plan, in numbers.
  public struct Past: Hashable, Sendable {
    public var figures: RehearsalFigures
    public var mark: RehearsalMark
    public var at: Instant

    public init(_ figures: RehearsalFigures, _ mark: RehearsalMark, _ at: Instant) {
      (self.figures, self.mark, self.at) = (figures, mark, at)
    }
  }
}
