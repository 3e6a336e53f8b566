import ParleyCore
import ParleyJournal

extension Plan {
  /// The plan with what became of the session that it continues (M37), if the store has that session. If it has not, a
  /// message says so, since the session then opens on the plan alone. A review that continues none sets apart what has
  /// ended.
  func goingOn(from store: @autoclosure () throws(Failure) -> Store) throws(Failure) -> Plan {
    guard let previous else { return settingApartWhatEnded }
    let store = try store()
    var plan = self
    do throws(JournalFault) {
      let journal = try Journal.open(try store.find(previous), access: .reading)
      defer { journal.close() }
      let session = try journal.session()
      plan.before = LastSession(session.state)
      if let loss = try journal.loss() { Output.complain("parley: previous: \(oneLine(loss.description))") }
      plan.before?.takeUp(try Ledger(store).read(), in: store, of: Record(of: session))
    } catch {
      Output.complain("parley: previous: \(oneLine(error.description)) — the session opens on the plan alone")
    }
    return plan.carryingParkedItems
  }
}

extension LastSession {
  /// Takes up what was said and measured since its end.
  fileprivate mutating func takeUp(_ ledger: LedgerContents, in store: Store, of record: Record) {
    outcomes = (ledger.outcomes[record.id] ?? []).map { outcome in
      PastOutcome(what: record.subject(of: outcome), text: outcome.text, result: outcome.result)
    }
    // Readings may belong to a goal from further back, or were made in a check-in: only the whole store tells.
    readings = StoreRecords(store, telling: false).readings(of: record, ledger).compactMapValues(\.last)
  }
}
