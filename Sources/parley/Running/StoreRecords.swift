import ParleyCore
import ParleyJournal

// Theory: a team keeps its sessions for years, so whatever goes over a store takes time by their number, not by its
// square. Each session is found by its id, and what is found on the way from a goal to its beginning is remembered.
/// The records of all sessions in a store, the one that began last first.
final class StoreRecords {
  let sessions: [SessionRecord]
  private let byID: [String: SessionRecord]
  /// In their order, to find by a beginning.
  private let ids: [String]
  private let followers: [SessionKind: Followers]
  /// The beginnings of goals that were looked for.
  var lineages: [GoalLineage: GoalLineage] = [:]

  final class SessionRecord: Sendable {
    let file: SessionFile
    let record: Record
    let plan: Plan
    init(_ file: SessionFile, _ session: Session, _ clock: Store.LastClock) {
      self.file = file
      var record = Record(of: session)
      record.liveOn(from: clock)
      self.record = record
      plan = session.state.plan
    }

    var began: Instant { record.started ?? record.asOf }
  }

  /// The sessions of one kind that have begun.
  private struct Followers {
    var last: Instant
    /// Those that name a session as the one before.
    var naming: [String: Set<String>] = [:]
  }

  /// Reads them all. It reports those that cannot be read, unless it is asked not to, and the others count.
  init(_ store: Store, telling isTelling: Bool = true) {
    sessions = store.sessions { file, session, clock in
      session.state.plan.rehearsal == nil ? SessionRecord(file, session, clock) : nil
    }.compactMap { read in
      if isTelling, let loss = read.loss { Output.complain("parley: \(oneLine(loss.description))") }
      do throws(JournalFault) { return try read.made.get() } catch {
        if isTelling { Output.complain("parley: \(oneLine(error.description))") }
        return nil
      }
    }.sorted { ($1.began, $0.file.id) < ($0.began, $1.file.id) }
    byID = Dictionary(sessions.map { ($0.record.id, $0) }) { first, _ in first }
    ids = sessions.map(\.record.id).sorted()
    followers = sessions.filter { $0.record.started != nil }.reduce(into: [:]) { followers, kept in
      var own = followers[kept.record.kind] ?? Followers(last: kept.began)
      own.last = max(own.last, kept.began)
      if let previous = kept.plan.previous { own.naming[previous, default: []].insert(kept.file.id) }
      followers[kept.record.kind] = own
    }
  }

  /// The session with an id; the one that began last where a file was copied.
  subscript(id: String) -> SessionRecord? { byID[id] }

  /// The session whose goals count now: the last one closed of a kind that sets goals.
  var latest: SessionRecord? { sessions.first { $0.record.ended != nil && $0.record.kind.setsGoals } }

  /// The decisions that later sessions replaced: from `q3-alignment-2027-06-28/D1` to the new one, named the same way
  /// (M31).
  var replacements: [String: String] {
    var replacements: [String: String] = [:]
    for kept in sessions.reversed() {
      for decision in kept.record.decisions {
        guard let old = decision.replaces?.elsewhere, let session = named(old.session) else { continue }
        replacements["\(session)/\(old.decision)"] = "\(kept.record.id)/\(decision.id)"
      }
    }
    return replacements
  }

  /// The session with an id, or with the only id that begins so.
  func named(_ id: String) -> String? {
    if byID[id] != nil { return id }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    let meant = ids[low...].prefix(2).prefix { $0.hasPrefix(id) }
    return meant.count == 1 ? meant.first : nil
  }

  /// Everything that is still owed, the next first.
  func owed(_ ledger: LedgerContents) -> [OwedItem] {
    let replaced = replacements
    let all = sessions.flatMap { kept in
      kept.record.owed.filter { owed in
        !isDone(owed, kept, ledger)
          && !(owed.kind == .decision && replaced["\(kept.record.id)/\(owed.key)"] != nil)
      }.map { OwedItem(session: kept, owed: $0, outcome: ledger.outcome(of: $0.key, in: kept.record.id)) }
    }
    return all.enumerated().sorted { a, b in
      let last = CalendarDate(daysSince1970: 2_900_000)
      return (a.element.owed.due?.date ?? last, a.offset) < (b.element.owed.due?.date ?? last, b.offset)
    }.map(\.element)
  }

