import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// Who waits to be let in: what the facilitator's terminal says of it, and what theirs shows meanwhile.
extension Action {
  static let door: [Action] = [
    Action(
      .letIn, .people, "let in", "lets in whoever waits, or turns them away", keys: [.character("L")], footer: 8
    ) { model in
      guard let knock = model.knocks.first, let state = model.state else {
        return .nothing(because: "nobody waits to be let in")
      }
      return .menu(.answering(knock, in: state))
    }
  ]
}

extension Menu {
  /// The question of someone at the door: the least that they can be given first. To lead is asked once more.
  static func answering(_ knock: Knock, in state: State) -> Menu {
    let screen = Option(
      .character("s"), "as a screen: sees what the room sees, says nothing", .admits(knock.number, SeatName(.screen)))
    let wished = knock.wish.map { wish in
      let asksToLead = wish.role == .facilitator
      return wish.role == .screen || asksToLead
        ? [] : [Option(.character("y"), "yes, as \(state.title(of: wish))", .admits(knock.number, wish))]
    }
    let leading = Option(
      .character("F"), "as a facilitator beside you: settles, closes, lets others in", .opens(leading(knock)))
    let people = zip("123456789abcdefhijklmopqrtuvwz", state.plan.stakeholders).map { key, person in
      Option(
        .character(key), "as \(state.name(person.id))", .admits(knock.number, SeatName(.stakeholder, person.id)))
    }
    return Menu(
      title: "Let in?",
      prompt: "\(knock.account) waits. Make sure that it is them: who sits at a seat speaks for it.",
      options: [screen] + (wished ?? []) + people + [
        Option(.character("n"), "as the note-taker", .admits(knock.number, SeatName(.noteTaker))),
        Option(.character("x"), "turn them away", .turnsAway(knock.number)),
      ] + (knock.wish?.role == .facilitator ? [leading] : []) + [Option(.escape, "later", .closes)])
  }

  private static func leading(_ knock: Knock) -> Menu {
    Menu(
      title: "Let them lead?",
      prompt: "\(knock.account) could then do whatever you can, from a terminal that you do not see.",
      options: [
        Option(.escape, "no", .closes),
        Option(.character("L"), "yes, they lead with me", .admits(knock.number, SeatName(.facilitator))),
      ])
  }
}

extension TerminalModel {
  mutating func hear(_ knock: Knock) {
    if !knocks.contains(where: { $0.number == knock.number }) { knocks.append(knock) }
    // It is told until it is answered; what else was said is told once.
    if notice?.severity != .refusal { notice = nil }
  }

  mutating func forgetKnock(_ number: Int) {
    knocks.removeAll { $0.number == number }
    overlays.removeAll { overlay in
      guard case .menu(let menu) = overlay else { return false }
      return menu.options.contains { $0.choice == .turnsAway(number) }
    }
  }

  /// What the facilitator is told as long as someone waits.
  var knockNotice: Notice? {
    guard let knock = knocks.first else { return nil }
    let wish = knock.wish.map { " as \($0)" } ?? ""
    let others = knocks.count > 1 ? ", and \(knocks.count - 1) more" : ""
    return Notice(.information, "\(knock.account) waits to be let in\(wish)\(others); \(key(of: .letIn)) answers")
  }

  /// Only leaving is possible before one is in.
  mutating func handleWaiting(_ key: Key) -> [Effect] {
    switch key {
    case .character("q"), .control("c"), .escape: [.send(.leave), .leave(.detached)]
    default: []
    }
  }

  /// The screen of someone who is not in yet.
  func waitingForYes(size: Size, look: Look) -> Frame {
    var frame = Frame(size: size, style: look[.text])
    let asked = [
      "The facilitator has been asked. This screen turns into the session",
      "as soon as they say yes; nothing of it is shown before.",
    ]
    let unattended = [
      "No facilitator is at a terminal of this session, so nobody can say yes.",
      "As soon as one is, they are asked; you need not do anything.",
      "Whoever holds the session can give you a seat meanwhile:",
      "parley invite. Then leave, and join again.",
    ]
    let lines = ["Waiting to be let in", ""] + (isUnattended ? unattended : asked) + ["", "q leaves"]
    let top = max(0, (size.rows - lines.count) / 2)
    for (row, line) in lines.prefix(size.rows).enumerated() {
      let text = Text.truncated(line, toWidth: size.columns)
      let place = Point(x: max(0, (size.columns - Text.displayWidth(text)) / 2), y: top + row)
      frame.write(text, at: place, style: look[row == 0 ? .title : .dim])
    }
    return frame
  }
}
