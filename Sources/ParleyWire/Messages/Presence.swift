import ParleyCore

/// A terminal that is connected to a session now: whose seat it is, and since when. That somebody is connected says
/// neither that they are in the room nor that they have spoken.
public struct Presence: Hashable, Sendable {
  public var seat: SeatName
  /// Which of the terminals at its seat, as ``TerminalName`` counts them.
  public var number: Int
  /// The account at its other end, as the kernel names it; nil for the host's own.
  public var account: String?
  /// When it was let in, on the session's clock.
  public var since: Instant

  public init(seat: SeatName, number: Int = 1, account: String? = nil, since: Instant) {
    self.seat = seat
    self.number = number
    self.account = account
    self.since = since
  }

  public var terminal: TerminalName { TerminalName(seat, number: number) }
}

extension Presence: CodedObject {
  package static let codec = Codec(
    { (seat, account, since, number: Int?) in
      Presence(seat: SeatName(seat), number: number ?? 1, account: account, since: since)
    },
    Member("seat", \.seat.text), Member("account", \.account), Member("since", \.since), Member("number", \.number))
}
