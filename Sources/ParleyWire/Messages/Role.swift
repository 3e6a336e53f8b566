/// The purpose of a terminal. The host decides what each role may see and say.
public enum Role: String, Hashable, Sendable, CaseIterable {
  case facilitator
  case noteTaker = "note-taker"
  case stakeholder
  /// A projector or an observer: sees what is revealed, says nothing.
  case screen
  /// The facilitator's own view, with the stakeholder map.
  case cockpit
}
