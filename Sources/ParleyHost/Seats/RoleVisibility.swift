import ParleyCore
import ParleyWire

/// What a terminal may see of a session, by its role. Only this decides: what a role may not see never leaves the host.
///
/// A terminal that leads sees everything in a session. All others see it redacted, as ``RedactedFeed`` sends it.
/// Ballots and the private notes are in no session.
struct RoleVisibility {
  let role: Role

  /// The viewer that it is; nil when it leads.
  var viewer: Viewer? {
    switch role {
    case .facilitator, .cockpit: nil
    case .stakeholder: .voter
    case .noteTaker, .screen: .room
    }
  }

  /// The private notes, for a cockpit. For all other roles nil, and nothing is read.
  func notes(_ read: () -> PrivateNotes) -> PrivateNotes? { role == .cockpit ? read() : nil }
}
