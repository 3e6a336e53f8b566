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
      goalForm(model, .defer, "Defer", asking: ["criteria", "decider", "by"]) { _ in ["by": "+7d"] }
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
    guard let goal = state.goal(serve.goal) else { return nil }
    var form = Form.serving(serve.item, goal, in: state)
    form.ask(for: "displacing", in: state)
    return form
  }

  /// A parked item becomes a feature of a goal: why (M17).
  static func serving(_ item: ItemID, _ goal: GoalState, in state: State) -> Form {
    Form(
      .serve, title: "\(item) for \(goal.goal.name)", asking: ["because"],
      fixed: ["P1": item.text, "goal": goal.id.text], in: state)
  }

  /// Whether it adds a feature to a goal without a capacity, where something could move out and no rule asks what.
  func isFreeAddition(in state: State) -> Bool {
    guard verb == .serve, !fields.contains(where: { $0.name == "displacing" }),
      let goal = value(of: "goal").flatMap({ state.goal(GoalID($0)) })
    else { return false }
    return goal.goal.capacity == nil && !goal.goal.features.isEmpty
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
    var prefilled = ["decider": state.plan.shownDecider?.text, "by": "+7d"].compactMapValues { $0 }
    var prompt = Phrases(own: state.plan.phrases).text(.dissent, goal: goal.goal)
    // What was agreed on in the conflict about it is not asked again (M18).
    if let process = state.conflicts.last(where: { $0.goal == goal.id })?.ending?.process {
      prefilled = ["decider": process.decider.text, "by": process.by.description, "criteria": process.criteria]
      prompt = "As the conflict about it left it; Enter confirms."
    }
    return Form(
      .confirm, title: "Confirm over a red dot: \(goal.goal.name)",
      prompt: prompt,
      asking: ["criteria", "decider", "by", "note", "condition"], fixed: ["GOAL": goal.id.text],
      prefilled: prefilled,
      required: ["decider", "by", "criteria"], in: state)
  }
}
