import ParleyCore
import ParleyScreens

extension Refusal {
  /// The argument that a form should ask for again; nil when none would help.
  var argument: String? {
    switch self {
    case .badArgument(let fault): fault.argument
    case .needsLayer: "layer"
    case .needsDisplacement: "displacing"
    case .dissentWithoutProcess(_, _, let missing): missing.first
    default: nil
    }
  }
}

extension Refusal.BadArgument {
  fileprivate var argument: String? {
    switch self {
    case .missing(let name, _), .notOneOf(let name, _, _, _), .notANumber(let name, _), .outOfRange(let name, _, _),
      .notADate(let name, _), .empty(let name), .tooLong(let name, _, _), .twice(let name):
      name
    case .targetIsBaseline: "target"
    case .notInTimeframe, .displacesItself, .notAFeatureOf: "displacing"
    case .unknownMetric: "metric"
    case .taken: "NAME"
    default: nil
    }
  }
}
