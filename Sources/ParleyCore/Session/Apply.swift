// The fold. It is total: it holds no rule, and an event about something unknown changes nothing.
extension State {
  /// Makes the state what it is after the event, which happened at `at`.
  public mutating func apply(_ event: Event, at: Instant) {
    switch event {
    case .opened(let id, let plan): self = State(id: id, plan: plan, at: at)
    case .stepEntered, .paused, .resumed, .extended: applyMove(event, at)
    case .arrived, .left, .heard: applyPresence(event, at)
    case .dotGiven, .dotCleared, .conditionSet: applyDot(event)
    case .goalReopened, .goalAdjusted, .goalSettled, .goalProposed, .metricAdded, .ordered: applyGoal(event)
    case .requested, .parked, .assigned, .served, .withdrawn, .featureDisplaced: applyItem(event)
    case .conflictOpened, .argued, .conflictEnded, .consented: applyConflict(event, at)
    case .voteOpened, .ballotCast, .voteRevealed, .voteCancelled: applyVote(event)
    case .acknowledged, .acknowledgementsVoided, .answered: applyReadBack(event)
    case .closed, .commented, .replied, .finalised: applyClosing(event, at)
    case .tradedOff(let tradeOff): tradeOffs.append(tradeOff)
    case .tradeOffAccepted(let number, let people): accept(number, people)
    case .decided(let decision): decisions.append(decision)
    case .followedUp(let followUp): followUps.append(followUp)
    case .noted(let text): notes.append(Note(text: text, at: at))
    case .kindChanged, .sheetFilled, .impactNoted, .gapFound: applyPlaybook(event, at)
    case .found(let finding): applyFinding(finding)
    case .undone: break
    }
  }

  private mutating func applyMove(_ event: Event, _ at: Instant) {
    switch event {
    case .stepEntered(let step): enter(step, at)
    case .paused:
      visit.stop(at: at)
      editOpenConflict { $0.visit.stop(at: at) }
    case .resumed:
      visit.goOn(at: at)
      editOpenConflict { $0.visit.goOn(at: at) }
    case .extended(let minutes):
      editTime(of: step) { $0.planned += minutes * 60 }
      editOpenConflict { $0.planned += minutes * 60 }
    default: break
    }
  }

  private mutating func enter(_ next: Step, _ at: Instant) {
    leaveStep(at)
    if step == .lobby, started == nil { started = at }
    step = next
    visit = Visit(since: at)
    editOpenConflict { $0.visit.goOn(at: at) }
    heard = []
    if next != .lobby, next != .closed, !isVisited(next) {
      times.append(StepTime(step: next, planned: timebox(of: next) * 60))
    }
    if case .goal(let id) = next { edit(id) { $0.isPresented = true } }
  }

  private mutating func leaveStep(_ at: Instant) {
    let visit = visit
    editTime(of: step) {
      $0.past += visit.length(at: at)
      $0.pastPaused += visit.pause(at: at)
    }
  }

  private mutating func applyPresence(_ event: Event, _ at: Instant) {
    switch event {
    case .arrived(let who):
      attendance[who]?.isPresent = true
      attendance[who]?.left = nil
      if started == nil { attendance[who]?.isFromStart = true }
      if attendance[who]?.isFromStart == false, attendance[who]?.arrived == nil { attendance[who]?.arrived = at }
    case .left(let who):
      attendance[who]?.isPresent = false
      attendance[who]?.left = at
      if started == nil { attendance[who]?.isFromStart = false }
    case .heard(let who): heard.insert(who)
    default: break
    }
  }

  private mutating func applyDot(_ event: Event) {
    switch event {
    case .dotGiven(let goal, let who, let dot):
      edit(goal) { $0.dots[who] = dot }
      if goalOnTable?.id == goal { heard.insert(who) }
      takeConsent(of: who, on: goal)
    case .dotCleared(let goal, let who):
      edit(goal) {
        $0.dots[who] = nil
        $0.conditions.removeAll { $0.by == who }
      }
    case .conditionSet(let goal, let condition):
      edit(goal) { if !$0.conditions.contains(condition) { $0.conditions.append(condition) } }
    default: break
    }
  }

  private mutating func applyGoal(_ event: Event) {
    switch event {
    case .goalReopened(let id):
      edit(id) {
        $0.settlement = nil
        $0.absentees = []
      }
    case .goalAdjusted(let id, let adjustment): edit(id) { $0.take(adjustment) }
    case .goalSettled(let id, let settlement, let absentees):
      edit(id) {
        $0.settlement = settlement
        $0.absentees = Set(absentees)
      }
    case .goalProposed(let goal, let after): insert(goal, after: after)
    case .metricAdded(let id, let metric): edit(id) { $0.goal.metrics.append(metric) }
    case .ordered(let order): self.order = order
    default: break
    }
  }

