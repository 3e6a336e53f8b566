/// What happened in a session of a kind of its own; part of an ``Event``.
public enum Finding: Hashable, Sendable {
  case resultGiven(GoalID, LastPeriod)
  /// A new goal that goes on from one of the last period; it takes that one's place, where that is on the roadmap.
  case goalCarried(Goal, from: GoalID)
  case metricRead(MetricReading)
  case questionNamed(String)
  case questionAnswered(DecisionID)
  case questionPostponed(Process)
  /// Anew when there is one with this id: its evidence was graded again.
  case assumed(Assumption)
  case alternativeGiven(Alternative)
  case killCriterionSet(KillCriterion)
  case chosen(Choice)
  case reasonGiven(Reason)
  /// Anew when there is one with this id. A reason is in one cluster only.
  case clustered(Cluster)
  case mitigated(ClusterID, Mitigation)
  case borne(ClusterID, because: String)
  /// That a question of a 1:1 was answered. How is in no event (M9).
  case answerKept(Step.Part)
}

// The part of the fold that is about findings.
extension State {
  mutating func applyFinding(_ finding: Finding) {
    switch finding {
    case .resultGiven(let goal, let last): findings.results[goal] = last
    case .goalCarried(let goal, let from): carry(goal, from: from)
    case .metricRead(let reading): findings.readings.append(reading)
    case .questionNamed, .questionAnswered, .questionPostponed: applyQuestion(finding)
    case .assumed, .alternativeGiven, .killCriterionSet, .chosen: applyJournal(finding)
    case .reasonGiven, .clustered, .mitigated, .borne: applyPreMortem(finding)
    case .answerKept(let part): if !findings.answered.contains(part) { findings.answered.append(part) }
    }
  }

  private mutating func carry(_ goal: Goal, from: GoalID) {
    findings.carried.append(Carried(from: from, to: goal.id))
    if let place = goals.firstIndex(where: { $0.id == from }), let rank = order.firstIndex(of: from) {
      goals[place] = GoalState(goal: goal)
      order[rank] = goal.id
    } else {
      goals.append(GoalState(goal: goal))
      order.append(goal.id)
    }
  }

  private mutating func applyQuestion(_ finding: Finding) {
    switch finding {
    case .questionNamed(let text): findings.question = Question(text: text)
    case .questionAnswered(let decision): findings.question?.answer = .decided(decision)
    case .questionPostponed(let process): findings.question?.answer = .postponed(process)
    default: break
    }
  }

  private mutating func applyJournal(_ finding: Finding) {
    switch finding {
    case .assumed(let assumption):
      if let place = findings.assumptions.firstIndex(where: { $0.id == assumption.id }) {
        findings.assumptions[place] = assumption
      } else {
        findings.assumptions.append(assumption)
      }
    case .alternativeGiven(let alternative): findings.alternatives.append(alternative)
    case .killCriterionSet(let criterion): findings.killCriteria.append(criterion)
    case .chosen(let choice): findings.choice = choice
    default: break
    }
  }

  private mutating func applyPreMortem(_ finding: Finding) {
    switch finding {
    case .reasonGiven(let reason):
      findings.reasons.append(reason)
      heard.insert(reason.who)
    case .clustered(let cluster): put(cluster)
    case .mitigated(let id, let mitigation): edit(id) { $0.mitigations.append(mitigation) }
    case .borne(let id, let because): edit(id) { $0.borne = because }
    default: break
    }
  }

  private mutating func put(_ cluster: Cluster) {
    for index in findings.clusters.indices {
      findings.clusters[index].reasons.removeAll(where: cluster.reasons.contains)
    }
    if let place = findings.clusters.firstIndex(where: { $0.id == cluster.id }) {
      findings.clusters[place].reasons += cluster.reasons
    } else {
      findings.clusters.append(cluster)
    }
  }

  private mutating func edit(_ id: ClusterID, _ change: (inout Cluster) -> Void) {
    if let index = findings.clusters.firstIndex(where: { $0.id == id }) { change(&findings.clusters[index]) }
  }
}
