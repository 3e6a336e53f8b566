import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let looking: [Action] =
    [
      pane(.showSession, "session", "what belongs to the step", key: "1", .session),
      pane(.showRoadmap, "roadmap", "goals by timeframe, with dots", key: "2", .roadmap),
      pane(.showGoal, "goal", "the card of the goal marked, or of the one on the table", key: "3", .goal(nil)),
      pane(.showParkingLot, "parking lot", "everything raised that is not decided now", key: "4", .parkingLot),
      pane(.showPeople, "people", "who is here, who has spoken", key: "5", .people),
      pane(.showDecisions, "decisions", "decisions and follow-ups so far", key: "6", .decisions),
      pane(.showAgenda, "agenda", "the steps, planned and taken times", key: "7", .agenda),
      pane(.showRecord, "record", "the record as it stands", key: "8", .record),
      pane(
        .showTradeOffs, "trade-offs", "what moved out for what, and how full the timeframes have become", key: "9",
        .tradeOffs),
      pane(
        .showPlaybooks, "playbooks", "why we disagree, and a sheet to fill in for each cause", key: "0", .playbooks),
      pane(.showBoundary, "boundary", "what is decided, open, out of scope today", key: "B", .boundary),
    ] + [
      Action(
        .countdown, .looking, "countdown", "the countdown alone, as large as it goes; again to come back",
        keys: [.character("T")]
      ) { model in
        model.show(model.pane == .countdown ? model.paneBelow : .countdown)
        return []
      },
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
    ) {
      $0.overlays.append(.help(scroll: 0))
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
        model.overlays.append(.menu(.quitRehearsal))
        return []
      }
      let isHosts = model.speaker == .facilitator && model.notes == nil
      var menu: Menu = !isHosts ? .quitGuest : model.state?.ended == nil ? .quit : .quitClosed
      if let unsent = model.unsentWords { menu.prompt += " \(unsent)" }
      model.overlays.append(.menu(menu))
      return []
    },
  ]

  private static func pane(_ id: ID, _ title: String, _ help: String, key: Character, _ pane: Pane) -> Action {
    Action(id, .looking, title, help, keys: [.character(key)]) { model in
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
  private static let panes: [Pane] = [
    .session, .roadmap, .goal(nil), .parkingLot, .people, .decisions, .agenda, .record, .tradeOffs, .playbooks,
    .boundary,
  ]

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
