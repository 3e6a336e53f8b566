import ParleyCore
import ParleyJournal
import ParleyWire

/// A host within one process, on a clock that passes only on request: for `parley play`, rehearsals and tests.
/// Terminals enter it by the same door as any other: a line, a hello, commands.
public final class MemoryHost {
  public let time: VirtualTime
  public let host: SessionHost

  /// Opens a session from a plan. `journal` keeps its entries, the opening included; A cockpit sees `map`.
  public convenience init(
    opening plan: Plan, id: String, at: Instant, journal: any EntryStore = MemoryJournal(),
    rateLimit: RateLimit = .unlimited, map: StakeholderMap = StakeholderMap()
  ) throws(JournalFault) {
    let time = VirtualTime(start: at)
    let opening = Session(opening: plan, id: id, at: at).entries
    for entry in opening {
      try journal.append(entry, commandID: CommandID.random().text, clock: time.now.reading)
    }
    guard let live = LiveSession(opening, journal: journal, time: time) else {
      throw .damaged(path: id, entry: 0, what: "it is no opening")
    }
    self.init(live, time: time, rateLimit: rateLimit, map: map)
  }

  /// Resumes from entries that `journal` holds already. Nil when they do not begin with an opening.
  ///
  /// - Parameter drafts: the words that were left unsent.
  public convenience init?(
    goingOnWith kept: [JournalEntry], journal: (any EntryStore)? = nil, drafts: any DraftStore = MemoryDrafts()
  ) {
    guard let last = kept.last else { return nil }
    let time = VirtualTime(start: last.entry.at)
    let journal = journal ?? MemoryJournal(kept)
    guard let live = LiveSession(kept.map(\.entry), journal: journal, time: time) else { return nil }
    self.init(live, time: time, drafts: drafts)
  }

  private init(
    _ live: LiveSession, time: VirtualTime, drafts: any DraftStore = MemoryDrafts(), rateLimit: RateLimit = .unlimited,
    map: StakeholderMap = StakeholderMap()
  ) {
    self.time = time
    host = SessionHost(live, owner: MemoryHost.owner, drafts: drafts, rateLimit: rateLimit) { PrivateNotes(map) }
  }

  public var session: Session { host.live.session }

  /// Lets time pass, and does what falls due.
  public func pass(seconds: Int) {
    time.pass(seconds: seconds)
    host.tick()
  }

  /// Lets time pass until then, and does what falls due.
  public func pass(to instant: Instant) {
    time.pass(to: instant)
    host.tick()
  }

  /// Gives a command without a terminal, and returns its outcome. Terminals hear of it as of any other.
  @discardableResult
  public func give(_ line: String, by speaker: Speaker = .facilitator, id: CommandID = .random()) -> Outcome {
    host.give(line, by: speaker, id: id)
  }

  /// The account that the host stands for.
  public static let owner: UInt32 = 1000

  /// A terminal in this session, which receives what the host says at once. `user` is the account at its end.
  public func terminal(
    _ hello: TerminalMessage.Hello = .init(role: .facilitator), user: UInt32 = MemoryHost.owner
  ) -> TerminalLink {
    let (near, far) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    let seat = host.enter(far, user: user)
    // Only the host holds the seat, so that a terminal that has left is gone.
    far.whenArriving { [weak host, weak seat] in
      if let host, let seat { host.hear(seat) }
    }
    return TerminalLink(over: near, hello: hello)
  }
}
