import ParleyCore
import ParleyWire

/// What a terminal is told of a session, by its role. This alone decides it: what a role may not see never leaves the
/// host.
///
/// Whoever leads sees all that is in a session; everyone else sees it under a ``Veil``, as ``RedactedFeed`` tells it.
/// Ballots and the private notes are in no session.
struct RoleVisibility {
  let role: Role

  /// As whom it looks on; nil when it leads.
  var onlooker: Onlooker? {
    switch role {
    case .facilitator, .cockpit: nil
    case .stakeholder: .voter
    case .noteTaker, .screen: .room
    }
  }

  /// What this role may see of what stands beside the session; nil, and nothing is read, for all but a cockpit.
  func notes(_ read: () -> PrivateNotes) -> PrivateNotes? { role == .cockpit ? read() : nil }
}
