extension Refusal: CustomStringConvertible {
  /// `refused: CODE: sentence`.
  public var description: String { notice.description }

  /// What is missing, whom to ask, and which rule asks for it.
  public var sentence: String {
    switch self {
    case .unknownVerb(let verb, let near): "there is no command “\(verb)”\(suggestion(near))"
    case .badArgument(let fault): fault.sentence
    case .unknownID(let reference, let near?, _): "there is no \(reference.words)\(suggestion(near))"
    case .unknownID(let reference, nil, let known): "there is no \(reference.words)\(choice(of: known))"
    case .notPermitted(let speaker, let verb): notPermitted(speaker, verb.rawValue)
    case .notTheirVoice(let speaker, let other): notPermitted(speaker, "@\(other.text)")
    case .notPrivately: "a private note is the facilitator's alone; without private=true everyone sees the note"
    case .closed: "the session is closed; comments are still taken: comment WHO \"TEXT\" (M31)"
    case .final:
      "the record is final and does not change; a later change is a new decision in a later session: decide \"WHAT\" because=TEXT replaces=SESSION/D1 (M31)"
    case .wrongStep(let fault): fault.sentence
    case .goalOpen(let goals): goalOpen(goals)
    case .overCapacity(let timeframes): overCapacity(timeframes)
    case .needsLayer(let colour):
      "a \(colour.rawValue) dot says what it is about: layer=importance, metric, horizon, existence or features, or condition=TEXT (M14)"
    case .silent(let goal, let people):
      "\(list(people)) \(people.count == 1 ? "is" : "are") silent on “\(goal)”; ask \(people[0]) by name: silence is not agreement (M13)"
    case .dissentWithoutProcess(let goal, let people, let missing):
      "\(list(people)) \(people.count == 1 ? "is" : "are") red on “\(goal)”; say who decides, by when and by what: \(list(missing.map { "\($0)=" })) missing (M15)"
    case .needsDisplacement(let need): need.sentence
    case .conflictOpen(let topic):
      "the conflict “\(topic)” is open; end it first: resolve, experiment, escalate or postpone (M18)"
    case .noConflict: "no conflict is open; begin with conflict \"TOPIC\" between=A,B (M18)"
    case .voteClosed: "no vote is open; begin with vote open (M19)"
    case .tooManyDots(let fault): fault.sentence
    case .alreadyCast(let name): "\(name) has voted; a ballot is final (M19)"
    case .notYours: "a ballot is cast by its voter alone: @WHO ballot GOAL=N (M19)"
    case .answeredMeanwhile(let name, let colour):
      "\(name) has just answered at their own seat: \(colour.rawValue). That stands; give it once more to replace it"
    case .votesAtOwnTerminal(let name): "\(name) has a terminal of their own here, and casts their ballot there (M19)"
    case .tooFewBallots(let lack): lack.sentence
    case .notAcknowledged(let people):
      "\(list(people)) \(people.count == 1 ? "has" : "have") not acknowledged the read-back; ask \(people[0]) by name (M21)"
    case .caveatOpen(let people):
      "the caveat of \(list(people)) has no answer yet; give one: answer WHO \"TEXT\" (M21)"
    case .windowOpen(let until):
      "the comment window is open until \(until.date) \(until.clock); finalise after that (M31)"
    case .decided(let verb, let kind): decided(verb, kind)
    case .incomplete(let lack): lack.sentence
    case .notTheLast(let entry, nil):
      "entry \(entry) cannot be taken back any more, and nothing else can; ballots and what was revealed stay (M27)"
    case .notTheLast(let entry, let last?):
      "entry \(entry) is not the last that can be taken back; that is entry \(last) now: undo of=\(last) (M27)"
    case .nothingToRedo: "nothing that was taken back can be given again; redo comes right after undo (M27)"
    case .nothingToUndo: "there is nothing to take back; ballots and what was revealed stay (M27)"
    }
  }

