/// The plan of a session: everything that everyone may see.
///
/// The facilitator's private notes are in ``StakeholderMap``, a value of its own, so that they cannot slip into an
/// event, a file or a message as a member of something else.
public struct Plan: Hashable, Sendable {
  public var title: String
  public var kind: SessionKind
  /// When the session should begin, in local time; nil when the plan does not say.
  public var starts: Instant?
  /// The time zone of ``starts`` and of the session's own times, by its IANA name; nil where nobody said it.
  public var zone: String?
  /// The language of its documents, by the name of a wording; nil where the plan does not say.
  public var language: String?
  /// How long the session should take, 1 to 1440.
  public var minutes: Int
  public var remote: Bool
  public var facilitator: String?
  public var noteTaker: String?
  public var context: Context?
  public var boundary: Boundary?
  public var timeframes: [Timeframe]
  public var stakeholders: [Stakeholder] { didSet { names = stakeholders.namesApart } }
  /// What each of them is called. Every frame asks this for every name that it draws.
  private(set) var names: [StakeholderID: String]
  public var goals: [Goal]
  public var parkingLot: [ParkedIdea]
  public var timeboxes: Timeboxes
  public var vote: VoteRules
  /// The facilitator's own words for a card, by the card's name (`redirect`, `silent`, …).
  public var phrases: [String: String]
  /// The session that this one continues.
  public var previous: String?
  /// The results of that session when this one was opened; nil when there is none.
  public var before: LastSession?
  /// The extra preparation for sessions of some kinds.
  public var homework = Homework()
  /// Everyone, in the order to ask for dots: least influence first (M13). This order is the only public part of the
  /// private map.
  public var askOrder: [StakeholderID]
  /// What of the map every seat may see besides that order, each once; nothing, where the plan does not say (M1).
  public var shows: [MapFact] = []
  /// The measure that all goals serve.
  public var northStar: Metric?
  /// What no goal may cross, whatever it gains.
  public var redLines: [String] = []
  /// Where the roadmap, the recording and the dashboards are; the session may add more.
  public var links: [Link] = []
  /// The people who get the record besides those who were asked; they may comment, and have no dot.
  public var inform: [Recipient] = []
  /// The mailboxes of those who lead.
  public var mailboxes = Mailboxes()
  /// How often its goals are looked at until the period ends (M36).
  public var checkIns = CheckInRhythm.once
  /// The mark of a rehearsal; nil for a live session.
  public var rehearsal: RehearsalMark?

  public init(
    title: String, kind: SessionKind = .alignment, starts: Instant? = nil, minutes: Int = 90, remote: Bool = false,
    facilitator: String? = nil, noteTaker: String? = nil, context: Context? = nil, boundary: Boundary? = nil,
    timeframes: [Timeframe], stakeholders: [Stakeholder], goals: [Goal], parkingLot: [ParkedIdea] = [],
    timeboxes: Timeboxes = Timeboxes(), vote: VoteRules = VoteRules(), phrases: [String: String] = [:],
    previous: String? = nil, askOrder: [StakeholderID]? = nil
  ) {
    self.title = title
    self.kind = kind
    self.starts = starts
    self.minutes = minutes
    self.remote = remote
    self.facilitator = facilitator
    self.noteTaker = noteTaker
    self.context = context
    self.boundary = boundary
    self.timeframes = timeframes
    self.stakeholders = stakeholders
    names = stakeholders.namesApart
    self.goals = goals
    self.parkingLot = parkingLot
    self.timeboxes = timeboxes
    self.vote = vote
    self.phrases = phrases
    self.previous = previous
    self.askOrder = askOrder ?? stakeholders.map(\.id)
  }
}

/// How often goals are looked at between the session that sets them and the review (M36).
public enum CheckInRhythm: String, Hashable, Sendable, CaseIterable { case once, monthly }

/// Someone who gets the record and has no dot.
public struct Recipient: Hashable, Sendable {
  /// Nil where the plan gives none.
  public var id: StakeholderID?
  public var name: String
  public var email: String?

  public init(id: StakeholderID? = nil, name: String, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
  }
}

/// The addresses of those who lead a session.
public struct Mailboxes: Hashable, Sendable {
  public var facilitator: String?
  public var noteTaker: String?
  /// The alias that documents come from, in place of the facilitator's own address.
  public var sendFrom: String?

