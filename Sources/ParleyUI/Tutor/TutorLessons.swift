import ParleyCore

// What the tutor teaches, in order. A lesson is data: what happens, the keys, and how it is seen that it was answered. To
// add one, put it where its moment comes; `TutorTests` plays every lesson by exactly the keys that it names, at two sizes.

extension TutorLesson {
  static let all: [TutorLesson] = opening + firstGoal + disagreement + secondGoal + ending

  private static let opening = [
    TutorLesson(
      "The list of keys", at: .lobby,
      "A library plans its autumn, and you lead. One key lists what counts at any moment. Look, and leave the list again.",
      keys: .press(.help, "the keys"), .key(.escape, "leave the list")
    ) { $0.facts.hasSeenHelp || $0.isPast(.lobby) },
    TutorLesson(
      "The lobby", at: .lobby,
      "Here people arrive and nothing is timed. Going on begins the first step, and its countdown.",
      keys: .press(.next, "go on"), verbs: [.next]
    ) { $0.isPast(.lobby) },
    TutorLesson(
      "The boundary", at: .boundary,
      "Read out what is decided, what is open, and what is not for today. Nobody fights for what is closed.",
      keys: .press(.next, "go on"), verbs: [.next]
    ) { $0.isPast(.boundary) },
    TutorLesson(
      "Context before goals", at: .context,
      "Why we are here. No goal is on the screen yet: people agree on the problem before they see an answer.",
      keys: .press(.next, "go on"), verbs: [.next]
    ) { $0.isPast(.context) },
  ]

  private static let evenings = Step.goal(TutorPlan.evenings)
  private static let returns = Step.goal(TutorPlan.returns)

  private static let firstGoal = [
    TutorLesson(
      "One goal, every voice", at: evenings,
      "Each is asked by name, the least powerful first. Ines, who is marked: “They wait at the door.” That is a green.",
      keys: .press(.green, "green"), verbs: [.dot]
    ) { $0.facts.hasUndone || $0.dot(of: TutorPlan.ines) != nil || $0.isSettled(TutorPlan.evenings) },
    TutorLesson(
      "Nothing is lost", at: evenings,
      "The wrong key? One takes the last thing back, the other gives it again. Try both; the log keeps everything.",
      keys: { moment in
        let redo = TutorKey.press(.redo, "give again")
        if moment.facts.hasUndone { return [moment.facts.canRedo ? redo : .press(.green, "green")] }
        return [.press(.undo, "take back"), redo]
      }, verbs: [.undo, .redo, .dot],
      until: { ($0.facts.hasUndone && $0.dot(of: TutorPlan.ines) != nil) || $0.isSettled(TutorPlan.evenings) }),
    TutorLesson(
      "A red has words", at: evenings,
      "Ravi: “We have nobody for the evenings before November.” His words, then what it is about: goal, target, or time?",
      keys: .press(.red, "red"), .words("his words", "We have nobody before November"), .key(.enter),
      .option("h", "the time"), verbs: [.dot]
    ) { $0.objects(TutorPlan.ravi) || $0.hasConflict || $0.isSettled(TutorPlan.evenings) },
    TutorLesson(
      "Silence is not agreement", at: evenings,
      "Lena nods and says nothing. Try to confirm the goal, and read what the screen answers.",
      keys: .press(.confirm, "confirm"), verbs: [.confirm]
    ) {
      $0.facts.hasMetSilence || $0.dot(of: TutorPlan.lena) != nil || $0.isSettled(TutorPlan.evenings)
    },
    TutorLesson(
      "A yes with a condition", at: evenings,
      "Asked by name, Lena says: “Fine, if we close at nine.” A yellow: her condition binds, and is read back later.",
      keys: { moment in
        let again = moment.dot(of: TutorPlan.lena) == nil ? [] : [TutorKey.option("3", "Lena")]
        return again + [
          .press(.yellow, "yellow"), .key(.tab), .key(.tab, "to the condition"), .words("it", "We close at nine"),
          .key(.enter),
        ]
      }, verbs: [.dot],
      until: { $0.hasCondition || $0.isSettled(TutorPlan.evenings) }),
    TutorLesson(
      "A request is kept", at: evenings,
      "Ines: “Could we lend board games?” No debate on features now: her words are kept from the first letter.",
      keys: .press(.request, "request"), .words("her words", "Lend board games"), .key(.enter),
      .option("1", "Ines"), verbs: [.request]
    ) { $0.requested != nil || $0.isSettled(TutorPlan.evenings) },
    TutorLesson(
      "Every yes has its price", at: evenings,
      "Which goal does it serve? The tables. That goal is full, so something moves out for it, and you ask why.",
      keys: .option("1", "the tables"), .words("why", "Games bring people in"), .key(.tab),
      .option("1", "the desk moves out"), .key(.enter), verbs: [.serve, .withdraw, .accept]
    ) { $0.requested?.isOpen == false || $0.isSettled(TutorPlan.evenings) },
  ]

