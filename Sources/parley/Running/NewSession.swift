import ParleyCore
import ParleyJournal
import ParleyWire

/// A session to be opened from a plan.
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

  /// One that opens now, dated with this place's clock.
  init(now plan: Plan, _ map: StakeholderMap) {
    let reading = ClockReading.now()
    self.init(plan, map, at: reading.localTime, reading: reading)
  }

  /// What it begins with under an id.
  func entries(_ id: String) -> [Entry] { Session(opening: plan, id: id, at: at).entries }

  /// Makes its file, with the private map beside it, and holds it. Its name is taken anew when another process was
  /// faster.
  func create(in store: Store) throws(Failure) -> Journal {
    for _ in 0..<100 {
      do throws(JournalFault) {
        return try create(store.newID(title: plan.title, date: at.date), in: store)
      } catch {
        switch error {
        case .exists, .busy: continue
        default: throw .journal(error)
        }
      }
    }
    throw .unexpected("no free name for a session in \(store.directory)")
  }

  private func create(_ id: String, in store: Store) throws(JournalFault) -> Journal {
    guard let opening = entries(id).first else { throw .damaged(path: id, entry: 0, what: "it is no opening") }
    let journal = try Journal.create(
      in: store, id: id, opening: opening, commandID: CommandID.random().text, clock: reading)
    if !map.entries.isEmpty { try journal.file.write(map) }
    return journal
  }
}
