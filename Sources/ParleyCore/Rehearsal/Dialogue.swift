// Turns intents into utterances when their instant has come.
extension Performance {
  /// Says it, lets it wait, or drops it. Returns a ballot as a line.
  mutating func perform(_ intent: Intent, _ state: State) -> String? {
    guard state.ended == nil, state.isPresent(intent.who) != (intent.kind == .arrival), !gone.contains(intent.who),
      let person = cast.person(intent.who)
    else { return nil }
    if let seconds = wait(of: intent, state) {
      var later = intent
      later.at = intent.at.adding(seconds: seconds)
      put(later)
      return nil
    }
    if case .ballot = intent.kind { return ballot(of: person, state) }
    guard isTimely(intent, state) else { return nil }
    var words = StageWords(
      person: person, numbers: cast.numbers("words/\(said.count)/\(intent.who)"), smallWords: cast.smallWords,
      uses: uses)
    defer { uses = words.uses }
    guard let (text, matter) = speech(intent, person, &words, state) else { return nil }
    say(text, matter, words.gist, intent, state)
    return nil
  }

  private mutating func say(
    _ text: String, _ matter: Utterance.Matter, _ gist: String, _ intent: Intent, _ state: State
  ) {
    let utterance = Utterance(
      number: said.count + 1, at: intent.at, step: state.step, who: intent.who, text: text, matter: matter, gist: gist)
    said.append(utterance)
    follow(utterance, state)
  }

  /// Seconds for which something else has the room; nil when the room is free.
  private func wait(of intent: Intent, _ state: State) -> Int? {
    if state.visit.pausedSince != nil { return 15 }
    if state.voteIsOpen {
      if case .ballot = intent.kind { return nil }
      return 10
    }
    guard state.openConflict != nil else { return nil }
    switch intent.kind {
    case .argument, .offer, .shrug, .insistence: return nil
    // Who has moved in a conflict says so when it is over.
    default: return 20
    }
  }

  /// Whether the moment for it has not passed.
  private func isTimely(_ intent: Intent, _ state: State) -> Bool {
    switch intent.kind {
    case .service(let item): state.item(item)?.state == .parked
    case .argument, .offer: state.openConflict != nil
    case .insistence(let number): said[number - 1].capture?.isRight != true && canBeSaidAgain(said[number - 1], state)
    case .change(let goal, let turn):
      state.step == intent.step && saysOtherwise(intent.who, goal, state)
        && (state.goal(goal)?.settlement == nil || turn.isMove)
    case .protest(let goal): position(of: intent.who, on: goal) == nil && state.goal(goal)?.settlement != nil
    case .disagreement(let goal, let other):
      state.step == intent.step && (mark.lesson == .holdTheConflict || stillObjects(other, goal, state))
    case .consent: state.step == intent.step && state.conflicts.last?.consents.contains(intent.who) == false
    case .arrival: true
    case .veto(let goal): state.goal(goal)?.isAgreed ?? false
    case .acknowledgement: state.step == intent.step && !hasAcknowledged(intent.who)
    case .position(let goal):
      state.step == intent.step && position(of: intent.who, on: goal) == nil && state.goal(goal)?.settlement == nil
    default: state.step == intent.step
    }
  }

  /// Whether there is still an answer to it: a request has one at any time, a position until its goal is settled.
  private func canBeSaidAgain(_ utterance: Utterance, _ state: State) -> Bool {
    switch utterance.matter {
    case .request: true
    case .position(let goal, _, _): state.goal(goal)?.settlement == nil
    default: state.step == utterance.step
    }
  }

  /// Whether someone against whom another one wants to speak still objects.
  private func stillObjects(_ who: StakeholderID, _ goal: GoalID, _ state: State) -> Bool {
    guard let person = cast.person(who), let goal = state.goal(goal)?.goal else { return false }
    return stance(of: person, on: goal, state).colour.objects
  }

