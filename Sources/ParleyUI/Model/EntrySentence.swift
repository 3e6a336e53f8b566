import ParleyCore
import ParleyScreens

extension Entry {
  /// What the entry means, as a sentence to say or to show; nil when it changed nothing.
  /// - Parameter session: to say what an `undo` took back.
  public func sentence(in state: State, session: Session? = nil) -> String? {
    let teller = EventTeller(state: state, session: session)
    let sentences = events.compactMap(teller.sentence)
    return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
  }
}

/// Tells events to people, by the names of a session.
struct EventTeller {
  let state: State
  let session: Session?

  func sentence(of event: Event) -> String? {
    switch event {
    case .opened, .stepEntered, .paused, .resumed, .extended: moving(event)
    case .arrived(let who): "\(name(who)) is here"
    case .left(let who): "\(name(who)) has left"
    case .heard(let who): "\(name(who)) has spoken"
    case .dotGiven, .dotCleared, .conditionSet: dots(event)
    case .goalReopened, .goalAdjusted, .goalSettled, .goalProposed, .metricAdded, .tradedOff, .tradeOffAccepted,
      .ordered:
      goals(event)
    case .requested, .parked, .assigned, .served, .withdrawn, .featureDisplaced: parking(event)
    case .conflictOpened, .argued, .conflictEnded, .consented: conflict(event)
    case .voteOpened, .ballotCast, .voteRevealed, .voteCancelled: vote(event)
    case .decided(let decision): "\(decision.id): \(decision.what)"
    case .followedUp(let task): followUp(task)
    case .noted(let text): "noted: \(text)"
    case .kindChanged(let kind, _): "this is now a session of kind \(kind.rawValue)"
    case .sheetFilled(let sheet): "on the sheet: \(sheet.gist)"
    case .impactNoted(let impact): "\(name(impact.who)): what it gives and costs is noted"
    case .gapFound(let gap): "\(name(gap.owner)) finds out by \(gap.due): \(gap.what)"
    case .found(let finding): found(finding)
    case .acknowledged, .acknowledgementsVoided, .answered, .closed, .commented, .replied, .finalised: closing(event)
    case .undone(let number): "took back: \(line(number))"
    }
  }

  private func followUp(_ task: FollowUp) -> String {
    let others = task.with.filter { $0 != task.owner }.map { name($0) }
    let with = others.isEmpty ? "" : ", with \(others.joined(separator: " and "))"
    return "follow-up for \(name(task.owner)) by \(task.due): \(task.text)\(with)"
  }

  func name(_ who: StakeholderID) -> String { state.stakeholder(who)?.name ?? who.text }
  func name(_ goal: GoalID) -> String { state.shownName(goal) }

  private func line(_ number: Int) -> String {
    session?.entry(number)?.line ?? "the last command"
  }

  private func moving(_ event: Event) -> String? {
    switch event {
    case .opened(_, let plan): "\(plan.title) is open"
    case .stepEntered(let step): stepSentence(step)
    case .paused: "the countdown stands still"
    case .resumed: "the countdown goes on"
    case .extended(let minutes): minutes == 1 ? "one more minute" : "\(minutes) more minutes"
    default: nil
    }
  }

  private func stepSentence(_ step: Step) -> String {
    let minutes = state.timebox(of: step)
    return "now: \(state.titles(of: step).title)" + (minutes > 0 ? ", \(minutes) minutes" : "")
  }

  private func dots(_ event: Event) -> String? {
    switch event {
    case .dotGiven(let goal, let who, let dot):
      let about = dot.layer.map { ", about \(Words.labels[$0.rawValue] ?? $0.rawValue)" } ?? ""
      let note = dot.note.map { ": “\($0)”" } ?? ""
      return "\(name(who)): \(dot.colour.rawValue) on \(name(goal))\(about)\(note)"
    case .dotCleared(let goal, let who): return "\(name(who)): no dot on \(name(goal))"
    case .conditionSet(_, let condition):
      return "on condition that \(condition.text)" + (condition.by.map { " (\(name($0)))" } ?? "")
    default: return nil
    }
  }

  private func goals(_ event: Event) -> String? {
    switch event {
    case .goalReopened(let goal): "\(name(goal)) is open again"
    case .goalAdjusted(let goal, let adjustment): "\(name(goal)): \(change(adjustment.change))"
    case .goalSettled(let goal, let settlement, _): "\(name(goal)): \(settlement.name)"
    case .goalProposed(let goal, _): "proposed: \(goal.name)"
    case .metricAdded(let goal, let metric): "\(name(goal)) also counts \(metric.name)"
    case .tradedOff(let trade): "\(tradeName(trade.gained)) comes in, \(tradeName(trade.displaced)) moves out"
    case .tradeOffAccepted(_, let people):
      "accepted by \(people.map { name($0) }.joined(separator: ", "))"
    case .ordered(let order): ordered(order.compactMap(state.goal).filter(\.isAgreed))
    default: nil
    }
  }

