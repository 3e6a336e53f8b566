import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let moving: [Action] = [
    Action(.next, .moving, "next", "goes on to the next step", keys: [.character("n")], footer: 30) { model in
      // Nothing is discussed over an open vote (M19).
      guard let state = model.state, state.voteIsOpen else { return .command(GoNext(from: model.stepHere)) }
      return .menu(.reveal(in: state, isInTheWay: true))
    },
    Action(
      .back, .moving, "back", "goes back to the step before", keys: [.character("N"), .character("b")]
    ) { model in .command(GoBack(from: model.stepHere)) },
    Action(.pause, .moving, "pause", "stops the countdown, or lets it go on", keys: [.character(" ")], footer: 40) {
      model in .command(model.state?.visit.pausedSince == nil ? Pause() : Resume())
    },
    command(.extend, .moving, "extend", "gives the step five more minutes", keys: "e", footer: 45, Extend(minutes: 5)),
    Action(.extendBy, .moving, "extend by", "gives the step some more minutes", keys: [.character("E")]) { model in
      form(model) { Form(.extend, title: "More time", asking: ["MIN"], in: $0) }
    },
    Action(
      .rebalance, .moving, "spread", "shows how what is left would be spread over the steps to come, and does it",
      keys: [.character("%")], footer: 46
    ) { _ in .spread },
    Action(
      .goHere, .moving, "go", "goes to the step marked in the agenda", keys: [.enter], place: .pane(.agenda), footer: 1
    ) { model in
      if case .step(let step) = model.selectedRow { return .command(GoTo(step: step.text)) }
      return .nothing(because: "no step is marked")
    },
    // What is meant is what was the last when the key was pressed: someone else may have given a command since.
    Action(
      .undo, .moving, "undo", "takes the last command back; once more, the one before", keys: [.character("u")],
      footer: 31
    ) { model in
      let undo = Undo(of: model.session?.undoable?.number)
      return Menu.takingBack(undo, in: model).map(Giving.menu) ?? .command(undo)
    },
    command(
      .redo, .moving, "redo", "gives the command again that was taken back last", keys: "U", footer: 48, Redo()),
  ]

  /// An action whose command needs no words.
  static func command(
    _ id: ID, _ group: Group, _ title: String, _ help: String, keys: Character..., place: Place = .everywhere,
    footer: Int? = nil, _ command: some Verb
  ) -> Action {
    Action(id, group, title, help, keys: keys.map(Key.character), place: place, footer: footer) { _ in .command(command)
    }
  }

  /// A form about the session as it is.
  static func form(_ model: TerminalModel, _ make: (State) -> Form) -> Giving {
    model.state.map { .form(make($0)) } ?? .nothing(because: "the session is not here yet")
  }

  /// A form about a goal: the one that keys are about, else one that is asked for first.
  static func goalForm(
    _ model: TerminalModel, _ verb: VerbName, _ title: String, prompt: String? = nil, asking: [String],
    prefilled: (GoalState) -> [String: String] = { _ in [:] }
  ) -> Giving {
    form(model) { state in
      guard let goal = model.goal, goal.isPresented else {
        return Form(verb, title: title, prompt: prompt, asking: ["GOAL"] + asking, in: state)
      }
      return Form(
        verb, title: "\(title): \(goal.goal.name)", prompt: prompt, asking: asking, fixed: ["GOAL": goal.id.text],
        prefilled: prefilled(goal), in: state)
    }
  }
}

extension TerminalModel {
  /// The step at hand when a key is pressed: a command to go on says so, since two may be given in one moment.
  var stepHere: String? { state?.step.text }
}

extension Menu {
  /// Asks before what another seat gave is taken back (M27); nil where it is one's own, or nobody's that is known.
  fileprivate static func takingBack(_ undo: Undo, in model: TerminalModel) -> Menu? {
    guard model.speaker == .facilitator, let session = model.session, let entry = undo.entry.flatMap(session.entry),
      let seat = entry.seat, seat != Giver(model.speaker, number: model.welcome?.number ?? 1)
    else { return nil }
    let giver =
      switch seat {
      case .seat(.stakeholder(let who)): session.state.name(who)
      case .seat(.noteTaker): "the note-taker"
      case .seat(.facilitator): "facilitator 1"
      case .further(let speaker, let number): "\(speaker.text) \(number)"
      case .seat, .account: seat.text
      }
    let words = entry.sentence(in: session.state, session: session) ?? entry.line
    return Menu(
      title: "Take back what \(giver) gave?", prompt: "“\(words)”",
      options: [
        Option(.escape, "leave it", .closes), Option(.character("u"), "take it back", .gives(Statement(undo))),
      ])
  }
}
