import ParleyCore
import ParleyWire

// Who is connected: told to terminals that lead, and kept for those who ask the disk.
extension SessionHost {
  /// How long a line may be lost before its terminal counts as gone, in milliseconds: whoever is back by then was never
  /// away.
  static let graceMs: Int64 = 4000

  /// The terminals that are in, those that lead first, then in the order in which they came. `parley send` is none.
  var present: [Presence] {
    let seated = seats.filter { $0.name != nil && !$0.isSending && $0.line.isOpen }
    return (seated.filter(\.leads) + seated.filter { !$0.leads }).compactMap { seat in
      guard let name = seat.name, let since = seat.since else { return nil }
      let account = seat.user == door.owner ? nil : Account.name(of: seat.user)
      return Presence(seat: name, number: seat.number, account: account, since: since)
    }
  }

  /// Somebody has come or gone: who is connected is told then, in milliseconds of CLOCK_BOOTTIME.
  func presenceChanges(within wait: Int64 = 0) {
    presenceDueMs = min(presenceDueMs ?? .max, live.now.boottimeMs + wait)
  }

  /// Tells who is connected, once that is due.
  func tellPresence() {
    guard let due = presenceDueMs, due <= live.now.boottimeMs else { return }
    presenceDueMs = nil
    let present = present
    guard present != toldPresent else { return }
    toldPresent = present
    presence?.keep(present)
    tellLeaders(.present(present))
  }

  /// Parts from the terminals at a seat, and from those that only look on by its invitation; says from how many. The
  /// host's own account leads the session from terminals that need no invitation; from those it parts by closing them.
  ///
  /// - Parameters:
  ///   - number: of one terminal, where several people have the seat. Any may be meant so, except the one that asks.
  ///   - asker: the terminal at which it is asked for.
  func part(_ name: SeatName, number: Int? = nil, asker: Seat? = nil, because reason: String) -> Int {
    let there = seats.filter { seat in
      guard let hello = seat.hello else { return false }
      if let number { return seat.name == name && seat.number == number && !seat.isSending && seat !== asker }
      let isMeant = seat.name == name || door.invitation(of: seat.user, by: hello.pass) == name
      return isMeant && (!seat.leads || seat.user != door.owner || hello.pass != nil)
    }
    for seat in there { disconnect(seat, .notPermitted(reason)) }
    // Whoever is sent away is no lost line that may be back.
    if !there.isEmpty { presenceChanges() }
    return there.count
  }

  /// The same, and whatever was given out for the seat is good no more.
  func withdraw(_ name: SeatName) -> (terminals: Int, invitations: Int) {
    // Its invitation tells who looks on, as long as it is there.
    let terminals = part(name, because: "the facilitator took this invitation back")
    return (terminals, door.seats.withdraw(name))
  }
}
