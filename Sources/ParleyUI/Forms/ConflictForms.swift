import ParleyCore
import ParleyScreens

// The forms of a conflict. Their prompts carry M46 (the strategy, a number, consent, until when) and the rungs of
// M47: data, an experiment, options for a decider.
extension Form {
  static func opening(on goal: GoalState?, in state: State) -> Form {
    let minutes = state.plan.timeboxes.conflict
    let time = minutes > 0 ? " It gets \(counted(minutes, "minute")) of its own." : ""
    let shown = goal.flatMap { $0.isPresented ? $0.id.text : nil }
    return Form(
      .conflict, title: "A conflict between two", prompt: "What is it about, and between which two?\(time)",
      asking: ["TOPIC", "between", "goal"], prefilled: ["goal": shown].compactMapValues { $0 }, in: state)
  }

  /// - Parameter isOwn: whether it is written at the person's own terminal.
  static func arguing(_ who: StakeholderID, isOwn: Bool = false, in state: State) -> Form {
    let person = state.stakeholder(who)
    let said = state.openConflict?.words(of: who) ?? []
    let card: Phrases.Card = said.isEmpty ? .position : said.contains { $0.interest != nil } ? .ladder : .interest
    return Form(
      .argue, title: isOwn ? "You argue" : "\(person?.name ?? who.text) argues",
      prompt: Phrases(own: state.plan.phrases).text(card, person: person), asking: ["TEXT", "interest"],
      fixed: ["WHO": who.text], in: state)
  }

  static func resolving(_ conflict: Conflict, in state: State) -> Form {
    Form(
      .resolve, title: "Resolve: \(conflict.topic)",
      prompt: "What is decided, which settled goal decides it, and with which number? Both then give their dot on it.",
      asking: ["DECISION", "because", "until"],
      prefilled: ["until": state.endOfTimeframe(of: conflict)].compactMapValues { $0 }, in: state)
  }

  static func trying(_ conflict: Conflict, in state: State) -> Form {
    let goal = conflict.goal.flatMap(state.goal)?.goal
    let prefilled = ["metric": goal?.metrics.first?.name, "until": "+14d", "owner": goal?.owner?.text]
    return Form(
      .experiment, title: "Experiment: \(conflict.topic)",
      prompt: "What do we try for two weeks, and which number would change a mind?",
      asking: ["WHAT", "metric", "until", "owner"], prefilled: prefilled.compactMapValues { $0 }, in: state)
  }

  static func escalating(_ conflict: Conflict, in state: State) -> Form {
    Form(
      .escalate, title: "Escalate: \(conflict.topic)",
      prompt:
        "Options for one decider, parted by |, and what tells them apart. What each gives and costs may stand below, "
        + "parted as they are. A follow-up within a week is created.",
      asking: ["options", "criteria", "to", "by", "gives", "costs"],
      prefilled: ["to": state.plan.shownDecider?.text, "by": "+7d"].compactMapValues { $0 }, in: state)
  }

  static func postponing(_ conflict: Conflict, in state: State) -> Form {
    Form(
      .postpone, title: "Postpone: \(conflict.topic)",
      prompt: "On which evidence will it be decided, by whom and when? A follow-up within a week is created.",
      asking: ["criteria", "decider", "by"],
      prefilled: ["decider": state.plan.shownDecider?.text, "by": "+7d"].compactMapValues { $0 }, in: state)
  }

  /// Asks each of the two whether they can live with what was decided (M46). Nil when nothing was resolved last, or
  /// both have said so.
  static func consenting(in state: State) -> Form? {
    guard let conflict = state.conflicts.last, case .resolved(let decision, _) = conflict.ending,
      conflict.between.contains(where: { !conflict.consents.contains($0) })
    else { return nil }
    let names = conflict.between.map { state.name($0) }.joined(separator: " and ")
    return Form(
      .consent, title: "Who can live with it?",
      prompt: "Decided: \(decision). Ask \(names) by name; who does not say yes is left out.", asking: ["WHO"],
      in: state)
  }
}

extension State {
  /// A decision about a goal stands as long as its timeframe does, unless that is over (M46).
  fileprivate func endOfTimeframe(of conflict: Conflict) -> String? {
    let end = conflict.goal.flatMap(goal)?.goal.timeframe.flatMap(timeframe)?.to
    return end.flatMap { $0 > opened.date ? $0.description : nil }
  }
}
