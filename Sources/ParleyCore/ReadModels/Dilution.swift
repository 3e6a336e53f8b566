/// How timeframes have filled up since the session began (M17): the commitments then and now, and the capacity.
public struct Dilution: Hashable, Sendable {
  public var timeframes: [Row]
  /// Features over all goals of the roadmap: at the start, and now.
  public var features: Change

  /// A timeframe, with its goals then and now.
  public struct Row: Hashable, Sendable {
    public var timeframe: Timeframe
    public var goals: Change
  }

  /// A count at the start of the session, and now.
  public struct Change: Hashable, Sendable {
    public var before: Int
    public var now: Int

    /// How many more there are now; negative when there are fewer.
    public var growth: Int { now - before }
  }

  public init(_ state: State) {
    timeframes = state.plan.timeframes.map { timeframe in
      let before = state.plan.goals.count { $0.timeframe == timeframe.id }
      return Row(timeframe: timeframe, goals: Change(before: before, now: state.occupants(of: timeframe.id).count))
    }
    let now = state.goals.filter { $0.takesRoom && $0.goal.timeframe != nil }
    features = Change(
      before: state.plan.goals.reduce(0) { $0 + $1.features.count },
      now: now.reduce(0) { $0 + $1.goal.features.count })
  }
}

/// The causes behind the yellow and red dots so far (M40).
public struct Causes: Hashable, Sendable {
  /// How many objections name each cause; causes that none names are left out.
  public var counts: [Dot.Cause: Int]

  /// Only goals that are on the roadmap still count.
  public init(_ state: State) {
    counts = [:]
    for goal in state.goals where goal.isPresented {
      for dot in goal.dots.values where dot.colour.objects {
        if let cause = dot.cause { counts[cause, default: 0] += 1 }
      }
    }
  }

  /// The cause behind most objections; nil when there is none, or no single one.
  public var dominant: Dot.Cause? {
    let most = counts.values.max()
    let leading = Dot.Cause.allCases.filter { counts[$0] == most }
    return most != nil && leading.count == 1 ? leading[0] : nil
  }
}
