import ParleyCore
import ParleyWire

/// What a terminal is told of a session, by its role. This alone decides it: what a role may not see never leaves the
/// host.
///
/// A snapshot and the entries after it must tell the same: a terminal folds the ones onto the other. Every role that is
/// let in sees all that is in a session; ballots and the private notes are in none.
struct Sight {
  let role: Role

  /// What this role may see of the session as it stands.
  func snapshot(_ snapshot: Snapshot) -> Snapshot { snapshot }

  /// What this role may see of an entry; nil when nothing.
  func entry(_ entry: Entry) -> Entry? { entry }

  /// What this role may see of what stands beside the session; nil, and nothing is read, for all but a cockpit.
  func notes(_ read: () -> PrivateNotes) -> PrivateNotes? { role == .cockpit ? read() : nil }
}
