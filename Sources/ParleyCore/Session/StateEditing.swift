// How events change a state. What they change that is not there stays as it is.
extension State {
  mutating func edit(_ id: GoalID, _ change: (inout GoalState) -> Void) {
    if let index = goals.firstIndex(where: { $0.id == id }) { change(&goals[index]) }
  }

  mutating func edit(_ id: ItemID, _ change: (inout ParkedItem) -> Void) {
    if let index = parkingLot.firstIndex(where: { $0.id == id }) { change(&parkingLot[index]) }
  }

  mutating func edit(_ id: ClusterID, _ change: (inout Cluster) -> Void) {
    if let index = findings.clusters.firstIndex(where: { $0.id == id }) { change(&findings.clusters[index]) }
  }

  mutating func editTime(of step: Step, _ change: (inout StepTime) -> Void) {
    if let index = times.firstIndex(where: { $0.step == step }) { change(&times[index]) }
  }

  /// The last conflict is the only one that may be open.
  mutating func editLastConflict(_ change: (inout Conflict) -> Void) {
    if !conflicts.isEmpty { change(&conflicts[conflicts.count - 1]) }
  }

  mutating func editOpenConflict(_ change: (inout Conflict) -> Void) {
    if openConflict != nil { editLastConflict(change) }
  }

  /// Adds the time of the visit that ends to that of its step.
  mutating func leaveStep(_ at: Instant) {
    let visit = visit
    editTime(of: step) {
      $0.past = min(.most, $0.past + visit.length(at: at))
      $0.pastPaused = min(.most, $0.pastPaused + visit.pause(at: at))
    }
  }
}
