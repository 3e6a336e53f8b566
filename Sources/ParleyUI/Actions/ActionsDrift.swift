import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  /// What helps when the talk drifts: it is named, parked, followed up, or openly made the subject (M22).
  static let drift: [Action] = [
    Action(
      .drift, .hard, "drift", "names a status report or an old decision, and says where it goes instead",
      keys: [.character("!")], footer: 46
    ) { model in model.state.map { .menu(.drift(in: $0)) } ?? .nothing(because: "the session is not here yet") },
    Action(.parkStatus, .hard, "status", "parks a status report", keys: []) { model in
      parking(model, kind: .status, title: "Status report")
    },
    Action(.parkQuestion, .hard, "question", "parks a question about what is decided", keys: []) { model in
      parking(model, kind: .question, title: "Decided already: to be asked elsewhere")
    },
    Action(.changeKind, .hard, "kind", "openly makes this another kind of session", keys: []) { model in
      form(model) {
        Form(
          .kind, title: "Another kind of session",
          prompt: "It is said aloud, and stands in the record with its reason.", asking: ["because", "KIND"],
          in: $0)
      }
    },
    Action(
      .gap, .hard, "I was wrong", "what is missing, who finds out, and when it is presented again",
      keys: [.character("W")]
    ) { model in
      form(model) {
        Form(
          .gap, title: "I was wrong",
          prompt: Phrases(own: $0.plan.phrases).text(.wrong),
          asking: ["WHAT", "owner", "due"], prefilled: ["due": "+7d"], in: $0)
      }
    },
    Action(
      .accept, .hard, "accept", "who accepts the trade-off marked, or the last one", keys: [.enter],
      place: .pane(.tradeOffs), footer: 1
    ) { model in
      guard let state = model.state, !state.tradeOffs.isEmpty else {
        return .nothing(because: "nothing has moved out for anything yet")
      }
      var number = state.tradeOffs.count
      if case .tradeOff(let marked) = model.selectedRow { number = marked }
      return Form.accepting(number, in: state).map(Giving.form) ?? .nothing(because: "everyone has accepted it")
    },
    Action(
      .impact, .hard, "impact", "what a goal or a decision gives someone and costs them, in their own metric",
      keys: [.character("I")], footer: 63
    ) { model in impact(model) },
    Action(
      .commit, .hard, "commit", "what someone puts into a goal: people, a budget", keys: [.character("G")]
    ) { model in
      form(model) { state in
        var prefilled: [String: String] = [:]
        if let who = model.seatOf { prefilled["WHO"] = who.text }
        if case .person(let who) = model.selectedRow { prefilled["WHO"] = who.text }
        if let goal = model.goal, goal.isPresented { prefilled["goal"] = goal.id.text }
        return Form(
          .commit, title: "What someone commits", prompt: "Whom or what do you put in, and from when?",
          asking: ["WHAT", "WHO", "goal", "due"], prefilled: prefilled, in: state)
      }
    },
  ]

  private static func parking(_ model: TerminalModel, kind: ItemKind, title: String) -> Giving {
    form(model) { state in
      Form(
        .park, title: title, prompt: Phrases(own: state.plan.phrases).text(.drift), asking: ["TEXT", "by"],
        fixed: ["kind": kind.rawValue], in: state)
    }
  }

  private static func impact(_ model: TerminalModel) -> Giving {
    form(model) { state in
      var prefilled: [String: String] = [:]
      if case .person(let who) = model.selectedRow { prefilled["WHO"] = who.text }
      if model.showsConflict, let who = model.person { prefilled["WHO"] = who.text }
      if case .decision(let decision) = model.selectedRow {
        prefilled["decision"] = decision.text
      } else if let goal = state.openConflict?.goal.flatMap(state.goal) ?? model.goal, goal.isPresented {
        prefilled["goal"] = goal.id.text
      }
      return Form(
        .impact, title: "What it gives and costs", prompt: "In the words and the metric of the person.",
        asking: ["gives", "costs", "WHO", "goal", "decision"], prefilled: prefilled, in: state)
    }
  }
}

extension Menu {
  /// What to do with talk that does not belong here (M22).
  static func drift(in state: State) -> Menu {
    Menu(
      title: "That does not belong here now", prompt: Phrases(own: state.plan.phrases).text(.drift),
      options: [
        Option(.character("s"), "a status report: park it", .performs(.parkStatus)),
        Option(.character("d"), "decided already: park the question", .performs(.parkQuestion)),
        Option(.character("f"), "a follow-up with those concerned", .performs(.followUp)),
        Option(.character("k"), "openly make this another kind of session", .performs(.changeKind)),
        Option(.character("b"), "show what is open today, and what is not", .performs(.showBoundary)),
        Option(.escape, "go on", .closes),
      ])
  }

  /// A command would touch what is decided: what it is, and the ways there are (M22).
  static func naming(_ drift: Drift, _ held: Held, in state: State) -> Menu {
    Menu(
      title: drift.matter.words(in: state), prompt: Phrases(own: state.plan.phrases).text(.drift),
      options: [
        Option(.character("p"), "park the question", .insteadPerforms(.parkQuestion)),
        Option(.character("f"), "make it a follow-up", .insteadPerforms(.followUp)),
        Option(.character("k"), "openly make this another kind of session", .insteadPerforms(.changeKind)),
        Option(.character("o"), "open it all the same; the journal keeps both", .goesOn(held)),
        Option(.escape, "leave it as it is", .closes),
      ])
  }

  /// A command that waits for the answer to a question.
  public struct Held: Hashable, Sendable {
    let statement: Statement
    let origin: Pending.Origin
  }
}

extension Drift.Matter {
  /// What is touched, as the room is told.
  func words(in state: State) -> String {
    switch self {
    case .bounded(let goal, .outOfScope): "Out of scope today: \(state.shownName(goal))"
    case .bounded(let goal, _): "Decided before today: \(state.shownName(goal))"
    case .settled(let goal): "Settled in this session: \(state.shownName(goal))"
    case .decision(let id): "In force: \(id) \(state.decisions.first { $0.id == id }?.what ?? "")"
    case .item(let item, .outOfScope): "Out of scope today: \(item)"
    case .item(let item, _): "Decided: \(item)"
    }
  }
}
