/// A session at one moment: the fold of its events. Only ``Session/append(_:anew:)`` changes it.
public struct State: Hashable, Sendable {
  /// The readable name of the session: `q3-alignment-2027-06-28`.
  public var id: String
  /// What it began with. What has changed since stands in the members below.
  public var plan: Plan
  public var kind: SessionKind
  public var opened: Instant
  /// When the lobby was left.
  public var started: Instant?
  public var ended: Instant?
  /// Why it was closed before the read-back was acknowledged.
  public var closedEarly: String?
  public var isFinal = false

  public var step: Step = .lobby
  public var visit: Visit
  /// Times of the steps entered so far, in the order of their first visit; the lobby is not among them.
  public var times: [StepTime] = []
  /// What steps were given in place of their plan's time when what was left was spread over them.
  public var replanned: [PlannedStep] = []
  /// The end that was agreed on with that, against which the session is measured from then on.
  public var agreedEnd: Instant?

  /// Every goal, in the order in which they come to the table.
  public var goals: [GoalState]
  /// Every goal, most important first.
  public var order: [GoalID]
  public var attendance: [StakeholderID: Attendance]
  public var parkingLot: [ParkedItem]
  public var tradeOffs: [TradeOff] = []
  public var decisions: [Decision] = []
  public var followUps: [FollowUp] = []
  public var notes: [Note] = []
  public var links: [Link] = []
  /// The lines of the playbooks that were filled in (M40).
  public var sheets: [Sheet] = []
  public var impacts: [Impact] = []
  public var gaps: [Gap] = []
  public var commitments: [Commitment] = []
  /// What sessions of some kinds find out: results, the answer to a question, assumptions, risks.
  public var findings = Findings()
  public var kindChanges: [KindChange] = []
  public var conflicts: [Conflict] = []
  public var votes: [Vote] = []
  /// Whether the last of ``votes`` still takes ballots.
  public var voteIsOpen = false
  /// Votes that ended without a result.
  public var cancelledVotes: [Vote] = []
  public var acknowledgements: [StakeholderID: Acknowledgement] = [:]
  public var comments: [Comment] = []
  /// Who has spoken in this step.
  public var heard: Set<StakeholderID> = []

  /// The state of a session that has just been opened from a plan.
  public init(id: String, plan: Plan, at: Instant) {
    self.id = id
    self.plan = plan
    kind = plan.kind
    opened = at
    visit = Visit(since: at)
    goals = plan.goalsAtOpening
    order = goals.map(\.id)
    findings = Findings(plan.homework)
    links = plan.links
    attendance = Dictionary(
      plan.stakeholders.map { ($0.id, Attendance(isPresent: !$0.absent)) }, uniquingKeysWith: { first, _ in first })
    parkingLot = plan.parkingLot.enumerated().map { index, idea in
      ParkedItem(
        id: ItemID("P\(index + 1)"), text: idea.text, by: idea.by, kind: idea.kind, goal: idea.goal,
        owner: idea.owner, due: idea.due, ref: idea.ref, url: idea.url)
    }
  }
}

// Of a state as a snapshot has it: one line a member, which writes and reads it.
extension State: CodedObject {
  package static let codec = Codec(
    Self.init(id:plan:at:), Member("id", \.id), Member("plan", \.plan), Member("opened", \.opened)
  ).with([
    CodedField("kind", \.kind), CodedField("started", \.started), CodedField("ended", \.ended),
    CodedField("closedEarly", \.closedEarly), CodedField("final", \.isFinal), CodedField("step", \.step),
    CodedField("visit", \.visit), CodedField("times", \.times), CodedField("goals", \.goals),
    CodedField("order", \.order), CodedField("attendance", \.attendance), CodedField("parkingLot", \.parkingLot),
    CodedField("tradeOffs", \.tradeOffs), CodedField("decisions", \.decisions), CodedField("followUps", \.followUps),
    CodedField("notes", \.notes), CodedField("links", \.links), CodedField("sheets", \.sheets),
    CodedField("impacts", \.impacts),
    CodedField("gaps", \.gaps), CodedField("findings", \.findings), CodedField("kindChanges", \.kindChanges),
    CodedField("conflicts", \.conflicts), CodedField("votes", \.votes), CodedField("voteIsOpen", \.voteIsOpen),
    CodedField("cancelledVotes", \.cancelledVotes), CodedField("acknowledgements", \.acknowledgements),
    CodedField("comments", \.comments), CodedField("heard", \.heard),
    CodedField("replanned", \.replanned), CodedField("agreedEnd", \.agreedEnd),
    CodedField("commitments", \.commitments),
  ])
}