  /// Whether someone's mind has another colour now than what they said last.
  private func saysOtherwise(_ who: StakeholderID, _ goal: GoalID, _ state: State) -> Bool {
    guard let person = cast.person(who), let goal = state.goal(goal)?.goal,
      case .position(_, let colour, _)? = position(of: who, on: goal.id)?.matter
    else { return false }
    return stance(of: person, on: goal, state).colour != colour
  }

  private func hasAcknowledged(_ who: StakeholderID) -> Bool {
    said.contains { if case .acknowledgement = $0.matter { $0.who == who } else { false } }
  }

  private mutating func speech(
    _ intent: Intent, _ person: Persona, _ words: inout StageWords, _ state: State
  ) -> (String, Utterance.Matter)? {
    switch intent.kind {
    case .position(let id): return state.goal(id).flatMap { position(of: person, on: $0.goal, &words, state) }
    case .request(let wish):
      wishes.insert(wish)
      return (words.request(wish.text), .request)
    case .concern(let text): return (words.concern(text), .concern)
    case .service(let id): return service(of: id, person, &words, state)
    case .disagreement(let id, let other):
      return state.goal(id).map {
        (words.disagreement(with: calledName(other, state), $0.goal), .disagreement(id, with: other))
      }
    case .status: return (words.status(subject(for: person, state)), .status)
    case .reopening(let what, let goal):
      let isOutside = state.plan.boundary?.outOfScope.contains(what) ?? false
      return (words.reopening(what, isOutside: isOutside), .reopening(goal))
    case .plea(let id): return state.goal(id).map { (words.plea($0.goal, isOwn: person.owns($0.goal)), .plea(id)) }
    case .argument(let tells):
      return argument(of: person, tellsInterest: tells, &words, state)
    case .offer: return (words.offer(contested(state)), .remark)
    case .depth(let id, let thing): return (words.depth(thing), .depth(id))
    case .acknowledgement:
      let caveat = caveat(of: person, &words, state)
      return (words.acknowledgement(caveat: caveat), .acknowledgement(caveat: caveat))
    case .consent: return (words.consent(), .consent)
    case .learning(let part, let turn):
      return (words.learning(part, turn), part == .whatAndWhy ? .remark : .learning(part))
    case .insistence(let number): return insistence(on: number, person, &words, state)
    case .change(let id, let turn):
      return state.goal(id).map { change(turn, person, $0.goal, &words, state) }
    case .protest(let id):
      return state.goal(id).map {
        let stance = stance(of: person, on: $0.goal, state)
        return (words.protest(stance, $0.goal), stance.position(on: id))
      }
    case .arrival: return (words.arrival(), .arrival)
    case .departure: return (words.departure(), .departure)
    case .veto(let id): return state.goal(id).map { (words.veto($0.goal), .veto(id)) }
    case .shrug:
      let hasSpoken = said.contains { $0.who == person.id && $0.step == state.step }
      return (words.shrug(hasSpoken: hasSpoken), .remark)
    case .reason, .assumption, .question, .excuse: return ownWords(intent.kind, person, &words, state)
    case .ballot: return nil
    }
  }

  private func calledName(_ who: StakeholderID, _ state: State) -> String {
    state.stakeholder(who)?.calledName ?? who.text
  }

  private func stance(of person: Persona, on goal: Goal, _ state: State) -> Stance {
    mind(of: person, on: goal, state).stance
  }

  private func insistence(
    on number: Int, _ person: Persona, _ words: inout StageWords, _ state: State
  ) -> (String, Utterance.Matter) {
    let source = said[number - 1]
    let text =
      source.who == person.id
      ? words.insistence(source, isSharp: repeats(of: number) > 0)
      : words.intervention(for: calledName(source.who, state), source)
    return (text, .insistence(on: number))
  }

