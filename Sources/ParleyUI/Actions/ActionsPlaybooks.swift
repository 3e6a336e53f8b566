import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  /// Sheets to fill when people disagree for one of the four causes (M40).
  static let playbooks: [Action] = [
    Action(
      .fillSheet, .hard, "fill in", "fills in the sheet of the cause marked", keys: [.enter],
      place: .pane(.playbooks), footer: 1
    ) { model in
      guard let state = model.state else { return .nothing(because: "the session is not here yet") }
      switch model.cause {
      case .goals:
        return .menu(
          Menu(
            title: "Different goals", prompt: "What each goal is worth, and how effort is shared out.",
            options: [
              Menu.Option(.character("w"), "weigh a goal: value, fit, risk", .performs(.weigh)),
              Menu.Option(.character("s"), "share out effort: core, adjacent, new", .performs(.split)),
              Menu.Option(.escape, "back", .closes),
            ]))
      case .beliefs: return .form(.pathfinder(on: model.goal, in: state))
      case .timeline: return .form(.track(on: model.goal, in: state))
      case .risk: return .form(.gate(on: model.goal, in: state))
      }
    },
    sheet(.weigh, "what a goal is worth, how it fits, what it risks") { goal, state in
      Form(
        .portfolio, title: "What is it worth?", prompt: "1 is little, 5 is much.",
        asking: ["GOAL", "value", "fit", "risk"], prefilled: Form.presented(goal, as: "GOAL"), in: state)
    },
    sheet(.split, "how effort is shared out between core, adjacent and new") { _, state in
      Form(
        .split, title: "How is effort shared out?", prompt: "Per cent; together 100. Usual is 70/20/10.",
        asking: ["core", "adjacent", "new"], prefilled: ["core": "70", "adjacent": "20", "new": "10"], in: state)
    },
  ]

  /// Without a key of its own: the menu of the sheet has one, a config file may give each another.
  private static func sheet(
    _ id: ID, _ help: String, _ form: @escaping @Sendable (GoalState?, State) -> Form
  ) -> Action {
    Action(id, .hard, id.rawValue, help, keys: []) { model in
      model.state.map { .form(form(model.goal, $0)) } ?? .nothing(because: "the session is not here yet")
    }
  }
}

extension TerminalModel {
  /// The cause whose sheet is shown: the one marked, else the one behind most objections.
  var cause: Dot.Cause {
    if case .cause(let cause) = selectedRow { return cause }
    return state.flatMap { Causes($0).dominant } ?? .goals
  }
}

extension Form {
  fileprivate static func pathfinder(on goal: GoalState?, in state: State) -> Form {
    Form(
      .pathfinder, title: "Same goal, different path",
      prompt: "The smallest experiment that would change someone's mind, two weeks at most.",
      asking: ["QUESTION", "try", "metric", "until", "owner", "goal", "stop"],
      prefilled: ["until": "+14d"].merging(presented(goal, as: "goal")) { $1 }, in: state)
  }

  fileprivate static func track(on goal: GoalState?, in state: State) -> Form {
    Form(
      .track, title: "Two tracks", prompt: "What pays soon, what pays late, and what unlocks what.",
      asking: ["TRACK", "WHAT", "unlocks", "goal"], prefilled: presented(goal, as: "goal"), in: state)
  }

  fileprivate static func gate(on goal: GoalState?, in state: State) -> Form {
    Form(
      .gate, title: "How far, on which evidence",
      prompt: "1 is incremental, 5 is transformational. Go on when the evidence is there; stop by the rule.",
      asking: ["reach", "EVIDENCE", "by", "stop", "goal"], prefilled: presented(goal, as: "goal"), in: state)
  }

  fileprivate static func presented(_ goal: GoalState?, as name: String) -> [String: String] {
    goal.flatMap { $0.isPresented ? [name: $0.id.text] : nil } ?? [:]
  }
}
