import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let looking: [Action] =
    [
      pane(.showSession, "session", "what belongs to the step", .session, keys: .character("1")),
      pane(.showRoadmap, "roadmap", "goals by timeframe, with dots", .roadmap, keys: .function(2), .character("2")),
      pane(
        .showPeople, "people", "who is here, who has spoken", .people, keys: .function(3), .character("5")),
      pane(
        .showParkingLot, "parking lot", "everything raised that is not decided now", .parkingLot, keys: .function(4),
        .character("4")),
      pane(
        .showGoal, "goal", "the card of the goal marked, or of the one on the table", .goal(nil), keys: .function(5),
        .character("3")),
      pane(
        .showDecisions, "decisions", "decisions and follow-ups so far", .decisions, keys: .function(6), .character("6")),
      pane(.showAgenda, "agenda", "the steps, planned and taken times", .agenda, keys: .function(7), .character("7")),
      pane(.showRecord, "record", "the record as it stands", .record, keys: .function(8), .character("8")),
      pane(
        .showTradeOffs, "trade-offs", "what moved out for what, and how full the timeframes have become",
        .tradeOffs, keys: .function(9), .character("9")),
      pane(
        .showPlaybooks, "playbooks", "why we disagree, and a sheet to fill in for each cause", .playbooks,
        keys: .function(10), .character("0")),
      pane(
        .showBoundary, "boundary", "what is decided, open, out of scope today", .boundary, keys: .character("B"),
        .function(12)),
    ] + [
      Action(
        .countdown, .looking, "countdown", "the countdown alone, as large as it goes; again to come back",
        keys: [.character("T")]
      ) { model in
        model.show(model.pane == .countdown ? model.paneBelow : .countdown)
        return []
      },
      Action(
        .zoom, .looking, "zoom", "gives the pane the whole screen; again to come back", keys: [.character("z")]
      ) { model in
        model.isZoomed.toggle()
        return []
      },
      Action(
        .messages, .looking, "messages", "the last fifty messages, to be read again", keys: [.character("@")]
      ) { model in
        model.overlays.append(.report(ReportPage(model.toldLines), scroll: 0))
        return []
      },
      Action(
        .copy, .looking, "copy", "puts the view on the clipboard; the record as a document", keys: [.control("y")]
      ) { _ in [.copy] },
      Action(.nextPane, .looking, "next view", "the next view", keys: [.tab]) { $0.turnPane(by: 1) },
      Action(.previousPane, .looking, "previous view", "the view before", keys: [.backTab]) { $0.turnPane(by: -1) },
      Action(
        .openRow, .looking, "open", "the card of the goal marked", keys: [.enter]
      ) { model in
        if let id = model.goal?.id { model.show(.goal(id)) }
        return []
      },
      move(.up, "up", [.up, .character("k")], "marks the row above, or scrolls") { $0.moveRow(by: -1) },
      move(.down, "down", [.down, .character("j")], "marks the row below, or scrolls") { $0.moveRow(by: 1) },
      move(.left, "left", [.left, .character("h")], "marks the person before") { $0.movePerson(by: -1) },
      move(.right, "right", [.right, .character("l")], "marks the next person") { $0.movePerson(by: 1) },
      move(.pageUp, "page up", [.pageUp], "ten rows up") { $0.moveRow(by: -10) },
      move(.pageDown, "page down", [.pageDown], "ten rows down") { $0.moveRow(by: 10) },
      move(.top, "top", [.home], "the first row") { $0.moveRow(by: -100_000) },
      move(.bottom, "bottom", [.end], "the last row") { $0.moveRow(by: 100_000) },
    ]

  static let program: [Action] = [
    Action(
      .command, .program, "command", "a line for any command; Tab completes, ↑ recalls", keys: [.character(":")],
      footer: 80
    ) { model in
      var prompt = CommandPrompt(history: model.history)
      prompt.draftID = model.newDraftID()
      prompt.suggest(model.state, for: model.speaker)
      model.overlays.append(.prompt(prompt))
      return []
    },
    Action(
      .help, .program, "help", "the keys that count here and now", keys: [.character("?"), .function(1)], footer: 81
    ) { model in
      let now = model.lastHeard ?? model.state?.opened
      model.overlays.append(.help(HelpList(page: HelpPage(model, at: now))))
      return []
    },
    Action(.theme, .program, "theme", "the next theme", keys: [.character("t")]) { model in
      model.themes.turn()
      model.say("theme: \(model.themes.current.name)")
      return []
    },
    Action(
      .dismiss, .program, "back", "closes what is open, and goes back to the session", keys: [.escape]
    ) { model in
      if model.offersOvertime {
        model.offersOvertime = false
      } else if model.isZoomed {
        model.isZoomed = false
      } else {
        model.show(model.pane == .countdown ? model.paneBelow : .session)
        model.selection[.session] = nil
        model.chosenPerson = nil
      }
      return []
    },
    Action(.quit, .program, "quit", "asks whether the session goes on without this terminal", keys: [.character("q")]) {
      model in
      if model.isReplay { return [.leave(.detached)] }
      if model.stage != nil {
        model.overlays.append(.menu(model.tutor == nil ? .quitRehearsal : .quitTutor))
        return []
      }
      if model.isDemonstration {
        model.overlays.append(.menu(.quitDemonstration))
        return []
      }
      let isHosts = model.speaker == .facilitator && model.notes == nil
      var menu: Menu = !isHosts ? .quitGuest : model.state?.ended == nil ? .quit : .quitClosed
      if let unsent = model.unsentWords { menu.prompt += " \(unsent)" }
      model.overlays.append(.menu(menu))
      return []
    },
  ]

  private static func pane(_ id: ID, _ title: String, _ help: String, _ pane: Pane, keys: Key...) -> Action {
    Action(id, .looking, title, help, keys: keys) { model in
      model.show(pane == .goal(nil) ? .goal(model.goal?.id) : pane)
      return []
    }
  }

  private static func move(
    _ id: ID, _ title: String, _ keys: [Key], _ help: String,
    _ change: @escaping @Sendable (inout TerminalModel) -> Void
  ) -> Action {
    Action(id, .looking, title, help, keys: keys) { model in
      change(&model)
      return []
    }
  }
}

