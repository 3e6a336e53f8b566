import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let closing: [Action] = [
    Action(
      .acknowledge, .closing, "acknowledge", "the person marked agrees to the read-back", keys: [.enter],
      place: .readBack, footer: 5
    ) { model in
      model.person.map { .command(Acknowledge(who: $0)) } ?? .nothing(because: model.whatClosingWaitsFor)
    },
    Action(
      .caveat, .closing, "caveat", "the person marked agrees with a caveat, which is answered before the end",
      keys: [.character("v")], place: .readBack, footer: 6
    ) { model in
      form(model) { state in
        guard let who = model.person else { return Form(.ack, title: "Caveat", asking: ["WHO", "caveat"], in: state) }
        return Form(
          .ack, title: model.seatOf == who ? "Your caveat" : "Caveat of \(state.name(who))", asking: ["caveat"],
          fixed: ["WHO": who.text], required: ["caveat"], in: state)
      }
    },
    Action(
      .answer, .closing, "answer caveat", "answers a caveat, without which the session does not close",
      keys: [.character("R")], footer: 7
    ) { model in
      guard let state = model.state else { return .nothing(because: "the session is not here yet") }
      let open = state.openCaveats
      let chosen = model.person.flatMap { open.contains($0) ? $0 : nil }
      guard let who = chosen ?? open.first, let caveat = state.acknowledgements[who]?.caveat else {
        return .nothing(because: "no caveat waits for an answer")
      }
      return .form(
        Form(
          .answer, title: "Answer to \(state.name(who))", prompt: "“\(caveat)”",
          asking: ["TEXT"], fixed: ["WHO": who.text], in: state))
    },
    command(
      .close, .closing, "close", "ends the session, once everyone has acknowledged", keys: "C", footer: 8, Close()),
    Action(
      .closeEarly, .closing, "close early", "ends the session before its end, and says why", keys: [.character("Z")]
    ) { model in
      form(model) { Form(.closeEarly, title: "End the session early", asking: ["because"], in: $0) }
    },
  ]
}

extension TerminalModel {
  /// What is to be done once nobody is left to acknowledge (M21).
  fileprivate var whatClosingWaitsFor: String {
    guard let state, let who = state.openCaveats.first else {
      return "everyone has acknowledged; \(key(of: .close)) closes the session"
    }
    let (answer, close) = (key(of: .answer), key(of: .close))
    return "everyone has acknowledged; \(answer) answers the caveat of \(state.name(who)), then \(close) closes"
  }
}

extension State {
  /// Whose caveat waits for an answer.
  var openCaveats: [StakeholderID] { plan.askOrder.filter { acknowledgements[$0]?.isOpen ?? false } }
}
