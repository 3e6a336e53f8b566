import ParleyCore

/// A terminal, as those who lead tell it from others: its seat, and where several people may have that, which of them.
public struct TerminalName: Hashable, Sendable, CustomStringConvertible {
  public let seat: SeatName
  /// Which of the terminals at its seat, from 1; always 1 at a seat whose terminals are all the same person's, or nobody's.
  public let number: Int

  public init(_ seat: SeatName, number: Int = 1) {
    self.seat = seat
    self.number = seat.role.isSeveralPeople ? number : 1
  }

  /// `facilitator`, `facilitator 2`, `cs-head`.
  public var text: String { number > 1 ? "\(seat) \(number)" : seat.text }

  public var description: String { text }
}

extension Role {
  /// Whether two terminals of the role are two people, who write words of their own.
  public var isSeveralPeople: Bool { self == .facilitator || self == .noteTaker }
}
