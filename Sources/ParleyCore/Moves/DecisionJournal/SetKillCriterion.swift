/// When to stop what was decided: a metric, a threshold, a day, and what is done then (M42).
public struct KillCriterion: Hashable, Sendable {
  public var id: KillCriterionID
  public var metric: String
  public var threshold: String
  public var by: CalendarDate
  public var action: String
  public var owner: StakeholderID?

  public init(
    id: KillCriterionID, metric: String, threshold: String, by: CalendarDate, action: String,
    owner: StakeholderID? = nil
  ) {
    self.id = id
    self.metric = metric
    self.threshold = threshold
    self.by = by
    self.action = action
    self.owner = owner
  }
}

extension KillCriterion: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("metric", \.metric), Member("threshold", \.threshold), Member("by", \.by),
    Member("action", \.action), Member("owner", \.owner))
}

/// `kill-criterion "ACTION" metric= threshold= by=`: when to stop, and what is done then (M42).
public struct SetKillCriterion: Verb {
  public var action: String
  public var metric: String
  public var threshold: String
  public var by: Due
  public var owner: StakeholderID?

  public static let syntax = Syntax<Self>(
    .killCriterion, "when to stop, and what is done then",
    rule: "M42",
    example: "kill-criterion \"Stop the rollout\" metric=Activation threshold=\"below 30 %\" by=+60d owner=ceo",
    Self.init, .place("ACTION", .text, \.action), .key("metric", .text, \.metric),
    .key("threshold", .text, \.threshold), .key("by", .date, \.by, label: "By when"), .option("owner", .who, \.owner))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkDecisionJournal(name)
    let criterion = KillCriterion(
      id: session.given.next(.killCriterion), metric: metric, threshold: threshold, by: by.date(at: occasion.at),
      action: action, owner: owner)
    return [KillCriterionSet(criterion: criterion).event]
  }
}

/// It is written down when to stop.
public struct KillCriterionSet: OpenEventPayload {
  public var criterion: KillCriterion

  public init(criterion: KillCriterion) { self.criterion = criterion }

  package static let name = Event.Name.killCriterionSet
  package static let codec = Codec(Self.init, Member("criterion", \.criterion))
  package var event: Event { .killCriterionSet(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.killCriteria.append(criterion) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(criterion.id): \(criterion.action) when \(criterion.metric) is \(criterion.threshold) by \(criterion.by)"
  }
  package var givenID: GivenID? { GivenID(.killCriterion, criterion.id) }
}
