/// One accepted command and what came of it: the unit of the journal and of `undo`.
public struct Entry: Hashable, Sendable {
  /// 0 for the opening, then counting up without gaps.
  public var number: Int
  public var at: Instant
  public var by: Speaker
  /// The command as it was given, without what must not be kept: a ballot's dots.
  public var line: String
  public var events: [Event]
  /// Who gave it, which may be another than who speaks in it. Nil for the opening, and in journals of before this was
  /// kept.
  public var seat: Giver?

  public init(number: Int, at: Instant, by: Speaker, line: String, events: [Event], seat: Giver? = nil) {
    self.number = number
    self.at = at
    self.by = by
    self.line = line
    self.events = events
    self.seat = seat
  }
}

/// Who gives a command.
public enum Speaker: Hashable, Sendable {
  case facilitator, noteTaker
  case stakeholder(StakeholderID)
  case screen

  /// As `@WHO` names them.
  public var text: String {
    switch self {
    case .facilitator: "facilitator"
    case .noteTaker: "note-taker"
    case .stakeholder(let id): id.text
    case .screen: "screen"
    }
  }

  /// Reads what ``text`` gives.
  public init(_ text: String) {
    switch text {
    case "facilitator": self = .facilitator
    case "note-taker": self = .noteTaker
    case "screen": self = .screen
    default: self = .stakeholder(StakeholderID(text))
    }
  }
}
