import ParleyCore

/// Where a journal ends: what the next entry follows on.
struct Tail: Hashable, Sendable {
  var count = 0
  var digest = Digest.none
  var clock: ClockReading?
  var at: Instant?
}
