import Glibc
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

/// A rehearsal that is ready to begin: its file, its host in this process, its people.
struct RehearsalStart {
  let journal: Journal
  let host: MemoryHost
  let performance: Performance?
  let map: StakeholderMap

  init(_ plan: Plan, _ map: StakeholderMap, _ mark: RehearsalMark, in shelf: RehearsalShelf) throws(Failure) {
    let reading = ClockReading.now()
    let new = NewSession(plan.rehearsed(mark), map, at: plan.starts ?? reading.localTime, reading: reading)
    let journal = try new.create(in: shelf.store)
    let kept = try Failure.journal { () throws(JournalFault) in try journal.kept() }
    guard let host = MemoryHost(goingOnWith: kept, journal: journal) else {
      throw .unexpected("a rehearsal without an opening")
    }
    self.journal = journal
    self.host = host
    self.map = map
    if let from = mark.from { RehearsalStart.pass(to: from, host) }
    performance = mark.isSolo ? nil : Performance(of: host.session.entries, map)
  }

  /// Ends the rehearsal. It pauses the countdown, so that the time is in the file.
  func end() {
    let state = host.session.state
    if state.ended == nil, state.step != .lobby, state.visit.pausedSince == nil { host.give("pause") }
    journal.close()
  }

  /// Throws where no rehearsal can begin at the step of the mark.
  static func requireStep(of plan: Plan, _ mark: RehearsalMark) throws(Failure) {
    guard let from = mark.from else { return }
    let opened = plan.rehearsed(mark)
    let host = try Failure.journal { () throws(JournalFault) in
      try MemoryHost(opening: opened, id: "rehearsal", at: plan.starts ?? ClockReading.now().localTime)
    }
    pass(to: from, host)
    let state = host.session.state
    guard state.step.text != from else { return }
    let known = state.agenda.map(\.text).joined(separator: ", ")
    throw .usage(command: "rehearse", problem: "no step `\(from)` can be begun with; there are \(known)")
  }

  /// Passes over the steps before the first one to rehearse, each in its planned time: everyone agrees, and nobody is
  /// heard.
  private static func pass(to step: String, _ host: MemoryHost) {
    for _ in 0..<200 where host.session.state.step.text != step {
      let state = host.session.state
      host.pass(seconds: state.timebox(of: state.step) * 60)
      if case .goal(let id) = state.step { settle(id, host) }
      guard case .accepted = host.give("next") else { break }
    }
  }

  private static func settle(_ id: GoalID, _ host: MemoryHost) {
    let state = host.session.state
    for person in state.plan.stakeholders where state.isPresent(person.id) {
      host.give("dot \(person.id) green how=proxy")
    }
    if case .accepted = host.give("confirm \(id)") { return }
    host.give("skip \(id) because=\"Before this rehearsal began\"")
  }
}
