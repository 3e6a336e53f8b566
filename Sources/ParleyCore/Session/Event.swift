// Theory: an event is one case here with one payload, whose type has a file of its own under `Moves`: its frozen name and
// members, what it does to the state, what others may see of it, and the sentence that tells it. This file only
// forwards to it. A new event is a case, its name, and an arm in each of the two switches; the compiler asks for each.

/// What happened. A session is the list of its events; nothing else is kept.
///
/// Events carry outcomes, not rules: whether something may happen is decided before (``Session/decide(_:on:)``).
public enum Event: Hashable, Sendable {
  // What is large stands apart: every event takes as much room as the largest that does not.
  indirect case opened(Opened)
  case stepEntered(StepEntered)
  case paused(Paused)
  case resumed(Resumed)
  case extended(Extended)
  case rebalanced(Rebalanced)
  case arrived(Arrived)
  case left(Left)
  case heard(Heard)
  case dotGiven(DotGiven)
  case dotCleared(DotCleared)
  case conditionSet(ConditionSet)
  case goalReopened(GoalReopened)
  indirect case goalAdjusted(GoalAdjusted)
  indirect case goalSettled(GoalSettled)
  indirect case goalProposed(GoalProposed)
  indirect case metricAdded(MetricAdded)
  case tradedOff(TradedOff)
  case tradeOffAccepted(TradeOffAccepted)
  case tradeOffVoided(TradeOffVoided)
  indirect case goalReturned(GoalReturned)
  case ordered(Ordered)
  indirect case requested(Requested)
  indirect case parked(Parked)
  case assigned(Assigned)
  case served(Served)
  case withdrawn(Withdrawn)
  indirect case featureDisplaced(FeatureDisplaced)
  case conflictOpened(ConflictOpened)
  case argued(Argued)
  indirect case conflictEnded(ConflictEnded)
  case consented(Consented)
  case voteOpened(VoteOpened)
  case ballotCast(BallotCast)
  case voteRevealed(VoteRevealed)
  case voteCancelled(VoteCancelled)
  indirect case decided(Decided)
  indirect case followedUp(FollowedUp)
  case noted(Noted)
  case privatelyNoted(PrivatelyNoted)
  case linked(Linked)
  case kindChanged(KindChanged)
  indirect case sheetFilled(SheetFilled)
  indirect case impactNoted(ImpactNoted)
  case gapFound(GapFound)
  indirect case committed(Committed)
  indirect case resultGiven(ResultGiven)
  indirect case goalCarried(GoalCarried)
  indirect case metricRead(MetricRead)
  case questionNamed(QuestionNamed)
  case questionAnswered(QuestionAnswered)
  indirect case questionPostponed(QuestionPostponed)
  indirect case assumed(Assumed)
  indirect case alternativeGiven(AlternativeGiven)
  indirect case killCriterionSet(KillCriterionSet)
  case chosen(Chosen)
  case reasonGiven(ReasonGiven)
  indirect case clustered(Clustered)
  indirect case mitigated(Mitigated)
  case borne(Borne)
  case answerKept(AnswerKept)
  case acknowledged(Acknowledged)
  case acknowledgementsVoided(AcknowledgementsVoided)
  case answered(Answered)
  case closed(Closed)
  indirect case commented(Commented)
  case replied(Replied)
  case finalised(Finalised)
  case undone(Undone)
  case redone(Redone)

