import ParleyCore

/// The end of a journal, which the next entry follows.
struct Tail: Hashable, Sendable {
  var count = 0
  var digest = Digest.none
  var clock: ClockReading?
  var at: Instant?
}
