// Reactions to an entry: who means to say what, and when.
extension Performance {
  mutating func react(to entry: Entry, _ state: State) {
    for event in entry.events {
      switch event.payload {
      case let entered as StepEntered: enter(entered.step, entry.at, state)
      case let requested as Requested: answer(for: requested.item, entry, state)
      case let opened as ConflictOpened: argue(opened, entry, state)
      case let ended as ConflictEnded: settle(ended.ending, entry.at, state)
      case is VoteOpened: vote(entry, state)
      case let settled as GoalSettled: object(to: settled, entry.at, state)
      case let arrived as Arrived:
        gone.remove(arrived.who)
        sit(arrived.who, entry.at, state)
      case is Closed: intents = []
      // Nothing else makes anyone speak.
      case _: break
      }
    }
    // A person who was asked again, and has no new event for it, answers all the same.
    guard hasBegun, let heard = try? CommandLine(entry.line, by: entry.by).command as? MarkHeard else { return }
    let who = heard.who
    questions.append(Question(who: who, step: state.step, at: entry.at))
    // Someone whose plea was heard has said everything.
    guard !said.contains(where: { $0.capture?.entry == entry.number }) else { return }
    reply(of: who, entry, state)
  }

  private func numbers(_ step: Step, _ what: String) -> SeededNumbers { cast.numbers("\(step.text)/\(what)") }

  /// The percentage of cases in which something happens, by the mood.
  func chance(_ easy: Int, _ real: Int, _ hard: Int) -> Int {
    switch mark.mood {
    case .easy: easy
    case .real: real
    case .hard: hard
    }
  }

  /// Who is in the room; in a 1:1 that is one person, whoever else stands in the plan.
  func present(_ state: State) -> [Persona] {
    cast.people.filter { person in
      state.isPresent(person.id) && !gone.contains(person.id)
        && (state.kind != .oneOnOne || person.id == state.plan.partner)
    }
  }

  private mutating func enter(_ step: Step, _ at: Instant, _ state: State) {
    if hasBegun, let last = visits.last?.step, last != step, left.insert(last).inserted { leave(last, at, state) }
    visits.append(Visited(step: step, at: at))
    if step.text == mark.from { hasBegun = true }
    guard hasBegun, !cast.people.isEmpty, entered.insert(step).inserted else { return }
    let seconds = state.plannedSeconds(of: step)
    switch step {
    case .review: enterReview(at, seconds, state)
    case .boundary: enterBoundary(at, seconds, state)
    case .context: drift(step, at, seconds, chance: chance(0, 50, 85), state)
    case .goal(let id): enterGoal(id, at, seconds, state)
    case .priorities: enterPriorities(at, seconds, state)
    case .features(let id): enterFeatures(id, at, seconds, state)
    case .readBack: enterReadBack(at, seconds, state)
    case .part(let part): enterPart(part, at, seconds, state)
    default: break
    }
  }

  private mutating func enterBoundary(_ at: Instant, _ seconds: Int, _ state: State) {
    var numbers = numbers(.boundary, "reopening")
    let closed = (state.plan.boundary?.decided ?? []) + (state.plan.boundary?.outOfScope ?? [])
    let loud = present(state).filter { $0.weight >= 2 }
    guard numbers.happens(chance(0, 45, 80)), let what = numbers.pick(closed), let who = numbers.pick(loud) else {
      return
    }
    mean(.reopening(what, nil), by: who.id, after: seconds * 2 / 5 + numbers.below(20), from: at, at: .boundary)
  }

  /// A status report in the middle of something else.
  mutating func drift(_ step: Step, _ at: Instant, _ seconds: Int, chance: Int, _ state: State) {
    var numbers = numbers(step, "status")
    guard numbers.happens(chance), let who = numbers.pick(present(state).filter { !$0.isQuiet }) else { return }
    mean(.status, by: who.id, after: seconds / 4 + numbers.below(seconds / 3), from: at, at: step)
  }