  /// Everything that was owed and has been marked as done since an instant.
  func done(_ ledger: LedgerContents, since: Instant) -> [OwedItem] {
    sessions.flatMap { kept in
      kept.record.owed.filter { owed in (ledger.done[kept.record.id]?[owed.key]).map { $0 >= since } ?? false }
        .map { OwedItem(session: kept, owed: $0, outcome: ledger.outcome(of: $0.key, in: kept.record.id)) }
    }
  }

  /// Everything that was owed and ended with an outcome since an instant: it is owed no longer, and still worth a look.
  func ended(_ ledger: LedgerContents, since: Instant) -> [OwedItem] {
    sessions.flatMap { kept in
      kept.record.owed.compactMap { owed in
        guard ledger.done[kept.record.id]?[owed.key] == nil,
          let outcome = ledger.outcome(of: owed.key, in: kept.record.id), outcome.result != nil, outcome.at >= since
        else { return nil }
        return OwedItem(session: kept, owed: owed, outcome: outcome)
      }
    }
  }

  private func isDone(_ owed: Owed, _ kept: SessionRecord, _ ledger: LedgerContents) -> Bool {
    if ledger.done[kept.record.id]?[owed.key] != nil { return true }
    if ledger.outcome(of: owed.key, in: kept.record.id)?.result != nil { return true }
    switch owed.kind {
    case .recall:
      let asked = ledger.recalls[kept.record.id] ?? [:]
      return kept.record.attendance.filter { $0.arrived != nil }.allSatisfy { asked[$0.who] != nil }
    case .checkIn: return isFollowed(kept, by: .checkIn)
    case .monthlyCheckIn:
      // One that was held late is no look of the month after.
      guard let last = followers[.checkIn]?.last, let due = owed.due?.date else { return false }
      return last > kept.began && last.date >= due.adding(days: -14)
    case .review: return isFollowed(kept, by: .review)
    default: return false
    }
  }

  /// Whether a session of the kind began later, or names this one.
  private func isFollowed(_ kept: SessionRecord, by kind: SessionKind) -> Bool {
    guard let others = followers[kind] else { return false }
    return others.last > kept.began || others.naming[kept.record.id]?.contains { $0 != kept.file.id } ?? false
  }
}

/// Something owed, and its session.
struct OwedItem {
  let session: StoreRecords.SessionRecord
  let owed: Owed
  /// The last word on it.
  let outcome: LaterOutcome?

  /// Whether it was said how it ended.
  var isEnded: Bool { outcome?.result != nil }

  /// `q3-alignment-2027-06-28/F1`: what `due --done` takes.
  var name: String { "\(session.record.id)/\(owed.key)" }

  var people: [String] {
    owed.who.map { session.record.name(of: $0) }
  }
}

extension StoreOption {
  /// Every session's record, and the ledger of later events.
  func everything() throws(Failure) -> (records: StoreRecords, ledger: LedgerContents, store: Store) {
    let store = try store()
    let ledger = try Failure.journal { () throws(JournalFault) in try Ledger(store).read() }
    return (StoreRecords(store), ledger, store)
  }

  /// The session that a name means, else the one whose goals count now.
  func goalSetting(_ name: String?, in records: StoreRecords) throws(Failure) -> StoreRecords.SessionRecord {
    guard let name else {
      guard let latest = records.latest else { throw .nothingClosed(try store().directory) }
      return latest
    }
    let file = try find(name)
    guard let kept = records.sessions.first(where: { $0.file == file }) else {
      return StoreRecords.SessionRecord(file, try session(name), nil)
    }
    return kept
  }
}