  private func notPermitted(_ speaker: Speaker, _ verb: String) -> String {
    switch speaker {
    case .facilitator: "\(verb) is for someone who is in the room; note their arrival first: arrive WHO (M25)"
    case .noteTaker: "\(verb) is the facilitator's; the note-taker parks, notes and records"
    case .stakeholder(let who): "\(verb) is not for \(who) to give; ask the facilitator"
    case .screen: "a screen only shows; give \(verb) at the facilitator's terminal"
    }
  }

  private func decided(_ verb: VerbName, _ kind: SessionKind) -> String {
    let way = "park it, or change the kind openly: kind alignment because=TEXT (M22)"
    return switch kind {
    case .checkIn: "\(verb.rawValue) would open what is decided; a check-in opens one question: \(way)"
    case .featuresOnly:
      "\(verb.rawValue) would open the goals, which are agreed; this session is about features: \(way)"
    case .alignment, .review, .goalsOnly, .decisionJournal, .preMortem, .oneOnOne:
      "\(verb.rawValue) is for sessions that settle goals, and this is a \(kind.rawValue): \(way)"
    }
  }

  private func goalOpen(_ goals: [OpenGoal]) -> String {
    let names = goals.map { "“\($0.name)”" }
    let ask = goals.count == 1 ? goals[0].silent : []
    let whom = ask.isEmpty ? "" : "; still to ask: \(list(ask))"
    return
      "\(list(names)) \(goals.count == 1 ? "is" : "are") not settled\(whom); confirm, adjust, defer, drop or skip first (M15, M20)"
  }

  private func overCapacity(_ timeframes: [Overfull]) -> String {
    let each = timeframes.map { "\($0.name) holds \($0.capacity) and has \($0.goals.count): \(list($0.goals))" }
    return "\(each.joined(separator: "; ")); move, defer or drop what does not fit (M17)"
  }
}

/// `A`, `A and B`, `A, B and C`.
func list(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return "\(words.dropLast().joined(separator: ", ")) and \(last)"
}

/// `; it may be a, b or c`; nothing where there are none, or too many to read. Others may wait for their turn (M12).
private func choice(of ids: [String]) -> String {
  guard let last = ids.last, ids.count <= 8 else { return "" }
  return ids.count == 1 ? "; it may be \(last)" : "; it may be \(ids.dropLast().joined(separator: ", ")) or \(last)"
}

private func suggestion(_ near: String?) -> String { near.map { "; did you mean \($0)?" } ?? "" }

extension Reference {
  fileprivate var words: String {
    switch self {
    case .who(let id), .reader(let id): "stakeholder “\(id)”"
    case .goal(let id): "goal “\(id)”"
    case .timeframe(let id): "timeframe “\(id)”"
    case .item(let id): "item “\(id)” in the parking lot"
    case .feature(let id): "feature “\(id)”"
    case .decision(let id): "decision “\(id)”"
    case .comment(let id): "comment “\(id)”"
    case .pastGoal(let id): "goal “\(id)” in this plan or in the last session"
    case .assumption(let id): "assumption “\(id)”"
    case .alternative(let id): "alternative “\(id)”"
    case .reason(let id): "reason “\(id)”"
    case .cluster(let id): "cluster “\(id)”"
    }
  }
}

extension Refusal.NeedsDisplacement {
  fileprivate var sentence: String {
    switch self {
    case .timeframe(let name, let capacity, let goals):
      "\(name) holds \(capacity) and is full: \(list(goals)); name what moves out: displacing=GOAL or GOAL:TF (M17)"
    case .landing(let name, let displaced):
      "\(name), where “\(displaced)” would go, is full too; say where else: displacing=GOAL:TF or GOAL:parking-lot (M17)"
    case .goal(let name, let capacity, let features):
      "“\(name)” carries \(capacity) and is full: \(list(features)); name what moves out: displacing=FEATURE (M17)"
    }
  }
}

extension Refusal.TooManyDots {
  fileprivate var sentence: String {
    switch self {
    case .inAll(let given, let allowed):
      "\(counted(given, "dot is", "dots are")) on the ballot; everyone has \(allowed) (M19)"
    case .onGoal(let goal, let given, let allowed):
      "\(counted(given, "dot is", "dots are")) on “\(goal)”; one goal takes \(allowed) from one person (M19)"
    }
  }
}