  private mutating func insert(_ goal: Goal, after: GoalID?) {
    let place = goals.firstIndex { $0.id == after }.map { $0 + 1 } ?? goals.endIndex
    goals.insert(GoalState(goal: goal), at: place)
    let rank = order.firstIndex { $0 == after }.map { $0 + 1 } ?? order.endIndex
    order.insert(goal.id, at: rank)
  }

  private mutating func applyItem(_ event: Event) {
    switch event {
    case .requested(let item), .parked(let item): parkingLot.append(item)
    case .assigned(let id, let owner, let due):
      edit(id) {
        $0.owner = owner
        $0.due = due ?? $0.due
      }
    case .served(let id, let goal):
      guard let text = item(id)?.text else { return }
      edit(id) {
        $0.state = .served
        $0.goal = goal
      }
      edit(goal) { $0.goal.features.append(Feature(id: FeatureID(id.text), name: text)) }
    case .withdrawn(let id): edit(id) { $0.state = .withdrawn }
    case .featureDisplaced(let feature, let goal, let item):
      edit(goal) { $0.goal.features.removeAll { $0.id == feature } }
      edit(ItemID(feature.text)) { $0.state = .displaced }
      parkingLot.append(item)
    default: break
    }
  }

  private mutating func applyVote(_ event: Event) {
    switch event {
    case .voteOpened(let dots, let max):
      votes.append(Vote(dots: dots, max: max))
      voteIsOpen = true
    case .ballotCast(let who):
      if voteIsOpen, !votes.isEmpty { votes[votes.count - 1].turnout.append(who) }
    case .voteRevealed(let tally):
      if voteIsOpen, !votes.isEmpty { votes[votes.count - 1].tally = tally }
      voteIsOpen = false
    case .voteCancelled:
      if voteIsOpen, let vote = votes.popLast() { cancelledVotes.append(vote) }
      voteIsOpen = false
    default: break
    }
  }

  private mutating func applyPlaybook(_ event: Event, _ at: Instant) {
    switch event {
    case .kindChanged(let kind, let because):
      kindChanges.append(KindChange(from: self.kind, to: kind, because: because, at: at))
      self.kind = kind
    case .sheetFilled(let sheet):
      sheets.removeAll { $0.isReplaced(by: sheet) }
      sheets.append(sheet)
    case .impactNoted(let impact): impacts.append(impact)
    case .gapFound(let gap): gaps.append(gap)
    default: break
    }
  }

  private mutating func applyReadBack(_ event: Event) {
    switch event {
    case .acknowledged(let who, let caveat): acknowledgements[who] = Acknowledgement(caveat: caveat)
    case .acknowledgementsVoided: acknowledgements = [:]
    case .answered(let who, let text): acknowledgements[who]?.answer = text
    default: break
    }
  }

  private mutating func applyClosing(_ event: Event, _ at: Instant) {
    switch event {
    case .closed(let early):
      leaveStep(at)
      step = .closed
      visit = Visit(since: at)
      ended = at
      closedEarly = early
    case .commented(let comment): comments.append(comment)
    case .replied(let id, let text):
      if let index = comments.firstIndex(where: { $0.id == id }) { comments[index].reply = text }
    case .finalised: isFinal = true
    default: break
    }
  }

  private mutating func accept(_ number: Int, _ people: [StakeholderID]) {
    guard tradeOffs.indices.contains(number - 1) else { return }
    let accepted = Set(tradeOffs[number - 1].accepted + people)
    tradeOffs[number - 1].accepted = plan.stakeholders.map(\.id).filter(accepted.contains)
  }

  private mutating func edit(_ id: GoalID, _ change: (inout GoalState) -> Void) {
    if let index = goals.firstIndex(where: { $0.id == id }) { change(&goals[index]) }
  }

  private mutating func edit(_ id: ItemID, _ change: (inout ParkedItem) -> Void) {
    if let index = parkingLot.firstIndex(where: { $0.id == id }) { change(&parkingLot[index]) }
  }

  private mutating func editTime(of step: Step, _ change: (inout StepTime) -> Void) {
    if let index = times.firstIndex(where: { $0.step == step }) { change(&times[index]) }
  }
}

extension GoalState {
  fileprivate mutating func take(_ adjustment: Adjustment) {
    adjustments.append(adjustment)
    switch adjustment.change {
    case .name(_, let to): goal.name = to
    case .timeframe(_, let to): goal.timeframe = to
    case .target(let metric, _, let to):
      if let index = goal.metrics.firstIndex(where: { $0.name == metric }) { goal.metrics[index].target = to }
    case .baseline(let metric, _, let to):
      if let index = goal.metrics.firstIndex(where: { $0.name == metric }) { goal.metrics[index].baseline = to }
    }
  }
}
