/// The state of the roadmap at this moment (M23).
public enum Standing: String, Hashable, Sendable, CaseIterable {
  /// Until everyone in the room has acknowledged the read-back.
  case proposal
  case agreed
  /// Closed with goals or people left out.
  case closedEarly = "closed early"
  /// The comment window is over (M31).
  case final

  public init(_ state: State) {
    if state.isFinal {
      self = .final
    } else if state.closedEarly != nil {
      self = .closedEarly
    } else {
      self = state.ended != nil || state.isAcknowledged ? .agreed : .proposal
    }
  }
}

extension State {
  /// Whether everyone in the room has acknowledged the read-back, and no caveat waits for an answer (M21).
  var isAcknowledged: Bool {
    guard step == .readBack, let asked = AskNext(self), asked.answered > 0 else { return false }
    return asked.waiting.isEmpty && !acknowledgements.values.contains(where: \.isOpen)
  }
}