  private func ordered(_ goals: [GoalState]) -> String? {
    goals.isEmpty ? nil : "order: " + goals.map(\.goal.name).joined(separator: ", ")
  }

  private func change(_ change: Adjustment.Change) -> String {
    switch change {
    case .name(_, let to): "now “\(to)”"
    case .timeframe(_, let to): to.map { "to \(state.timeframe($0)?.name ?? $0.text)" } ?? "off the roadmap"
    case .target(let metric, let from, let to): "\(metric) target from \(number(from)) to \(number(to))"
    case .baseline(let metric, let from, let to): "\(metric) baseline from \(number(from)) to \(number(to))"
    }
  }

  private func number(_ value: Double) -> String { value.numeral }

  private func tradeName(_ id: String) -> String {
    if let goal = state.goal(GoalID(id)) { return state.shownName(of: goal) }
    return state.goals.lazy.flatMap(\.goal.features).first { $0.id.text == id }?.name
      ?? state.item(ItemID(id))?.text ?? id
  }

  private func parking(_ event: Event) -> String? {
    switch event {
    case .requested(let item), .parked(let item): "\(item.id) parked: \(item.text)"
    case .assigned(let item, let owner, let due): "\(item): \(name(owner))" + (due.map { " by \($0)" } ?? "")
    case .served(let item, let goal): "\(item) serves \(name(goal))"
    case .withdrawn(let item): "\(item) is withdrawn"
    case .featureDisplaced(_, let goal, let item): "\(item.text) moves out of \(name(goal)) and is parked as \(item.id)"
    default: nil
    }
  }

  private func conflict(_ event: Event) -> String? {
    switch event {
    case .conflictOpened(let topic, let people, _):
      "conflict: \(topic) (\(people.map { name($0) }.joined(separator: ", ")))"
    case .argued(let position): "\(name(position.who)): \(position.text)"
    case .conflictEnded(let ending): outcome(ending)
    case .consented(let people):
      "\(people.map { name($0) }.joined(separator: " and ")) can live with what was decided"
    default: nil
    }
  }

  private func outcome(_ ending: Conflict.Ending) -> String {
    switch ending {
    case .resolved: "the conflict is resolved"
    case .experiment(let what, let metric, let until, let owner):
      "experiment until \(until): \(what), measured by \(metric); \(name(owner)) runs it"
    case .escalated(let process): "escalated: \(name(process.decider)) decides by \(process.by)"
    case .postponed(let process): "postponed: \(name(process.decider)) decides by \(process.by)"
    }
  }

  private func vote(_ event: Event) -> String? {
    switch event {
    case .voteOpened(let dots, let max): "silent vote: \(dots) dots each, at most \(max) on one goal"
    case .ballotCast(let who): "\(name(who)) has voted"
    case .voteRevealed(let tally): revealed(tally)
    case .voteCancelled: "the vote ends without a result"
    default: nil
    }
  }

  private func revealed(_ tally: [GoalID: Int]) -> String {
    if tally.isEmpty { return "the votes are revealed: nobody gave a dot" }
    return "votes: " + state.voted(tally).map { "\($0.goal.goal.name) \($0.dots)" }.joined(separator: ", ")
  }

  private func closing(_ event: Event) -> String? {
    switch event {
    case .acknowledged(let who, let caveat):
      "\(name(who)) acknowledges" + (caveat.map { ", with a caveat: \($0)" } ?? "")
    case .acknowledgementsVoided: "a red dot: everyone is asked to acknowledge again"
    case .answered(let who, let text): "answered \(name(who)): \(text)"
    case .closed(let early): early.map { "closed early: \($0)" } ?? "closed; comments are taken for 48 hours"
    case .commented(let comment): "\(comment.id) \(name(comment.who)): \(comment.text)"
    case .replied(let comment, let text): "\(comment) answered: \(text)"
    case .finalised: "the record is final"
    default: nil
    }
  }
}

extension Sheet {
  /// What was written, in a few words.
  fileprivate var gist: String {
    switch self {
    case .pathfinder(let path): path.question
    case .weight(let weight): "value \(weight.value), fit \(weight.fit), risk \(weight.risk)"
    case .split(let split): "\(split.core)/\(split.adjacent)/\(split.new)"
    case .track(let step): step.what
    case .gate(let gate): gate.evidence
    }
  }
}