  /// Everyone who is not quiet takes a position, the loud ones first; and something gets in the way.
  private mutating func enterGoal(_ id: GoalID, _ at: Instant, _ seconds: Int, _ state: State) {
    guard let goal = state.goal(id)?.goal else { return }
    let step = Step.goal(id)
    var numbers = numbers(step, "order")
    comeIn(step, at, seconds, state)
    let drawn = present(state).map { (person: $0, rank: numbers.below(3) - $0.weight) }
      .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.person)
    // Whoever follows somebody waits for their word.
    let here = drawn.filter { $0.map.follows == nil } + drawn.filter { $0.map.follows != nil }
    for (place, person) in here.enumerated() {
      if person.isQuiet, goal.owner != person.id {
        silences.append(Silence(who: person.id, goal: id))
      } else {
        let slot = seconds / 20 + seconds / 2 * place / max(1, here.count)
        mean(.position(id), by: person.id, after: slot + numbers.below(seconds / 20), from: at, at: step)
      }
    }
    wish(step, at, seconds, state)
    drift(step, at, seconds, chance: chance(0, 25, 45), state)
    reopen(step, at, seconds, state)
  }

  /// A request for a feature at the wrong moment: one of those on the map (M16).
  mutating func wish(_ step: Step, _ at: Instant, _ seconds: Int, _ state: State) {
    var numbers = numbers(step, "request")
    let meant = intents.compactMap { if case .request(let text) = $0.kind { text } else { nil } }
    let open = present(state).flatMap { person in
      person.map.requests.filter { !wishes.contains($0) && !meant.contains($0) && isKnown($0, to: person, state) }
        .map { (person.id, $0) }
    }
    guard numbers.happens(chance(40, 65, 90)), let (who, wish) = numbers.pick(open) else { return }
    mean(.request(wish), by: who, after: seconds / 5 + numbers.below(seconds / 2), from: at, at: step)
  }

  /// Whether the goal that a request serves has been on the table, so that they can name it when they are asked.
  private func isKnown(_ wish: StakeholderMap.Wish, to person: Persona, _ state: State) -> Bool {
    let goal = cast.goal(of: wish, by: person, among: state.plan.goals)
    return goal.flatMap(state.goal)?.isPresented ?? true
  }

  /// Someone comes back to a settled goal that they did not like.
  private mutating func reopen(_ step: Step, _ at: Instant, _ seconds: Int, _ state: State) {
    var numbers = numbers(step, "reopening")
    let settled = state.goals.filter { $0.settlement != nil }
    let unhappy = settled.flatMap { goal in
      present(state).filter { person in
        mind(of: person, on: goal.goal, state).stance.colour.objects && !person.isQuiet
          && !said.contains { $0.who == person.id && $0.matter == .reopening(goal.id) }
      }.map { (goal, $0) }
    }
    // Someone who was slighted comes back to it first, and more surely.
    let slighted = unhappy.filter { goal, who in slights.contains { $0.who == who.id && $0.goal == goal.id } }
    guard numbers.happens(chance(0, 35, 60) + (slighted.isEmpty ? 0 : 25)),
      let (goal, who) = numbers.pick(slighted.isEmpty ? unhappy : slighted)
    else { return }
    mean(
      .reopening(goal.goal.name, goal.id), by: who.id, after: seconds / 3 + numbers.below(seconds / 4), from: at,
      at: step)
  }

  /// What someone objects to that no goal is about is said of all of them.
  private mutating func doubtTheWhole(_ at: Instant, _ seconds: Int, _ state: State) {
    var numbers = numbers(.priorities, "concerns")
    let concerns = present(state).filter { !$0.isQuiet }.flatMap { person in
      cast.concerns(of: person, among: state.plan.goals).map { (person.id, $0) }
    }
    for (place, (who, text)) in concerns.prefix(chance(1, 2, 3)).enumerated() {
      let after = seconds / 3 + place * seconds / 6 + numbers.below(20)
      mean(.concern(text), by: who, after: after, from: at, at: .priorities)
    }
  }

  private mutating func enterPriorities(_ at: Instant, _ seconds: Int, _ state: State) {
    doubtTheWhole(at, seconds, state)
    goOut(at, seconds, state)
    var numbers = numbers(.priorities, "pleas")
    let loud = present(state).filter { !$0.isQuiet }.sorted { $0.weight > $1.weight }.prefix(chance(1, 2, 3))
    for (place, person) in loud.enumerated() {
      let goals = state.priorities.map(\.goal).filter { !mind(of: person, on: $0, state).stance.colour.objects }
      guard let goal = goals.first(where: person.owns) ?? numbers.pick(goals) else { continue }
      let slot = seconds / 10 + place * seconds / 5
      mean(.plea(goal.id), by: person.id, after: slot + numbers.below(20), from: at, at: .priorities)
    }
  }

  /// Talk about how to build it, which is not the question here (M20).
  private mutating func enterFeatures(_ id: GoalID, _ at: Instant, _ seconds: Int, _ state: State) {
    var numbers = numbers(.features(id), "depth")
    guard let feature = numbers.pick(state.goal(id)?.goal.features ?? []), numbers.happens(chance(20, 60, 90)),
      let who = numbers.pick(builders(state))
    else { return }
    let slot = seconds / 4 + numbers.below(seconds / 4)
    // A request became a feature with all the words in which it was written down.
    let wish = wishes.first { feature.name.contains($0.text.dropFirst()) }
    mean(.depth(id, wish?.text ?? feature.name), by: who.id, after: slot, from: at, at: .features(id))
  }

  /// The people who build things; else the one whose word weighs least.
  private func builders(_ state: State) -> [Persona] {
    let here = present(state)
    let builders = here.filter { person in
      let role = (person.stakeholder.role ?? "").lowercased().split { !$0.isLetter }
      return role.contains { word in
        ["it", "cto", "cio", "data"].contains(word)
          || ["engineer", "tech", "develop", "architect", "platform", "operation"].contains { word.hasPrefix($0) }
      }
    }
    return builders.isEmpty ? here.sorted { $0.weight < $1.weight }.prefix(1).map { $0 } : builders
  }

  private mutating func enterReadBack(_ at: Instant, _ seconds: Int, _ state: State) {
    var numbers = numbers(.readBack, "order")
    let here = present(state)
    for (place, person) in here.enumerated() where !person.isQuiet {
      let slot = seconds / 8 + seconds / 2 * place / max(1, here.count)
      mean(.acknowledgement, by: person.id, after: slot + numbers.below(15), from: at, at: .readBack)
    }
  }

  /// The person who asked for a feature says which goal it serves.
  private mutating func answer(for item: ParkedItem, _ entry: Entry, _ state: State) {
    guard hasBegun, let who = item.by, cast.person(who) != nil else { return }
    var numbers = cast.numbers("service/\(item.id)")
    mean(.service(item.id), by: who, after: 3 + numbers.below(4), from: entry.at, at: state.step)
  }

  /// Both state their position, then the interest beneath it; then one of them gives way a little.
  private mutating func argue(_ opened: ConflictOpened, _ entry: Entry, _ state: State) {
    let (people, at) = (opened.between, entry.at)
    guard hasBegun else { return }
    let isCalledFor = said.contains { $0.capture?.entry == entry.number }
    conflicts.append(
      Held(topic: opened.topic, between: people, opened: at, flaw: isCalledFor ? nil : .noQuarrel))
    var numbers = cast.numbers("conflict/\(conflicts.count)")
    var after = 6
    for tellsInterest in [false, true] {
      for who in people where cast.person(who) != nil {
        mean(.argument(tellsInterest: tellsInterest), by: who, after: after, from: at, at: state.step)
        after += 14 + numbers.below(15) + chance(0, 8, 16)
      }
    }
    if let who = numbers.pick(people.filter { cast.person($0) != nil }) {
      mean(.offer, by: who, after: after + 20, from: at, at: state.step)
    }
  }

  private mutating func settle(_ ending: Conflict.Ending, _ at: Instant, _ state: State) {
    guard hasBegun else { return }
    judge(ending, at, state)
    guard case .resolved = ending, let people = state.conflicts.last?.between else { return }
    for (place, who) in people.enumerated() where cast.person(who) != nil {
      mean(.consent, by: who, after: 4 + place * 6, from: at, at: state.step)
    }
  }

  /// Whether both were heard, and the ending answers what they said.
  private mutating func judge(_ ending: Conflict.Ending, _ at: Instant, _ state: State) {
    guard let last = conflicts.indices.last, conflicts[last].ended == nil else { return }
    conflicts[last].ended = at
    let conflict = conflicts[last]
    guard conflict.flaw == nil else { return }
    let argued = said.filter { conflict.between.contains($0.who) && $0.at >= conflict.opened }
    let isHeard = conflict.between.allSatisfy { who in
      argued.contains { utterance in
        guard case .argument = utterance.matter else { return false }
        return utterance.who == who && utterance.capture?.isRight == true
      }
    }
    let goal = state.conflicts.last?.goal.flatMap(state.goal)?.goal
    let matter = argued.map(\.text) + [conflict.topic] + (goal.map { [$0.name] + $0.metrics.map(\.name) } ?? [])
    conflicts[last].flaw = !isHeard ? .unheard : ending.answers(matter) ? nil : .noAnswer
  }

  private mutating func vote(_ entry: Entry, _ state: State) {
    var numbers = cast.numbers("vote/\(state.votes.count)")
    for person in present(state) {
      mean(.ballot, by: person.id, after: 6 + numbers.below(34), from: entry.at, at: state.step)
    }
  }

  /// The person who is asked answers.
  private mutating func reply(of who: StakeholderID, _ entry: Entry, _ state: State) {
    guard cast.person(who) != nil, state.isPresent(who), !gone.contains(who) else { return }
    var numbers = cast.numbers("reply/\(entry.number)")
    let kind: Intent.IntentKind =
      if let conflict = state.openConflict, conflict.between.contains(who) {
        .argument(tellsInterest: !conflict.words(of: who).isEmpty)
      } else {
        switch state.step {
        case .goal(let id) where position(of: who, on: id) == nil: .position(id)
        case .readBack where state.acknowledgements[who] == nil: .acknowledgement
        default: .shrug
        }
      }
    mean(kind, by: who, after: 3 + numbers.below(5), from: entry.at, at: state.step)
  }
}
