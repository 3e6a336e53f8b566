import Glibc
import ParleyCore
import ParleyJournal
import ParleyPlan
import ParleyWire

/// A session that is about to open from a plan.
struct NewSession {
  let plan: Plan
  let map: StakeholderMap
  let at: Instant
  let reading: ClockReading

  init(_ plan: Plan, _ map: StakeholderMap, at: Instant, reading: ClockReading) {
    self.plan = plan
    self.map = map
    self.at = at
    self.reading = reading
  }

  /// A session that opens now, dated with the clock of the plan's zone. A plan without one has that of this machine.
  init(now plan: Plan, _ map: StakeholderMap) {
    let reading = ClockReading.now()
    var zoned = plan
    zoned.zone = plan.zone ?? MachineZone.current
    self.init(zoned, map, at: reading.time(in: zoned.zone), reading: reading)
  }

  /// Its first entry under an id.
  func opening(_ id: String) throws(Failure) -> Entry {
    guard let opening = Session(opening: plan, id: id, at: at).entries.first else {
      throw .unexpected("a session without an opening")
    }
    return opening
  }

  /// Makes its file, with the private map beside it, and holds it. It takes another name when another process was
  /// faster.
  func create(in store: Store) throws(Failure) -> Journal {
    for _ in 0..<100 {
      let id = store.newID(title: plan.title, date: at.date)
      let opening = try opening(id)
      do throws(JournalFault) {
        let journal = try Journal.create(
          in: store, id: id, opening: opening, commandID: CommandID.random().text, clock: reading)
        if !map.entries.isEmpty { try journal.file.write(map) }
        return journal
      } catch {
        switch error {
        case .exists, .busy: continue
        default: throw .journal(error)
        }
      }
    }
    throw .unexpected("no free name for a session in \(store.directory)")
  }

  /// The file for a host to make. The private map is beside it already, so that the name is taken.
  func reserve(in store: Store) throws(Failure) -> SessionFile {
    try Failure.journal { () throws(JournalFault) in
      try store.prepare()
      let file = store.file(store.newID(title: plan.title, date: at.date))
      if !map.entries.isEmpty { try file.write(map) }
      return file
    }
  }

  /// Releases a reserved name when the session did not open.
  static func giveUp(_ file: SessionFile) {
    if access(file.path, F_OK) != 0 { unlink(file.privatePath) }
  }
}
