import ParleyJournal
import ParleyWire

/// The seats that are given out in a session: to accounts, to codes, to invitations with a token, and to terminals that
/// were let in and hold a ticket.
public protocol SeatStore: AnyObject {
  /// The seat of a user's account; nil when it has none.
  func seat(ofUser user: UInt32) -> SeatName?
  /// The seat that a code gives. This uses the code up.
  func redeem(_ code: SeatCode) -> SeatName?
  /// The seat to which the token of an invitation leads. A token can be used again until it is taken back.
  func seat(ofToken token: String) -> SeatName?
  /// The seat to which a ticket brings a user's terminal back. A ticket can be used again.
  func seat(ofTicket ticket: String, of user: UInt32) -> SeatName?
  /// A ticket for a terminal that was let in by a code or by the facilitator; nil when none can be kept.
  func ticket(for seat: SeatName, of user: UInt32) -> String?
  /// Forgets a ticket: its terminal has left.
  func forget(ticket: String, of user: UInt32)
  /// What is given out, in the order of ``Invitation/Way`` and then of the names.
  func invitations() -> [Invitation]
  /// Whether anything was given out: only then may people ask to be let in.
  var expectsGuests: Bool { get }
  /// Takes back whatever leads to a seat, tickets included. Returns how many invitations there were.
  func withdraw(_ seat: SeatName) -> Int
  /// From now on, keeps them beside the session in this file.
  func follow(_ file: SessionFile)
}

extension SeatStore {
  public func follow(_ file: SessionFile) {}
}

/// A seat that is given out, and the way to it.
public struct Invitation: Hashable, Sendable {
  public var seat: SeatName
  public var way: Way

  /// What lets somebody in.
  public enum Way: Hashable, Sendable {
    /// Whoever has this account of the machine.
    case account(UInt32)
    /// Whoever has the line with this token, under the host's own account: a forced command, as a rule. It leads to
    /// this session, or to any session of the store.
    case token(String, isForAnySession: Bool)
    /// Whoever types the code first.
    case code
  }

  /// Whether it leads to any session of the store.
  public var isForAnySession: Bool { if case .token(_, let isForAny) = way { isForAny } else { false } }

  /// A user's account, as people call it.
  public static func name(of user: UInt32) -> String { Account.name(of: user) }

  public init(seat: SeatName, way: Way) {
    self.seat = seat
    self.way = way
  }
}

/// Seats of a host within one process.
final class MemorySeats: SeatStore {
  var users: [UInt32: SeatName] = [:]
  var codes: [SeatCode: SeatName] = [:]
  var tokens: [String: SeatName] = [:]
  private var tickets: [String: SeatName] = [:]

  func seat(ofUser user: UInt32) -> SeatName? { users[user] }
  func redeem(_ code: SeatCode) -> SeatName? { codes.removeValue(forKey: code) }
  func seat(ofToken token: String) -> SeatName? { tokens[token] }
  func seat(ofTicket ticket: String, of user: UInt32) -> SeatName? { tickets["\(user) \(ticket)"] }

  func ticket(for seat: SeatName, of user: UInt32) -> String? {
    let ticket = CommandID.random().text
    tickets["\(user) \(ticket)"] = seat
    return ticket
  }

  func forget(ticket: String, of user: UInt32) { tickets["\(user) \(ticket)"] = nil }

  func invitations() -> [Invitation] {
    users.map { Invitation(seat: $1, way: .account($0)) }
      + tokens.map { Invitation(seat: $1, way: .token($0, isForAnySession: false)) }
      + codes.values.map { Invitation(seat: $0, way: .code) }
  }

  var expectsGuests: Bool { !invitations().isEmpty || !tickets.isEmpty }

  func withdraw(_ seat: SeatName) -> Int {
    let count = invitations().count { $0.seat == seat }
    users = users.filter { $1 != seat }
    codes = codes.filter { $1 != seat }
    tokens = tokens.filter { $1 != seat }
    tickets = tickets.filter { $1 != seat }
    return count
  }
}
