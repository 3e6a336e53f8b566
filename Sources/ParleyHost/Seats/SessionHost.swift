import ParleyCore
import ParleyJournal
import ParleyWire

/// A live session and the terminals that are in it.
///
/// It waits for nothing and owns no timer: whoever runs it calls when a line has something to say or room to hear, and
/// at ``deadlineMs``. So it is the same with sockets and in memory. Who comes in is ``Door``'s to say (SessionHostDoor),
/// and how much is heard of each at a time ``RateLimit``'s (SessionHostHearing).
public final class SessionHost {
  public let live: LiveSession
  public internal(set) var seats: [Seat] = []
  /// Why the host is to end; nil while it goes on.
  public private(set) var endReason: DisconnectReason?
  var door: Door
  let rateLimit: RateLimit
  /// The commands that people have left.
  var tokens: [RateLimitKey: TokenBucket] = [:]
  /// Who has flooded.
  var floods = Backoff<RateLimitKey>()
  /// What those are told who do not lead.
  private var feeds: [Onlooker: RedactedFeed] = [:]
  /// Who gave the commands that wait for the disk.
  private var senders: [CommandID: Seat] = [:]
  private let patience: Patience
  /// Whether there was a facilitator's terminal when those who wait were last told.
  var wasLed = false
  /// Reads the private notes; only when a cockpit comes.
  let notes: () -> PrivateNotes
  /// Since when nobody has been there, in milliseconds of CLOCK_BOOTTIME; nil while somebody is.
  private var emptySinceMs: Int64?
  private var retryAtMs: Int64?

  /// How long a host goes on with nobody there, in milliseconds; nil is for ever.
  public struct Patience: Hashable, Sendable {
    public var whileOpen: Int64?
    public var onceClosed: Int64?

    /// By default eight hours with a session that is open, two seconds with one that is closed.
    public init(whileOpen: Int64? = 8 * 3_600_000, onceClosed: Int64? = 2000) {
      self.whileOpen = whileOpen
      self.onceClosed = onceClosed
    }
  }

  private static let retryMs: Int64 = 1000
  /// A terminal that has left unread for so long what it was told is parted from; it can come back.
  static let unreadMs: Int64 = 60_000

  /// - Parameters:
  ///   - owner: the account whose terminals may take any seat.
  ///   - named: who has which seat besides.
  ///   - notes: reads what only the facilitator may see; called when a cockpit comes, and for nobody else.
  public init(
    _ live: LiveSession, patience: Patience = Patience(), owner: UInt32 = 0,
    named: (any SeatStore)? = nil, rateLimit: RateLimit = .unlimited,
    notes: @escaping () -> PrivateNotes = { .missing("nothing private was written down for this session") }
  ) {
    self.live = live
    self.patience = patience
    self.rateLimit = rateLimit
    self.notes = notes
    door = Door(owner: owner, seats: named ?? MemorySeats())
    emptySinceMs = live.now.boottimeMs
    tell(live.endLostVote(), sender: nil)
  }

  /// Hears what a terminal has to say, and tells everyone what came of it.
  public func hear(_ seat: Seat) {
    collect(seat)
    work(seat)
    tellAll()
  }

  /// Goes on telling a terminal that has room to hear again.
  public func goOn(_ seat: Seat) {
    let before = seat.line.unsentBytes
    seat.line.flush()
    if seat.line.unsentBytes < before { seat.unreadSinceMs = nil }
    tellAll()
  }

  /// Does what is due: parts from terminals that said no hello or read nothing, hears those whose turn it is, tries the
  /// disk again, ends when nobody came for long.
  public func tick() {
    let now = live.now
    for seat in seats where (seat.deadlineMs(patienceMs: SessionHost.unreadMs) ?? .max) <= now.boottimeMs {
      attend(seat, at: now.boottimeMs)
    }
    if let retryAtMs, retryAtMs <= now.boottimeMs { tell(live.retry(), sender: nil) }
    if let idleAtMs, idleAtMs <= now.boottimeMs { endReason = endReason ?? .idle }
    tellAll()
  }

  /// When ``tick()`` has something to do, in milliseconds of CLOCK_BOOTTIME; nil when nothing will be due.
  public var deadlineMs: Int64? {
    let dues = seats.compactMap { $0.deadlineMs(patienceMs: SessionHost.unreadMs) }
    return (dues + [retryAtMs, idleAtMs].compactMap { $0 }).min()
  }

  /// Takes a command that comes from no terminal, and says what became of it; everyone is told as of any other.
  @discardableResult
  public func give(_ line: String, by speaker: Speaker, id: CommandID = .random()) -> Outcome {
    let news = live.submit(id, line, by: speaker)
    tell(news, sender: nil)
    tellAll()
    for case .outcome(id, let outcome) in news.reversed() { return outcome }
    return .notSaved(.io(path: live.session.state.id, why: "nothing was said of the command"))
  }

