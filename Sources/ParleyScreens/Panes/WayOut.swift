/// One of the four ways out of a conflict (M18).
package enum WayOut: String, Hashable, Sendable, CaseIterable {
  case resolve, experiment, escalate, postpone

  /// What has to be known to take it.
  package var needs: String {
    switch self {
    case .resolve: "the decision, and because"
    case .experiment: "what, metric, until, whose"
    case .escalate: "to whom, by when, options"
    case .postpone: "decider, by when, criteria"
    }
  }
}
