/// Something that is still to be done after a session, and its day (M30–M37). It is derived from the record and nothing
/// else; the ledger knows whether it has been done.
public struct Owed: Hashable, Sendable {
  /// Names it within its session, and stays the same once the session is closed: `record`, `F1`, `P3`.
  public var key: String
  public var kind: ObligationKind
  /// In people's words: the follow-up, the topic, the item. Empty for things that follow every session.
  public var what: String
  /// Who does it; nobody in particular when empty.
  public var who: [StakeholderID]
  /// The last moment; nil when no day was named.
  public var due: Due?

  /// The kind of thing that is owed.
  public enum ObligationKind: String, Hashable, Sendable, CaseIterable {
    /// The record goes out, within 24 hours (M30).
    case record
    /// The comment window ends, 48 hours after the session (M31).
    case window
    /// A follow-up. A missing fact that someone has to find out is one too (M32, M49).
    case followUp = "follow-up"
    /// A conflict, a deferred goal or a dissent is decided, an experiment ends (M18, M32).
    case disagreement
    case parked
    case condition
    /// What someone puts in is there by its day, or by the end of its goal's timeframe (M24).
    case commitment
    /// A decision stands until that day (M34).
    case decision
    /// A pathfinder or an evidence gate comes to its end, with its stopping rule (M40, M42).
    case evidence
    /// The day on which it shows whether to stop (M42).
    case killCriterion = "kill-criterion"
    /// The recall poll, two weeks later (M35).
    case recall
    /// Half an hour in the middle of the period (M36).
    case checkIn = "check-in"
    /// Half an hour every month at the metrics and what is blocked, where the plan asks for it (M36).
    case monthlyCheckIn = "monthly-check-in"
    /// At the period's end (M37).
    case review
  }

  /// A day, or a moment of it.
  public enum Due: Hashable, Sendable {
    case day(CalendarDate)
    case moment(Instant)

    /// The day, or the one that the moment falls on.
    public var date: CalendarDate {
      switch self {
      case .day(let date): date
      case .moment(let instant): instant.date
      }
    }

    /// Whether it has passed; a day has passed when it is over.
    public func isPast(at now: Instant) -> Bool {
      switch self {
      case .day(let date): date < now.date
      case .moment(let instant): instant < now
      }
    }
  }
}

extension Record {
  /// Everything that is owed, the next first; things without a day come last.
  public var owed: [Owed] {
    let all =
      closing + followUpsOwed + disagreementsOwed + parkedOwed + conditionsOwed + commitmentsOwed + decisionsOwed
      + evidenceOwed + killCriteriaOwed + periodOwed
    return all.enumerated().sorted { a, b in
      let last = Instant(milliseconds: .max)
      return (a.element.due?.order ?? last, a.offset) < (b.element.due?.order ?? last, b.offset)
    }.map(\.element)
  }

  private var closing: [Owed] {
    // The answers of a 1:1 belong to nobody else.
    guard let ended, kind != .oneOnOne else { return [] }
    let end = commentsUntil ?? ended.endOfComments
    let window = Owed(key: "window", kind: .window, what: "", who: [], due: .moment(end))
    return [
      Owed(key: "record", kind: .record, what: "", who: [], due: .moment(end.adding(seconds: -24 * 3600)))
    ] + (status == .final ? [] : [window])
  }

  private var followUpsOwed: [Owed] {
    followUps.enumerated().map { index, followUp in
      Owed(
        key: "F\(index + 1)", kind: .followUp, what: followUp.text, who: [followUp.owner] + followUp.with,
        due: .day(followUp.due))
    }
  }

  private var disagreementsOwed: [Owed] {
    disagreements.enumerated().compactMap { index, row in
      guard let process = row.process else { return nil }
      // The talk within a week of a conflict may fall on the day of its decision: one of them is enough.
      if followUps.contains(where: { $0.text == row.topic && $0.due == process.by }) { return nil }
      let others = row.between.filter { $0 != process.decider }
      return Owed(
        key: "X\(index + 1)", kind: .disagreement, what: row.topic, who: [process.decider] + others,
        due: .day(process.by))
    }
  }

  private var parkedOwed: [Owed] {
    parkingLot.filter { $0.isOpen && ($0.due != nil || $0.owner != nil) }.map { item in
      Owed(
        key: item.id.text, kind: .parked, what: item.text, who: [item.owner ?? item.by].compactMap { $0 },
        due: item.due.map(Owed.Due.day))
    }
  }