  private func change(
    _ turn: Turn, _ person: Persona, _ goal: Goal, _ words: inout StageWords, _ state: State
  ) -> (String, Utterance.Matter) {
    let stance = stance(of: person, on: goal, state)
    let leader = person.map.follows.map { calledName($0, state) }
    let text = words.change(turn, stance, goal, leader: leader)
    let isElsewhere = state.goalOnTable?.id != goal.id
    return (isElsewhere ? "Back to ‘\(goal.name)’. \(text)" : text, stance.position(on: goal.id))
  }

  /// The one whom someone follows, with where they stand: when those have spoken, and the follower has no objection of
  /// their own. Who is asked before says what they think themselves (M13).
  private func leader(of person: Persona, on goal: Goal, _ state: State) -> (name: String, stance: Stance)? {
    guard let leader = person.map.follows.flatMap(cast.person), position(of: leader.id, on: goal.id) != nil,
      !person.owns(goal), cast.objection(of: person, to: goal, among: state.plan.goals) == nil
    else { return nil }
    return (calledName(leader.id, state), stance(of: leader, on: goal, state))
  }

  private mutating func position(
    of person: Persona, on goal: Goal, _ words: inout StageWords, _ state: State
  ) -> (String, Utterance.Matter)? {
    if let leader = leader(of: person, on: goal, state), leader.stance.leaning != nil {
      let place = Silence(who: person.id, goal: goal.id)
      var mind = mind(of: person, on: goal, state)
      mind.follow(leader.stance)
      minds[place] = mind
      allies.insert(place)
      return (
        words.allied(with: leader.name, mind.stance, goal),
        mind.stance.position(on: goal.id)
      )
    }
    let stance = stance(of: person, on: goal, state)
    let given = state.goal(goal.id)?.dots[person.id]?.colour
    // Someone whose dot was given unasked, and rightly, has nothing to add.
    if given == stance.colour { return nil }
    let text = words.position(stance, goal)
    return (given == nil ? text : "Nobody asked me. \(text)", stance.position(on: goal.id))
  }

  private func service(
    of id: ItemID, _ person: Persona, _ speech: inout StageWords, _ state: State
  ) -> (String, Utterance.Matter)? {
    guard let item = state.item(id) else { return nil }
    let words = said.last { $0.who == person.id && $0.matter == .request }?.text.lowercased() ?? item.text.lowercased()
    let wish = person.map.requests.first { words.contains($0.text.lowercased()) }
    let goals = state.goals.filter { ($0.isPresented && $0.takesRoom) || state.kind == .oneOnOne }.map(\.goal)
    let meant = cast.goal(of: wish ?? StakeholderMap.Wish(item.text), by: person, among: goals)
    let goal = goals.first { $0.id == meant } ?? (meant == nil ? goals.last(where: person.owns) : nil)
    return (speech.service(goal), .service(id, goal?.id))
  }

  /// What someone's status report is about: something of theirs, and not what is on the table.
  private func subject(for person: Persona, _ state: State) -> Goal? {
    let others = state.goals.map(\.goal).filter { $0.id != state.goalOnTable?.id }
    return others.first(where: person.owns) ?? others.first { $0.raci?.responsible.contains(person.id) ?? false }
  }

  /// The goal over which there is a conflict; nil where there is none, or it is over no goal.
  private func contested(_ state: State) -> Goal? { state.openConflict?.goal.flatMap(state.goal)?.goal }

  private func argument(
    of person: Persona, tellsInterest: Bool, _ words: inout StageWords, _ state: State
  ) -> (String, Utterance.Matter) {
    let side = side(of: person, state)
    if case .neither = side { return (words.argument(side, nil), .remark) }
    if tellsInterest { return (words.interest(), .argument(tellsInterest: true)) }
    return (words.argument(side, contested(state)), .argument(tellsInterest: false))
  }

  /// Where someone stands in the open conflict, by what they have said.
  private func side(of person: Persona, _ state: State) -> StageWords.Side {
    guard let goal = contested(state) else { return .neither }
    let stance = stance(of: person, on: goal, state)
    if stance.colour.objects { return .against(stance) }
    for utterance in said.reversed() {
      guard case .disagreement(goal.id, let other) = utterance.matter else { continue }
      if utterance.who == person.id { return .for }
      if other == person.id { return .answered }
    }
    return .neither
  }

