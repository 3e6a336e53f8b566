import ParleyCore
import ParleyJournal

extension Plan {
  /// The plan with what became of the session that it goes on from (M37), where the store has that session; it is told
  /// where it has not, since this one then opens on the plan alone.
  func goingOn(from store: @autoclosure () throws(Failure) -> Store) throws(Failure) -> Plan {
    guard let previous else { return self }
    let store = try store()
    var plan = self
    do throws(JournalFault) {
      let journal = try Journal.open(try store.find(previous), access: .reading)
      defer { journal.close() }
      plan.before = LastSession(try journal.session().state)
    } catch {
      Output.complain("parley: previous: \(oneLine(error.description)) — the session opens on the plan alone")
    }
    return plan
  }
}