  private static let disagreement = [
    TutorLesson(
      "A conflict has its time", at: evenings,
      "Ines says now, Ravi says November. It gets ten minutes of its own, and says who with whom, about what.",
      keys: .press(.conflict, "conflict"), .words("what about", "When to begin"), .key(.enter), .option("1", "Ines"),
      .option("2", "Ravi"), verbs: [.conflict]
    ) { $0.hasConflict || $0.isSettled(TutorPlan.evenings) },
    TutorLesson(
      "Both are heard", at: evenings,
      "First what each of the two holds. Ines: “A reader whom we turn away does not come back.” Ravi would be next.",
      keys: .press(.argue, "argue"), .words("her words", "A reader turned away does not come back"), .key(.enter),
      verbs: [.argue]
    ) { $0.isArgued || $0.isSettled(TutorPlan.evenings) },
    TutorLesson(
      "Four ways out", at: evenings,
      "Neither gives way. One who decides gets two options, what will tell, and a date; the session goes on.",
      keys: .press(.escalate, "escalate"), .words("one | other", "Now|November"), .key(.enter),
      .words("what tells", "How many wait at the door"), .key(.enter),
      verbs: [.escalate, .resolve, .experiment, .postpone, .argue, .consent]
    ) { $0.isConflictOver || $0.isSettled(TutorPlan.evenings) },
    TutorLesson(
      "Dissent is no consent", at: evenings,
      "Ravi stays red: the goal is confirmed over dissent, for all to read. The form knows what the conflict left.",
      keys: .press(.confirm, "confirm"), .key(.enter, "as it stands"),
      verbs: [.confirm, .adjust, .defer, .drop, .skip, .dot, .consent]
    ) { $0.isSettled(TutorPlan.evenings) },
    TutorLesson(
      "On to the next goal", at: evenings,
      "Settled, with its condition and its dissent. Nobody sees the next goal before it is its turn.",
      keys: .press(.next, "go on"), verbs: [.next]
    ) { $0.isPast(evenings) },
  ]

  private static let secondGoal = [
    TutorLesson(
      "One by one", at: returns,
      "All three say yes. Still, everyone says it for themselves; the mark goes on by itself.",
      keys: { moment in
        Array(repeating: .press(.green, "green"), count: max(1, moment.silent(on: TutorPlan.returns)))
      }, verbs: [.dot],
      until: { $0.silent(on: TutorPlan.returns) == 0 || $0.isSettled(TutorPlan.returns) }),
    TutorLesson(
      "Parked is not lost", at: returns,
      "Ravi: “Who mends the lift?” A good question at the wrong moment. Parked, it has its words and gets an owner.",
      keys: .press(.park, "park"), .words("his words", "Who mends the lift?"), .key(.enter), verbs: [.park]
    ) { $0.hasParked || $0.isPast(returns) },
    TutorLesson(
      "All heard, all agreed", at: returns,
      "No one is silent and no one objects. Now a yes is a yes: settle it, and go on.",
      keys: {
        $0.isSettled(TutorPlan.returns)
          ? [.press(.next, "go on")] : [.press(.confirm, "confirm"), .press(.next, "go on")]
      },
      verbs: [.confirm, .adjust, .defer, .drop, .skip, .next],
      until: { $0.isPast(returns) }),
  ]