extension Refusal.TooFewBallots {
  fileprivate var sentence: String {
    let rule = "the sums of fewer than \(fewest) ballots say who voted for what: vote: {fewest: N} in the plan (M19)"
    let ballots = "\(count) \(count == 1 ? "ballot is" : "ballots are") in"
    return isOpen ? "\(ballots); \(rule)" : "\(count) may vote here; \(rule)"
  }
}

extension Refusal.WrongStep {
  fileprivate var sentence: String {
    switch self {
    case .noGoalOnTable(let verb): "no goal is on the table; name one, or \(verb.rawValue) at a goal's step (M12)"
    case .notPresented(let goal): "“\(goal)” has not been presented yet; it comes to the table with next (M12)"
    case .unknownStep(let step): "this session has no step “\(step)” now (M10)"
    case .aheadOver(let step, let undone): "\(step) lies ahead; “\(undone)” comes first (M10, M20)"
    case .nothingAfter(let step): "nothing comes after \(step); close ends the session"
    case .nothingBefore: "nothing comes before the lobby"
    case .movedOn(let verb, let from, let now):
      "the session is at “\(now)” now, and no more at \(from); \(verb.rawValue) once more goes from there (M10)"
    case .only(let verb, let at): "\(verb.rawValue) belongs to \(at); go there with next"
    case .notClosed(let verb): "\(verb.rawValue) waits until the session is closed (M31)"
    case .onlyIn(let verb, let kind):
      "\(verb.rawValue) belongs to a session of kind \(kind.rawValue); change the kind openly: kind \(kind.rawValue) because=TEXT (M22)"
    }
  }
}

extension Refusal.Incomplete {
  fileprivate var sentence: String {
    switch self {
    case .noResult(let goals):
      "\(list(goals.map { "“\($0)”" })) \(goals.count == 1 ? "has" : "have") no result yet; say what came of it: result GOAL actual=N because=TEXT (M37)"
    case .noQuestion: "no question is named yet; name the one that is open: question \"TEXT\" (M36)"
    case .questionOpen(let text):
      "“\(text)” has no answer yet; decide it: decide \"WHAT\" because=TEXT, or say who does: postpone decider= by= criteria= (M36)"
    case .noAssumption:
      "no assumption is written down yet; say what it rests on: assume \"TEXT\" evidence=anecdote, survey, cohort-data or pilot (M42)"
    case .fewAlternatives(let count):
      "\(count == 0 ? "no alternative is" : "one alternative alone is") written down; two are the least: alternative \"TEXT\" (M42)"
    case .noKillCriterion:
      "nothing says when to stop; write it down: kill-criterion \"ACTION\" metric= threshold= by=DATE (M42)"
    case .nothingChosen: "nothing is decided yet; choose one of the alternatives: choose O1 because=TEXT (M42)"
    case .noReason: "no reason has been read out yet; write what each person says: reason WHO \"TEXT\" (M43)"
    case .looseReasons(let reasons):
      "\(list(reasons)) \(reasons.count == 1 ? "is" : "are") in no cluster yet; put them together: cluster \"NAME\" \(reasons[0]) (M43)"
    case .noMitigation(let clusters):
      "nothing is done about \(list(clusters)) yet; say who does what: mitigate G1 \"WHAT\" owner= due=, or bear G1 because=TEXT (M43)"
    }
  }
}

