/// The steps of the session with their times, as everyone may see them: a goal that has not been
/// presented is a number without a name (M12).
public struct AgendaView: Hashable, Sendable {
  public var rows: [Row]

  /// One step, with its planned and its actual time.
  public struct Row: Hashable, Sendable {
    /// Nil for the features of goals that are not settled yet, which are no steps.
    public var step: Step?
    /// `Reduce monthly churn`, `Goal 3`, `Features: Reduce monthly churn`.
    public var title: String
    /// A word or two for a narrow place: `Churn`.
    public var short: String
    public var progress: Progress
    /// Seconds, extensions included.
    public var planned: Int
    /// Seconds so far, pauses included; nil when nobody has entered the step.
    public var actual: Int?
    /// When it is expected to begin; nil for what has begun.
    public var expected: Instant?
    /// Whether its goal was agreed on over a red dot that is still there (M15).
    public var isOverDissent = false

    /// Seconds over the plan; 0 when there is time left.
    public var over: Int { max(0, (actual ?? 0) - planned) }
  }

  /// Whether a step is done, going on or still to come.
  public enum Progress: Hashable, Sendable { case done, current, ahead }

  public init(_ state: State, at now: Instant) {
    rows = state.agenda.filter { $0 != .lobby }.map { Row($0, state, at: now) }
    let expected = state.expectedSteps(at: now)
    for (step, at) in expected {
      if let place = rows.firstIndex(where: { $0.step == step && $0.progress == .ahead }) { rows[place].expected = at }
    }
    let planned = state.secondsOfFeaturesToCome
    guard planned > 0 else { return }
    var row = Row(step: nil, title: "Features", short: "Features", progress: .ahead, planned: planned, actual: nil)
    row.expected = expected.first { $0.step == .readBack }.map { $0.at.adding(seconds: -planned) }
    rows.insert(row, at: rows.firstIndex { $0.step == .readBack } ?? rows.endIndex)
  }
}

extension AgendaView.Row {
  init(_ step: Step, _ state: State, at now: Instant) {
    self.step = step
    (title, short) = state.titles(of: step)
    if case .goal(let id) = step { isOverDissent = state.goal(id)?.isOverDissent ?? false }
    progress = state.progress(of: step)
    let time = state.times.first { $0.step == step }
    planned = time?.planned ?? state.plannedSeconds(of: step)
    actual = time.map { time in
      let running = step == state.step ? state.visit.length(at: now) : 0
      return Int((time.past + running) / 1000)
    }
  }
}

extension State {
  /// The title of a step, and its short form. A goal's short form is made of its id, which is short by nature.
  public func titles(of step: Step) -> (title: String, short: String) {
    switch step {
    case .lobby: return ("Lobby", "Lobby")
    case .review where kind == .featuresOnly: return ("What was agreed on the goals", "Goals")
    case .review: return ("Review of the last period", "Review")
    case .boundary: return ("What is open today", "Boundary")
    case .context: return ("Context", "Context")
    case .vote: return ("Silent vote", "Vote")
    case .priorities: return ("Priorities", "Priorities")
    case .part(let part): return part.titles
    case .readBack: return ("Read-back", "Read-back")
    case .closed: return ("Closed", "Closed")
    case .goal(let id): return titles(of: id)
    case .features(let id):
      let titles = titles(of: id)
      return ("Features: \(titles.title)", titles.short)
    }
  }

  /// The name of a goal; only its number while it has not been presented (M12).
  public func shownName(of goal: GoalState) -> String { titles(of: goal.id).title }

  private func titles(of id: GoalID) -> (title: String, short: String) {
    guard let place = goals.firstIndex(where: { $0.id == id }) else { return (id.text, id.text) }
    guard isNamed(id) else {
      // One that is only proposed comes last and counts for no other's number.
      let number = goals[...place].count { !isOnlyProposed($0) }
      return ("Goal \(number)", "Goal \(number)")
    }
    let words = id.text.split(separator: "-").joined(separator: " ")
    return (goals[place].goal.name, words.prefix(1).uppercased() + words.dropFirst())
  }

  /// Whether everyone may know a goal's name. A goal proposed in the session was said aloud; the plan's goals wait for
  /// their turn (M12).
  func isNamed(_ id: GoalID) -> Bool {
    goal(id)?.isPresented ?? false || !kind.settlesGoals || !plan.goals.contains { $0.id == id }
  }

  fileprivate func progress(of step: Step) -> AgendaView.Progress {
    if step == self.step { return .current }
    if case .goal(let id) = step, goal(id)?.settlement == nil { return .ahead }
    return isVisited(step) ? .done : .ahead
  }
}
