import ParleyCore
import ParleyWire

// Hears the terminals, a few commands of each at a time.
extension SessionHost {
  /// Takes in a terminal's messages, unless earlier ones still wait.
  func collect(_ seat: Seat) {
    if seat.mailbox.isEmpty { seat.mailbox = seat.line.receive()[...] }
  }

  /// Hears a terminal for one turn.
  func work(_ seat: Seat) {
    var turn = rateLimit.turn
    seat.dueMs = nil
    while endReason == nil, isHere(seat), let message = seat.mailbox.first {
      // A terminal that is held is judged first.
      if case .held = seat.stage { return }
      if isFlooding(seat) { return endFlood(of: seat) }
      guard turn > 0 else {
        seat.dueMs = live.now.boottimeMs
        return
      }
      if message.costs, !mayCommand(seat) { return }
      turn -= 1
      seat.mailbox.removeFirst()
      handle(message, from: seat)
    }
    if seat.mailbox.isEmpty, case .broken(let fault)? = seat.line.ending {
      disconnect(seat, .badMessage(fault.sentence))
    }
  }

  private func isFlooding(_ seat: Seat) -> Bool {
    seat.role != nil && !seat.leads && seat.mailbox.count > rateLimit.backlog
  }

  private func endFlood(of seat: Seat) {
    if let key = seat.rateLimitKey {
      let count = floods.fail(key, at: live.now.boottimeMs)
      let often = count > 1 ? ", \(count) times by now" : ""
      tellLeaders(.door("parted from a terminal of \(key.name) that gave commands without end\(often)"))
    }
    disconnect(seat, .flooding)
  }

  /// Does what is due for a terminal, even if it says nothing.
  func attend(_ seat: Seat, at now: Int64) {
    switch seat.stage {
    case .silent(let until) where until <= now: return disconnect(seat, .noHello)
    case .held(let hello, let until) where until <= now:
      judge(hello, seat)
      if case .held = seat.stage { return }
      return work(seat)
    case .refused(let reason, let at) where at <= now: return disconnect(seat, reason)
    case .knocking(_, let until) where until <= now:
      return disconnect(seat, .notPermitted("nobody let this terminal in; ask the facilitator, and join again"))
    default: break
    }
    if let since = seat.unreadSinceMs, since + SessionHost.unreadMs <= now { return disconnect(seat, .tooMuch) }
    if let due = seat.dueMs, due <= now { work(seat) }
  }

  /// Notes which terminals do not read.
  func noteReading(_ seat: Seat) {
    if seat.line.unsentBytes == 0 {
      seat.unreadSinceMs = nil
    } else if seat.unreadSinceMs == nil {
      seat.unreadSinceMs = live.now.boottimeMs
    }
  }

  private func isHere(_ seat: Seat) -> Bool { seats.contains { $0 === seat } }

  /// Whether a terminal has a token left now. If not, it is heard again when it has.
  private func mayCommand(_ seat: Seat) -> Bool {
    // Terminals that lead take turns too, but never lack tokens.
    guard let key = seat.rateLimitKey, !seat.leads else { return true }
    let now = live.now.boottimeMs
    var tokens = tokens[key] ?? TokenBucket(rateLimit, at: now)
    defer { self.tokens[key] = tokens }
    if tokens.spend(rateLimit, at: now) { return true }
    seat.dueMs = tokens.nextMs(rateLimit)
    return false
  }

  private func handle(_ message: TerminalMessage, from seat: Seat) {
    switch (message, seat.stage) {
    case (.hello(let hello), .silent): judge(hello, seat)
    case (.hello, _): disconnect(seat, .badMessage("a second hello"))
    case (_, .silent): disconnect(seat, .badMessage("no hello came first"))
    case (.leave, .seated(let hello)):
      if case .ticket(let ticket)? = hello.pass { door.seats.forget(ticket: ticket, of: seat.user) }
      leave(seat)
      presenceChanges()
    case (.leave, _): leave(seat)
    case (_, .seated(let hello)): handle(message, from: seat, hello)
    case (_, _): disconnect(seat, .badMessage("it was not let in yet"))
    }
  }

  private func handle(_ message: TerminalMessage, from seat: Seat, _ hello: TerminalMessage.Hello) {
    switch message {
    case .command(let id, let line, let seen): submit(id, line, seen, from: seat, hello)
    case .stop where hello.role == .facilitator: stop()
    case .stop: disconnect(seat, .notPermitted("only a facilitator's terminal can stop the session"))
    case .admit(let knock, let name) where seat.leads: admit(knock, at: name)
    case .turnAway(let knock) where seat.leads: turnAway(knock)
    case .admit, .turnAway: disconnect(seat, .notPermitted("only a facilitator's terminal can let others in"))
    case .part(let name, let number) where seat.leads:
      let count = part(name, number: number, asker: seat, because: "the facilitator parted from this terminal")
      seat.reply(.parted(name, number: number, terminals: count, invitations: 0))
    case .withdraw(let name) where seat.leads:
      let (terminals, invitations) = withdraw(name)
      seat.reply(.parted(name, terminals: terminals, invitations: invitations))
    case .part, .withdraw: disconnect(seat, .notPermitted("only a facilitator's terminal can part from others"))
    case .ping: seat.reply(.pong)
    case .draft(let draft): note(draft, from: seat)
    case .hello, .leave: break
    }
  }
}

extension TerminalMessage {
  /// Whether it costs a token.
  fileprivate var costs: Bool {
    switch self {
    case .command, .ping: true
    case .hello, .stop, .leave, .admit, .turnAway, .draft, .part, .withdraw: false
    }
  }
}