  /// The names by which events stand in journals. They are frozen: what a version has written every later one reads.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case opened
    case stepEntered = "step-entered"
    case paused
    case resumed
    case extended
    case rebalanced
    case arrived
    case left
    case heard
    case dotGiven = "dot-given"
    case dotCleared = "dot-cleared"
    case conditionSet = "condition-set"
    case goalReopened = "goal-reopened"
    case goalAdjusted = "goal-adjusted"
    case goalSettled = "goal-settled"
    case goalProposed = "goal-proposed"
    case metricAdded = "metric-added"
    case tradedOff = "traded-off"
    case tradeOffAccepted = "trade-off-accepted"
    case tradeOffVoided = "trade-off-voided"
    case goalReturned = "goal-returned"
    case ordered
    case requested
    case parked
    case assigned
    case served
    case withdrawn
    case featureDisplaced = "feature-displaced"
    case conflictOpened = "conflict-opened"
    case argued
    case conflictEnded = "conflict-ended"
    case consented
    case voteOpened = "vote-opened"
    case ballotCast = "ballot-cast"
    case voteRevealed = "vote-revealed"
    case voteCancelled = "vote-cancelled"
    case decided
    case followedUp = "followed-up"
    case noted
    case privatelyNoted = "privately-noted"
    case linked
    case kindChanged = "kind-changed"
    case sheetFilled = "sheet-filled"
    case impactNoted = "impact-noted"
    case gapFound = "gap-found"
    case committed
    case resultGiven = "result-given"
    case goalCarried = "goal-carried"
    case metricRead = "metric-read"
    case questionNamed = "question-named"
    case questionAnswered = "question-answered"
    case questionPostponed = "question-postponed"
    case assumed
    case alternativeGiven = "alternative-given"
    case killCriterionSet = "kill-criterion-set"
    case chosen
    case reasonGiven = "reason-given"
    case clustered
    case mitigated
    case borne
    case answerKept = "answer-kept"
    case acknowledged
    case acknowledgementsVoided = "acknowledgements-voided"
    case answered
    case closed
    case commented
    case replied
    case finalised
    case undone
    case redone
  }

  /// What happened, as a value of its own type.
  package var payload: any EventPayload {
    switch self {
    case .opened(let payload): payload
    case .stepEntered(let payload): payload
    case .paused(let payload): payload
    case .resumed(let payload): payload
    case .extended(let payload): payload
    case .rebalanced(let payload): payload
    case .arrived(let payload): payload
    case .left(let payload): payload
    case .heard(let payload): payload
    case .dotGiven(let payload): payload
    case .dotCleared(let payload): payload
    case .conditionSet(let payload): payload
    case .goalReopened(let payload): payload
    case .goalAdjusted(let payload): payload
    case .goalSettled(let payload): payload
    case .goalProposed(let payload): payload
    case .metricAdded(let payload): payload
    case .tradedOff(let payload): payload
    case .tradeOffAccepted(let payload): payload
    case .tradeOffVoided(let payload): payload
    case .goalReturned(let payload): payload
    case .ordered(let payload): payload
    case .requested(let payload): payload
    case .parked(let payload): payload
    case .assigned(let payload): payload
    case .served(let payload): payload
    case .withdrawn(let payload): payload
    case .featureDisplaced(let payload): payload
    case .conflictOpened(let payload): payload
    case .argued(let payload): payload
    case .conflictEnded(let payload): payload
    case .consented(let payload): payload
    case .voteOpened(let payload): payload
    case .ballotCast(let payload): payload
    case .voteRevealed(let payload): payload
    case .voteCancelled(let payload): payload
    case .decided(let payload): payload
    case .followedUp(let payload): payload
    case .noted(let payload): payload
    case .privatelyNoted(let payload): payload
    case .linked(let payload): payload
    case .kindChanged(let payload): payload
    case .sheetFilled(let payload): payload
    case .impactNoted(let payload): payload
    case .gapFound(let payload): payload
    case .committed(let payload): payload
    case .resultGiven(let payload): payload
    case .goalCarried(let payload): payload
    case .metricRead(let payload): payload
    case .questionNamed(let payload): payload
    case .questionAnswered(let payload): payload
    case .questionPostponed(let payload): payload
    case .assumed(let payload): payload
    case .alternativeGiven(let payload): payload
    case .killCriterionSet(let payload): payload
    case .chosen(let payload): payload
    case .reasonGiven(let payload): payload
    case .clustered(let payload): payload
    case .mitigated(let payload): payload
    case .borne(let payload): payload
    case .answerKept(let payload): payload
    case .acknowledged(let payload): payload
    case .acknowledgementsVoided(let payload): payload
    case .answered(let payload): payload
    case .closed(let payload): payload
    case .commented(let payload): payload
    case .replied(let payload): payload
    case .finalised(let payload): payload
    case .undone(let payload): payload
    case .redone(let payload): payload
    }
  }
}

