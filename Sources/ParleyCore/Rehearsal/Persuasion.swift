// Which entry is which move, and whom it concerns (Mind). A move concerns those who object to the goal of which the
// entry speaks, else to the one on the table, and among them the one whose metric, message, words or wish it has.
extension Performance {
  /// Takes in what an entry does for people.
  mutating func persuade(_ entry: Entry, _ state: State) {
    guard hasBegun else { return }
    for event in entry.events { persuade(event, entry, state) }
    if let heard = try? CommandLine(entry.line, by: entry.by).command as? MarkHeard { ask(heard.who, entry, state) }
  }

  private mutating func persuade(_ event: Event, _ entry: Entry, _ state: State) {
    let table = state.goalOnTable?.id
    switch event.payload {
    case let given as DotGiven: record(given, entry, state)
    case let set as ConditionSet: take(set.condition, set.goal, entry, state)
    case let noted as Noted: speak(noted.text, on: table, entry, state)
    case let noted as ImpactNoted:
      let words = [noted.impact.gives, noted.impact.costs].compactMap { $0 }.joined(separator: " ")
      speak(words, on: noted.impact.goal ?? table, to: noted.impact.who, entry, state)
    case let found as GapFound:
      promise([found.gap.what], to: found.gap.owner, on: table, entry, state)
    case let linked as Linked: promise([linked.link.name], to: nil, on: table, entry, state)
    case let filled as SheetFilled: fill(filled.sheet, table, entry, state)
    case let ended as ConflictEnded: end(ended.ending, entry, state)
    case let adjusted as GoalAdjusted: adjust(adjusted, entry, state)
    case let served as Served:
      speak(served.because ?? "", on: served.goal, entry, state)
      guard let item = state.item(served.item), let who = item.by else { break }
      move(.roomMade, of: who, on: served.goal, entry, state)
    case let displaced as FeatureDisplaced: makeRoom(displaced.from, [.features, .importance, nil], entry, state)
    case let traded as TradedOff:
      speak(traded.tradeOff.because ?? "", on: table, entry, state)
      makeRoom(GoalID(traded.tradeOff.gained), [.importance, .horizon], entry, state)
    // All else moves nobody.
    case _: break
    }
  }

  // MARK: What is said

  /// Who is asked by name, and had waited for it.
  private mutating func ask(_ who: StakeholderID, _ entry: Entry, _ state: State) {
    guard case .goal(let goal) = state.step, silences.contains(Silence(who: who, goal: goal)) else { return }
    move(.asked, of: who, on: goal, entry, state)
  }

  /// What the facilitator says to the room, or to one person.
  private mutating func speak(
    _ words: String, on goal: GoalID?, to one: StakeholderID? = nil, _ entry: Entry, _ state: State
  ) {
    guard let goal, !words.isEmpty else { return }
    for person in present(state) where one.map({ $0 == person.id }) ?? true {
      if let metric = person.metric, MetricWords(metric).appear(in: [words]) {
        move(.metricNamed, of: person.id, on: goal, entry, state)
      }
      if let message = person.map.message, words.keeps(message) {
        move(.messageUsed, of: person.id, on: goal, entry, state)
      }
    }
  }

  /// An objection is on record as it was meant.
  private mutating func record(_ given: DotGiven, _ entry: Entry, _ state: State) {
    guard let place = position(of: given.who, on: given.goal), place.capture?.entry == entry.number,
      place.capture?.isRight == true, given.dot.colour.objects
    else { return }
    move(.heard, of: given.who, on: given.goal, entry, state)
  }

  // MARK: What is done

  /// A condition counts for whoever gave it, in their words; one that goes with the goal for everybody whose words it
  /// has.
  private mutating func take(_ condition: Condition, _ goal: GoalID, _ entry: Entry, _ state: State) {
    for person in present(state) where condition.by.map({ $0 == person.id }) ?? true {
      let own = [position(of: person.id, on: goal)?.text, person.nonNegotiable].compactMap { $0 }
      guard own.contains(where: condition.text.keeps) else { continue }
      move(.conditionTaken, of: person.id, on: goal, entry, state)
    }
  }

  /// Evidence answers a doubt about the number, or one that comes from other beliefs or from risk, where it has
  /// something of the objection or of the goal's metric; and whoever is to find it.
  private mutating func promise(
    _ words: [String], to finder: StakeholderID?, on goal: GoalID?, _ entry: Entry, _ state: State
  ) {
    guard let goal = goal.flatMap(state.goal)?.goal else { return }
    let told = words.joined(separator: " ").tellingWords
    for person in present(state) {
      let stance = mind(of: person, on: goal, state).stance
      guard stance.layer == .metric || stance.cause == .beliefs || stance.cause == .risk else { continue }
      let doubted = ([stance.objection ?? "", goal.name] + goal.metrics.map(\.name)).joined(separator: " ").tellingWords
      guard person.id == finder || !told.isDisjoint(with: doubted) else { continue }
      move(.evidencePromised, of: person.id, on: goal.id, entry, state)
    }
  }

