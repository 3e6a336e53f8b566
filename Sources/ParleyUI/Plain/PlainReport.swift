import ParleyCore
import ParleyScreens
import ParleyWire

/// Where the session stands, in sentences.
struct PlainReport {
  let model: TerminalModel
  let now: Instant

  /// The answer to a question about the session; nil when the line is none of these.
  func answer(to line: String) -> [String]? {
    let words = line.split(separator: " ").map(String.init)
    let help = PlainHelp(model: model, now: now)
    if ["help", "?"].contains(words.first) { return help.lines(about: words.dropFirst().joined(separator: " ")) }
    guard words.count == 1, let state = model.state else { return nil }
    let record = PlainRecord(state, called: model.sessionName, at: now)
    switch words[0] {
    case "where": return place
    case "goals": return goals
    case "people": return people
    case "parking": return parkingLot
    case "decisions":
      return something(
        record.lines(of: [.decisions, .tradeOffs, .commitments, .impacts, .followUps]), "No decisions yet.")
    case "agenda": return agenda
    case "boundary": return state.plan.boundary.map(lines) ?? ["The plan says nothing of boundaries."]
    case "record": return something(record.everything, "Nothing is in the record yet.")
    case "read-back": return record.readBack
    case "map": return model.notes.map(map)
    default: return nil
    }
  }

  /// What the view of the full screen shows that a key opens; nil where the key opens none.
  func view(of id: Action.ID) -> [String]? {
    let word: String? =
      switch id {
      case .showSession, .countdown: "where"
      case .showRoadmap, .showGoal: "goals"
      case .showParkingLot: "parking"
      case .showPeople: "people"
      case .showDecisions, .showTradeOffs: "decisions"
      case .showAgenda: "agenda"
      case .showRecord: "record"
      case .showBoundary: "boundary"
      case .help: "help"
      default: nil
      }
    return word.flatMap(answer)
  }

  /// Whether a line is a command or a question rather than an answer.
  static func isCommand(_ line: String) -> Bool {
    let first = line.split(separator: " ").first.map(String.init) ?? ""
    return first.count > 1
      && (VerbName.allCases.contains { $0.rawValue.split(separator: " ").first.map(String.init) == first }
        || PlainHelp.questions[first] != nil || PlainHelp.endings[first] != nil || first == "help"
        || first.hasPrefix("@"))
  }

  /// What to say where a word of line mode was nearly written; a verb is for the host to know better.
  func near(to line: String) -> String? {
    guard let first = line.split(separator: " ").first.map(String.init), !PlainReport.isCommand(line),
      let near = PlainHelp.near(to: first), VerbName(rawValue: near) == nil
    else { return nil }
    return "there is no command “\(first.cleaned)”; did you mean \(near)?"
  }

  private func something(_ lines: [String], _ nothing: String) -> [String] { lines.isEmpty ? [nothing] : lines }

  private var agenda: [String] {
    guard let state = model.state else { return [] }
    return AgendaView(state, at: now).rows.map { row in
      let word =
        switch row.progress {
        case .done: "done"
        case .current: "now"
        case .ahead: "to come"
        }
      let took = row.actual.map { ", took \(counted(($0 + 30) / 60, "minute"))" } ?? ""
      let begins = row.expected.map { ", expected at \($0.clock)" } ?? ""
      return "\(row.title), \(word)\(begins): planned \(counted((row.planned + 30) / 60, "minute"))\(took)."
    }
  }

  /// The words at the end: what was agreed, where it is kept, how to leave.
  var closing: [String] {
    guard let state = model.state else { return [] }
    let leaving =
      model.speaker == .facilitator
      ? "quit leaves, and comments are still taken; stop leaves, and ends the session's host." : "quit leaves."
    return PlainRecord(state, called: model.sessionName, at: now).closing + [leaving]
  }

  /// The step, its time, what it is about, whom to ask.
  var place: [String] {
    guard let state = model.state else { return ["joining the session"] }
    var time = ""
    if let countdown = Countdown(state, at: now) {
      time = countdown.left > 0 ? ", \(countdown.text) left" : ", \(countdown.text) over time"
      if countdown.isPaused { time += ", paused" }
    }
    let end = SessionTime(state, at: now).map { " The session is to end at \($0.projectedEnd.clock)." } ?? ""
    let line = state.planningBegins ? ["The last period is closed: planning begins here."] : []
    return line + ["Step: \(state.titles(of: state.step).title)\(time)." + end] + subject + asking
  }

