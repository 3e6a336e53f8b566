import ParleyCore

/// A seat in a session: a stakeholder's own, or that of a role that belongs to nobody.
public struct SeatName: Hashable, Sendable, CustomStringConvertible {
  public let role: Role
  /// The stakeholder whose seat it is; nil for a role.
  public let who: StakeholderID?

  public init(_ role: Role, _ who: StakeholderID? = nil) {
    (self.role, self.who) = (role, who)
  }

  /// Reads what ``text`` gives: the name of a role, or the id of a person. No plan has a person with the name of a
  /// role.
  public init(_ text: String) {
    if let role = Role(rawValue: text), role != .stakeholder {
      self.init(role)
    } else {
      self.init(.stakeholder, StakeholderID(text))
    }
  }

  /// As it is typed: `cs-head`, `note-taker`, `screen`.
  public var text: String { who?.text ?? role.rawValue }

  public var description: String { text }

  /// The speaker there unless a line names another.
  public var speaker: Speaker {
    switch role {
    case .facilitator, .cockpit: .facilitator
    case .noteTaker: .noteTaker
    case .stakeholder: who.map(Speaker.stakeholder) ?? .screen
    case .screen: .screen
    }
  }
}
