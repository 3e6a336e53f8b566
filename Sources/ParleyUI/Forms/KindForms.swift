import ParleyCore
import ParleyScreens

// The forms of sessions of a kind of their own.
extension Form {
  static func result(_ row: Row?, in state: State) -> Form {
    let past = state.past(row) ?? state.unreviewed.first ?? state.pastGoals.first
    let last = past?.last
    let prefilled = [
      "GOAL": past?.id.text, "target": (last?.target ?? past?.metric?.target).map(amount),
      "actual": (last?.actual ?? past?.measured?.value).map(amount), "because": last?.because,
    ]
    return Form(
      .result, title: "What came of it?", prompt: "Without a result it is worked out from target and actual.",
      asking: ["GOAL", "actual", "target", "because", "result"], prefilled: prefilled.compactMapValues { $0 },
      in: state)
  }

  static func carrying(_ row: Row?, in state: State) -> Form {
    let open = state.pastGoals.filter { $0.last != nil && $0.carriedTo == nil }
    let past =
      state.past(row) ?? open.first { $0.last?.result == .missed || $0.last?.result == .partlyMet } ?? open.first
    let prefilled = [
      "GOAL": past?.id.text, "target": past?.last.map { amount($0.target) },
      "baseline": past?.last.map { amount($0.actual) },
    ]
    return Form(
      .carryForward, title: "Carry it forward",
      prompt: "A new goal that goes on from the old one: it begins where that one ended.",
      asking: ["GOAL", "to", "target", "because", "baseline", "name"], prefilled: prefilled.compactMapValues { $0 },
      in: state)
  }

  static func reading(_ row: Row?, in state: State) -> Form? {
    let read = Set(state.findings.readings.map(\.goal))
    var goal = state.goals.first { !read.contains($0.id) } ?? state.goals.first
    if case .goal(let id)? = row { goal = state.goal(id) ?? goal }
    guard let goal else { return nil }
    let metric = goal.goal.metrics.first
    return Form(
      .reading, title: goal.goal.name, prompt: metric.map { "\($0.name)\($0.unit.map { ", in \($0)" } ?? "")" },
      asking: ["N", "note"], fixed: ["GOAL": goal.id.text], in: state)
  }

  static func question(in state: State) -> Form {
    guard let question = state.findings.question else {
      return Form(.question, title: "The one question that is open", asking: ["TEXT"], in: state)
    }
    return Form(
      .decide, title: question.text, asking: ["WHAT", "because", "consequences", "until"], in: state)
  }

  static func reason(_ model: TerminalModel, in state: State) -> Form {
    var who = AskNext(state)?.waiting.first
    if case .person(let chosen)? = model.selectedRow { who = chosen }
    if case .stakeholder(let speaker) = model.speaker { who = speaker }
    return Form(
      .reason, title: "It has failed, because", asking: ["TEXT", "WHO"],
      prefilled: who.map { ["WHO": $0.text] } ?? [:], in: state)
  }

  static func cluster(in state: State) -> Form {
    Form(.cluster, title: "What belongs together?", asking: ["R1", "NAME"], in: state)
  }

  static func firstOpenCluster(_ state: State) -> [String: String] {
    state.findings.clusters.first(where: \.isOpen).map { ["G1": $0.id.text] } ?? [:]
  }

  /// An answer of a 1:1, whose words are hidden on a screen that may be shared.
  static func learning(atCockpit: Bool, in state: State) -> Form {
    guard case .part(let part) = state.step else { return Form(.learn, title: "", asking: ["TEXT"], in: state) }
    var form = Form(
      .learn, title: part.titles.title,
      prompt: "It goes into the private map alone; said again, it replaces the last."
        + (atCockpit ? "" : " This screen may be shared, so what is typed is not shown."),
      asking: ["TEXT"] + (part == .champion ? ["alignment"] : []), in: state)
    form.hidesWords = !atCockpit
    return form
  }
}

extension State {
  fileprivate func past(_ row: Row?) -> PastGoal? {
    guard case .goal(let id)? = row else { return nil }
    return pastGoals.first { $0.id == id }
  }
}
