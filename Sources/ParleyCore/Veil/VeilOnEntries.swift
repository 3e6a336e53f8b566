// What happened, under a veil. Every event is named here, so that a new one cannot be told unseen.
extension Veil {
  /// The entry as it may be told to those under the veil, which is that of the session after it. Its line is kept as far
  /// as it can be: of a command about a goal that is covered, the verb.
  public func covering(_ entry: Entry) -> Entry {
    var seen = entry
    seen.events = entry.events.compactMap(covering)
    let isWhole = seen.events == entry.events
    seen.line = isWhole ? covering(line: entry.line) : CommandLine.grammar(in: entry.line)?.verb ?? ""
    return seen
  }

  private func covering(line: String) -> String {
    var (seen, word) = ("", "")
    func end() -> String { number(of: GoalID(word)).map { "goal-\($0)" } ?? word }
    for scalar in line.unicodeScalars {
      guard !GoalID.mayHold(scalar, at: 1) else {
        word.unicodeScalars.append(scalar)
        continue
      }
      seen += end()
      seen.unicodeScalars.append(scalar)
      word = ""
    }
    return seen + end()
  }

  private func covering(_ event: Event) -> Event? {
    switch event {
    case .opened(let id, let plan): .opened(id: id, plan: covering(plan))
    case .stepEntered(let step): .stepEntered(covering(step))
    case .dotGiven(let goal, let who, let dot): .dotGiven(covering(goal), who, dot)
    case .dotCleared(let goal, let who): .dotCleared(covering(goal), who)
    case .conditionSet(let goal, let condition): .conditionSet(covering(goal), condition)
    case .goalReopened(let goal): .goalReopened(covering(goal))
    case .goalAdjusted(let goal, let adjustment): covering(adjustment, of: goal)
    case .goalSettled(let goal, let how, let absentees): .goalSettled(covering(goal), how, absentees: absentees)
    case .goalProposed(let goal, let after): .goalProposed(covering(goal), after: after.map(covering))
    case .metricAdded(let goal, _): glimpse(of: goal) < .standing ? nil : event
    case .tradedOff(let tradeOff): .tradedOff(covering(tradeOff))
    case .ordered(let goals): .ordered(goals.map(covering))
    case .requested(let item): .requested(covering(item))
    case .parked(let item): .parked(covering(item))
    case .served(let item, let goal): .served(item, goal: covering(goal))
    case .featureDisplaced(let feature, let goal, let item):
      .featureDisplaced(feature, from: covering(goal), to: covering(item))
    case .conflictOpened(let topic, let people, let goal):
      .conflictOpened(topic: topic, between: people, goal: goal.map(covering))
    case .voteRevealed(let tally): .voteRevealed(tally: covering(tally))
    case .sheetFilled(let sheet): .sheetFilled(covering(sheet))
    case .impactNoted(let impact): .impactNoted(covering(impact))
    case .found(let finding): .found(covering(finding))
    case .paused, .resumed, .extended, .arrived, .left, .tradeOffAccepted, .assigned, .withdrawn, .argued,
      .conflictEnded, .consented, .voteOpened, .ballotCast, .voteCancelled, .decided, .followedUp, .noted, .heard,
      .kindChanged, .gapFound, .acknowledged, .acknowledgementsVoided, .answered, .closed, .commented, .replied,
      .finalised, .undone:
      event
    }
  }

  /// That a goal moves is seen at the columns; what else changes of it is told once it is presented.
  private func covering(_ adjustment: Adjustment, of goal: GoalID) -> Event? {
    let glimpse = glimpse(of: goal)
    if glimpse == .all { return .goalAdjusted(goal, adjustment) }
    guard case .timeframe = adjustment.change else { return nil }
    return .goalAdjusted(covering(goal), Adjustment(change: adjustment.change))
  }

  private func covering(_ finding: Finding) -> Finding {
    switch finding {
    case .resultGiven(let goal, let last): .resultGiven(covering(goal), last)
    case .goalCarried(let goal, let from): .goalCarried(covering(goal), from: covering(from))
    case .metricRead(let reading): .metricRead(covering(reading))
    case .questionNamed, .questionAnswered, .questionPostponed, .assumed, .alternativeGiven, .killCriterionSet, .chosen,
      .reasonGiven, .clustered, .mitigated, .borne, .answerKept:
      finding
    }
  }
}

extension Session {
  /// The session as someone knows it who does not lead it.
  public func seen(by onlooker: Onlooker) -> Session {
    Session(Veil(state, for: onlooker).covering(snapshot))
  }
}
