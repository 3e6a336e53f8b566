import ParleyCore
import ParleyJournal
import ParleyWire

/// A live session and its terminals.
///
/// It waits for nothing and owns no timer. Its owner calls when a line has something to say or room to hear, and at
/// ``deadlineMs``. So it works the same with sockets and in memory. ``Door`` decides who comes in (SessionHostDoor),
/// and ``RateLimit`` how much each terminal is heard at a time (SessionHostHearing).
public final class SessionHost {
  public let live: LiveSession
  /// What commands call the session: the name of its file, which it may have had to leave for another.
  public var name: String
  public internal(set) var seats: [Seat] = []
  /// Why the host ends; nil while it goes on.
  public private(set) var endReason: DisconnectReason?
  var door: Door
  let rateLimit: RateLimit
  /// The tokens that people have left.
  var tokens: [RateLimitKey: TokenBucket] = [:]
  /// The people who have flooded the host.
  var floods = Backoff<RateLimitKey>()
  /// The feeds of the terminals that do not lead.
  private var feeds: [Viewer: RedactedFeed] = [:]
  /// The seats that gave the commands which wait for the disk.
  private var senders: [CommandID: Seat] = [:]
  /// The words that are typed and not sent.
  var drafts: Drafts
  /// Where who is connected is kept for those who ask the disk.
  let presence: (any PresenceStore)?
  /// Who was connected when that was told last, and when it is told again, in milliseconds of CLOCK_BOOTTIME.
  var toldPresent: [Presence] = []
  var presenceDueMs: Int64?
  private let patience: Patience
  /// Whether there was a facilitator's terminal when the people who wait last heard.
  var wasLed = false
  /// Reads the private notes. Called only when a cockpit comes.
  let notes: () -> PrivateNotes
  /// Since when nobody has been there, in milliseconds of CLOCK_BOOTTIME; nil while somebody is.
  private var emptySinceMs: Int64?
  private var retryAtMs: Int64?

  /// How long a host goes on with nobody there, in milliseconds; nil is for ever.
  public struct Patience: Hashable, Sendable {
    public var whileOpen: Int64?
    public var onceClosed: Int64?
    /// Whether it stays with a closed session until the comment window has ended (M31): other accounts reach the record
    /// through it alone.
    public var staysForComments = false

    /// By default eight hours with a session that is open, two seconds with one that is closed.
    public init(whileOpen: Int64? = 8 * 3_600_000, onceClosed: Int64? = 2000) {
      self.whileOpen = whileOpen
      self.onceClosed = onceClosed
    }
  }

  private static let retryMs: Int64 = 1000
  /// A terminal that has read nothing for this long is disconnected; it can come back.
  static let unreadMs: Int64 = 60_000

  /// - Parameters:
  ///   - owner: the account whose terminals may take any seat.
  ///   - named: the seats that other accounts have.
  ///   - isShared: whether people without an invitation may ask to be let in.
  ///   - drafts: keeps the words that are typed and not sent.
  ///   - presence: keeps who is connected.
  ///   - notes: reads what only the facilitator may see; called only when a cockpit comes.
  public init(
    _ live: LiveSession, patience: Patience = Patience(), owner: UInt32 = 0,
    named: (any SeatStore)? = nil, isShared: Bool = true, drafts: any DraftStore = MemoryDrafts(),
    presence: (any PresenceStore)? = nil, rateLimit: RateLimit = .unlimited,
    notes: @escaping () -> PrivateNotes = { .missing("nothing private was written down for this session") }
  ) {
    self.live = live
    name = live.session.state.id
    self.patience = patience
    self.rateLimit = rateLimit
    self.notes = notes
    self.presence = presence
    door = Door(owner: owner, seats: named ?? MemorySeats(), isShared: isShared)
    self.drafts = Drafts(drafts) { live.hasCarriedOut($0) }
    emptySinceMs = live.now.boottimeMs
    tell(live.endLostVote(), sender: nil)
  }

  /// Hears what a terminal has to say, and tells everyone the result.
  public func hear(_ seat: Seat) {
    collect(seat)
    work(seat)
    tellAll()
  }

  /// Goes on sending to a terminal that has room again.
  public func goOn(_ seat: Seat) {
    let before = seat.line.unsentBytes
    seat.line.flush()
    if seat.line.unsentBytes < before { seat.unreadSinceMs = nil }
    tellAll()
  }

  /// Does what is due: it disconnects terminals that said no hello or read nothing, hears those whose turn it is, tries
  /// the disk again, and ends when nobody has come for long.
  public func tick() {
    let now = live.now
    for seat in seats where (seat.deadlineMs(patienceMs: SessionHost.unreadMs) ?? .max) <= now.boottimeMs {
      attend(seat, at: now.boottimeMs)
    }
    if let retryAtMs, retryAtMs <= now.boottimeMs { tell(live.retry(), sender: nil) }
    if let idleAtMs, idleAtMs <= now.boottimeMs { endReason = endReason ?? .idle }
    if let due = drafts.dueMs, due <= now.boottimeMs { drafts.keep(now: now.boottimeMs) }
    tellAll()
  }

  /// Looks whether the session's file is still where it was. Nobody is told it is saved when it is not.
  public func examine() {
    guard live.fault == nil else { return }
    tell(live.examine(), sender: nil)
    if let fault = live.fault {
      for seat in seats where seat.role != nil {
        seat.reply(.notSaved(id: .random(), reason: fault.what))
      }
    }
    tellAll()
  }

  /// When ``tick()`` has something to do, in milliseconds of CLOCK_BOOTTIME; nil when nothing will be due.
  public var deadlineMs: Int64? {
    let dues = seats.compactMap { $0.deadlineMs(patienceMs: SessionHost.unreadMs) }
    return (dues + [retryAtMs, idleAtMs, drafts.dueMs, presenceDueMs].compactMap { $0 }).min()
  }

  /// Takes a command that comes from no terminal, and returns its outcome. Everyone hears of it as of any other.
  @discardableResult
  public func give(_ line: String, by speaker: Speaker, id: CommandID = .random()) -> Outcome {
    let news = live.submit(id, line, by: speaker)
    tell(news, sender: nil)
    tellAll()
    for case .outcome(id, let outcome) in news.reversed() { return outcome }
    return .notSaved(.io(path: live.session.state.id, why: "nothing was said of the command"))
  }

  /// Asks the host to save the session and end. False when the disk does not take the commands that wait.
  @discardableResult
  public func stop() -> Bool {
    examine()
    tell(live.retry(), sender: nil)
    tellAll()
    if let fault = live.fault {
      endReason = .failed("\(live.unsavedCount) commands are not saved: \(fault.what)")
    } else {
      endReason = endReason ?? .stopped
    }
    return live.fault == nil
  }

  /// Leaves the files beside the session as the next host expects them: words that are not sent are kept at once, and
  /// nobody is connected. This is done while the session is still held: then they are the next host's.
  public func putAway() {
    if drafts.dueMs != nil { drafts.keep(now: live.now.boottimeMs) }
    presence?.remove()
  }

  /// Disconnects everyone.
  public func empty() {
    for seat in seats { disconnect(seat, endReason ?? .stopped) }
  }

  func submit(_ id: CommandID, _ text: String, _ seen: Int?, from seat: Seat, _ hello: TerminalMessage.Hello) {
    do throws(Refusal) {
      let (speaker, line) = try Admission.spoken(text, at: hello)
      try checkBallot(line, of: speaker, from: seat)
      if let seen, !live.hasCarriedOut(id) { try checkAnswer(line, from: seat, since: seen) }
      let news = live.submit(id, line, by: speaker, as: seat.viewer, from: seat.giver)
      tell(news, sender: (id, seat))
    } catch {
      seat.reply(.refused(id: id, error.notice))
    }
  }

  /// Throws `not-yours` for the ballot of someone who has a terminal of their own: it may be open there (M19).
  private func checkBallot(_ line: CommandLine, of speaker: Speaker, from seat: Seat) throws(Refusal) {
    guard line.command is CastBallot, case .stakeholder(let who) = speaker, !seat.giver.isOwnSeat(of: who) else {
      return
    }
    let own = SeatName(.stakeholder, who)
    guard seats.contains(where: { $0.name == own && $0.line.isOpen }) else { return }
    throw .votesAtOwnTerminal(live.session.state.name(who))
  }

  /// Throws `not-yours` for the dot of someone who has given one at a seat of their own since the sender's screen was
  /// looked at: a key that was meant for another answer does not replace it.
  private func checkAnswer(_ line: CommandLine, from seat: Seat, since seen: Int) throws(Refusal) {
    let session = live.session
    guard let dot = line.command as? GiveDot, !seat.giver.isOwnSeat(of: dot.who),
      let goal = dot.goal ?? session.state.goalOnTable?.id, let own = session.state.goal(goal)?.dots[dot.who],
      own.how == .own
    else { return }
    // A screen that is so far behind is answered as if the dot were news to it.
    let isNews = session.entries(from: seen + 1).contains { entry in
      entry.events.contains { event in
        if case .dotGiven(let given) = event { given.who == dot.who && given.goal == goal } else { false }
      }
    }
    if isNews || seen + 1 < session.knownFrom { throw .answeredMeanwhile(session.state.name(dot.who), own.colour) }
  }

  private func tell(_ news: [News], sender: (id: CommandID, seat: Seat)?) {
    if let sender { senders[sender.id] = sender.seat }
    for item in news {
      switch item {
      // Seats read the entries from the session, each at its own pace.
      case .entry(let entry): if entry.keepsPrivateWords { tellNotes() }
      case .outcome(let id, let outcome): tell(outcome, of: id)
      case .saved: for seat in seats where seat.role != nil { seat.reply(.saved) }
      case .moved(let file): follow(file)
      }
    }
    retryAtMs = live.fault == nil ? nil : live.now.boottimeMs + SessionHost.retryMs
  }

  /// The session goes on in another file. Accounts that cannot read it are not told where it is.
  private func follow(_ file: SessionFile) {
    door.seats.follow(file)
    drafts.follow(file, now: live.now.boottimeMs)
    presence?.follow(file)
    name = file.id
    presence?.keep(toldPresent)
    for seat in seats where seat.role != nil && seat.user == door.owner {
      seat.reply(.moved(path: file.path))
    }
  }

  /// Sends the private notes again to those who may read them.
  private func tellNotes() {
    for seat in seats {
      if let role = seat.role, let notes = RoleVisibility(role: role).notes(notes) { seat.reply(.map(notes)) }
    }
  }

  private func tell(_ outcome: Outcome, of id: CommandID) {
    let seat = senders[id]
    switch outcome {
    case .accepted(let entry):
      drafts.end(id, now: live.now.boottimeMs)
      seat?.reply(.accepted(id: id, entry: entry))
    case .refused(let refusal): seat?.reply(.refused(id: id, refusal.notice))
    case .notSaved(let fault):
      seat?.reply(.notSaved(id: id, reason: fault.what))
      return
    }
    senders[id] = nil
  }

  private func tellAll() {
    // Terminals that lead hear when others leave.
    dropGone()
    tellPresence()
    // Terminals that lead come first: with fifty terminals on one machine, the last ones wait for a processor.
    for seat in seats.filter(\.leads) + seats.filter({ !$0.leads }) {
      seat.tell(live, seat.viewer.map(feed(to:)))
      noteReading(seat)
    }
    dropGone()
    tellWaiting()
    tellWriting()
    forgetWhatIsTold()
    let isEmpty = !seats.contains { $0.role != nil }
    emptySinceMs = isEmpty ? emptySinceMs ?? live.now.boottimeMs : nil
  }

  private func feed(to viewer: Viewer) -> RedactedFeed {
    if let told = feeds[viewer], told.next == live.session.nextNumber { return told }
    var feed = feeds[viewer] ?? RedactedFeed(live.session, to: viewer)
    // Only now, after the terminals that lead: this takes a while.
    feed.follow(live.session, live.entries(from: feed.next) ?? [])
    feeds[viewer] = feed
    return feed
  }

  private func forgetWhatIsTold() {
    for viewer in feeds.keys {
      let told = seats.filter { $0.viewer == viewer }.map { $0.next ?? 0 }.min()
      if let told { feeds[viewer]?.forget(before: told) } else { feeds[viewer] = nil }
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
    if seat.role != nil { presenceChanges(within: SessionHost.graceMs) }
    tokens = tokens.filter { !$1.isFull(rateLimit, at: live.now.boottimeMs) }
    if let knock = seat.knock { tellLeaders(.knockOver(knock.number)) }
    leaveDrafts(of: seat)
  }

  private var idleAtMs: Int64? {
    // Unsaved commands must not be lost because nobody is looking.
    guard let emptySinceMs, live.fault == nil else { return nil }
    guard live.session.state.ended != nil else { return patience.whileOpen.map { emptySinceMs + $0 } }
    let idle = patience.onceClosed.map { emptySinceMs + $0 }
    guard patience.staysForComments, live.session.state.status == .openForComment,
      let end = live.session.state.ended?.endOfComments, let idle
    else { return idle }
    return max(idle, live.now.boottimeMs + end.milliseconds - live.now.at.milliseconds)
  }
}
