import ParleyCore
import ParleyTerminal

extension Action {
  static let voting: [Action] = [
    Action(
      .vote, .voting, "silent vote", "opens the silent vote; then hands the keyboard to the next voter",
      keys: [.character("v")], footer: 9
    ) { model in
      guard let state = model.state else { return .nothing(because: "the session is not here yet") }
      guard state.voteIsOpen else { return .form(.openingVote(in: state)) }
      let waiting = model.stillToVote
      guard let next = waiting.first else { return .menu(.reveal(in: state)) }
      let chosen = model.person.flatMap { waiting.contains($0) && model.hasChosenPerson ? $0 : nil }
      return .ballot(BallotTurn(chosen ?? next))
    },
    Action(
      .reveal, .voting, "reveal", "asks whether to reveal the votes cast, or to end the vote without a result",
      keys: [.character("V")], footer: 9
    ) { model in
      guard let state = model.state, state.voteIsOpen else { return .nothing(because: "no vote is open (M19)") }
      return .menu(.reveal(in: state))
    },
  ]
}

extension TerminalModel {
  /// Who is here and has not voted, nor has a ballot on its way.
  var stillToVote: [StakeholderID] {
    guard let state, state.voteIsOpen, let ask = AskNext(state) else { return [] }
    let onTheirWay = pending.compactMap { if case .ballot(let who) = $0.origin { who } else { nil } }
    return ask.waiting.filter { !onTheirWay.contains($0) }
  }

  /// Whether someone was marked, rather than being the next by themselves.
  var hasChosenPerson: Bool {
    if case .person = selectedRow, selection[pane] != nil { return true }
    return chosenPerson != nil
  }

  /// Whether the keys of a vote belong on the footer: one is open, or is due.
  var isVoteAtHand: Bool {
    guard let state else { return false }
    return state.voteIsOpen || state.step == .vote || state.proposesVote
  }

  mutating func handle(_ key: Key, in turn: BallotTurn) -> [Effect] {
    guard let state, let vote = state.openVote else {
      overlays.removeLast()
      return [.repaint]
    }
    var turn = turn
    let goals = state.ballotGoals.map(\.id)
    switch turn.handle(key, vote: vote, goals: goals, waiting: stillToVote) {
    case .stays:
      replaceTop(.ballot(turn))
      return []
    case .wipes:
      replaceTop(.ballot(turn))
      return [.closeMemory, .repaint]
    case .closes:
      overlays.removeLast()
      return [.repaint]
    case .casts:
      overlays.removeLast()
      chosenPerson = nil
      selection[pane] = nil
      return send(turn.line(by: speaker, goals: goals), from: .ballot(turn.who)) + [.repaint]
    }
  }

  /// Whether the host's answer is about a ballot, given by the key or on the `:` line.
  func isBallot(_ command: Pending) -> Bool { BallotSecrecy.covers(command.line) }
}

extension Form {
  /// Opens a vote, with what the plan or the default says filled in (M19).
  fileprivate static func openingVote(in state: State) -> Form {
    let rules = state.plan.vote
    let dots = rules.dots ?? (state.goals.count + 1) / 2
    return Form(
      "vote open", title: "Open a silent vote",
      prompt: "Each person gets dots for goals and casts them alone at this keyboard; the ballot names all goals. "
        + "Who voted is seen; what they voted is kept nowhere, and no sum is seen before the reveal.",
      asking: ["dots", "max"], prefilled: ["dots": String(dots), "max": String(rules.max ?? 2)], in: state)
  }
}

extension Menu {
  /// Ends a vote, with its result or without (M19).
  fileprivate static func reveal(in state: State) -> Menu {
    let missing = AskNext(state)?.waiting.map { state.stakeholder($0)?.name ?? $0.text } ?? []
    let turnout =
      missing.isEmpty ? "Everyone here has voted." : "Not voted yet: \(missing.joined(separator: ", "))."
    return Menu(
      title: "Reveal the votes?",
      prompt: turnout + " All votes appear at once and cannot be hidden again; the order of goals follows from them.",
      options: [
        Option(.character("r"), "reveal", .gives("vote reveal")),
        Option(.character("c"), "end the vote without a result", .gives("vote cancel")),
        Option(.escape, "not yet", .closes),
      ])
  }
}
