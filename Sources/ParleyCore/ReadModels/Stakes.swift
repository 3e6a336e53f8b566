// Theory: the map has four ways to look at the same people (M1–M3, M44, M45): how much their word weighs against how
// much they have at stake, which claims they have, which message they got, and what is still missing. Influence is in
// the map. Stake comes from the plan, since nobody writes down how interested someone is: people who own a goal, are
// accountable or responsible for one, or have urgency, have a high stake.
/// The stakeholder map as a whole, for the facilitator alone: it is never shown on a shared screen.
public struct Stakes: Hashable, Sendable {
  public var people: [Person]

  /// One person, with the facts of the plan and the map together.
  public struct Person: Hashable, Sendable {
    public var stakeholder: Stakeholder
    public var entry: StakeholderMap.Entry
    public var authority: Authority?
    /// The metric they use, in their own words.
    public var metric: String?
    public var hasHighStake: Bool
    public var salience: SalienceClass
    /// Whether they have authority, but no day of a 1:1 (M2).
    public var isToBeMet: Bool
    /// Whether no goal speaks of their metric (M3).
    public var hasUnspokenMetric: Bool
    public var requests: [Request]
    public var roles: [Role]

    public var isInfluential: Bool { entry.influence == .high || entry.influence == .veryHigh }

    /// The approach to someone with this influence and this stake.
    public var approach: Approach {
      switch (isInfluential, hasHighStake) {
      case (true, true): .work
      case (true, false): .satisfy
      case (false, true): .inform
      case (false, false): .watch
      }
    }
  }

  /// The four fields of influence × stake.
  public enum Approach: String, Hashable, Sendable, CaseIterable { case work, satisfy, inform, watch }

  /// Something that someone has asked for, and its place in the plan (M8).
  public struct Request: Hashable, Sendable {
    public var text: String
    /// The goal that has it as a feature.
    public var goal: GoalID?
    public var isParked: Bool
  }

  /// Someone's part in a goal (M44).
  public struct Role: Hashable, Sendable {
    public var goal: GoalID
    public var isOwner: Bool
    /// `A`, `R`, `C`, `I`, in this order.
    public var letters: [String]
  }

  /// M45.
  public enum SalienceClass: String, Hashable, Sendable, CaseIterable {
    case definitive, dominant, dangerous, dependent, dormant, discretionary, demanding
    case none

    public init(_ claims: [StakeholderMap.Salience]) {
      let claims = Set(claims)
      self =
        switch (claims.contains(.power), claims.contains(.legitimacy), claims.contains(.urgency)) {
        case (true, true, true): .definitive
        case (true, true, false): .dominant
        case (true, false, true): .dangerous
        case (false, true, true): .dependent
        case (true, false, false): .dormant
        case (false, true, false): .discretionary
        case (false, false, true): .demanding
        case (false, false, false): .none
        }
    }
  }

  public init(_ plan: Plan, _ map: StakeholderMap) {
    people = plan.stakeholders.map { Person($0, map, in: plan) }
  }
}

extension Stakes.Person {
  fileprivate init(_ stakeholder: Stakeholder, _ map: StakeholderMap, in plan: Plan) {
    self.stakeholder = stakeholder
    entry = map.entries[stakeholder.id] ?? StakeholderMap.Entry()
    (authority, metric) = (map.authority(of: stakeholder), map.metric(of: stakeholder))
    salience = Stakes.SalienceClass(entry.salience)
    roles = plan.goals.compactMap { Stakes.Role(of: stakeholder.id, in: $0) }
    hasHighStake =
      entry.salience.contains(.urgency)
      || roles.contains { $0.isOwner || $0.letters.contains("A") || $0.letters.contains("R") }
    isToBeMet = entry.met == nil && authority != nil && authority != .advises
    hasUnspokenMetric = metric.map { metric in !plan.goals.contains(where: MetricWords(metric).appear) } ?? false
    requests = entry.requests.map { Stakes.Request($0.text, in: plan) }
  }
}

extension Stakes.Role {
  fileprivate init?(of who: StakeholderID, in goal: Goal) {
    self.goal = goal.id
    isOwner = goal.owner == who
    let raci = goal.raci
    letters = [
      raci?.accountable == who ? "A" : nil, raci?.responsible.contains(who) == true ? "R" : nil,
      raci?.consulted.contains(who) == true ? "C" : nil, raci?.informed.contains(who) == true ? "I" : nil,
    ].compactMap(\.self)
    if letters.isEmpty, !isOwner { return nil }
  }
}

extension Stakes.Request {
  fileprivate init(_ text: String, in plan: Plan) {
    self.text = text
    goal = plan.goals.first { $0.features.contains { isSame($0.name, text) } }?.id
    isParked = plan.parkingLot.contains { isSame($0.text, text) }
  }
}

private func isSame(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }
