import CLinux
import ParleyCore
import ParleyJournal
import ParleyWire

/// A session that takes commands.
///
/// Theory: a command is *decided* on the state, *appended* to the journal, *applied* to the state, and *told*, in that
/// order, so nothing is shown or sent that is not on disk. When the disk does not take an entry, nothing is applied,
/// and only the sender hears of it. The command then waits, with every later one behind it, until the journal has
/// recovered. A failed append may be on disk all the same: recovery finds it by the command's id, and then it has
/// happened. The same id makes sure that a command given twice is carried out once.
///
/// Left out on purpose: who may see what, descriptors and timers. Those are ``SessionHost``'s and ``HostProcess``'s.
public final class LiveSession {
  public private(set) var session: Session
  private var ballots: OpenBallots
  private let journal: any EntryStore
  private let time: any HostClock
  /// The entry that each of the last commands made; the journal knows those of before.
  private var numbers: [String: Int] = [:]
  /// How many of the last entries are in memory at least; nil for all of them. Older ones are read back.
  private let known: Int?
  /// Older entries that were read back for a terminal that reads slowly.
  private var recalled: [Entry] = []
  private var waiting: [PendingCommand] = []
  /// Why the journal cannot be written; nil while it can.
  public private(set) var fault: JournalFault?

  /// A command as it was given.
  private struct PendingCommand {
    let id: CommandID
    let line: CommandLine
    let speaker: Speaker
    let giver: Giver
    let viewer: Viewer?
    let moment: Moment
  }

  /// Resumes the session of these entries, which the journal holds already. Nil when they do not begin with an opening.
  public convenience init?(
    _ entries: [Entry], journal: any EntryStore, time: any HostClock,
    ballots keeping: any BallotStore = ForgetfulBallots()
  ) {
    guard let session = Session(entries: entries) else { return nil }
    self.init(session, journal: journal, time: time, ballots: keeping)
  }

  /// Resumes a session that the journal holds.
  ///
  /// - Parameter known: how many of the last entries stay in memory at least; nil for all of them.
  public init(
    _ session: Session, journal: any EntryStore, time: any HostClock,
    ballots keeping: any BallotStore = ForgetfulBallots(), knowing known: Int? = nil
  ) {
    let vote = session.state.voteIsOpen ? LiveSession.openingOfVote(session, journal) : nil
    ballots = OpenBallots(keeping, of: vote.flatMap(journal.command(ofEntry:)), session.state)
    self.session = session
    self.journal = journal
    self.time = time
    self.known = known
  }

  /// The number of the entry that opened the last vote.
  private static func openingOfVote(_ session: Session, _ journal: any EntryStore) -> Int? {
    func opening(_ entries: some BidirectionalCollection<Entry>) -> Int? {
      entries.last { $0.events.contains(where: \.opensVote) }?.number
    }
    if let number = opening(session.entries) { return number }
    for end in stride(from: session.knownFrom, to: 0, by: -LiveSession.recallCount) {
      let range = max(0, end - LiveSession.recallCount)..<end
      if let number = (try? journal.entries(range)).flatMap({ opening($0) }) { return number }
    }
    return nil
  }

  public var now: Moment { time.now }

  /// Whether the ballots of an open vote outlive a crash of this process.
  public var ballotsOutliveHost: Bool { ballots.outliveHost }

  /// How many commands wait for the disk.
  public var unsavedCount: Int { waiting.count }

  /// The command that has waited longest for the disk.
  public var firstUnsaved: CommandID? { waiting.first?.id }

  /// Takes a command, and returns the news of it.
  ///
  /// - Parameters:
  ///   - viewer: the viewer that the sender is. A command can name only what this viewer knows of, and is refused as if
  ///     there were nothing else. Nil for a terminal that leads.
  ///   - giver: who gives it; at the speaker's own seat where nothing else is said, as in a script.
  public func submit(
    _ id: CommandID, _ line: CommandLine, by speaker: Speaker, as viewer: Viewer? = nil, from giver: Giver? = nil
  ) -> [News] {
    if let number = numbers[id.text] { return [.outcome(id, .accepted(entry: number))] }
    let given = PendingCommand(
      id: id, line: line, speaker: speaker, giver: giver ?? .seat(speaker), viewer: viewer, moment: time.now)
    guard fault != nil else { return attempt(given) }
    if !waiting.contains(where: { $0.id == id }) { waiting.append(given) }
    let news = retry()
    guard let fault else { return news }
    return news + [.outcome(id, .notSaved(fault))]
  }

  /// Reads a line and submits it: the way in for scripts and for hosts in memory.
  public func submit(_ id: CommandID, _ text: String, by speaker: Speaker, as viewer: Viewer? = nil) -> [News] {
    do throws(Refusal) {
      return submit(id, try CommandLine(text, by: speaker), by: speaker, as: viewer)
    } catch { return [.outcome(id, .refused(error))] }
  }

  /// Tries again what the disk did not take; does nothing when nothing waits.
  public func retry() -> [News] {
    guard fault != nil else { return [] }
    var news: [News] = []
    let home = journal.home
    do throws(JournalFault) {
      for kept in try journal.recover() { news += try admit(kept) }
      fault = nil
    } catch {
      fault = error
      return []
    }
    let due = waiting
    waiting = []
    for (index, given) in due.enumerated() {
      let tried = attempt(given)
      guard fault == nil else {
        // The one that failed waits again, and those behind it still do. Their senders know already.
        waiting += due[(index + 1)...]
        return news
      }
      news += tried
    }
    guard let now = journal.home, now != home else { return news + [.saved] }
    ballots.follow(now, session.state)
    return news + [.saved, .moved(now)]
  }

  /// Looks whether the entries are still stored where they were, and goes on elsewhere if they are not.
  public func examine() -> [News] {
    guard fault == nil else { return [] }
    do throws(JournalFault) {
      try journal.examine()
      return []
    } catch {
      fault = error
      return retry()
    }
  }

  /// Ends a vote whose ballots were lost with the host that held them (M19).
  public func endLostVote() -> [News] {
    guard let vote = session.state.openVote, vote.turnout.count != ballots.box.ballots else { return [] }
    let note = "The vote was cancelled: its ballots were lost with the host that held them. Open it again."
    return submit(.random(), CommandLine(CancelVote()), by: .facilitator)
      + submit(.random(), CommandLine(AddNote(text: note)), by: .facilitator)
  }

  /// Whether a command has its entry.
  public func hasCarriedOut(_ id: CommandID) -> Bool { numbers[id.text] != nil || earlierNumber(of: id) != nil }

  /// The entry of a command that an earlier host took. An entry that is in doubt on the disk has not happened yet.
  private func earlierNumber(of id: CommandID) -> Int? {
    journal.number(ofCommand: id.text).flatMap { $0 < session.nextNumber ? $0 : nil }
  }

  private func attempt(_ given: PendingCommand) -> [News] {
    do throws(Refusal) {
      let at = max(given.moment.at, session.entries.last?.at ?? given.moment.at)
      let occasion = Occasion(speaker: given.speaker, at: at, box: ballots.box, seat: given.giver)
      if let viewer = given.viewer {
        let blind = Occasion(speaker: given.speaker, at: at, box: BallotBox(), seat: given.giver)
        _ = try session.seen(by: viewer).decide(given.line.command, on: blind)
      }
      let proposal = try session.proposal(for: given.line, on: occasion)
      return keep(proposal, of: given)
    } catch {
      ballots.giveUp(session.state)
      // A command that was carried out already may well be refused now.
      if let number = earlierNumber(of: given.id) { return [.outcome(given.id, .accepted(entry: number))] }
      return [.outcome(given.id, .refused(error))]
    }
  }

  private func keep(_ proposal: Session.Proposal, of given: PendingCommand) -> [News] {
    if let ballot = proposal.ballot { ballots.await(ballot, session.state) }
    do throws(JournalFault) {
      try readBack(for: proposal.entry)
      // Private words go before the entry that mentions them: keeping them twice changes nothing.
      if let words = proposal.words { try journal.keep(words) }
      let number = try journal.append(proposal.entry, commandID: given.id.text, clock: given.moment.reading)
      guard number == proposal.entry.number else {
        ballots.giveUp(session.state)
        return [.outcome(given.id, .accepted(entry: number))]
      }
    } catch {
      fault = error
      waiting.append(given)
      // That the file is gone is no reason to wait: there is room elsewhere.
      let news = if case .takenAway = error { retry() } else { [News]() }
      return fault.map { news + [.outcome(given.id, .notSaved($0))] } ?? news
    }
    apply(proposal.entry, id: given.id.text, ballot: proposal.ballot)
    return [.entry(proposal.entry), .outcome(given.id, .accepted(entry: proposal.entry.number))]
  }

  /// Takes in an entry that turned out to be on disk.
  private func admit(_ kept: JournalEntry) throws(JournalFault) -> [News] {
    try readBack(for: kept.entry)
    let given = waiting.first { $0.id.text == kept.commandID }
    let ballot = given.flatMap {
      try? session.proposal(
        for: $0.line, on: Occasion(speaker: $0.speaker, at: kept.entry.at, box: ballots.box, seat: $0.giver)
      ).ballot
    }
    apply(kept.entry, id: kept.commandID, ballot: ballot)
    waiting.removeAll { $0.id.text == kept.commandID }
    let outcome = given.map { News.outcome($0.id, .accepted(entry: kept.entry.number)) }
    return [.entry(kept.entry)] + (outcome.map { [$0] } ?? [])
  }

  private func apply(_ entry: Entry, id: String, ballot: [GoalID: Int]?) {
    session.append(entry)
    numbers[id] = entry.number
    ballots.apply(entry, id: id, ballot: ballot, session.state)
    if !session.knowsUndoable, let all = try? allEntries(), let whole = Session(entries: all) { session = whole }
    // Whoever never pauses stays within bounds too.
    if let known, session.entries.count > 8 * known { rest() }
  }

  // MARK: What was long ago

  /// So many entries are read back at once for a terminal.
  private static let recallCount = 512

  /// Forgets older entries, which can be read back. It takes about a millisecond: call it when nobody waits.
  public func rest() {
    guard let known else { return }
    let count = session.entries.count
    session.forget(butFor: known)
    recalled = []
    let first = session.knownFrom
    if numbers.count > 2 * known { numbers = numbers.filter { $0.value >= first } }
    // All was read back for an `undo`, and there is no use for it any more.
    if count - session.entries.count > 16 * known { parley_give_back_freed_memory() }
  }

  /// All entries. Throws where older ones cannot be read back.
  public func allEntries() throws(JournalFault) -> [Entry] {
    try journal.entries(0..<session.knownFrom) + session.entries(from: session.knownFrom)
  }

  /// The entries from a number on; nil where older ones cannot be read back.
  func entries(from number: Int) -> [Entry]? {
    guard number < session.knownFrom else { return Array(session.entries(from: number)) }
    return (try? journal.entries(number..<session.knownFrom)).map { $0 + session.entries(from: session.knownFrom) }
  }

  /// The entry with this number; nil where it cannot be read back.
  func entry(_ number: Int) -> Entry? {
    if number >= session.knownFrom { return session.entry(number) }
    if let entry = recalled.first(where: { $0.number == number }) { return entry }
    recalled = (try? journal.entries(number..<min(number + LiveSession.recallCount, session.knownFrom))) ?? []
    return recalled.first
  }

  /// What a terminal needs to join anew after an entry; nil where the entry is enough.
  func snapshot(with entry: Entry, joined: Int) -> Snapshot? {
    session.snapshot(with: entry, joined: joined) { count in
      ((try? allEntries()) ?? []).filter { $0.number < count }
    }
  }

  /// Knows all of the session again where an entry takes back what was forgotten.
  private func readBack(for entry: Entry) throws(JournalFault) {
    guard session.reachesBack(entry), let whole = Session(entries: try allEntries()) else { return }
    session = whole
  }
}
