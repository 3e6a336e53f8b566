/// The time of one step: what was planned for it and what it took, over all visits (M26).
public struct StepTime: Hashable, Sendable {
  public var step: Step
  /// Seconds, extensions included.
  public var planned: Int
  /// Milliseconds of the visits that are over, pauses included.
  public var past: Int64 = 0
  /// Of these, the milliseconds for which the countdown stood still.
  public var pastPaused: Int64 = 0

  public init(step: Step, planned: Int) {
    self.step = step
    self.planned = planned
  }
}

/// The visit that is going on: since when, and for how long it has stood still. All that is derived from
/// instants, so that neither sleep nor a restart moves the countdown (M26).
public struct Visit: Hashable, Sendable {
  public var since: Instant
  public var pausedSince: Instant?
  /// Milliseconds of the pauses that are over.
  public var paused: Int64 = 0

  public init(since: Instant) { self.since = since }

  /// The countdown stands still from now on.
  mutating func stop(at now: Instant) { if pausedSince == nil { pausedSince = now } }

  /// The countdown goes on.
  mutating func goOn(at now: Instant) {
    paused = pause(at: now)
    pausedSince = nil
  }

  /// Milliseconds of the visit up to `now`, pauses included.
  public func length(at now: Instant) -> Int64 { max(0, now.milliseconds - since.milliseconds) }

  /// Milliseconds of pause up to `now`.
  public func pause(at now: Instant) -> Int64 {
    min(.most, paused + (pausedSince.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0))
  }
}

extension StepTime: CodedObject {
  package static let codec = Codec(
    { StepTime(step: $0, planned: Int($1)) }, Member("step", \.step), Member("planned", { Int64($0.planned) })
  ).with([CodedField("past", \.past), CodedField("paused", \.pastPaused)])
}

extension Visit: CodedObject {
  package static let codec = Codec(Self.init(since:), Member("since", \.since)).with([
    CodedField("pausedSince", \.pausedSince), CodedField("paused", \.paused),
  ])
}
