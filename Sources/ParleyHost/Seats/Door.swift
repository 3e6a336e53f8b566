import ParleyCore
import ParleyWire

/// Decides who comes in, and to which seat.
///
/// Theory: the kernel says whose account is at the other end of a line, and nobody can lie about that. The host's own
/// account may take any seat, since it can read the session's files too. Where a guest has that account, by a forced
/// command, the token in the command gives them the seat that they were invited to, as long as they are. Another account
/// gets the seat that `parley invite` gave it. A code gives its seat to any account that can reach the socket, once. All
/// others wait until the facilitator says yes, if guests are expected at all. An account that tries wrong codes, or knocks
/// again after being turned away, has to wait longer each time.
struct Door {
  let owner: UInt32
  let seats: any SeatStore
  /// Whether the session was opened to a group.
  let isShared: Bool
  private var backoff = Backoff<UInt32>()
  private var knocks = 0

  init(owner: UInt32, seats: any SeatStore, isShared: Bool) {
    self.owner = owner
    self.seats = seats
    self.isShared = isShared
  }

  /// The answer to a hello.
  enum Entrance: Hashable {
    case seat(SeatName, ticket: String?)
    case disconnect(DisconnectReason)
    /// Until the facilitator says yes.
    case wait(wish: SeatName?)
    /// Too early after a wrong try: the door decides again at this moment, in milliseconds of CLOCK_BOOTTIME.
    case later(atMs: Int64)
    /// A wrong try. The terminal hears so at this moment; `count` is how many this account has made.
    case refused(atMs: Int64, count: Int)
  }

  mutating func entrance(
    for hello: TerminalMessage.Hello, of user: UInt32, to state: State, at now: Int64
  ) -> Entrance {
    guard hello.version == wireVersion else { return .disconnect(.otherVersion(String(wireVersion))) }
    if case .ticket(let ticket)? = hello.pass { return byTicket(ticket, user, state) }
    if case .token(let token)? = hello.pass { return byToken(token, hello, user, state) }
    if case .code(let code)? = hello.pass, !code.isEmpty { return byCode(code, user, state, now) }
    if hello.pass == nil {
      if user == owner {
        return Admission.refusal(of: hello, to: state).map(Entrance.disconnect)
          ?? .seat(SeatName(hello.role, hello.who), ticket: nil)
      }
      if let own = seats.seat(ofUser: user) {
        return known(own, hello, state, "this account was invited as")
      }
    }
    guard isShared || seats.expectsGuests else {
      return .disconnect(
        .notPermitted("this session is shared with nobody: ask its facilitator, who invites with parley invite"))
    }
    let next = backoff.nextMs(for: user)
    return next > now ? .later(atMs: next) : .wait(wish: wish(of: hello, state))
  }

  /// The number for the next knock.
  mutating func newKnock() -> Int {
    knocks += 1
    return knocks
  }

  /// The facilitator has said no: the next time takes longer.
  mutating func turnAway(_ user: UInt32, at now: Int64) { _ = backoff.fail(user, at: now) }

  /// The seat to which somebody is invited, whatever they look at; nil where nothing but this seat says so.
  func invitation(of user: UInt32, by pass: TerminalMessage.Hello.Pass?) -> SeatName? {
    switch pass {
    case .token(let token)?: seats.seat(ofToken: token)
    case nil where user != owner: seats.seat(ofUser: user)
    case .code?, .ticket?, nil: nil
    }
  }

  private func byTicket(_ ticket: String, _ user: UInt32, _ state: State) -> Entrance {
    guard let seat = seats.seat(ofTicket: ticket, of: user), Admission.isThere(seat, in: state) else {
      return .disconnect(
        .notPermitted("this terminal's seat is not kept any more: ask the facilitator for another code"))
    }
    return .seat(seat, ticket: ticket)
  }

  private func byToken(
    _ token: String, _ hello: TerminalMessage.Hello, _ user: UInt32, _ state: State
  ) -> Entrance {
    // The line of an invitation may be seen by others of the machine, in its list of processes.
    guard user == owner, let own = seats.seat(ofToken: token) else {
      return .disconnect(
        .notPermitted("this invitation is not for this session, or was taken back: ask its facilitator for another one")
      )
    }
    return known(own, hello, state, "this invitation is for")
  }

  private mutating func byCode(_ typed: String, _ user: UInt32, _ state: State, _ now: Int64) -> Entrance {
    let next = backoff.nextMs(for: user)
    guard next <= now else { return .later(atMs: next) }
    if let code = SeatCode(typed), let seat = seats.redeem(code), Admission.isThere(seat, in: state) {
      return .seat(seat, ticket: seats.ticket(for: seat, of: user))
    }
    let count = backoff.fail(user, at: now)
    return .refused(atMs: backoff.nextMs(for: user), count: count)
  }

  private func known(
    _ own: SeatName, _ hello: TerminalMessage.Hello, _ state: State, _ invitation: String
  ) -> Entrance {
    guard Admission.isThere(own, in: state) else {
      return .disconnect(.notPermitted("\(invitation) \(own), who is not in this session's plan"))
    }
    if hello.isOpen || SeatName(hello.role, hello.who) == own { return .seat(own, ticket: nil) }
    if hello.role == .screen, hello.who == nil { return .seat(SeatName(.screen), ticket: nil) }
    return .disconnect(.notPermitted("\(invitation) \(own): join without --as and --role"))
  }

  /// The seat that a stranger asks for, if it exists. Nobody is shown anything else that a stranger says.
  private func wish(of hello: TerminalMessage.Hello, _ state: State) -> SeatName? {
    guard !hello.isOpen else { return nil }
    let wish = SeatName(hello.role, hello.who)
    return Admission.isThere(wish, in: state) ? wish : nil
  }
}