  /// A condition is due when its goal's timeframe ends: nobody has to name another day.
  private var conditionsOwed: [Owed] {
    let held = goals.flatMap { row in row.conditions.map { (row.goal, $0) } }
    return held.enumerated().map { index, condition in
      let end = timeframes.first { $0.id == condition.0.timeframe }?.to
      return Owed(
        key: "K\(index + 1)", kind: .condition, what: condition.1.text,
        who: [condition.1.by ?? condition.0.owner].compactMap { $0 }, due: end.map(Owed.Due.day))
    }
  }

  private var commitmentsOwed: [Owed] {
    commitments.enumerated().map { index, row in
      let timeframe = row.goal.flatMap { id in goals.first { $0.goal.id == id } }?.goal.timeframe
      let day = row.due ?? timeframes.first { $0.id == timeframe }?.to
      return Owed(
        key: "B\(index + 1)", kind: .commitment, what: row.what, who: [row.who], due: day.map(Owed.Due.day))
    }
  }

  private var decisionsOwed: [Owed] {
    let replaced = Set(decisions.compactMap(\.replaces))
    return decisions.filter { !replaced.contains($0.id) }.compactMap { decision in
      decision.until.map {
        Owed(key: decision.id.text, kind: .decision, what: decision.what, who: [], due: .day($0))
      }
    }
  }

  private var evidenceOwed: [Owed] {
    sheets.enumerated().compactMap { index, sheet in
      let key = "E\(index + 1)"
      switch sheet {
      case .pathfinder(let path):
        return Owed(key: key, kind: .evidence, what: path.question, who: [path.owner], due: .day(path.until))
      case .gate(let gate):
        return gate.by.map { Owed(key: key, kind: .evidence, what: gate.evidence, who: [], due: .day($0)) }
      case .weight, .split, .track: return nil
      }
    }
  }

  private var killCriteriaOwed: [Owed] {
    findings.killCriteria.map { criterion in
      Owed(
        key: "\(criterion.id)-stop", kind: .killCriterion,
        what: "\(criterion.metric) \(criterion.threshold): \(criterion.action)",
        who: [criterion.owner].compactMap { $0 }, due: .day(criterion.by))
    }
  }

  /// The things that come up in the weeks after a session that set goals.
  private var periodOwed: [Owed] {
    guard let ended, kind.setsGoals else { return [] }
    let recall = Owed(
      key: "recall", kind: .recall, what: "", who: attendance.map(\.who), due: .day(ended.date.adding(days: 14)))
    guard let period, let end = period.to else { return [recall] }
    let from = max(period.from ?? ended.date, ended.date)
    return [recall] + looks(from: from, to: end, period.name)
      + [Owed(key: "review", kind: .review, what: period.name, who: [], due: .day(end))]
  }

  /// Once half way, or every month until the last one, in which the review is.
  private func looks(from: CalendarDate, to end: CalendarDate, _ period: String) -> [Owed] {
    switch checkIns {
    case .once:
      let middle = from.adding(days: max(0, (end.daysSince1970 - from.daysSince1970) / 2))
      return [Owed(key: "check-in", kind: .checkIn, what: period, who: [], due: .day(middle))]
    case .monthly:
      let days = (1...36).lazy.map { from.adding(months: $0) }.prefix { $0.adding(days: 7) < end }
      return days.map { day in
        Owed(
          key: "check-in-\(day.description.prefix(7))", kind: .monthlyCheckIn, what: period, who: [], due: .day(day))
      }
    }
  }

  /// The timeframe of this session: the first that ends on a day and holds an agreed goal.
  public var period: Timeframe? {
    timeframes.first { timeframe in
      timeframe.to != nil && goals.contains { $0.priority != nil && $0.goal.timeframe == timeframe.id }
    }
  }
}

extension Owed.Due {
  /// A day counts as its last moment.
  fileprivate var order: Instant {
    switch self {
    case .day(let date): Instant(date.adding(days: 1))
    case .moment(let instant): instant
    }
  }
}

extension SessionKind {
  /// Whether a session of this kind agrees on goals that last for a period.
  public var setsGoals: Bool {
    switch self {
    case .alignment, .review, .goalsOnly, .featuresOnly: true
    case .checkIn, .decisionJournal, .preMortem, .oneOnOne: false
    }
  }
}