extension TerminalModel {
  static let panes: [Pane] = [
    .session, .roadmap, .people, .parkingLot, .goal(nil), .decisions, .agenda, .record, .tradeOffs, .playbooks,
    .boundary,
  ]

  /// The views with their keys, in the order in which Tab goes through them; before all others the way back.
  func tabs(in state: State) -> [KeyHint] {
    TerminalModel.panes.map { pane in
      if pane == .session {
        return self.pane == .session ? KeyHint("", "Session") : KeyHint(key(of: .dismiss), "back", keys: [.escape])
      }
      let id = pane.kind.action
      let parked = state.parkingLot.count(where: \.isOpen)
      let count = pane == .parkingLot && parked > 0 ? " \(parked)" : ""
      return KeyHint(key(of: id), pane.kind.tab + count, keys: Array(keymap.keys(of: id).prefix(1)))
    }
  }

  fileprivate mutating func turnPane(by amount: Int) -> [Effect] {
    let panes = TerminalModel.panes
    let place = panes.firstIndex { $0.kind == pane.kind } ?? 0
    show(panes[(place + amount + panes.count) % panes.count])
    return []
  }
}

extension Pane {
  /// Which of the panes it is, whichever goal it shows.
  var kind: Action.Place.PaneKind {
    switch self {
    case .session: .session
    case .roadmap: .roadmap
    case .goal: .goal
    case .parkingLot: .parkingLot
    case .people: .people
    case .decisions: .decisions
    case .agenda: .agenda
    case .record: .record
    case .tradeOffs: .tradeOffs
    case .playbooks: .playbooks
    case .boundary: .boundary
    case .countdown: .countdown
    }
  }
}

extension Action.Place.PaneKind {
  /// The action that shows it.
  var action: Action.ID {
    switch self {
    case .session: .showSession
    case .roadmap: .showRoadmap
    case .people: .showPeople
    case .parkingLot: .showParkingLot
    case .goal: .showGoal
    case .decisions: .showDecisions
    case .agenda: .showAgenda
    case .record: .showRecord
    case .tradeOffs: .showTradeOffs
    case .playbooks: .showPlaybooks
    case .boundary: .showBoundary
    case .countdown: .countdown
    }
  }

  /// Its name where the views stand side by side.
  fileprivate var tab: String {
    switch self {
    case .parkingLot: "Parking"
    case .tradeOffs: "Trades"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}