  public init(facilitator: String? = nil, noteTaker: String? = nil, sendFrom: String? = nil) {
    self.facilitator = facilitator
    self.noteTaker = noteTaker
    self.sendFrom = sendFrom
  }
}

/// The kinds of session of `method.md`.
public enum SessionKind: String, Hashable, Sendable, CaseIterable {
  case alignment, review
  case checkIn = "check-in"
  case goalsOnly = "goals-only"
  case featuresOnly = "features-only"
  case decisionJournal = "decision-journal"
  case preMortem = "pre-mortem"
  case oneOnOne = "one-on-one"

  /// The length in minutes that the method gives to a session of this kind.
  public var usualMinutes: ClosedRange<Int> {
    switch self {
    case .alignment: 60...90
    case .review: 90...90
    case .checkIn: 30...30
    case .goalsOnly, .featuresOnly: 45...60
    case .decisionJournal: 120...120
    case .preMortem: 45...45
    case .oneOnOne: 10...10
    }
  }
}

/// The context, which comes before any goal is on screen (M11).
public struct Context: Hashable, Sendable {
  public var context: String?
  public var conflict: String?
  public var resolution: String?
  public var evidence: String?

  public init(context: String? = nil, conflict: String? = nil, resolution: String? = nil, evidence: String? = nil) {
    self.context = context
    self.conflict = conflict
    self.resolution = resolution
    self.evidence = evidence
  }
}

/// The boundary of today's talk: decided, open for input, or out of scope.
public struct Boundary: Hashable, Sendable {
  public var decided: [String]
  public var open: [String]
  public var outOfScope: [String]

  public init(decided: [String] = [], open: [String] = [], outOfScope: [String] = []) {
    self.decided = decided
    self.open = open
    self.outOfScope = outOfScope
  }
}

/// A column of the roadmap: a date range or a horizon.
public struct Timeframe: Hashable, Sendable {
  public var id: TimeframeID
  public var name: String
  public var from: CalendarDate?
  public var to: CalendarDate?
  /// How many goals it holds (M17); nil is never full.
  public var capacity: Int?

  public init(
    id: TimeframeID, name: String, from: CalendarDate? = nil, to: CalendarDate? = nil, capacity: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.from = from
    self.to = to
    self.capacity = capacity
  }
}

/// Someone whose agreement the session seeks, with everything that everyone may know of them.
public struct Stakeholder: Hashable, Sendable {
  public var id: StakeholderID
  public var name: String
  public var role: String?
  /// The metric they use, in their own words. It stands in the map, and here only where the plan shows it to everyone;
  /// in sessions of before always.
  public var metric: String?
  /// As ``metric``.
  public var authority: Authority?
  /// Whether they are absent at the start (M25).
  public var absent: Bool
  /// The address that they write from, by which an answer by mail is known as theirs.
  public var email: String?
  /// The time zone where they are, by its IANA name.
  public var zone: String?

  public init(
    id: StakeholderID, name: String, role: String? = nil, metric: String? = nil, authority: Authority? = nil,
    absent: Bool = false, email: String? = nil, zone: String? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.metric = metric
    self.authority = authority
    self.absent = absent
    self.email = email
    self.zone = zone
  }
}

/// Something in the stakeholder map that a plan may show to every seat.
public enum MapFact: String, Hashable, Sendable, CaseIterable { case authority, metric }

extension Plan {
  /// Someone's authority, where every seat may see it.
  public func shownAuthority(of person: Stakeholder) -> Authority? {
    shows.contains(.authority) ? person.authority : nil
  }

  /// The one person who decides, where that is one, and every seat may see it.
  public var shownDecider: StakeholderID? {
    let deciders = stakeholders.filter { shownAuthority(of: $0) == .decides }
    return deciders.count == 1 ? deciders[0].id : nil
  }

  /// The plan with nothing of the map in it that it does not show (M1).
  public var withoutMap: Plan {
    var seen = self
    for index in seen.stakeholders.indices {
      if !shows.contains(.authority) { seen.stakeholders[index].authority = nil }
      if !shows.contains(.metric) { seen.stakeholders[index].metric = nil }
    }
    return seen
  }
}

/// The power of a stakeholder's word over a decision.
public enum Authority: String, Hashable, Sendable, CaseIterable {
  case decides, veto, advises
}

