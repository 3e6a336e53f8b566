import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let settling: [Action] = [
    Action(
      .confirm, .settling, "confirm", "settles the goal as it stands, once everyone has given a dot",
      keys: [.character("c")], footer: 20
    ) { model in
      .command(ConfirmGoal(goal: model.goal?.id))
    },
    Action(
      .adjust, .settling, "adjust", "settles the goal with a change: its name, target, baseline or timeframe",
      keys: [.character("A")]
    ) { model in
      goalForm(
        model, .adjust, "Adjust",
        asking: ["because", "target", "timeframe", "name", "baseline", "metric", "decider", "by", "criteria"])
    },
    Action(
      .postponeGoal, .settling, "defer", "settles the goal as to be decided later, by whom and by what",
      keys: [.character("D")]
    ) { model in
      goalForm(model, .defer, "Defer", asking: ["decider", "by", "criteria"]) { _ in ["by": "+7d"] }
    },
    Action(.drop, .settling, "drop", "takes the goal off the table for good", keys: [.character("X")]) { model in
      goalForm(model, .drop, "Drop", asking: ["because"])
    },
    Action(
      .skip, .settling, "skip", "leaves the goal open, and says who was not asked", keys: [.character("S")]
    ) { model in
      goalForm(model, .skip, "Leave open", asking: ["because"])
    },
  ]
}

extension Form {
  /// A form that asks for what a refused command lacked; nil when no words would help.
  static func asked(for code: Refusal.Code, after command: any Verb, in state: State) -> Form? {
    if let confirm = command as? ConfirmGoal, let goal = confirm.goal.flatMap(state.goal) ?? state.goalOnTable {
      if code == .dissentWithoutProcess { return confirmingOverRed(goal, in: state) }
      if code == .needsDisplacement { return confirmingIntoFull(goal, in: state) }
    }
    guard let serve = command as? ServeItem, code == .needsDisplacement else { return nil }
    var form = Form(
      .serve, title: "\(serve.item) for \(state.goal(serve.goal)?.goal.name ?? serve.goal.text)", asking: [],
      fixed: ["P1": serve.item.text, "goal": serve.goal.text], in: state)
    form.ask(for: "displacing", in: state)
    return form
  }

  /// A goal that was deferred or dropped comes back into a full timeframe: what moves out for it (M17).
  private static func confirmingIntoFull(_ goal: GoalState, in state: State) -> Form {
    var form = Form(
      .confirm, title: "Confirm: \(goal.goal.name)", asking: ["note"], fixed: ["GOAL": goal.id.text], in: state)
    form.ask(for: "displacing", in: state)
    return form
  }

  /// Confirming over a red dot needs a process for the dissent (M15).
  private static func confirmingOverRed(_ goal: GoalState, in state: State) -> Form {
    let deciders = state.plan.stakeholders.filter { $0.authority == .decides }
    return Form(
      .confirm, title: "Confirm over a red dot: \(goal.goal.name)",
      prompt: Phrases(own: state.plan.phrases).text(.dissent, goal: goal.goal),
      asking: ["decider", "by", "criteria", "note", "condition"], fixed: ["GOAL": goal.id.text],
      prefilled: ["by": "+7d"].merging(deciders.count == 1 ? ["decider": deciders[0].id.text] : [:]) { $1 },
      required: ["decider", "by", "criteria"], in: state)
  }
}
