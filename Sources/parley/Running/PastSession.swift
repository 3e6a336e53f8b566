import ParleyCore
import ParleyJournal

extension Plan {
  /// The plan with the results of the session that it continues (M37), if the store has that session. If it has not, a
  /// message says so, since the session then opens on the plan alone.
  func goingOn(from store: @autoclosure () throws(Failure) -> Store) throws(Failure) -> Plan {
    guard let previous else { return self }
    let store = try store()
    var plan = self
    do throws(JournalFault) {
      let journal = try Journal.open(try store.find(previous), access: .reading)
      defer { journal.close() }
      plan.before = LastSession(try journal.session().state)
      if let loss = try journal.loss() { Output.complain("parley: previous: \(oneLine(loss.description))") }
    } catch {
      Output.complain("parley: previous: \(oneLine(error.description)) — the session opens on the plan alone")
    }
    return plan
  }
}