extension Refusal.BadArgument {
  fileprivate var sentence: String {
    switch self {
    case .unbalancedQuote: "a quote is not closed; every “\"” needs a second one"
    case .badTime(let text): "“\(text)” is no time; write +MM:SS, seconds below 60"
    case .noCommand: "there is no command here; write one, such as next"
    case .missing(let what, let usage): "\(what) is missing; write \(usage)"
    case .tooMany(let what, let usage):
      "“\(what)” is one word too many; write \(usage), with quotes around words with spaces"
    case .unknownKey(let key, let near, let usage): "there is no “\(key)=” here\(suggestion(near)); write \(usage)"
    case .twice(let key): "\(key) is given twice; give it once"
    case .notOneOf(let what, let value, let choices, let near):
      "\(what) is \(choices.joined(separator: ", ")), not “\(value)”\(suggestion(near))"
    case .notANumber(let what, let value): "\(what) is a number, not “\(value)”"
    case .outOfRange(let what, let value, let range): "\(what) is \(range), not “\(value)”"
    case .notADate(let what, let value): "\(what) is a date such as 2027-07-05 or +7d, not “\(value)”"
    case .notATime(let what, let value): "\(what) is a time of day such as 15:30, not “\(value)”"
    case .tooLittleTime(let minutes, let end):
      "until \(end) \(counted(minutes, "minute is", "minutes are")) missing to give every step to come a third of its time; end later, end=HH:MM, or skip, defer or drop a goal (M26)"
    case .malformedID(let id): "“\(id)” cannot be an id; use lower-case letters, digits and hyphens, at most 64"
    case .empty(let what): "\(what) is empty; say it in words"
    case .tooLong(let what, let bytes, let limit): "\(what) has \(counted(bytes, "byte")); at most \(limit) are kept"
    case .targetIsBaseline: "target and baseline are the same; a goal needs a change to aim at"
    case .taken(let id): "“\(id)” is taken; give another name"
    case .nothingAdjusted(let goal):
      "nothing about “\(goal)” changes; say what: name=, target=, baseline= or timeframe=, or confirm it (M15)"
    case .notInTimeframe(let goal, let timeframe):
      "“\(goal)” takes no room in \(timeframe); name a goal that does (M17)"
    case .displacesItself(let goal): "“\(goal)” cannot displace itself; name another goal (M17)"
    case .alreadyThere(let goal, let timeframe): "“\(goal)” stands in \(timeframe) already; name another timeframe"
    case .notAFeatureOf(let feature, let goal): "“\(feature)” is no feature of “\(goal)”; name one that is (M17)"
    case .itemIs(let item, let state):
      "\(item) is \(state) already; only what is parked can be served or withdrawn (M16)"
    case .notAgreed(let goal): "“\(goal)” has no priority; only confirmed and adjusted goals are ranked (M17)"
    case .noCaveat(let name): "\(name) has given no caveat; there is nothing to answer (M21)"
    case .twoDifferentPeople: "between= names two different people, such as between=ceo,vp-eng (M18)"
    case .voteIsOpen: "a vote is open already; reveal or cancel it first (M19)"
    case .unknownMetric(let name, let goal, let near):
      "“\(goal)” has no metric “\(name)”\(suggestion(near))"
    case .ballotIsEmpty: "the ballot is empty; write ballot GOAL=N, one for each goal that gets dots (M19)"
    case .notAHundred(let sum): "core, adjacent and new add up to \(sum) per cent; make it 100 (M40)"
    case .noTradeOff: "nothing has moved out for anything yet: there is no trade-off to accept (M17)"
    case .nothingResolved: "no conflict has just been resolved: consent is to what resolve decided (M46)"
    case .moreThanOptions(let name, let options):
      "\(name)= says something of more than the \(counted(options, "option")): part them by | as the options are, and leave a place empty where there is nothing to say (M47)"
    case .neitherGivesNorCosts: "say what it gives them or what it costs them: gives= or costs= (M48)"
    case .carriedAlready(let goal, let new): "“\(goal)” goes on as \(new) already; adjust that one at its step (M37)"
    case .onTable(let goal): "“\(goal)” is on the table in this session; adjust it there instead (M37)"
    case .questionIsOpen(let text): "one question is open, “\(text)”; park any other: park \"TEXT\" kind=question (M36)"
    case .ownForAnother(let name):
      "only \(name) can give their own dot, at their own seat; for them it is spoken, proxy or pre-read (M13)"
    case .noPartner: "the plan does not say with whom the 1:1 is; write `with: WHO` in it (M9)"
    case .alreadyKind(let kind): "the session is of the kind \(kind) already (M22)"
    }
  }
}