  private static let ending = [
    TutorLesson(
      "What comes first", at: .priorities,
      "If there is time for one, which? The room says: the books. Move the goal that is marked one place down.",
      keys: .press(.rankDown, "down"), verbs: [.rank]
    ) { $0.isRanked || $0.isPast(.priorities) },
    TutorLesson(
      "Features come last", at: .priorities,
      "The order stands in the record. Only now, with goals settled and ranked, is it about features.",
      keys: .press(.next, "go on"), verbs: [.next, .rank]
    ) { $0.isPast(.priorities) },
    TutorLesson(
      "What serves each goal", at: .features(TutorPlan.returns),
      "A few minutes a goal: does it move the number? A debate about how becomes a follow-up, not the meeting.",
      keys: { Array(repeating: .press(.next, "go on"), count: max(1, $0.stepsUntilReadBack)) }, verbs: [.next],
      until: { $0.place(of: $0.state.step) >= $0.place(of: .readBack) }),
    TutorLesson(
      "The read-back", at: .readBack,
      "Read out what was agreed, and what it costs. Each of them says yes to it, or adds a caveat that you answer.",
      keys: { moment in
        if moment.hasCaveat { return [.press(.answer, "answer"), .words("your answer", "So it is"), .key(.enter)] }
        return Array(repeating: .press(.acknowledge, "yes"), count: max(1, moment.unacknowledged))
      }, verbs: [.ack, .answer],
      until: { ($0.unacknowledged == 0 && !$0.hasCaveat) || $0.isPast(.readBack) }),
    TutorLesson(
      "From proposal to agreed", at: .readBack,
      "Everyone stands behind it. Closing turns the proposal into what is agreed, with a page to photograph.",
      keys: .press(.close, "close"), verbs: [.close]
    ) { $0.state.ended != nil },
    TutorLesson(
      "That is the method", at: .closed,
      "The rest comes when it is needed: ? knows it. `parley new plan.yaml` begins your own, `parley rehearse` argues back.",
      keys: .press(.quit, "leave"), .option("l", "yes")
    ) { _ in false },
  ]
}

extension TutorMoment {
  fileprivate var evenings: GoalState? { state.goal(TutorPlan.evenings) }

  fileprivate func dot(of who: StakeholderID) -> Dot? { evenings?.dots[who] }

  fileprivate func isSettled(_ goal: GoalID) -> Bool { state.goal(goal)?.settlement != nil }

  fileprivate func objects(_ who: StakeholderID) -> Bool {
    guard let dot = dot(of: who) else { return false }
    return dot.colour == .red && (dot.layer != nil || evenings?.conditions.contains { $0.by == who } == true)
  }

  fileprivate var hasCondition: Bool { evenings?.conditions.isEmpty == false }
  fileprivate var requested: ParkedItem? { state.parkingLot.last { $0.kind == .feature && $0.state != .displaced } }
  fileprivate var hasParked: Bool { state.parkingLot.contains { $0.kind != .feature } }
  fileprivate var hasConflict: Bool { !state.conflicts.isEmpty }
  fileprivate var isConflictOver: Bool { state.conflicts.last.map { $0.ending != nil } ?? false }
  fileprivate var isArgued: Bool { isConflictOver || state.conflicts.last?.positions.isEmpty == false }

  fileprivate func silent(on id: GoalID) -> Int { state.goal(id).map { state.silent(on: $0).count } ?? 0 }

  fileprivate var isRanked: Bool { state.priorities.first.map { $0.id != TutorPlan.evenings } ?? true }
  fileprivate var stepsUntilReadBack: Int { place(of: .readBack) - place(of: state.step) }

  fileprivate var unacknowledged: Int {
    state.plan.stakeholders.count { state.isPresent($0.id) && state.acknowledgements[$0.id] == nil }
  }
  fileprivate var hasCaveat: Bool { state.acknowledgements.values.contains(where: \.isOpen) }
}
