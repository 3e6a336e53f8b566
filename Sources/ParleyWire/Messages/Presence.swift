import ParleyCore

/// A terminal that is connected to a session now: whose seat it is, and since when. That somebody is connected says
/// neither that they are in the room nor that they have spoken.
public struct Presence: Hashable, Sendable {
  public var seat: SeatName
  /// The account at its other end, as the kernel names it; nil for the host's own.
  public var account: String?
  /// When it was let in, on the session's clock.
  public var since: Instant

  public init(seat: SeatName, account: String? = nil, since: Instant) {
    self.seat = seat
    self.account = account
    self.since = since
  }
}

extension Presence: CodedObject {
  package static let codec = Codec(
    { Presence(seat: SeatName($0), account: $1, since: $2) }, Member("seat", \.seat.text), Member("account", \.account),
    Member("since", \.since))
}
