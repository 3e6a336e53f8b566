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

  /// Reads what ``text`` gives, and `facilitator 1`; the number is nil where none is said.
  public static func reading(_ text: String) -> (seat: SeatName, number: Int?) {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int(words[1]), SeatName(String(words[0])).role.isSeveralPeople else {
      return (SeatName(text), nil)
    }
    return (SeatName(String(words[0])), number)
  }

  /// `facilitator`, `facilitator 2`, `cs-head`.
  public var text: String { number > 1 ? "\(seat) \(number)" : seat.text }

  public var description: String { text }
}

extension Role {
  /// Whether two terminals of the role are two people, who write words of their own.
  public var isSeveralPeople: Bool { self == .facilitator || self == .noteTaker }
}
