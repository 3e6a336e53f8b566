import ParleyCore
import ParleyWire

/// What a terminal is told of a session, by its role. This alone decides it: what a role may not see never leaves the
/// host.
///
/// A snapshot and the entries after it must tell the same: a terminal folds the ones onto the other. At present every
/// role that is let in sees all there is; ballots and the private map are in no session.
struct Sight {
  let role: Role

  /// What this role may see of the session as it stands.
  func snapshot(_ snapshot: Snapshot) -> Snapshot { snapshot }

  /// What this role may see of an entry; nil when nothing.
  func entry(_ entry: Entry) -> Entry? { entry }
}