  /// The caveat of someone whose words stand there as others, or who is still against something that goes ahead, first of
  /// all where they were never asked; nil when they can live with all of it.
  private func caveat(of person: Persona, _ words: inout StageWords, _ state: State) -> String? {
    if let lost = misrecorded(person.id, state) {
      return words.correction(of: lost, lost.goal.flatMap(state.goal)?.goal)
    }
    var numbers = cast.numbers("caveat/\(person.id)")
    let against = state.goals.filter { $0.isAgreed && stance(of: person, on: $0.goal, state).colour.objects }
    let unheard = against.first { position(of: person.id, on: $0.id) == nil }
    let chance = unheard != nil ? chance(60, 100, 100) : chance(0, 60, 90)
    guard let goal = (unheard ?? against.last)?.goal, numbers.happens(chance) else { return nil }
    return words.caveat(stance(of: person, on: goal, state), goal, isHeard: unheard == nil)
  }

  /// Plans what follows an utterance when nobody acts on it, or when someone disagrees.
  private mutating func follow(_ utterance: Utterance, _ state: State) {
    switch utterance.matter {
    case .insistence(let number): goOnInsisting(utterance, on: number, state)
    case .departure: gone.insert(utterance.who)
    case .request where mark.mood != .easy, .position(_, .red, _) where mark.mood != .easy:
      let patience = mark.mood == .hard ? 60 : 90
      mean(.insistence(on: utterance.number), by: utterance.who, after: patience, from: utterance.at, at: state.step)
    default: break
    }
    if case .position(let id, let colour, _) = utterance.matter, colour.objects {
      contradict(utterance, id, isRed: colour == .red, state)
    }
  }

  /// The owner of the goal contradicts an objection to it (M18).
  private mutating func contradict(_ utterance: Utterance, _ id: GoalID, isRed: Bool, _ state: State) {
    let most = mark.mood == .easy ? 1 : mark.mood == .real ? 2 : 3
    let disagreements = said.filter { if case .disagreement = $0.matter { true } else { false } }
    let meant = intents.contains { if case .disagreement = $0.kind { true } else { false } }
    let isNew = !disagreements.contains { if case .disagreement(id, _) = $0.matter { true } else { false } }
    let isTaught = mark.lesson == .holdTheConflict
    guard disagreements.count < most, isNew, !meant, isRed || mark.mood == .hard || isTaught,
      let goal = state.goal(id)?.goal
    else { return }
    let others = cast.people.filter { $0.id != utterance.who && state.isPresent($0.id) }
    let rivals = others.filter {
      let stance = stance(of: $0, on: goal, state)
      return stance.isOwn && !stance.colour.objects
    }
    guard let rival = rivals.max(by: { $0.weight < $1.weight }) else { return }
    var numbers = cast.numbers("disagreement/\(id)")
    mean(
      .disagreement(id, with: utterance.who), by: rival.id, after: 12 + numbers.below(15), from: utterance.at,
      at: state.step)
  }

  private func ballot(of person: Persona, _ state: State) -> String? {
    guard let vote = state.openVote, !vote.turnout.contains(person.id) else { return nil }
    var numbers = cast.numbers("ballot/\(state.votes.count)/\(person.id)")
    let goals = state.goals.filter(\.takesRoom).map { goal in
      (
        id: goal.id,
        rank: (person.owns(goal.goal) ? 0 : stance(of: person, on: goal.goal, state).colour == .green ? 10 : 20)
          + numbers.below(9)
      )
    }
    var left = vote.dots
    var dots: [String] = []
    for goal in goals.sorted(by: { ($0.rank, $0.id) < ($1.rank, $1.id) }) where left > 0 {
      let given = min(vote.max, left)
      dots.append("\(goal.id)=\(given)")
      left -= given
    }
    return "@\(person.id) ballot \(dots.joined(separator: " "))"
  }
}
