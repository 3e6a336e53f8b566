// Theory: who gives up what something else made room for gives back the room. A goal that is dropped, deferred or left
// open takes no place any more, and those that moved out for it go back where they were, as what they were: nobody
// agreed to the place to which they were moved (M17). What somebody has settled or moved since stays, and what has no
// room; then it is said why.
extension Session {
  /// The events by which the trade-offs of a goal are void that is not agreed on any more.
  func givingUp(_ goal: GoalState) -> [Event] {
    var taken: [TimeframeID: Int] = [:]
    var events: [Event] = []
    for (index, tradeOff) in state.tradeOffs.enumerated() where !tradeOff.isVoid && tradeOff.gained == goal.id.text {
      guard let displaced = state.goal(GoalID(tradeOff.displaced)) else { continue }
      let stays = reason(why: displaced, staysAfter: goal, taken)
      events.append(TradeOffVoided(number: index + 1, displaced: displaced.id, stays: stays).event)
      guard stays == nil, let stood = displaced.stood else { continue }
      if let timeframe = stood.timeframe { taken[timeframe, default: 0] += 1 }
      events.append(
        GoalReturned(
          goal: displaced.id, to: stood.timeframe, settlement: stood.settlement, absentees: stood.absentees,
          madeRoomFor: goal.id
        ).event)
      if let item = stood.item.flatMap(state.item), item.isOpen { events.append(Withdrawn(item: item.id).event) }
    }
    return events
  }

  /// Why a goal cannot go back; nil where it can.
  private func reason(
    why displaced: GoalState, staysAfter goal: GoalState, _ taken: [TimeframeID: Int]
  ) -> TradeOffVoided.Reason? {
    guard let stood = displaced.stood else { return .settled }
    if stood.madeRoomFor != goal.id { return .moved }
    guard displaced.takesRoom, let timeframe = stood.timeframe, let capacity = state.timeframe(timeframe)?.capacity
    else {
      return nil
    }
    let others = state.occupants(of: timeframe).count { $0.id != goal.id && $0.id != displaced.id }
    return others + (taken[timeframe] ?? 0) >= capacity ? .full : nil
  }
}

/// What was gained by a trade-off was given up (M17).
public struct TradeOffVoided: EventPayload {
  /// Counted from 1.
  public var number: Int
  public var displaced: GoalID
  /// Why what moved out stays where it is; nil where it goes back.
  public var stays: Reason?

  /// Why a goal stays where it was moved. The raw values are frozen.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Somebody has settled it where it stands.
    case settled
    case moved
    /// There is no room where it was.
    case full
  }

  public init(number: Int, displaced: GoalID, stays: Reason? = nil) {
    self.number = number
    self.displaced = displaced
    self.stays = stays
  }

  package static let name = Event.Name.tradeOffVoided
  package static let codec = Codec(
    Self.init, Member("number", \.number), Member("displaced", \.displaced), Member("stays", \.stays))
  package var event: Event { .tradeOffVoided(self) }

  package func apply(to state: inout State, at: Instant) {
    guard state.tradeOffs.indices.contains(number - 1) else { return }
    state.tradeOffs[number - 1].isVoid = true
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.displaced) }
  package func sentence(by narrator: Narrator) -> String? {
    guard let stays else { return nil }
    let state = narrator.state
    let timeframe = state.goal(displaced)?.goal.timeframe.flatMap(state.timeframe)?.name
    let why =
      switch stays {
      case .settled: "it was settled there since"
      case .moved: "it was moved since"
      case .full: "there is no room where it was"
      }
    return "\(narrator.name(displaced)) stays \(timeframe.map { "in \($0)" } ?? "off the roadmap"): \(why)"
  }
}

extension TradeOffVoided.Reason: Coded {}

/// A goal that had made room for another is back where it was, as what it was (M17).
public struct GoalReturned: EventPayload {
  public var goal: GoalID
  public var to: TimeframeID?
  /// Its outcome of before; nil where it had none, or was opened again since.
  public var settlement: Settlement?
  public var absentees: [StakeholderID]
  /// The goal that takes no room any more.
  public var madeRoomFor: GoalID

  public init(
    goal: GoalID, to: TimeframeID?, settlement: Settlement? = nil, absentees: [StakeholderID] = [],
    madeRoomFor: GoalID
  ) {
    self.goal = goal
    self.to = to
    self.settlement = settlement
    self.absentees = absentees
    self.madeRoomFor = madeRoomFor
  }

  package static let name = Event.Name.goalReturned
  package static let codec = Codec(
    Self.init, Member("goal", \.goal), Member("to", \.to), Member("settlement", \.settlement),
    Member("absentees", \.absentees), Member("for", \.madeRoomFor))
  package var event: Event { .goalReturned(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(goal) {
      $0.goal.timeframe = to
      // The change that is taken back is its last.
      if case .timeframe? = $0.adjustments.last?.change { $0.adjustments.removeLast() }
      $0.settlement = settlement
      $0.absentees = Set(absentees)
      $0.stood = nil
    }
    state.edit(madeRoomFor) { $0.hasYielded = true }
  }
  package func redacted(by redaction: Redaction) -> Self? {
    redaction.redacted(redaction.redacted(self, naming: \.goal), naming: \.madeRoomFor)
  }
  package func sentence(by narrator: Narrator) -> String? {
    let place = to.map { "to \(narrator.state.timeframe($0)?.name ?? $0.text)" } ?? "off the roadmap"
    let outcome = narrator.state.goal(goal)?.outcomeWords.map { ", \($0) as before" } ?? ""
    return "\(narrator.name(goal)) goes back \(place)\(outcome)"
  }
}
