import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let dots: [Action] = [
    dot(.green, "green", "g", "a green dot for the person marked: agrees", footer: 10),
    dot(.yellow, "yellow", "y", "a yellow dot: agrees with a reservation; asks what it is about", footer: 10),
    dot(.red, "red", "r", "a red dot: disagrees; asks what it is about", footer: 10),
    dot(.abstain, "abstain", "a", "the person marked abstains, which is an answer too", footer: 12),
    Action(
      .clearDot, .dots, "clear", "takes the dot of the person marked away: they are silent again",
      keys: [.character(".")]
    ) { model in
      model.dot(nil).map { .command($0) } ?? .nothing(because: model.whyNoDot)
    },
  ]

  private static func dot(_ id: ID, _ title: String, _ key: Character, _ help: String, footer: Int) -> Action {
    Action(id, .dots, title, help, keys: [.character(key)], footer: footer) { model in
      let colour = Dot.Colour(rawValue: title)
      guard let dot = model.dot(colour) else { return .nothing(because: model.whyNoDot) }
      guard let state = model.state, let who = model.person, let colour, colour.objects else { return .command(dot) }
      if model.seatOf == who, let goal = model.goal { return .menu(.layers(colour, by: who, on: goal, in: state)) }
      return .form(.objecting(colour, who, on: model.goal, in: state))
    }
  }
}

extension TerminalModel {
  /// The command that gives this dot, or takes it away; nil when no goal or nobody is meant.
  fileprivate func dot(_ colour: Dot.Colour?) -> GiveDot? {
    guard let state, let goal, let person else { return nil }
    return GiveDot(who: person, colour: colour, goal: state.goalOnTable?.id == goal.id ? nil : goal.id)
  }

  fileprivate var whyNoDot: String {
    guard let goal else { return "no goal is on the table; choose one in the roadmap (2), or go on with n" }
    return "everyone has given a dot on “\(goal.goal.name)”; choose whose to change with ← →"
  }
}

extension Form {
  /// What a yellow or red dot must say (M14).
  /// - Parameter isOwn: whether it is given at the person's own terminal, which says how it is known.
  static func objecting(
    _ colour: Dot.Colour, _ who: StakeholderID, on goal: GoalState?, isOwn: Bool = false, in state: State
  ) -> Form {
    let name = state.stakeholder(who)?.name ?? who.text
    var fixed = ["WHO": who.text, "COLOUR": colour.rawValue]
    if let goal, state.goalOnTable?.id != goal.id { fixed["goal"] = goal.id.text }
    let dot = goal?.dots[who].flatMap { $0.colour.objects ? $0 : nil }
    let prefilled = ["layer": dot?.layer?.rawValue, "note": dot?.note].compactMapValues { $0 }
    return Form(
      .dot, title: "\(name): \(colour.rawValue) on \(goal?.goal.name ?? "")",
      prompt: "What is it about? A layer or a condition (M14).",
      asking: ["layer", "note", "condition", "cause"] + (isOwn ? [] : ["how"]),
      fixed: fixed, prefilled: prefilled, in: state)
  }
}
