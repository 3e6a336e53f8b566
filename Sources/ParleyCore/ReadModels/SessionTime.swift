/// How the whole session stands against its plan (M26): an honest end, that moves when a step takes longer.
public struct SessionTime: Hashable, Sendable {
  /// Now, what is left of this step, and the timeboxes of the steps to come.
  public var projectedEnd: Instant
  /// The start and the minutes of the plan; before the start, as if it were now.
  public var plannedEnd: Instant
  /// Whole minutes on the clock from now to the projected end.
  public var minutesLeft: Int

  /// Nil when the session has ended.
  /// - Parameter extension: minutes that this step might be given, to see what they cost.
  public init?(_ state: State, at now: Instant, extending minutes: Int = 0) {
    guard state.ended == nil else { return nil }
    let left = Countdown(state, at: now)?.left ?? 0
    projectedEnd = now.adding(seconds: max(0, left + minutes * 60) + state.secondsAhead)
    plannedEnd = (state.started ?? now).adding(seconds: state.plan.minutes * 60)
    minutesLeft = now.minutes(to: projectedEnd)
  }

  /// Minutes by which the projected end is later than planned; below zero it is earlier.
  public var delta: Int { plannedEnd.minutes(to: projectedEnd) }
}

extension Instant {
  /// The minutes between what two clocks show that have no seconds.
  fileprivate func minutes(to end: Instant) -> Int {
    Int(end.milliseconds.flooringDivision(by: 60_000) - milliseconds.flooringDivision(by: 60_000))
  }
}

extension State {
  /// The seconds that the steps after this one are to take. Features are counted for every goal that is
  /// agreed or may still be.
  var secondsAhead: Int {
    let known = stepsAhead.reduce(0) { $0 + secondsToCome(at: $1) }
    return known + goalsToBeSettled * boxes.features * 60
  }

  /// Goals that will have a features step if they are agreed on.
  var goalsToBeSettled: Int {
    switch step {
    case .readBack, .closed: 0
    default: boxes.features > 0 ? goals.count { $0.settlement == nil } : 0
    }
  }

  private var stepsAhead: ArraySlice<Step> {
    let agenda = agenda
    if let place = agenda.firstIndex(of: step) { return agenda[(place + 1)...] }
    // The features of a goal that was opened again: their step is not on the agenda any more.
    let rest = agenda.firstIndex { if case .features = $0 { !isVisited($0) } else { $0 == .readBack } }
    return rest.map { agenda[$0...] } ?? []
  }

  private func secondsToCome(at step: Step) -> Int {
    guard let time = times.first(where: { $0.step == step }) else { return timebox(of: step) * 60 }
    if case .goal(let id) = step, goal(id)?.settlement != nil { return 0 }
    return max(0, time.planned - Int((time.past - time.pastPaused) / 1000))
  }
}
