import ParleyCore

/// What only the facilitator may read (M1), as a cockpit shows it.
package struct CockpitNotes: Hashable, Sendable {
  package var map: StakeholderMap
  /// Why there is nothing to read; nil when there is.
  package var missing: String?

  package init(_ map: StakeholderMap, missing: String? = nil) {
    self.map = map
    self.missing = missing
  }
}