  /// What the step is about.
  var subject: [String] {
    guard let state = model.state else { return [] }
    switch state.step {
    case .boundary: return state.plan.boundary.map(lines) ?? []
    case .context: return state.plan.context.map(lines) ?? []
    case .goal, .features: return state.goalOnTable.map { describe($0, state) } ?? []
    case .priorities: return ["Order:"] + state.priorities.enumerated().map { "\($0 + 1). \($1.goal.name)" }
    case .review: return state.pastGoals.map(tell)
    case .part(let part): return told(part, state)
    case .readBack: return PlainRecord(state, called: model.sessionName, at: now).readBack
    case .closed: return PlainRecord(state, called: model.sessionName, at: now).closing
    case .vote: return ["Before we talk, everyone votes in silence."]
    case .lobby: return []
    }
  }

  private func tell(_ past: PastGoal) -> String {
    guard let last = past.last else { return "\(past.id), \(past.name): no result yet." }
    return
      "\(past.id), \(past.name): target \(number(last.target)), came to \(number(last.actual)), \(last.result.words)."
      + (last.because.map { " Because: \($0)." } ?? "") + (past.carriedTo.map { " Goes on as \($0)." } ?? "")
  }

  /// What a step of a kind of its own has so far.
  private func told(_ part: Step.Part, _ state: State) -> [String] {
    let findings = state.findings
    switch part {
    case .scorecard: return findings.readings.map { "\(state.shownName($0.goal)): now \(number($0.value))." }
    case .question, .decision:
      return (findings.question.map { ["The question: \($0.text)"] } ?? ["No question is named yet."])
        + (part == .decision ? findings.alternatives.map { "\($0.id): \($0.text)" } : [])
    case .assumptions: return findings.assumptions.map { "\($0.id), \($0.evidence.rawValue): \($0.text)" }
    case .alternatives: return findings.alternatives.map { "\($0.id): \($0.text)" }
    case .killCriteria:
      return findings.killCriteria.map { "\($0.id): \($0.action) when \($0.metric) is \($0.threshold) by \($0.by)." }
    case .writing: return ["Everyone writes down why it has failed, in silence."]
    case .reading: return findings.reasons.map { "\($0.id), \(state.name($0.who)): \($0.text)" }
    case .clustering, .mitigation:
      return findings.clusters.map { cluster in
        "\(cluster.id) \(cluster.name): \(cluster.reasons.map(\.text).joined(separator: ", "))"
          + (cluster.isOpen ? "; nothing done yet." : ".")
      } + state.looseReasons.map { "\($0.id), in no cluster: \($0.text)" }
    case .whatAndWhy, .team, .need, .missing, .champion:
      return ["What is said goes into the private map alone: w asks for it, and does not show what is typed."]
    }
  }

  /// Who has still to vote, and to whom the keyboard goes: to nobody who has a terminal of their own (M19).
  private func ballots(_ ask: AskNext, _ names: String, _ state: State) -> String {
    let elsewhere = ask.waiting.filter(model.voteElsewhere.contains).map(state.name)
    let own = elsewhere.isEmpty ? "" : " At a terminal of their own: \(elsewhere.joined(separator: ", "))."
    let next = model.stillToVote.first.map { " v hands the keyboard to \(state.name($0))." } ?? ""
    return "\(ask.still): \(names).\(own)\(next)"
  }

  /// Whom to ask, and what to say.
  var asking: [String] {
    guard let state = model.state, model.speaker != .screen else { return [] }
    if case .stakeholder(let who) = model.speaker { return SeatCue(state, for: who).map { [$0.text] } ?? [] }
    guard let ask = AskNext(state) else { return [] }
    if let first = ask.waiting.first {
      let names = ask.waiting.map(state.name).joined(separator: ", ")
      if ask.matter == .ballots { return [ballots(ask, names, state)] }
      let cue = Cue(state, at: now).map { " Say: \($0.text)" } ?? ""
      return ["Ask next: \(state.name(first)). \(ask.still): \(names).\(cue)"]
    }
    switch ask.matter {
    case .dots where state.goalOnTable?.settlement == nil: return [allHeard(state)]
    case .acknowledgements: return [acknowledged(state)]
    case .ballots: return ["Everyone here has voted. v reveals the sums."]
    default: return []
    }
  }

  /// What settles the goal now; with a red dot, first what to ask of it (M15, M18).
  private func allHeard(_ state: State) -> String {
    let goal = state.goalOnTable
    let reds = state.plan.stakeholders.map(\.id).filter { goal?.dots[$0]?.colour == .red }
    if reds.isEmpty { return "Everyone has given a dot; confirm settles the goal." }
    let cue = Cue(state, at: now).map { " Say: \($0.text)" } ?? ""
    return "Everyone has given a dot. Red: \(reds.map(state.name).joined(separator: ", ")).\(cue)"
      + " x names the disagreement; confirm asks who decides, by when and by what."
  }

