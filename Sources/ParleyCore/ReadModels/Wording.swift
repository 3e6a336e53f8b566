extension Dot.Layer {
  /// What a dot is about, as people say it: `the metric target`.
  public var words: String {
    switch self {
    case .importance: "its importance"
    case .metric: "the metric target"
    case .horizon: "the time horizon"
    case .existence: "whether it should be a goal"
    case .features: "its features"
    }
  }
}

extension LastPeriod.Result {
  /// How the last period went, in a word or two.
  public var words: String {
    switch self {
    case .exceeded: "exceeded"
    case .met: "met"
    case .partlyMet: "partly met"
    case .missed: "missed"
    }
  }
}
