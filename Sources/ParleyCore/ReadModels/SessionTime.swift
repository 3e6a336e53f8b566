/// The time of the whole session against its plan (M26): an honest end, which moves when a step takes longer.
public struct SessionTime: Hashable, Sendable {
  /// Now, plus the rest of this step, plus the timeboxes of the steps to come.
  public var projectedEnd: Instant
  /// The end that was agreed on, else the start plus the minutes of the plan; before the start, now counts as the start.
  public var plannedEnd: Instant
  /// Whole minutes on the clock from now to the projected end.
  public var minutesLeft: Int

  /// Nil when the session has ended.
  /// - Parameter minutes: what the facilitator might add to this step, to see its cost.
  public init?(_ state: State, at now: Instant, extending minutes: Int = 0) {
    guard state.ended == nil else { return nil }
    let left = Countdown(state, at: now)?.left ?? 0
    projectedEnd = now.adding(seconds: max(0, left + minutes * 60) + state.secondsAhead)
    plannedEnd = state.plannedEnd(at: now)
    minutesLeft = now.minutes(to: projectedEnd)
  }

  /// Minutes by which the projected end is later than planned; negative when it is earlier.
  public var delta: Int { plannedEnd.minutes(to: projectedEnd) }
}

extension Instant {
  /// The minutes between two instants as clocks without seconds show them.
  fileprivate func minutes(to end: Instant) -> Int {
    Int(end.milliseconds.flooringDivision(by: 60_000) - milliseconds.flooringDivision(by: 60_000))
  }
}

extension State {
  /// The planned seconds of the steps after this one. Features count for every goal that is agreed or may still be.
  var secondsAhead: Int {
    let known = stepsAhead.reduce(0) { $0 + secondsToCome(at: $1) }
    return known + secondsOfFeaturesToCome
  }

  /// When each of the steps to come is expected to begin; the features of goals that are not settled yet are none of
  /// them, and take their time before the read-back.
  func expectedSteps(at now: Instant) -> [(step: Step, at: Instant)] {
    guard ended == nil else { return [] }
    var at = now.adding(seconds: max(0, Countdown(self, at: now)?.left ?? 0))
    return stepsAhead.map { step in
      if step == .readBack { at = at.adding(seconds: secondsOfFeaturesToCome) }
      defer { at = at.adding(seconds: secondsToCome(at: step)) }
      return (step, at)
    }
  }

  /// What ahead and behind are measured against: the end that was agreed on, else the plan's minutes from the start.
  public func plannedEnd(at now: Instant) -> Instant {
    agreedEnd ?? (started ?? now).adding(seconds: plan.minutes * 60)
  }

  /// Every step to come, in its order, with those of the features that goals will have if people agree on them.
  var stepsToCome: [Step] {
    var steps = stepsAhead.filter { secondsToCome(at: $0) > 0 }
    steps.insert(contentsOf: featuresToCome, at: steps.firstIndex(of: .readBack) ?? steps.endIndex)
    return steps
  }

  /// The seconds that features of goals take which are not settled yet.
  var secondsOfFeaturesToCome: Int { featuresToCome.reduce(0) { $0 + plannedSeconds(of: $1) } }

  private var featuresToCome: [Step] {
    switch step {
    case .readBack, .closed: []
    default: boxes.features > 0 ? goals.filter { $0.settlement == nil }.map { .features($0.id) } : []
    }
  }

  private var stepsAhead: ArraySlice<Step> {
    let agenda = agenda
    if let place = agenda.firstIndex(of: step) { return agenda[(place + 1)...] }
    // The features of a reopened goal: their step is no longer on the agenda.
    let rest = agenda.firstIndex { if case .features = $0 { !isVisited($0) } else { $0 == .readBack } }
    return rest.map { agenda[$0...] } ?? []
  }

  /// The seconds that a step to come still has.
  func secondsToCome(at step: Step) -> Int {
    guard let time = times.first(where: { $0.step == step }) else { return plannedSeconds(of: step) }
    if case .goal(let id) = step, goal(id)?.settlement != nil { return 0 }
    return max(0, time.planned - secondsSpent(at: step))
  }

  /// The same as the plan has it, however often what was left was spread since.
  func secondsDue(at step: Step) -> Int {
    let isReplanned = replanned.contains { $0.step == step }
    let extended = isReplanned ? nil : times.first { $0.step == step }?.planned
    return max(0, (extended ?? timebox(of: step) * 60) - secondsSpent(at: step))
  }

  /// The seconds of the visits of a step that are over, pauses not counted.
  func secondsSpent(at step: Step) -> Int {
    times.first { $0.step == step }.map { Int(($0.past - $0.pastPaused) / 1000) } ?? 0
  }
}