  private mutating func fill(_ sheet: Sheet, _ table: GoalID?, _ entry: Entry, _ state: State) {
    switch sheet {
    case .pathfinder(let path): tryFirst(path.goal ?? table, entry, state)
    case .gate(let gate):
      promise([gate.evidence, gate.stop ?? ""], to: nil, on: gate.goal ?? table, entry, state)
    case .weight, .split, .track: break
    }
  }

  private mutating func tryFirst(_ goal: GoalID?, _ entry: Entry, _ state: State) {
    guard let goal else { return }
    for person in present(state) { move(.trialAgreed, of: person.id, on: goal, entry, state) }
  }

  private mutating func end(_ ending: Conflict.Ending, _ entry: Entry, _ state: State) {
    guard let conflict = state.conflicts.last, let goal = conflict.goal, conflicts.last?.flaw == nil else { return }
    for who in conflict.between {
      switch ending {
      case .experiment: move(.trialAgreed, of: who, on: goal, entry, state)
      case .resolved, .escalated, .postponed: move(.answered, of: who, on: goal, entry, state)
      }
    }
  }

  /// Another target answers a doubt about the number, another timeframe one about the time.
  private mutating func adjust(_ adjusted: GoalAdjusted, _ entry: Entry, _ state: State) {
    speak(adjusted.adjustment.because ?? "", on: adjusted.goal, entry, state)
    let layer: Dot.Layer? =
      switch adjusted.adjustment.change {
      case .target, .baseline: .metric
      case .timeframe: .horizon
      case .name: nil
      }
    guard let layer else { return }
    concern(.termsChanged, adjusted.goal, [layer], entry, state)
  }

  private mutating func makeRoom(_ goal: GoalID, _ layers: [Dot.Layer?], _ entry: Entry, _ state: State) {
    concern(.roomMade, goal, layers, entry, state)
  }

  /// A move for everyone who objects to a goal for one of these reasons.
  private mutating func concern(
    _ what: Move, _ goal: GoalID, _ layers: [Dot.Layer?], _ entry: Entry, _ state: State
  ) {
    guard let about = state.goal(goal)?.goal else { return }
    for person in present(state) where layers.contains(mind(of: person, on: about, state).stance.layer) {
      move(what, of: person.id, on: goal, entry, state)
    }
  }

  // MARK: Minds

  /// Someone's mind on a goal, as it stands.
  func mind(of person: Persona, on goal: Goal, _ state: State) -> Mind {
    minds[Silence(who: person.id, goal: goal.id)] ?? cast.mind(of: person, on: goal, among: state.plan.goals)
  }

  mutating func move(_ move: Move, of who: StakeholderID, on id: GoalID, _ entry: Entry, _ state: State) {
    turn(.move(move), of: who, on: id, entry.at, state)
  }

  /// Something turns someone's mind, perhaps; they say so, and whoever goes with them goes along.
  mutating func turn(_ turn: Turn, of who: StakeholderID, on id: GoalID, _ at: Instant, _ state: State) {
    guard let person = cast.person(who), let goal = state.goal(id)?.goal else { return }
    let place = Silence(who: who, goal: id)
    var mind = mind(of: person, on: goal, state)
    let from = mind.stance.leaning
    let isTurned =
      switch turn {
      case .move(let move): mind.take(move)
      case .slight(let slight): mind.take(slight)
      }
    minds[place] = mind
    guard isTurned else { return }
    shifts.append(Shift(who: who, goal: id, at: at, from: from, to: mind.stance.leaning, turn: turn))
    guard position(of: who, on: id) != nil else { return }
    mean(.change(id, turn), by: who, after: 5, from: at, at: state.step)
    for follower in allies where follower.goal == id && cast.person(follower.who)?.map.follows == who {
      follow(follower.who, mind.stance, on: goal, at, state)
    }
  }

  /// A mind goes where the one goes whom it follows.
  private mutating func follow(
    _ who: StakeholderID, _ leader: Stance, on goal: Goal, _ at: Instant, _ state: State
  ) {
    guard let person = cast.person(who) else { return }
    var mind = mind(of: person, on: goal, state)
    let from = mind.stance.leaning
    mind.follow(leader)
    minds[Silence(who: who, goal: goal.id)] = mind
    guard from != mind.stance.leaning else { return }
    shifts.append(
      Shift(who: who, goal: goal.id, at: at, from: from, to: mind.stance.leaning, turn: .move(.allyMoved)))
    mean(.change(goal.id, .move(.allyMoved)), by: who, after: 12, from: at, at: state.step)
  }
}
