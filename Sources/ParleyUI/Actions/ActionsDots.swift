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
      guard let dot = model.dot(nil) else { return .nothing(because: model.whyNoDot) }
      return model.asking(dot, else: .command(dot))
    },
  ]

  private static func dot(_ id: ID, _ title: String, _ key: Character, _ help: String, footer: Int) -> Action {
    Action(id, .dots, title, help, keys: [.character(key)], footer: footer) { model in
      let colour = Dot.Colour(rawValue: title)
      guard let dot = model.dot(colour) else { return .nothing(because: model.whyNoDot) }
      guard let state = model.state, let who = model.person, let colour, colour.objects else {
        return model.asking(dot, else: .command(dot))
      }
      let form = Form.objecting(colour, who, on: model.goal, isOwn: model.seatOf == who, in: state)
      return model.asking(dot, else: .form(form))
    }
  }
}

extension TerminalModel {
  /// The command that gives this dot, or takes it away; nil when no goal or nobody is meant.
  fileprivate func dot(_ colour: Dot.Colour?) -> GiveDot? {
    guard let goal, let person else { return nil }
    // The goal is always said: what is on the table may be another one by the time this arrives.
    return GiveDot(who: person, colour: colour, goal: goal.id)
  }

  /// What gives a dot; where its owner gave one at a seat of their own, that is asked first.
  fileprivate func asking(_ dot: GiveDot, else giving: Action.Giving) -> Action.Giving {
    guard seatOf != dot.who, let state, let goal = dot.goal.flatMap(state.goal), let own = goal.dots[dot.who],
      own.how == .own
    else { return giving }
    let changes: Menu.Choice
    switch giving {
    case .command(let command): changes = .gives(Statement(command))
    case .form(let form): changes = .asks(form)
    case .menu, .spread, .ballot, .nothing: return giving
    }
    let words = own.note.map { ": “\($0)”" } ?? ""
    let name = state.name(dot.who)
    return .menu(
      Menu(
        title: "\(name) gave this dot at their own seat",
        prompt: "\(own.colour.rawValue) on \(goal.goal.name)\(words). Only they can say that it has changed.",
        options: [
          Menu.Option(.escape, "leave it as they gave it", .closes),
          Menu.Option(.character("c"), "they have said so: \(dot.colour?.rawValue ?? "take it away")", changes),
        ]))
  }

  fileprivate var whyNoDot: String {
    let choice =
      isLineByLine ? "name one: dot WHO COLOUR goal=GOAL" : "choose one in the roadmap (\(key(of: .showRoadmap)))"
    guard let goal else { return "no goal is on the table; \(choice), or go on with n" }
    let change = isLineByLine ? "change one by name: dot WHO COLOUR" : "a digit chooses whose to change"
    return "everyone has given a dot on “\(goal.goal.name)”; \(change)"
  }
}

extension Form {
  /// What a yellow or red dot must say (M14).
  /// - Parameter isOwn: whether it is given at the person's own terminal, which says how it is known.
  static func objecting(
    _ colour: Dot.Colour, _ who: StakeholderID, on goal: GoalState?, isOwn: Bool = false, in state: State
  ) -> Form {
    let name = state.name(who)
    var fixed = ["WHO": who.text, "COLOUR": colour.rawValue]
    if let goal { fixed["goal"] = goal.id.text }
    let dot = goal?.dots[who].flatMap { $0.colour.objects ? $0 : nil }
    let prefilled = ["layer": dot?.layer?.rawValue, "note": dot?.note].compactMapValues { $0 }
    var form = Form(
      .dot, title: "\(isOwn ? "You" : name): \(colour.rawValue) on \(goal?.goal.name ?? "")",
      prompt: isOwn
        ? "In your own words; then what it is about." : "In their own words; then what it is about.",
      asking: ["note", "layer", "condition", "cause"] + (isOwn ? [] : ["how"]),
      fixed: fixed, prefilled: prefilled, in: state)
    form.oneOf = Form.OneOf(
      names: ["layer", "condition"], question: "What is it about? Choose one, or say a condition.")
    return form
  }
}