extension Event.Name {
  /// The type of the events with this name.
  package var payload: any EventPayload.Type {
    switch self {
    case .opened: Opened.self
    case .stepEntered: StepEntered.self
    case .paused: Paused.self
    case .resumed: Resumed.self
    case .extended: Extended.self
    case .rebalanced: Rebalanced.self
    case .arrived: Arrived.self
    case .left: Left.self
    case .heard: Heard.self
    case .dotGiven: DotGiven.self
    case .dotCleared: DotCleared.self
    case .conditionSet: ConditionSet.self
    case .goalReopened: GoalReopened.self
    case .goalAdjusted: GoalAdjusted.self
    case .goalSettled: GoalSettled.self
    case .goalProposed: GoalProposed.self
    case .metricAdded: MetricAdded.self
    case .tradedOff: TradedOff.self
    case .tradeOffAccepted: TradeOffAccepted.self
    case .tradeOffVoided: TradeOffVoided.self
    case .goalReturned: GoalReturned.self
    case .ordered: Ordered.self
    case .requested: Requested.self
    case .parked: Parked.self
    case .assigned: Assigned.self
    case .served: Served.self
    case .withdrawn: Withdrawn.self
    case .featureDisplaced: FeatureDisplaced.self
    case .conflictOpened: ConflictOpened.self
    case .argued: Argued.self
    case .conflictEnded: ConflictEnded.self
    case .consented: Consented.self
    case .voteOpened: VoteOpened.self
    case .ballotCast: BallotCast.self
    case .voteRevealed: VoteRevealed.self
    case .voteCancelled: VoteCancelled.self
    case .decided: Decided.self
    case .followedUp: FollowedUp.self
    case .noted: Noted.self
    case .privatelyNoted: PrivatelyNoted.self
    case .linked: Linked.self
    case .kindChanged: KindChanged.self
    case .sheetFilled: SheetFilled.self
    case .impactNoted: ImpactNoted.self
    case .gapFound: GapFound.self
    case .committed: Committed.self
    case .resultGiven: ResultGiven.self
    case .goalCarried: GoalCarried.self
    case .metricRead: MetricRead.self
    case .questionNamed: QuestionNamed.self
    case .questionAnswered: QuestionAnswered.self
    case .questionPostponed: QuestionPostponed.self
    case .assumed: Assumed.self
    case .alternativeGiven: AlternativeGiven.self
    case .killCriterionSet: KillCriterionSet.self
    case .chosen: Chosen.self
    case .reasonGiven: ReasonGiven.self
    case .clustered: Clustered.self
    case .mitigated: Mitigated.self
    case .borne: Borne.self
    case .answerKept: AnswerKept.self
    case .acknowledged: Acknowledged.self
    case .acknowledgementsVoided: AcknowledgementsVoided.self
    case .answered: Answered.self
    case .closed: Closed.self
    case .commented: Commented.self
    case .replied: Replied.self
    case .finalised: Finalised.self
    case .undone: Undone.self
    case .redone: Redone.self
    }
  }
}

extension Event.Name: Coded {}

extension Event: Coded {
  /// The event as the journal holds it, its name first.
  package var json: JSON {
    let payload = payload
    return .object([JSON.Member("event", payload.name.json)] + payload.members)
  }

  /// Throws for an event that this version does not know.
  package init(coded: Fields) throws(CodingFault) {
    let text = try coded.text("event")
    guard let name = Name(rawValue: text) else { throw CodingFault(member: "event \(text)") }
    self = try name.payload.read(coded)
  }

  /// Reads what ``json`` gives; throws for an event that this version does not know.
  package init(json: JSON) throws(CodingFault) { self = try Fields.read(json, Event.init(coded:)) }
}
