import ParleyJournal
import ParleyWire

/// The seats that are given out in a session: to accounts, to codes, and to terminals that were let in and hold a
/// ticket.
public protocol SeatStore: AnyObject {
  /// The seat of a user's account; nil when it has none.
  func seat(ofUser user: UInt32) -> SeatName?
  /// The seat that a code gives. This uses the code up.
  func redeem(_ code: SeatCode) -> SeatName?
  /// The seat to which a ticket brings a user's terminal back. A ticket can be used again.
  func seat(ofTicket ticket: String, of user: UInt32) -> SeatName?
  /// A ticket for a terminal that was let in by a code or by the facilitator; nil when none can be kept.
  func ticket(for seat: SeatName, of user: UInt32) -> String?
  /// Forgets a ticket: its terminal has left.
  func forget(ticket: String, of user: UInt32)
  /// From now on, keeps them beside the session in this file.
  func follow(_ file: SessionFile)
}

extension SeatStore {
  public func follow(_ file: SessionFile) {}
}

/// Seats of a host within one process.
final class MemorySeats: SeatStore {
  var users: [UInt32: SeatName] = [:]
  var codes: [SeatCode: SeatName] = [:]
  private var tickets: [String: SeatName] = [:]

  func seat(ofUser user: UInt32) -> SeatName? { users[user] }
  func redeem(_ code: SeatCode) -> SeatName? { codes.removeValue(forKey: code) }
  func seat(ofTicket ticket: String, of user: UInt32) -> SeatName? { tickets["\(user) \(ticket)"] }

  func ticket(for seat: SeatName, of user: UInt32) -> String? {
    let ticket = CommandID.random().text
    tickets["\(user) \(ticket)"] = seat
    return ticket
  }

  func forget(ticket: String, of user: UInt32) { tickets["\(user) \(ticket)"] = nil }
}
