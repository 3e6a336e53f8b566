/// A disagreement that has a timebox of its own (M18).
public struct Conflict: Hashable, Sendable {
  public var topic: String
  public var goal: GoalID?
  public var between: [StakeholderID]
  /// Where the session was when it was opened.
  public var step = Step.lobby
  /// Since when it goes on, and for how long its countdown has stood still with that of the session.
  public var visit: Visit
  /// Seconds, extensions included; 0 without a timebox.
  public var planned: Int
  public var positions: [Position]
  /// Nil while it is open.
  public var ending: Ending?
  /// Who has been asked and has answered since it was resolved: by consent, or by any dot on its goal (M46).
  public var consents: Set<StakeholderID> = []

  public init(topic: String, goal: GoalID?, between: [StakeholderID], opened: Instant, planned: Int) {
    self.topic = topic
    self.goal = goal
    self.between = between
    visit = Visit(since: opened)
    self.planned = planned
    positions = []
  }

  public var opened: Instant { visit.since }

  /// One argument, and the interest beneath it.
  public struct Position: Hashable, Sendable {
    public var who: StakeholderID
    public var text: String
    public var interest: String?

    public init(who: StakeholderID, text: String, interest: String? = nil) {
      self.who = who
      self.text = text
      self.interest = interest
    }
  }

  /// The four ways out of a conflict (M18).
  public enum Ending: Hashable, Sendable {
    case resolved(decision: String, because: String)
    case experiment(what: String, metric: String, until: CalendarDate, owner: StakeholderID)
    case escalated(Process)
    case postponed(Process)
  }
}

extension Conflict {
  /// What someone has said in it, in order.
  public func words(of who: StakeholderID) -> [Position] { positions.filter { $0.who == who } }

  /// What someone has said to be beneath their position.
  public func interests(of who: StakeholderID) -> [String] { words(of: who).compactMap(\.interest) }

  /// Who of the two speaks next: they take turns.
  public var nextToSpeak: StakeholderID? {
    let last = positions.last { between.contains($0.who) }?.who
    return between.first { $0 != last && (last != nil || words(of: $0).isEmpty) } ?? between.first
  }
}
