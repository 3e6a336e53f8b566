import ParleyCore

/// The end of a journal, as its holder acknowledged it.
struct AcknowledgedEnd: Hashable, Sendable {
  /// How many entries there are, the opening included.
  var count: Int
  /// The digest of the last one.
  var digest: Digest
  /// The session's time at the last one; nil where it was not written down.
  var at: Instant?
}

extension Tail {
  var end: AcknowledgedEnd { AcknowledgedEnd(count: count, digest: digest, at: at) }
}
