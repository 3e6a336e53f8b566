import ParleyCore
import ParleyTerminal

extension Action {
  static let parking: [Action] = [
    Action(
      .request, .parking, "request", "parks a feature someone asks for, and asks which goal it serves",
      keys: [.character("f")], footer: 13
    ) { model in
      form(model) {
        let own = model.speakerDefault("by")
        return Form(
          .request, title: "Feature request", prompt: "Enter parks it; which goal it serves is asked after that.",
          asking: own.isEmpty ? ["TEXT", "by"] : ["TEXT"], fixed: own,
          prefilled: own.isEmpty ? model.person.map { ["by": $0.text] } ?? [:] : [:], in: $0)
      }
    },
    Action(
      .park, .parking, "park", "puts something in the parking lot: by whom, what it is, whose it is",
      keys: [.character("p")], footer: 14
    ) { model in
      form(model) {
        Form(
          .park, title: "Parking lot", asking: ["TEXT", "by", "kind", "goal", "owner", "due"],
          prefilled: model.speakerDefault("by"), in: $0)
      }
    },
    item(.serve, .serve, "serve", "the parked item becomes a feature of a goal", key: "s", footer: 2) { id, state in
      .form(
        Form(
          .serve, title: "\(id) \(state.text(of: id))", asking: ["goal", "because"], fixed: ["P1": id.text], in: state))
    },
    Action(
      .withdraw, .parking, "withdraw", "takes the parked item back; at a seat, a request of one's own",
      keys: [.character("w")], footer: 15
    ) { model in model.withdrawing },
    item(.assign, .assign, "assign", "gives the parked item an owner and a date", key: "O", footer: 4) { id, state in
      .form(
        Form(
          .assign, title: "\(id) \(state.text(of: id))", asking: ["owner", "due"], fixed: ["P1": id.text], in: state))
    },
    Action(
      .redirect, .parking, "which goal?", "asks once more which goal the parked item serves", keys: [.enter],
      place: .pane(.parkingLot), footer: 1
    ) { model in
      guard let state = model.state, let id = model.item, let item = state.item(id) else {
        return .nothing(because: "nothing is parked")
      }
      guard item.isOpen else { return .nothing(because: "\(id) is \(item.state.rawValue)") }
      return .menu(.redirect(item, phrase: Phrases(own: state.plan.phrases).text(.redirect), in: state))
    },
  ]

  /// An action about a parked item: the one marked, else one that is asked for.
  private static func item(
    _ id: ID, _ verb: VerbName, _ title: String, _ help: String, key: Character, footer: Int,
    _ giving: @escaping @Sendable (ItemID, State) -> Giving
  ) -> Action {
    Action(id, .parking, title, help, keys: [.character(key)], footer: footer) { model in
      guard let state = model.state else { return .nothing(because: "the session is not here yet") }
      if let item = model.item { return giving(item, state) }
      guard state.parkingLot.contains(where: \.isOpen) else { return .nothing(because: "nothing is parked") }
      let asking = [ID.serve: ["P1", "goal", "because"], .assign: ["P1", "owner", "due"]][id] ?? ["P1"]
      return .form(Form(verb, title: "Parking lot: \(title)", asking: asking, in: state))
    }
  }
}

extension TerminalModel {
  /// What was asked for at this seat and still waits.
  var ownRequests: [ParkedItem] {
    guard let seatOf, let state else { return [] }
    return state.parkingLot.filter { $0.isOpen && $0.by == seatOf }
  }

  /// The item marked is taken back, else one that is asked for; at a seat only what is its own (M16).
  fileprivate var withdrawing: Action.Giving {
    guard let state else { return .nothing(because: "the session is not here yet") }
    let mine = ownRequests
    if let item, seatOf == nil || mine.contains(where: { $0.id == item }) { return .command(WithdrawItem(item: item)) }
    guard seatOf != nil else {
      guard state.parkingLot.contains(where: \.isOpen) else { return .nothing(because: "nothing is parked") }
      return .form(Form(.withdraw, title: "Parking lot: withdraw", asking: ["P1"], in: state))
    }
    guard let last = mine.last else { return .nothing(because: "no request of yours waits in the parking lot") }
    let options = zip("123456789", mine.suffix(9)).map { key, item in
      Menu.Option(.character(key), "\(item.id) \(item.text)", .gives(Statement(WithdrawItem(item: item.id))))
    }
    return mine.count == 1
      ? .command(WithdrawItem(item: last.id))
      : .menu(
        Menu(
          title: "Withdraw which of your requests?", prompt: "The record keeps that it was asked for.",
          options: options + [Menu.Option(.escape, "none", .closes)]))
  }
}

extension State {
  fileprivate func text(of item: ItemID) -> String { self.item(item)?.text ?? "" }
}

extension TerminalModel {
  /// At a stakeholder's own terminal it is they who ask.
  fileprivate func speakerDefault(_ name: String) -> [String: String] {
    if case .stakeholder(let who) = speaker { [name: who.text] } else { [:] }
  }
}
