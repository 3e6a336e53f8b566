/// The facilitator's private notes (M1), by stakeholder.
///
/// It is never part of a ``Plan``, a ``State``, an ``Event`` or a record.
public struct StakeholderMap: Hashable, Sendable {
  public var entries: [StakeholderID: Entry]
  /// The facilitator's own notes of the session, the oldest first.
  public var notes: [PrivateNote] = []

  public init(entries: [StakeholderID: Entry] = [:]) { self.entries = entries }

  /// Whether nothing private was written down.
  public var isEmpty: Bool { entries.isEmpty && notes.isEmpty }

  /// One person's page in the map.
  public struct Entry: Hashable, Sendable {
    public var influence: Influence?
    public var interest: String?
    public var alignment: Alignment?
    public var objections: [Objection]
    public var requests: [Wish]
    public var salience: [Salience]
    public var message: String?
    public var survey: Survey?
    /// The day of the 1:1 (M2).
    public var met: CalendarDate?
    /// The answers from 1:1s, the oldest first (M9).
    public var answers: [PrivateAnswer] = []
    public var authority: Authority?
    /// The metric they use, in their own words (M3).
    public var metric: String?
    /// The goals that they put first before the session, in their order (M4).
    public var priorities: [GoalID] = []
    /// Whose lead they follow.
    public var follows: StakeholderID?

    public init(
      influence: Influence? = nil, interest: String? = nil, alignment: Alignment? = nil, objections: [Objection] = [],
      requests: [Wish] = [], salience: [Salience] = [], message: String? = nil, survey: Survey? = nil,
      met: CalendarDate? = nil, authority: Authority? = nil, metric: String? = nil, follows: StakeholderID? = nil
    ) {
      self.influence = influence
      self.interest = interest
      self.alignment = alignment
      self.objections = objections
      self.requests = requests
      self.salience = salience
      self.message = message
      self.survey = survey
      self.met = met
      self.authority = authority
      self.metric = metric
      self.follows = follows
    }
  }

  /// Someone's authority: as the map has it; sessions of before have it in their plan.
  public func authority(of person: Stakeholder) -> Authority? { entries[person.id]?.authority ?? person.authority }

  /// Someone's metric, as ``authority(of:)``.
  public func metric(of person: Stakeholder) -> String? { entries[person.id]?.metric ?? person.metric }

  /// How much someone's word weighs.
  public enum Influence: String, Hashable, Sendable, CaseIterable {
    case low, medium, high
    case veryHigh = "very-high"

    fileprivate var rank: Int {
      switch self {
      case .low: 0
      case .medium: 1
      case .high: 2
      case .veryHigh: 3
      }
    }
  }

  /// Someone's position before the session.
  public enum Alignment: String, Hashable, Sendable, CaseIterable { case aligned, neutral, misaligned }

  /// M45.
  public enum Salience: String, Hashable, Sendable, CaseIterable { case power, legitimacy, urgency }

  /// Someone's answers before the session (M1).
  public struct Survey: Hashable, Sendable {
    public var outcome: String?
    public var worry: String?
    public var nonNegotiable: String?

    public init(outcome: String? = nil, worry: String? = nil, nonNegotiable: String? = nil) {
      self.outcome = outcome
      self.worry = worry
      self.nonNegotiable = nonNegotiable
    }
  }

  /// The people in the order to ask them: least influence first, so that the senior voice does not anchor (M13). People
  /// of equal influence keep the plan's order; someone without an entry counts as medium.
  public func askOrder(of people: [Stakeholder]) -> [StakeholderID] {
    let ranked = people.enumerated().map { index, person in
      (rank: (entries[person.id]?.influence ?? .medium).rank, index: index, id: person.id)
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.id)
  }
}
