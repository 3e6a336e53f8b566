/// A cue for the facilitator: the words to say now, and to whom.
public struct Cue: Hashable, Sendable {
  public var card: Phrases.Card
  public var text: String
  public var person: StakeholderID?

  /// The card that fits the moment; nil when none does.
  /// - Parameters:
  ///   - card: shows this card instead.
  ///   - marked: whom the next answer is from; they are asked where the step waits for them.
  public init?(_ state: State, at now: Instant, card: Phrases.Card? = nil, marked: StakeholderID? = nil) {
    guard let fitting = card ?? state.fittingCard(at: now) else { return nil }
    let waiting = AskNext(state)?.waiting ?? []
    let next = marked.flatMap { waiting.contains($0) ? $0 : nil } ?? waiting.first
    let person = fitting.isForOnePerson ? state.against(fitting, marked) ?? state.nextInConflict(fitting) ?? next : nil
    self.card = fitting
    self.person = person
    text = Phrases(own: state.plan.phrases).text(
      fitting, goal: state.goalOnTable?.goal, person: person.flatMap(state.stakeholder),
      called: person.flatMap(state.stakeholder).flatMap { state.plan.isNamesake($0) ? state.name($0.id) : nil })
  }
}

extension State {
  fileprivate func fittingCard(at now: Instant) -> Phrases.Card? {
    if voteIsOpen { return nil }
    if let openConflict { return card(for: openConflict, at: now) }
    if Countdown(self, at: now)?.phase == .overtime { return .timebox }
    if !consentsSought.isEmpty { return .consent }
    switch step {
    case .lobby, .boundary: return .opening
    case .goal where proposesVote: return .vote
    case .goal(let id): return goal(id).flatMap(card)
    case .priorities: return Roadmap(self).columns.contains(where: \.isOverfull) ? .displacement : nil
    case .features: return .deepDive
    case .part(.reading) where AskNext(self)?.waiting.isEmpty ?? true: return nil
    case .part(let part): return Phrases.Card(part)
    case .readBack: return .closing
    case .vote: return proposesVote ? .vote : nil
    case .review, .context, .closed: return nil
    }
  }

  /// Leads from the positions to the interests beneath them, then to the strategy, and in time to a way out (M18, M46,
  /// M47).
  private func card(for conflict: Conflict, at now: Instant) -> Phrases.Card {
    if let phase = Countdown(ofConflictIn: self, at: now)?.phase, phase != .calm { return .ladder }
    if conflict.between.contains(where: { conflict.words(of: $0).isEmpty }) { return .position }
    return conflict.between.contains { conflict.interests(of: $0).isEmpty } ? .interest : .strategy
  }

  /// The person to whom a card of the open conflict is addressed.
  fileprivate func nextInConflict(_ card: Phrases.Card) -> StakeholderID? {
    guard let conflict = openConflict else { return nil }
    return conflict.between.first { who in
      card == .interest ? conflict.interests(of: who).isEmpty : conflict.words(of: who).isEmpty
    }
  }

  private func card(for goal: GoalState) -> Phrases.Card? {
    guard goal.settlement == nil else { return nil }
    if !silent(on: goal).isEmpty { return Voices(self)?.isLed == true ? .round : .silent }
    guard goal.dots.values.contains(where: { $0.colour == .red }) else { return goal.dots.isEmpty ? nil : .agreed }
    // Consent is tested once, and not assumed; after the conflict about it the question is who decides.
    return conflicts.contains { $0.goal == goal.id } ? .dissent : .harm
  }

  /// Whose red dot on the goal on the table is asked about: that of the one who is marked, else the first one.
  fileprivate func against(_ card: Phrases.Card, _ marked: StakeholderID?) -> StakeholderID? {
    guard card == .harm, let dots = goalOnTable?.dots else { return nil }
    let red = plan.askOrder.filter { dots[$0]?.colour == .red && isPresent($0) }
    return marked.flatMap { red.contains($0) ? $0 : nil } ?? red.first
  }
}

extension Phrases.Card {
  fileprivate var isForOnePerson: Bool {
    switch self {
    case .silent, .round, .harm, .position, .interest, .consent, .reading: true
    default: false
    }
  }
}
