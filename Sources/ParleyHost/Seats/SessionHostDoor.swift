import ParleyCore
import ParleyWire

// People who come, wait, and are let in.
extension SessionHost {
  /// The most terminals at once. Some descriptors must be left for reopening the journal.
  static let seatLimit = 64
  /// The part of them that is reserved for the host's own account, and of that for terminals that lead: where all come by
  /// that account, a forced command's guests cannot keep the facilitator out either.
  static let ownSeats = 8
  /// The most terminals of one other account, and of one stakeholder.
  static let accountLimit = 8
  static let personLimit = 4
  /// The most people who wait at once, in all and for one account.
  static let knockLimit = 16
  static let accountKnockLimit = 2
  /// How long someone waits for a yes, in milliseconds.
  static let knockMs: Int64 = 600_000

  /// Lets a line in; its terminal has to say hello in time. Without room the terminal hears so, and the line ends.
  ///
  /// - Parameter user: the account at its other end; nil is the host's own.
  public func enter(_ line: LineToTerminal, user: UInt32? = nil) -> Seat {
    let deadline = live.now.boottimeMs + Int64(TerminalMessage.helloSeconds) * 1000
    let seat = Seat(line, user: user ?? door.owner, helloDeadlineMs: deadline)
    if let lack = lack(of: seat.user) {
      seat.disconnect(.full(lack))
    } else {
      seats.append(seat)
    }
    return seat
  }

  /// The reason why there is no room; nil when there is.
  private func lack(of user: UInt32) -> String? {
    if seats.count >= SessionHost.seatLimit { return allTaken }
    guard user != door.owner else { return nil }
    let guests = seats.filter { $0.user != door.owner }
    if guests.count >= SessionHost.seatLimit - SessionHost.ownSeats { return allTaken }
    let own = guests.count { $0.user == user }
    return own < SessionHost.accountLimit ? nil : "this account has \(own) terminals in this session already"
  }

  private var allTaken: String {
    "there are \(SessionHost.seatLimit) terminals in this session, which is all that it takes"
  }

  /// Whether the terminals that do not lead have all seats but the reserved ones.
  private var isFullOfFollowers: Bool {
    seats.count { $0.role != nil && !$0.leads } >= SessionHost.seatLimit - SessionHost.ownSeats
  }

  /// Decides about a terminal that has said hello.
  func judge(_ hello: TerminalMessage.Hello, _ seat: Seat) {
    seat.isSending = hello.isSending
    let now = live.now.boottimeMs
    switch door.entrance(for: hello, of: seat.user, to: live.session.state, at: now) {
    case .seat(let name, let ticket):
      let next = floods.nextMs(for: RateLimitKey(user: seat.user, name: name))
      // The code is used up by now, so it cannot be judged again.
      if next > now, ticket == nil || hello.pass == ticket.map({ .ticket($0) }) {
        seat.stage = .held(hello, untilMs: next)
      } else {
        welcome(name, ticket, seat, by: hello.pass, number: hello.number)
      }
    case .disconnect(let reason): disconnect(seat, reason)
    case .wait(let wish): askLeaders(about: seat, wish, at: now)
    case .later(let at): seat.stage = .held(hello, untilMs: at)
    case .refused(let at, let count):
      let account = Account.name(of: seat.user)
      seat.stage = .refused(.notPermitted("that seat code is wrong, used up or too old: ask for another one"), atMs: at)
      tellLeaders(.door("a wrong seat code from \(account)\(count > 1 ? ", \(count) by now" : "")"))
    }
  }

  private func welcome(
    _ name: SeatName, _ ticket: String?, _ seat: Seat, by pass: TerminalMessage.Hello.Pass? = nil, number: Int? = nil
  ) {
    makeRoom(for: name)
    if name.role != .facilitator, name.role != .cockpit, isFullOfFollowers { return disconnect(seat, .full(allTaken)) }
    let now = live.now
    (seat.since, seat.number) = (now.at, self.number(at: name, wanted: number))
    seat.welcome(
      TerminalMessage.Hello(role: name.role, as: name.who, pass: ticket.map { .ticket($0) } ?? pass),
      Welcome(
        session: self.name, role: name.role, as: name.who, number: seat.number, ticket: ticket, now: now.at,
        boottimeMs: now.boottimeMs, keepsBallots: live.ballotsOutliveHost))
    if let notes = RoleVisibility(role: name.role).notes(notes) { seat.reply(.map(notes)) }
    giveDrafts(to: seat)
    // Someone who comes now must not take the session for saved when it is not, and stop it.
    if let fault = live.fault { seat.reply(.notSaved(id: live.firstUnsaved ?? .random(), reason: fault.what)) }
    if seat.leads { for knock in seats.compactMap(\.knock) { seat.reply(.knock(knock)) } }
    if !seat.isSending { presenceChanges() }
  }

  /// The number of one more terminal at a seat: the one that it had before, or the least that is free.
  private func number(at name: SeatName, wanted: Int?) -> Int {
    guard name.role.isSeveralPeople else { return 1 }
    let taken = Set(seats.filter { $0.name == name && !$0.isSending }.map(\.number))
    if let wanted, (1...SessionHost.seatLimit).contains(wanted), !taken.contains(wanted) { return wanted }
    return (1...).first { !taken.contains($0) } ?? 1
  }

  /// Someone who comes back to their own seat may have dead lines that do not know it: the oldest goes.
  private func makeRoom(for name: SeatName) {
    guard name.role == .stakeholder else { return }
    let own = seats.filter { $0.name == name }
    if own.count >= SessionHost.personLimit {
      disconnect(own[0], .full("\(name) has joined at \(own.count) other terminals since"))
    }
  }

  private func askLeaders(about seat: Seat, _ wish: SeatName?, at now: Int64) {
    let waiting = seats.filter { $0.knock != nil }
    guard waiting.count < SessionHost.knockLimit,
      waiting.count(where: { $0.user == seat.user }) < SessionHost.accountKnockLimit
    else { return disconnect(seat, .full("too many people wait to be let in: try again later")) }
    let knock = Knock(number: door.newKnock(), account: Account.name(of: seat.user), wish: wish)
    seat.stage = .knocking(knock, untilMs: now + SessionHost.knockMs)
    seat.line.send(isLed ? .waiting : .unattended)
    tellLeaders(.knock(knock))
  }

  /// Whether a facilitator's terminal is there to answer.
  private var isLed: Bool { seats.contains(where: \.leads) }

  /// Tells the people who wait whether anyone can let them in, whenever that changes.
  func tellWaiting() {
    guard isLed != wasLed else { return }
    wasLed = isLed
    for seat in seats where seat.knock != nil { seat.line.send(isLed ? .waiting : .unattended) }
  }

  /// The facilitator says yes.
  func admit(_ number: Int, at name: SeatName) {
    guard let seat = seats.first(where: { $0.knock?.number == number }) else { return }
    guard Admission.isThere(name, in: live.session.state) else {
      return tellLeaders(.door("nobody here is called \(name)"))
    }
    let ticket = door.seats.ticket(for: name, of: seat.user)
    tellLeaders(.knockOver(number))
    welcome(name, ticket, seat)
  }

  /// The facilitator says no.
  func turnAway(_ number: Int) {
    guard let seat = seats.first(where: { $0.knock?.number == number }) else { return }
    door.turnAway(seat.user, at: live.now.boottimeMs)
    disconnect(seat, .notPermitted("the facilitator did not let this terminal in"))
  }

  /// Tells something to the facilitator's terminals.
  func tellLeaders(_ message: HostMessage) {
    for seat in seats where seat.leads { seat.reply(message) }
  }
}
