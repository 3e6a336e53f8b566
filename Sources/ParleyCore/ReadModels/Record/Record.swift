/// The alignment record (M30): the agreements, the people behind them, and the price. It is derived from the journal
/// and nothing else, so the same journal gives the same record.
public struct Record: Hashable, Sendable {
  public var status: State.Status
  /// Why it was closed before the read-back was acknowledged; nil when it was not.
  public var closedEarly: String?
  public var id: String
  public var title: String
  public var kind: SessionKind
  /// When the session left the lobby.
  public var started: Instant?
  public var ended: Instant?
  /// When the comment window ends (M31), by the clock of ``commentZone``; nil before the session has ended.
  public var commentsUntil: Instant?
  /// The zone in which that is, which is not the session's where it was played; nil where none is known.
  public var commentZone: String?
  /// How often the goals are looked at before the period ends (M36).
  public var checkIns: CheckInRhythm
  /// When its last entry was made.
  public var asOf: Instant
  public var facilitator: String?
  public var noteTaker: String?
  /// The name of the time zone in which its times are; nil where none was kept.
  public var zone: String?
  /// The language that the plan asks for, by the name of a wording; nil where it does not say.
  public var language: String?
  /// The mailboxes that an answer reaches.
  public var mailboxes: Mailboxes
  /// The people who get the record and have no dot.
  public var inform: [Recipient]
  /// The measure that all goals serve, and what none may cross.
  public var northStar: Metric?
  public var redLines: [String]
  /// What was decided before, open for input, and out of scope; nil where the plan did not say.
  public var boundary: Boundary?

  public var attendance: [AttendanceRow] { didSet { names = attendance.namesApart } }
  /// What each of them is called.
  private(set) var names: [StakeholderID: String]
  public var timeframes: [Timeframe]
  /// Confirmed and adjusted goals in priority order, then the others in the order of the table.
  public var goals: [GoalRow]
  public var tradeOffs: [TradeOffRow]
  public var decisions: [Decision]
  public var parkingLot: [ParkedItem]
  /// Conflicts as they were opened, then deferred goals, then goals settled over a red dot.
  public var disagreements: [Disagreement]
  public var followUps: [FollowUp]
  /// The revealed votes.
  public var votes: [VoteRow]
  public var cancelledVotes: [CancelledVoteRow]
  /// One for every stakeholder.
  public var acknowledgements: [AcknowledgementRow]
  public var comments: [Comment]
  /// In the order of the first visit.
  public var pacing: [PaceRow]
  public var review: [ReviewRow]
  /// Goals of the last session without a known result; only a review looks for them.
  public var unreviewed: [UnreviewedRow]
  public var notes: [Note]
  public var links: [Link]
  /// The lines of the playbooks that were filled in (M40).
  public var sheets: [Sheet]
  public var impacts: [Impact]
  public var gaps: [Gap]
  public var commitments: [Commitment]
  public var kindChanges: [KindChange]
  /// The findings of sessions of some kinds.
  public var findings: Findings
  /// The session that this one continues; nil when there is none.
  public var previous: String?
  /// What came of it later, as far as it is known: it does not stand in the session's own journal.
  public var outcomes: [LaterOutcome] = []

  /// The record of a session as far as its entries go.
  public init(of session: Session) {
    self.init(of: session.state, until: session.entries.last?.at ?? session.state.opened)
  }

  /// The record of a state whose last entry was made at `instant`: the current step has lasted until then.
  public init(of state: State, until instant: Instant) {
    status = state.status
    closedEarly = state.closedEarly
    id = state.id
    title = state.plan.title
    kind = state.kind
    started = state.started
    ended = state.ended
    asOf = instant
    (commentsUntil, commentZone) = (state.ended?.endOfComments, state.plan.zone)
    checkIns = state.plan.checkIns
    facilitator = state.plan.facilitator
    noteTaker = state.plan.noteTaker
    (zone, language) = (state.plan.zone, state.plan.language)
    mailboxes = state.plan.mailboxes
    inform = state.plan.inform
    (northStar, redLines) = (state.plan.northStar, state.plan.redLines)
    boundary = state.plan.boundary
    attendance = state.attendanceRows
    names = attendance.namesApart
    timeframes = state.plan.timeframes
    goals = state.goalRows
    tradeOffs = state.tradeOffs.map { TradeOffRow($0, in: state) }
    decisions = state.decisions
    parkingLot = state.parkingLot
    disagreements = state.disagreements
    followUps = state.followUps
    votes = state.votes.compactMap { VoteRow($0, in: state) }
    cancelledVotes = state.cancelledVotes.map { CancelledVoteRow($0, in: state) }
    acknowledgements = state.plan.stakeholders.map { AcknowledgementRow($0.id, in: state) }
    comments = state.comments
    pacing = state.times.map { PaceRow($0, in: state, until: instant) }
    review = state.pastGoals.compactMap { ReviewRow($0) }
    unreviewed = state.kind == .review ? state.unreviewed.map { UnreviewedRow(goal: $0.id, name: $0.name) } : []
    (notes, links) = (state.notes, state.links)
    sheets = state.sheets
    (impacts, gaps, commitments) = (state.impacts, state.gaps, state.commitments)
    kindChanges = state.kindChanges
    findings = state.findings
    previous = state.plan.before.flatMap { $0.id.isEmpty ? nil : $0.id } ?? state.plan.previous
  }
}
