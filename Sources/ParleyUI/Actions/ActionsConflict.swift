import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let conflicts: [Action] = [
    Action(
      .conflict, .conflict, "conflict", "names a disagreement between two people and gives it a timebox of its own",
      keys: [.character("x")], footer: 33
    ) { model in
      guard let state = model.state, let conflict = state.openConflict else {
        return form(model) { .opening(on: model.goal, in: $0) }
      }
      return .menu(.waysOut(of: conflict, in: state))
    },
    Action(
      .argue, .conflict, "argue", "an argument of the person marked, and the interest beneath it", keys: [.enter],
      place: .conflict, footer: 1
    ) { model in
      form(model) { state in
        let who = model.person ?? state.openConflict?.nextToSpeak
        return who.map { .arguing($0, isOwn: model.seatOf == $0, in: state) }
          ?? Form(.argue, title: "Argument", asking: ["WHO", "TEXT"], in: state)
      }
    },
    Action(
      .waysOut, .conflict, "ways out", "an argument, or one of the four ways out of the conflict",
      keys: [.character("x")], place: .conflict, footer: 2
    ) { model in
      guard let state = model.state, let conflict = state.openConflict else {
        return .nothing(because: "no conflict is open")
      }
      return .menu(.waysOut(of: conflict, in: state))
    },
    wayOut(.resolve, key: "R", footer: 3, "ends the conflict with a decision") { .resolving($0, in: $1) },
    wayOut(.experiment, key: "E", footer: 4, "ends the conflict with an experiment") { .trying($0, in: $1) },
    wayOut(.escalate, key: "S", footer: 5, "gives the conflict to a decider, with options") { .escalating($0, in: $1) },
    wayOut(.postpone, key: "P", footer: 6, "leaves the conflict for a later day, with criteria") {
      .postponing($0, in: $1)
    },
    Action(
      .consent, .conflict, "consent", "who can live with how the last conflict was resolved", keys: [.character("Y")],
      footer: 36
    ) { model in
      guard let state = model.state else { return .nothing(because: "the session is not here yet") }
      return Form.consenting(in: state).map(Giving.form) ?? .nothing(because: "no resolved conflict waits for consent")
    },
  ]

  private static func wayOut(
    _ id: ID, key: Character, footer: Int, _ help: String, _ form: @escaping @Sendable (Conflict, State) -> Form
  ) -> Action {
    Action(id, .conflict, id.rawValue, help, keys: [.character(key)], place: .conflict, footer: footer) { model in
      guard let state = model.state, let conflict = state.openConflict else {
        return .nothing(because: "no conflict is open; \(model.key(of: .conflict)) opens one")
      }
      return .form(form(conflict, state))
    }
  }
}

extension TerminalModel {
  /// The first key of an action, as people read it.
  func key(of id: Action.ID) -> String { keymap.keys(of: id).first?.shown ?? ": \(id.rawValue)" }
}

extension Menu {
  /// What can be done in an open conflict (M18).
  static func waysOut(of conflict: Conflict, in state: State, isInTheWay: Bool = false) -> Menu {
    let phrase = Phrases(own: state.plan.phrases).text(.ladder)
    let ways = WayOut.allCases.map {
      Option(.character($0.menuKey), "\($0.rawValue): \($0.needs)", .performs($0.action))
    }
    return Menu(
      title: "Conflict: \(conflict.topic)", prompt: isInTheWay ? Menu.notYet : phrase,
      options: [Option(.character("a"), "argue: an argument, the interest beneath it", .performs(.argue))] + ways
        + [Option(.escape, "go on with the conflict", .closes)])
  }

  private static let notYet = "Not yet: the session goes on once the conflict has ended in one of four ways."
}

extension WayOut {
  /// Its key in the menu.
  fileprivate var menuKey: Character {
    switch self {
    case .resolve: "r"
    case .experiment: "e"
    case .escalate: "s"
    case .postpone: "p"
    }
  }

  /// The action that takes it.
  var action: Action.ID {
    switch self {
    case .resolve: .resolve
    case .experiment: .experiment
    case .escalate: .escalate
    case .postpone: .postpone
    }
  }
}
