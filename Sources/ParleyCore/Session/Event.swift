/// What happened. A session is the list of its events; nothing else is kept.
///
/// Events carry outcomes, not rules: whether something may happen is decided before (``Session/decide(_:by:at:box:)``).
/// Their names on disk are frozen (`EventCoding.swift`).
public enum Event: Hashable, Sendable {
  // What is large stands apart: every event takes as much room as the largest that does not.
  indirect case opened(id: String, plan: Plan)
  case stepEntered(Step)
  case paused
  case resumed
  case extended(minutes: Int)
  case arrived(StakeholderID)
  case left(StakeholderID)

  case dotGiven(GoalID, StakeholderID, Dot)
  /// The person's objection and conditions on the goal go with the dot.
  case dotCleared(GoalID, StakeholderID)
  case conditionSet(GoalID, Condition)
  case goalReopened(GoalID)
  indirect case goalAdjusted(GoalID, Adjustment)
  /// With the people who were not in the room and had given no dot (M25).
  indirect case goalSettled(GoalID, Settlement, absentees: [StakeholderID])
  /// A goal found to be missing; it comes to the table after `after`, else last.
  indirect case goalProposed(Goal, after: GoalID?)
  indirect case metricAdded(GoalID, Metric)
  case tradedOff(TradeOff)
  /// Who accepts the trade-off with this number, counted from 1 (M46).
  case tradeOffAccepted(Int, by: [StakeholderID])
  /// Every goal, most important first.
  case ordered([GoalID])

  indirect case requested(ParkedItem)
  indirect case parked(ParkedItem)
  case assigned(ItemID, owner: StakeholderID, due: CalendarDate?)
  case served(ItemID, goal: GoalID)
  case withdrawn(ItemID)
  indirect case featureDisplaced(FeatureID, from: GoalID, to: ParkedItem)

  case conflictOpened(topic: String, between: [StakeholderID], goal: GoalID?)
  case argued(Conflict.Position)
  indirect case conflictEnded(Conflict.Ending)
  /// Who can live with how the last conflict was resolved (M46).
  case consented([StakeholderID])

  case voteOpened(dots: Int, max: Int)
  /// That someone has voted. For what is in no event (M19).
  case ballotCast(StakeholderID)
  case voteRevealed(tally: [GoalID: Int])
  case voteCancelled

  indirect case decided(Decision)
  case followedUp(FollowUp)
  case noted(String)
  case heard(StakeholderID)
  case kindChanged(SessionKind, because: String)
  indirect case sheetFilled(Sheet)
  indirect case impactNoted(Impact)
  case gapFound(Gap)
  /// What only sessions of some kinds find out.
  indirect case found(Finding)

  case acknowledged(StakeholderID, caveat: String?)
  case acknowledgementsVoided
  case answered(StakeholderID, String)
  case closed(early: String?)
  case commented(Comment)
  case replied(CommentID, String)
  case finalised

  /// The command with this number was taken back (M27); the journal keeps both.
  case undone(Int)
}