// What is asked of a state everywhere.
extension State {
  /// A proposal until it is closed, then open for comment, then final.
  public var status: Status {
    if isFinal { .final } else if ended != nil { .openForComment } else { .proposal }
  }

  /// The session's standing as the record names it (M23, M31).
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case proposal
    case openForComment = "open-for-comment"
    case final
  }

  /// The goal with this id; nil when there is none.
  public func goal(_ id: GoalID) -> GoalState? { goals.first { $0.id == id } }
  /// The stakeholder with this id; nil when there is none.
  public func stakeholder(_ id: StakeholderID) -> Stakeholder? { plan.stakeholders.first { $0.id == id } }
  /// The timeframe with this id; nil when there is none.
  public func timeframe(_ id: TimeframeID) -> Timeframe? { plan.timeframes.first { $0.id == id } }
  /// The parked item with this id; nil when there is none.
  public func item(_ id: ItemID) -> ParkedItem? { parkingLot.first { $0.id == id } }

  /// Whether someone is in the room now (M25).
  public func isPresent(_ who: StakeholderID) -> Bool { attendance[who]?.isPresent ?? false }

  /// The goal that this step is about.
  public var goalOnTable: GoalState? { step.goal.flatMap(goal) }

  /// The conflict that is going on.
  public var openConflict: Conflict? { conflicts.last.flatMap { $0.ending == nil ? $0 : nil } }

  /// The vote that takes ballots.
  public var openVote: Vote? { voteIsOpen ? votes.last : nil }

  /// Whose ballots the vote counts on: everyone in the room, and whoever voted and has left since.
  public var electorate: [StakeholderID] {
    let voted = openVote?.turnout ?? []
    return plan.stakeholders.map(\.id).filter { isPresent($0) || voted.contains($0) }
  }

  /// Who is in the room and has given no dot on the goal, in the order to ask them (M13).
  public func silent(on goal: GoalState) -> [StakeholderID] {
    plan.askOrder.filter { isPresent($0) && goal.dots[$0] == nil }
  }

  /// Confirmed and adjusted goals, most important first.
  public var priorities: [GoalState] { order.compactMap(goal).filter(\.isAgreed) }

  /// The minutes of the steps that a session of this kind has.
  public var boxes: Timeboxes { plan.timeboxes.fitting(kind) }

  /// Every step of the session in its order (M10), those that need settled goals as far as goals are settled.
  public var agenda: [Step] {
    let boxes = boxes
    var steps: [Step] = [.lobby]
    if boxes.review > 0, kind != .featuresOnly || plan.before != nil { steps.append(.review) }
    if plan.boundary != nil, boxes.boundary > 0 { steps.append(.boundary) }
    if plan.context != nil, boxes.context > 0 { steps.append(.context) }
    if plan.vote.step, boxes.vote > 0 { steps.append(.vote) }
    if boxes.goal > 0 { steps += goals.map { .goal($0.id) } }
    if boxes.priorities > 0 { steps.append(.priorities) }
    if boxes.features > 0 { steps += priorities.map { .features($0.id) } }
    steps += kind.parts.filter { boxes.minutes(of: $0) > 0 }.map(Step.part)
    if boxes.readBack > 0 { steps.append(.readBack) }
    return steps
  }

  /// The minutes that the plan gives to a step; 0 for those without a timebox.
  public func timebox(of step: Step) -> Int {
    let boxes = plan.timeboxes
    return switch step {
    case .lobby, .closed: 0
    case .review: boxes.review
    case .boundary: boxes.boundary
    case .context: boxes.context
    case .vote: boxes.vote
    case .goal: boxes.goal
    case .priorities: boxes.priorities
    case .features: boxes.features
    case .part(let part): boxes.minutes(of: part)
    case .readBack: boxes.readBack
    }
  }

  /// The seconds that a step has which was not entered yet: what it was given during the session, else the plan's.
  public func plannedSeconds(of step: Step) -> Int {
    replanned.first { $0.step == step }?.seconds ?? timebox(of: step) * 60
  }

  /// Whether the step has been entered.
  public func isVisited(_ step: Step) -> Bool { step == .lobby || times.contains { $0.step == step } }

  /// The goals that take up room in a timeframe.
  public func occupants(of timeframe: TimeframeID) -> [GoalState] {
    goals.filter { $0.goal.timeframe == timeframe && $0.takesRoom }
  }
}
