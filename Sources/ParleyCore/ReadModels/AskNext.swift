/// Whom the step still waits for, and what to say (M13, M19, M21).
public struct AskNext: Hashable, Sendable {
  /// What is waited for.
  public enum Matter: Hashable, Sendable { case dots, ballots, acknowledgements }

  public var matter: Matter
  /// Who is in the room and has not answered, in the order to ask: least influence first.
  public var waiting: [StakeholderID]
  /// How many have answered.
  public var answered: Int

  /// Nil at a step that asks nobody.
  public init?(_ state: State) {
    let present = state.plan.askOrder.filter(state.isPresent)
    if let vote = state.openVote {
      self.init(.ballots, present, hasAnswered: vote.turnout.contains)
    } else if case .goal = state.step, let goal = state.goalOnTable {
      self.init(.dots, present) { goal.dots[$0] != nil }
    } else if state.step == .readBack {
      self.init(.acknowledgements, present) { state.acknowledgements[$0] != nil }
    } else {
      return nil
    }
  }

  private init(_ matter: Matter, _ present: [StakeholderID], hasAnswered: (StakeholderID) -> Bool) {
    self.matter = matter
    waiting = present.filter { !hasAnswered($0) }
    answered = present.count - waiting.count
  }
}

/// What the facilitator may say now, and to whom.
public struct Cue: Hashable, Sendable {
  public var card: Phrases.Card
  public var text: String
  public var person: StakeholderID?

  /// The card that fits the moment; nil when none does.
  /// - Parameter card: shows this card instead.
  public init?(_ state: State, at now: Instant, card: Phrases.Card? = nil) {
    guard let fitting = card ?? state.fittingCard(at: now) else { return nil }
    let person = fitting == .silent ? AskNext(state)?.waiting.first : nil
    self.card = fitting
    self.person = person
    text = Phrases(own: state.plan.phrases).text(
      fitting, goal: state.goalOnTable?.goal, person: person.flatMap(state.stakeholder))
  }
}

extension State {
  fileprivate func fittingCard(at now: Instant) -> Phrases.Card? {
    if voteIsOpen { return nil }
    if Countdown(self, at: now)?.phase == .overtime { return .timebox }
    switch step {
    case .lobby, .boundary: return .opening
    case .goal(let id): return goal(id).flatMap(card)
    case .priorities: return Roadmap(self).columns.contains(where: \.isOverfull) ? .displacement : nil
    case .features: return .deepDive
    case .readBack: return .closing
    case .review, .context, .vote, .closed: return nil
    }
  }

  private func card(for goal: GoalState) -> Phrases.Card? {
    guard goal.settlement == nil else { return nil }
    if !silent(on: goal).isEmpty { return .silent }
    return goal.dots.values.contains { $0.colour == .red } ? .dissent : nil
  }
}
