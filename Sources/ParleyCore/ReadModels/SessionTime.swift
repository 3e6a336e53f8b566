/// The time of the whole session against its plan (M26): an honest end, which moves when a step takes longer.
public struct SessionTime: Hashable, Sendable {
  /// Now, plus the rest of this step, plus the timeboxes of the steps to come.
  public var projectedEnd: Instant
  /// The start plus the minutes of the plan; before the start, now counts as the start.
  public var plannedEnd: Instant
  /// Whole minutes on the clock from now to the projected end.
  public var minutesLeft: Int

  /// Nil when the session has ended.
  /// - Parameter minutes: what the facilitator might add to this step, to see its cost.
  public init?(_ state: State, at now: Instant, extending minutes: Int = 0) {
    guard state.ended == nil else { return nil }
    let left = Countdown(state, at: now)?.left ?? 0
    projectedEnd = now.adding(seconds: max(0, left + minutes * 60) + state.secondsAhead)
    plannedEnd = (state.started ?? now).adding(seconds: state.plan.minutes * 60)
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
    return known + goalsToBeSettled * boxes.features * 60
  }

  /// When each of the steps to come is expected to begin; the features of goals that are not settled yet are none of
  /// them, and take their time before the read-back.
  func expectedSteps(at now: Instant) -> [(step: Step, at: Instant)] {
    guard ended == nil else { return [] }
    var at = now.adding(seconds: max(0, Countdown(self, at: now)?.left ?? 0))
    return stepsAhead.map { step in
      if step == .readBack { at = at.adding(seconds: goalsToBeSettled * boxes.features * 60) }
      defer { at = at.adding(seconds: secondsToCome(at: step)) }
      return (step, at)
    }
  }

  /// Goals that will have a features step if people agree on them.
  var goalsToBeSettled: Int {
    switch step {
    case .readBack, .closed: 0
    default: boxes.features > 0 ? goals.count { $0.settlement == nil } : 0
    }
  }

  private var stepsAhead: ArraySlice<Step> {
    let agenda = agenda
    if let place = agenda.firstIndex(of: step) { return agenda[(place + 1)...] }
    // The features of a reopened goal: their step is no longer on the agenda.
    let rest = agenda.firstIndex { if case .features = $0 { !isVisited($0) } else { $0 == .readBack } }
    return rest.map { agenda[$0...] } ?? []
  }

  private func secondsToCome(at step: Step) -> Int {
    guard let time = times.first(where: { $0.step == step }) else { return timebox(of: step) * 60 }
    if case .goal(let id) = step, goal(id)?.settlement != nil { return 0 }
    return max(0, time.planned - Int((time.past - time.pastPaused) / 1000))
  }
}