  /// What the read-back still waits for, once everyone has said whether it is right (M21).
  private func acknowledged(_ state: State) -> String {
    let open = state.plan.askOrder.filter { state.acknowledgements[$0]?.isOpen ?? false }
    guard let who = open.first else { return "Everyone has acknowledged; close ends the session." }
    let caveat = state.acknowledgements[who]?.caveat.map { " “\($0)”" } ?? ""
    return "The caveat of \(state.name(who))\(caveat) waits: type answer, and say it."
  }

  private var goals: [String] {
    guard let state = model.state else { return [] }
    let shown = state.goals.filter(\.isPresented)
    return shown.isEmpty ? ["No goal has been presented yet."] : shown.flatMap { describe($0, state) }
  }

  private func describe(_ goal: GoalState, _ state: State) -> [String] {
    let place = state.place(of: goal.goal.timeframe)
    let metrics = goal.goal.metrics.map(\.spoken)
    let dots = state.plan.stakeholders.compactMap { person -> String? in
      switch state.mark(of: person.id, on: goal) {
      case .dot(let colour): "\(state.name(person.id)) \(colour.rawValue)"
      case .silent: "\(state.name(person.id)) silent"
      case .absent: nil
      }
    }
    let outcome = goal.outcomeWords.map { " \($0)." } ?? ""
    var lines = ["Goal \(goal.id): \(goal.goal.name), \(place); \(metrics.joined(separator: "; ")).\(outcome)"]
    if let rationale = goal.goal.rationale { lines.append("Why: \(rationale)") }
    if state.showsFeatures, !goal.goal.features.isEmpty {
      lines.append("Features: \(goal.goal.features.map(\.name).joined(separator: ", ")).")
    }
    return lines + ["Dots: \(dots.joined(separator: ", "))."]
  }

  private var people: [String] {
    guard let state = model.state else { return [] }
    return state.plan.stakeholders.map { person in
      let role = person.role.map { ", \($0)" } ?? ""
      return "\(person.id): \(state.name(person.id))\(role), \(state.isPresent(person.id) ? "here" : "away")"
    }
  }

  private var parkingLot: [String] {
    guard let state = model.state, !state.parkingLot.isEmpty else { return ["Nothing is parked."] }
    return state.parkingLot.map { item in
      let owner = item.owner.map { ", \(state.name($0))" } ?? ""
      return "\(item.id) \(item.state.rawValue): \(item.text)\(owner)\(item.due.map { " by \($0)" } ?? "")"
    }
  }

  /// What only the facilitator may know, person by person, in the order to ask (M1).
  private func map(_ notes: PrivateNotes) -> [String] {
    guard let state = model.state else { return [] }
    if let missing = notes.missing { return ["No private notes: \(missing)."] }
    let stakes = Stakes(state.plan, notes.map)
    let people = state.plan.askOrder.compactMap { who in stakes.people.first { $0.stakeholder.id == who } }
    return people.map { person in
      let entry = person.entry
      let objections = entry.objections(to: state.goalOnTable?.goal)
      let parts = [
        [entry.alignment?.rawValue, entry.influence.map { "\($0.rawValue) influence" }, person.salience.rawValue]
          .compactMap { $0 }.joined(separator: ", "),
        said("objects to this", objections.here), said("may object", objections.elsewhere),
        said("tell them", [entry.message].compactMap { $0 }), said("asked for", entry.requests.map(\.text)),
        said("worry", [entry.survey?.worry].compactMap { $0 }),
      ].compactMap { $0 }
      return "\(state.name(person.stakeholder.id)): \(parts.joined(separator: ". "))."
    }
  }

  private func said(_ label: String, _ texts: [String]) -> String? {
    texts.isEmpty ? nil : "\(label): \(texts.joined(separator: "; "))"
  }

  private func lines(_ boundary: Boundary) -> [String] {
    [("Decided", boundary.decided), ("Open for input", boundary.open), ("Out of scope", boundary.outOfScope)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: "; "))." }
  }

  private func lines(_ context: Context) -> [String] {
    [
      context.context.map { "Context: \($0)" }, context.conflict.map { "Conflict: \($0)" },
      context.resolution.map { "Resolution: \($0)" }, context.evidence.map { "Evidence: \($0)" },
    ].compactMap { $0 }
  }

  private func number(_ value: Double) -> String { value.numeral }
}

extension AskNext {
  /// What those who are named have not done yet.
  fileprivate var still: String {
    switch matter {
    case .dots: "Still silent"
    case .ballots: "Still to vote"
    case .acknowledgements: "Still to acknowledge"
    case .positions: "Still to speak"
    case .consents: "Still to consent"
    case .reasons: "Still to read out"
    }
  }
}
