import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let roadmap: [Action] = [
    Action(
      .move, .roadmap, "move", "moves the goal marked to another timeframe, and says what moves out for it",
      keys: [.character("m")], footer: 60
    ) { model in
      goalForm(model, .move, "Move", asking: ["because", "to"])
    },
    rank(.rankUp, "rank up", "moves the goal marked one place up in the order", keys: ["+", "=", "K"], by: -1),
    rank(.rankDown, "rank down", "moves the goal marked one place down in the order", keys: ["-", "J"], by: 1),
    Action(
      .propose, .roadmap, "propose", "puts a goal on the table that was missing", keys: [.character("P")]
    ) { model in
      form(model) { proposing(name: nil, in: $0) }
    },
    Action(.metric, .roadmap, "metric", "gives the goal a further metric", keys: [.character("M")]) { model in
      goalForm(model, .metric, "Further metric", asking: ["NAME", "unit", "baseline", "target"])
    },
  ]

  private static func rank(_ id: ID, _ title: String, _ help: String, keys: [Character], by amount: Int) -> Action {
    Action(id, .roadmap, title, help, keys: keys.map(Key.character), footer: 58) { model in
      guard let goal = model.goal, let state = model.state else {
        return .nothing(because: "mark a goal first, with ↑ ↓")
      }
      let places = state.priorities.map(\.id)
      guard let place = places.firstIndex(of: goal.id) else { return .command(RankGoal(goal: goal.id, place: 1)) }
      let wanted = min(max(1, place + 1 + amount), places.count)
      return .command(RankGoal(goal: goal.id, place: wanted))
    }
  }

  private static func proposing(name: String?, in state: State) -> Form {
    Form(
      .propose, title: "A goal that was missing",
      prompt: "An outcome with a metric: it comes to the table after the goal at hand.",
      asking: Form.proposal,
      prefilled: ["NAME": name, "timeframe": state.plan.timeframes.first?.id.text].compactMapValues { $0 }, in: state)
  }
}

extension Form {
  /// What is asked of a goal that was missing; why it is there goes with it into the record (M17).
  fileprivate static let proposal = [
    "NAME", "timeframe", "metric", "unit", "baseline", "target", "rationale", "owner", "because",
  ]

  /// The form for the goal that a parked item shows to be missing (M16).
  static func proposing(from item: ItemID, in model: TerminalModel) -> Form? {
    guard let state = model.state, let parked = state.item(item) else { return nil }
    return Form(
      .propose, title: "A goal that was missing: what is \(item) for?",
      prompt: "Asked for: \(parked.text). Which outcome would it bring, and how would we see it?",
      asking: Form.proposal,
      prefilled: ["timeframe": state.plan.timeframes.first?.id.text].compactMapValues { $0 }, in: state)
  }
}
