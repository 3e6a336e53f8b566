import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let voting: [Action] = [
    Action(
      .vote, .voting, "silent vote", "opens the silent vote; then hands the keyboard to the next voter",
      keys: [.character("v")], footer: 9
    ) { model in
      guard let state = model.state else { return .nothing(because: "the session is not here yet") }
      guard state.voteIsOpen else { return .form(.openingVote(in: state)) }
      guard let next = model.nextVoter else { return model.afterLastVoter(in: state) }
      return .ballot(BallotTurn(next, isHandedRound: model.speaker == .facilitator))
    },
    Action(
      .reveal, .voting, "reveal", "asks whether to reveal the votes cast, or to end the vote without a result",
      keys: [.character("V")], footer: 9
    ) { model in
      guard let state = model.state, state.voteIsOpen else { return .nothing(because: "no vote is open") }
      return .menu(.reveal(in: state))
    },
  ]
}

extension TerminalModel {
  /// Who is here and has not voted, nor has a ballot on its way; at one's own terminal nobody else.
  var stillToVote: [StakeholderID] {
    guard let state, state.voteIsOpen, let ask = AskNext(state) else { return [] }
    let onTheirWay = pending.compactMap { if case .ballot(let who) = $0.origin { who } else { nil } }
    return ask.waiting.filter { !onTheirWay.contains($0) && mayVote($0) && !voteElsewhere.contains($0) }
  }

  private func mayVote(_ who: StakeholderID) -> Bool {
    switch speaker {
    case .facilitator: true
    case .stakeholder(let own): own == who
    case .noteTaker, .screen: false
    }
  }

  /// Whoever was marked, else the next in the order to ask.
  fileprivate var nextVoter: StakeholderID? {
    let waiting = stillToVote
    return person.flatMap { waiting.contains($0) && hasChosenPerson ? $0 : nil } ?? waiting.first
  }

  private var hasChosenPerson: Bool {
    if case .person = selectedRow, selection[pane] != nil { return true }
    return chosenPerson != nil
  }

  fileprivate func afterLastVoter(in state: State) -> Action.Giving {
    switch speaker {
    case .facilitator: .menu(.reveal(in: state, atOwnTerminals: voteElsewhere))
    case .stakeholder: .nothing(because: "you have voted, and a ballot is final")
    case .noteTaker, .screen: .nothing(because: "a ballot is cast by its voter alone")
    }
  }

  /// Whether the keys of a vote belong on the footer: one is open, or is due.
  var isVoteAtHand: Bool {
    guard let state else { return false }
    return state.voteIsOpen || state.proposesVote || (state.step == .vote && state.votes.isEmpty)
  }
}

extension Form {
  /// Opens a vote, with what the plan or the default says filled in (M19).
  fileprivate static func openingVote(in state: State) -> Form {
    let rules = state.plan.vote
    let dots = rules.dots ?? (state.goals.count + 1) / 2
    let again = state.votes.isEmpty ? "" : " The vote before stands as it is; this is another one."
    return Form(
      .voteOpen, title: "Open a silent vote",
      prompt: "Each person casts dots for goals alone at this keyboard: no projector, no shared screen. Who voted is "
        + "seen; what they voted is kept nowhere, and no sum is seen before the reveal. If all vote alike, the result says "
        + "what each voted.\(again)",
      asking: ["dots", "max"], prefilled: ["dots": String(dots), "max": String(rules.max ?? 2)], in: state)
  }
}

extension Menu {
  /// Ends a vote, with its result or without (M19).
  ///
  /// - Parameter elsewhere: who has a ballot at a terminal of their own.
  static func reveal(
    in state: State, isInTheWay: Bool = false, atOwnTerminals elsewhere: Set<StakeholderID> = []
  ) -> Menu {
    let cast = state.openVote?.turnout.count ?? 0
    let missing = (AskNext(state)?.waiting ?? []).map { who in
      state.name(who) + (elsewhere.contains(who) ? " (at a terminal of their own)" : "")
    }
    let turnout =
      (isInTheWay ? "Not yet: the vote is open. " : "")
      + (missing.isEmpty ? "Everyone here has voted." : "Not voted yet: \(missing.joined(separator: ", ")).")
    let end = Option(.character("c"), "end the vote without a result", .gives(Statement(CancelVote())))
    let stay = Option(.escape, "not yet", .closes)
    guard cast > 0 else { return Menu(title: "End the vote?", prompt: "Nobody has voted.", options: [end, stay]) }
    guard cast >= state.plan.vote.fewestBallots else {
      let fewest = state.plan.vote.fewestBallots
      return Menu(
        title: "End the vote?",
        prompt:
          "\(turnout) \(cast) \(cast == 1 ? "ballot is" : "ballots are") in, and \(fewest) are the fewest that are "
          + "revealed: from fewer one could tell who voted for what.", options: [end, stay])
    }
    return Menu(
      title: "Reveal the votes?", prompt: "\(turnout) \(BallotSecrecy.warning(ofRevealing: cast, missing.isEmpty))",
      options: [Option(.character("r"), "reveal", .gives(Statement(RevealVote()))), end, stay])
  }
}