  /// Asks the host to end, the session saved; false when the disk does not take what waits for it.
  @discardableResult
  public func stop() -> Bool {
    tell(live.retry(), sender: nil)
    tellAll()
    if let fault = live.fault {
      endReason = .failed("\(live.unsavedCount) commands are not saved: \(fault.what)")
    } else {
      endReason = endReason ?? .stopped
    }
    return live.fault == nil
  }

  /// Parts from everyone.
  public func empty() {
    for seat in seats { disconnect(seat, endReason ?? .stopped) }
  }

  func submit(_ id: CommandID, _ text: String, from seat: Seat, _ hello: TerminalMessage.Hello) {
    do throws(Refusal) {
      let (speaker, line) = try Admission.spoken(text, at: hello)
      let news = live.submit(id, Admission.marked(line, at: hello), by: speaker, as: seat.onlooker)
      tell(news, sender: (id, seat))
    } catch {
      seat.reply(.refused(id: id, code: error.code, sentence: error.sentence))
    }
  }

  private func tell(_ news: [News], sender: (id: CommandID, seat: Seat)?) {
    if let sender { senders[sender.id] = sender.seat }
    for item in news {
      switch item {
      // Seats read the entries from the session, each at its own pace.
      case .entry(let entry): if entry.keepsAnswer { tellNotes() }
      case .outcome(let id, let outcome): tell(outcome, of: id)
      case .saved: for seat in seats where seat.role != nil { seat.reply(.saved) }
      }
    }
    retryAtMs = live.fault == nil ? nil : live.now.boottimeMs + SessionHost.retryMs
  }

  /// Tells the private notes anew to whoever may read them.
  private func tellNotes() {
    for seat in seats {
      if let role = seat.role, let notes = RoleVisibility(role: role).notes(notes) { seat.reply(.map(notes)) }
    }
  }

  private func tell(_ outcome: Outcome, of id: CommandID) {
    let seat = senders[id]
    switch outcome {
    case .accepted(let entry): seat?.reply(.accepted(id: id, entry: entry))
    case .refused(let refusal): seat?.reply(.refused(id: id, code: refusal.code, sentence: refusal.sentence))
    case .notSaved(let fault):
      seat?.reply(.notSaved(id: id, reason: fault.what))
      return
    }
    senders[id] = nil
  }

  private func tellAll() {
    // Those who lead are told of the others' going.
    dropGone()
    // Whoever leads comes first: on a machine with fifty terminals the last ones wait for a processor.
    for seat in seats.filter(\.leads) + seats.filter({ !$0.leads }) {
      seat.tell(live.session, seat.onlooker.map(feed(to:)))
      noteReading(seat)
    }
    dropGone()
    tellWaiting()
    forgetWhatIsTold()
    let isEmpty = !seats.contains { $0.role != nil }
    emptySinceMs = isEmpty ? emptySinceMs ?? live.now.boottimeMs : nil
  }

  private func feed(to onlooker: Onlooker) -> RedactedFeed {
    if let told = feeds[onlooker], told.next == live.session.nextNumber { return told }
    var feed = feeds[onlooker] ?? RedactedFeed(live.session, to: onlooker)
    // Only now, when those who lead have been told: it takes a while.
    feed.follow(live.session)
    feeds[onlooker] = feed
    return feed
  }

  private func forgetWhatIsTold() {
    for onlooker in feeds.keys {
      let told = seats.filter { $0.onlooker == onlooker }.map { $0.next ?? 0 }.min()
      if let told { feeds[onlooker]?.forget(before: told) } else { feeds[onlooker] = nil }
    }
  }

  private func dropGone() {
    let gone = seats.filter { !$0.line.isOpen && $0.mailbox.isEmpty }
    for seat in gone { leave(seat) }
  }

  func disconnect(_ seat: Seat, _ reason: DisconnectReason) {
    seat.disconnect(reason)
    leave(seat)
  }

  func leave(_ seat: Seat) {
    seat.line.close()
    seat.mailbox = []
    seats.removeAll { $0 === seat }
    if let knock = seat.knock { tellLeaders(.knockOver(knock.number)) }
  }

  private var idleAtMs: Int64? {
    // What is not saved yet must not be given up because nobody looks.
    guard let emptySinceMs, live.fault == nil else { return nil }
    let wait = live.session.state.ended == nil ? patience.whileOpen : patience.onceClosed
    return wait.map { emptySinceMs + $0 }
  }
}

extension Entry {
  /// Whether an answer of a 1:1 went into the private map with it (M9).
  fileprivate var keepsAnswer: Bool {
    events.contains { event in
      if case .found(.answerKept) = event { true } else { false }
    }
  }
}