/// A feature that serves a goal.
public struct Feature: Hashable, Sendable {
  public var id: FeatureID
  public var name: String
  /// Its key in the tool that it comes from, and where it stands there.
  public var ref: String?
  public var url: String?

  public init(id: FeatureID, name: String, ref: String? = nil, url: String? = nil) {
    self.id = id
    self.name = name
    self.ref = ref
    self.url = url
  }
}

/// An item that is in the parking lot before the session begins (M8).
public struct ParkedIdea: Hashable, Sendable {
  public var text: String
  public var by: StakeholderID?
  public var kind: ItemKind
  public var goal: GoalID?
  public var owner: StakeholderID?
  public var due: CalendarDate?
  /// Its key in the tool that it comes from, and where it stands there.
  public var ref: String?
  public var url: String?

  public init(
    text: String, by: StakeholderID? = nil, kind: ItemKind = .idea, goal: GoalID? = nil, owner: StakeholderID? = nil,
    due: CalendarDate? = nil, ref: String? = nil, url: String? = nil
  ) {
    self.text = text
    self.by = by
    self.kind = kind
    self.goal = goal
    self.owner = owner
    self.due = due
    self.ref = ref
    self.url = url
  }
}

/// The kind of a parked item.
public enum ItemKind: String, Hashable, Sendable, CaseIterable {
  case feature
  case followUp = "follow-up"
  case status, question, idea
}

/// The minutes for each step; 0 leaves the step out.
public struct Timeboxes: Hashable, Sendable {
  public var review: Int
  public var boundary: Int
  public var context: Int
  public var vote: Int
  public var goal: Int
  public var priorities: Int
  public var conflict: Int
  public var features: Int
  public var readBack: Int
  /// The minutes of steps that only some kinds of session have, if the plan says; see ``minutes(of:)``.
  public var parts: [Step.Part: Int] = [:]

  public init(
    review: Int = 20, boundary: Int = 3, context: Int = 6, vote: Int = 5, goal: Int = 10, priorities: Int = 10,
    conflict: Int = 10, features: Int = 4, readBack: Int = 10
  ) {
    self.review = review
    self.boundary = boundary
    self.context = context
    self.vote = vote
    self.goal = goal
    self.priorities = priorities
    self.conflict = conflict
    self.features = features
    self.readBack = readBack
  }

  /// The minutes of a step that only some kinds of session have.
  public func minutes(of part: Step.Part) -> Int { parts[part] ?? part.usualMinutes }

  /// Without the steps that a session of the kind does not have.
  public func fitting(_ kind: SessionKind) -> Timeboxes {
    var boxes = self
    switch kind {
    case .review: break
    case .alignment: boxes.review = 0
    case .goalsOnly: (boxes.review, boxes.features) = (0, 0)
    case .featuresOnly: (boxes.vote, boxes.goal, boxes.priorities) = (0, 0, 0)
    case .checkIn:
      (boxes.review, boxes.context) = (0, 0)
      (boxes.vote, boxes.goal, boxes.priorities, boxes.features) = (0, 0, 0, 0)
    case .decisionJournal, .preMortem:
      boxes.review = 0
      (boxes.vote, boxes.goal, boxes.priorities, boxes.features) = (0, 0, 0, 0)
    case .oneOnOne: boxes = boxes.partsAlone
    }
    return boxes
  }

  private var partsAlone: Timeboxes {
    var boxes = Timeboxes(
      review: 0, boundary: 0, context: 0, vote: 0, goal: 0, priorities: 0, conflict: conflict, features: 0,
      readBack: 0)
    boxes.parts = parts
    return boxes
  }
}

/// The rules of the silent vote (M19).
public struct VoteRules: Hashable, Sendable {
  /// The dots of each person; nil is half the goals, rounded up.
  public var dots: Int?
  /// The most dots that one person may give to one goal; nil is two.
  public var max: Int?
  /// Whether the vote is a step of its own.
  public var step: Bool
  /// The fewest people for whom a vote is opened, and the fewest ballots that are revealed; nil is three.
  public var fewest: Int?

  public init(dots: Int? = nil, max: Int? = nil, step: Bool = false, fewest: Int? = nil) {
    self.dots = dots
    self.max = max
    self.step = step
    self.fewest = fewest
  }

  /// Fewer ballots than these are not revealed: their sums would say who voted for what.
  public var fewestBallots: Int { fewest ?? 3 }
}
