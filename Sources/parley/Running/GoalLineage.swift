import ParleyCore
import ParleyJournal

// Theory: an id such as `activation` names a goal within one session alone. Two sessions mean the same goal when the
// later one goes on from the earlier (`previous:`) and has the goal still, or carried it forward under a new id (M37).
// So every goal leads back to the session in which it began, and that pair is what a reading belongs to.
/// A goal, from the session in which it began to the last that went on with it.
struct GoalLineage: Hashable {
  /// The session in which it began.
  let session: String
  /// Its id there.
  let goal: GoalID
}

extension StoreRecords {
  /// The lineage of a goal that a session has.
  func lineage(of goal: GoalID, in session: String) -> GoalLineage {
    var here = GoalLineage(session: session, goal: goal)
    var way: Set<GoalLineage> = []
    // A journal that was copied under another's name could name itself as its own past.
    while way.insert(here).inserted {
      guard let before = lineages[here] ?? earlier(here), before != here else { break }
      here = before
    }
    for step in way { lineages[step] = here }
    return here
  }

  /// The closed sessions that have a goal of this id, each the last of its lineage.
  func meant(by goal: GoalID) -> [SessionRecord] {
    let kept = sessions.filter { $0.record.ended != nil && $0.has(goal) }
    var seen: Set<GoalLineage> = []
    return kept.filter { seen.insert(lineage(of: goal, in: $0.record.id)).inserted }
  }

  /// The readings of the main metrics of a session's goals, with those made in sessions, the oldest first. A goal that
  /// only has the same id gives none.
  func readings(of record: Record, _ ledger: LedgerContents) -> [GoalID: [Reading]] {
    var known: [GoalLineage: [Reading]] = [:]
    let having = sessions.reduce(into: [GoalID: [SessionRecord]]()) { having, kept in
      for goal in Set(kept.record.goals.map(\.goal.id)) { having[goal, default: []].append(kept) }
    }
    for measured in ledger.readings {
      guard let whose = owner(of: measured, among: having[measured.goal] ?? []) else { continue }
      known[whose, default: []].append(measured.reading)
    }
    for kept in sessions {
      for reading in kept.record.findings.readings {
        known[lineage(of: reading.goal, in: kept.record.id), default: []]
          .append(Reading(at: reading.at, value: reading.value, note: reading.note))
      }
    }
    let own = record.goals.map { goal in
      (goal.goal.id, (known[lineage(of: goal.goal.id, in: record.id)] ?? []).sorted { $0.at < $1.at })
    }
    return Dictionary(own.filter { !$0.1.isEmpty }) { first, _ in first }
  }

  /// Whose a reading is. One from before readings named their session is the goal's that counted at that moment: of the
  /// sessions with such a goal, the last that was closed by then.
  private func owner(of measured: LedgerContents.Measured, among having: [SessionRecord]) -> GoalLineage? {
    if let session = measured.session { return lineage(of: measured.goal, in: session) }
    let then = having.first { kept in kept.record.ended.map { $0 <= measured.reading.at } ?? false }
    return (then ?? having.last).map { lineage(of: measured.goal, in: $0.record.id) }
  }

  private func earlier(_ here: GoalLineage) -> GoalLineage? {
    guard let kept = self[here.session], let name = kept.plan.previous,
      let past = kept.plan.before?.id ?? named(name), past != here.session, let before = self[past]
    else { return nil }
    let id = kept.record.findings.carried.first { $0.to == here.goal }?.from ?? here.goal
    return before.has(id) ? GoalLineage(session: past, goal: id) : nil
  }
}

extension StoreRecords.SessionRecord {
  func has(_ goal: GoalID) -> Bool { record.goals.contains { $0.goal.id == goal } }
}
