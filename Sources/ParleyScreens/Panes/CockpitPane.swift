import ParleyCore
import ParleyTerminal

// What only the facilitator may see (M1): who is who, in the order to ask; and for the person marked, what they may
// object to this goal, what to tell them, what they asked for before. The host sends it to a cockpit and to no other
// terminal, and no other view has it to draw.
extension SessionView {
  func cockpitContent(_ notes: CockpitNotes, _ size: Size) -> PaneContent {
    let stakes = Stakes(state.plan, notes.map)
    let people = state.plan.askOrder.compactMap { who in stakes.people.first { $0.stakeholder.id == who } }
    let names = people.reduce(0) { max($0, Text.displayWidth(state.name($1.stakeholder.id))) }
    let lines = people.map { line(of: $0, names: min(24, names), width: size.columns) }
    let shown = people.first { $0.stakeholder.id == marked } ?? people.first
    let phrases = size.rows < 22 ? [] : [.blank] + phrases(width: size.columns)
    var list = list(lines + ownNotes(notes.map.notes, width: size.columns) + phrases)
    list.anchor = shown.map { .person($0.stakeholder.id) }
    var detail = shown.map { page(of: $0, width: size.columns) }
    detail?.goesFirst = size.rows < 12
    if notes.missing != nil { detail?.trailing = "" }
    return PaneContent(
      Box("Cockpit: private, keep it off every shared screen"),
      .list(head: head(notes, size), list, detail: detail))
  }

  /// Why nothing private is here; the end of the session, and what more time costs (M26); who is waited for.
  private func head(_ notes: CockpitNotes, _ size: Size) -> [Line] {
    let missing = notes.missing.map { Line.paragraph("No private notes: \($0).", .warning, width: size.columns) } ?? []
    // Where there is little room, the end of the session stands in the header alone.
    if size.rows < 12 { return missing + [waiting].compactMap { $0 } }
    return missing + [pacing, waiting].compactMap { $0 } + [.blank]
  }

  private var pacing: Line? {
    guard let time = SessionTime(state, at: now) else { return nil }
    let late = time.delta > 0
    let words = late ? "\(time.delta) min late" : "\(-time.delta) min to spare"
    return Line(
      [Span("Ends \(time.projectedEnd.clock)", .title), Span("  \(words)", late ? .warning : .dim)],
      trailing: state.started == nil ? [] : cost(of: 5) + [Span("   ")] + cost(of: 10), isTrailingMinor: true)
  }

  /// What it does to the end to give this step so many minutes more.
  private func cost(of minutes: Int) -> [Span] {
    guard let time = SessionTime(state, at: now, extending: minutes) else { return [] }
    let delta = time.delta > 0 ? "+\(time.delta)" : "\(time.delta)"
    return [
      Span("\(minutes) more", .dim), Span(" ends \(time.projectedEnd.clock)"),
      Span(" \(delta)", time.delta > 0 ? .warning : .dim),
    ]
  }

  /// Whose ballots are in, never for what (M19); else who has not been heard.
  private var waiting: Line? {
    if let vote = state.openVote {
      let missing = state.electorate.filter { !vote.turnout.contains($0) }
      return Line([
        Span("Votes in ", .dim), Span("\(vote.turnout.count) of \(state.electorate.count)", .title),
        Span(missing.isEmpty ? "" : "   still out ", .dim), Span(names(missing), .person),
      ])
    }
    guard state.step != .lobby, state.ended == nil else { return nil }
    let quiet = state.plan.askOrder.filter { state.isPresent($0) && !state.heard.contains($0) }
    guard !quiet.isEmpty else { return Line("Everyone was heard in this step.", .dim) }
    return Line([Span("Not heard ", .dim), Span(names(quiet), .person)])
  }

  private func names(_ people: [StakeholderID]) -> String { people.map { state.name($0) }.joined(separator: ", ") }

  /// `● Victor Sand  VP Sales      neutral  high  dangerous`.
  private func line(of person: Stakes.Person, names: Int, width: Int) -> Line {
    let who = person.stakeholder.id
    let isWide = width >= 70
    let entry = person.entry
    let alignment = Span(Text.padded(entry.alignment?.rawValue ?? "", toWidth: 12), entry.alignment?.role ?? .dim)
    let influence = Span(Text.padded(entry.influence?.rawValue ?? "", toWidth: isWide ? 11 : 0), .text)
    let salience = Span(Text.padded(person.salience.shown, toWidth: 14), .metric)
    let name = Span(
      " " + Text.padded(state.name(who), toWidth: names, ellipsis: look.ellipsis), who == marked ? .person : .title)
    let role = isWide ? Span("  \(person.stakeholder.role ?? "")", .dim) : Span("")
    return Line([standing(of: who), name, role], trailing: [alignment, influence, salience], row: .person(who))
  }

  /// What this step has from someone: a dot, a ballot that is in, a word on the read-back.
  private func standing(of who: StakeholderID) -> Span {
    let signs = look.signs
    guard state.isPresent(who) else { return Span(signs.absent, .dim) }
    if let vote = state.openVote {
      return vote.turnout.contains(who) ? Span(signs.done, .settled) : Span(signs.silent, .dim)
    }
    if let goal = state.goalOnTable { return signs.sign(state.mark(of: who, on: goal)) }
    let isDone = state.step == .readBack ? state.acknowledgements[who] != nil : state.heard.contains(who)
    return isDone ? Span(signs.done, .settled) : Span(signs.silent, .dim)
  }

  /// The goals that they put first before the session.
  private func firstGoals(of entry: StakeholderMap.Entry) -> String? {
    entry.priorities.isEmpty
      ? nil : entry.priorities.map { state.goal($0)?.goal.name ?? $0.text }.joined(separator: ", ")
  }

  private func page(of person: Stakes.Person, width: Int) -> PaneContent.Detail {
    let entry = person.entry
    let objections = entry.objections(to: state.goalOnTable?.goal)
    let survey = entry.survey
    let texts: [(String, String?, Role)] =
      objections.here.map { ("Objects", $0, .warning) } + [("Tell them", entry.message, .phrase)]
      + entry.answers.map { ("In the 1:1", $0.text, .text) } + objections.elsewhere.map { ("May object", $0, .text) }
      + asked(person).map { ("Asked for", $0, .text) } + [
        ("Interest", look.signs.joined([entry.interest, person.metric.map { "counts \($0)" }]), .text),
        ("Puts first", firstGoals(of: entry), .text), ("Outcome", survey?.outcome, .text),
        ("Worry", survey?.worry, .text),
        ("Firm on", survey?.nonNegotiable, .text), ("Standing", standing(person), .dim),
      ]
    let lines = texts.flatMap { label, text, role in labelled(label, text, role, width: width) }
    let name = look.signs.joined([state.name(person.stakeholder.id), person.stakeholder.role])
    return PaneContent.Detail(
      title: name, trailing: person.approach.words,
      lines: lines.isEmpty ? [Line("Nothing is written down about them.", .dim)] : lines)
  }

  /// What they have asked for, before and here, and where it stands.
  private func asked(_ person: Stakes.Person) -> [String] {
    let before = person.requests.map { request in
      let place = request.goal.map { "a feature of \(state.goal($0)?.goal.name ?? $0.text)" }
      return "\(request.text) (\(place ?? (request.isParked ? "parked" : "nowhere yet")))"
    }
    let here = state.parkingLot.filter { item in
      item.by == person.stakeholder.id && !person.requests.contains { $0.text.lowercased() == item.text.lowercased() }
    }
    return before + here.map { "\($0.text) (\($0.id) \($0.state.rawValue))" }
  }

  private func standing(_ person: Stakes.Person) -> String {
    look.signs.joined([
      person.entry.influence.map { "\($0.rawValue) influence" }, person.authority?.words,
      person.salience == .none ? nil : "\(person.salience.rawValue): \(person.entry.salience.words)",
      person.entry.met.map { "met \($0)" } ?? (person.isToBeMet ? "not met before (M2)" : nil),
    ])
  }

  /// The facilitator's own notes, the latest first.
  private func ownNotes(_ notes: [PrivateNote], width: Int) -> [Line] {
    guard !notes.isEmpty else { return [] }
    return [.blank, Line("Your notes", .heading)]
      + notes.reversed().flatMap { Line.paragraph($0.text, label: $0.at.clock, indent: 7, width: width) }
  }

  /// What to say when it is needed; the phrase of the moment stands below.
  private func phrases(width: Int) -> [Line] {
    let phrases = Phrases(own: state.plan.phrases)
    let cards: [Phrases.Card] = [.redirect, .displacement, .timebox, .drift, .deepDive, .dissent]
    return [Line("To say", .heading)]
      + cards.flatMap { card in
        Line.paragraph(
          look.signs.quoted(phrases.text(card, goal: state.goalOnTable?.goal)), label: card.rawValue, indent: 14,
          width: width)
      }
  }
}

extension StakeholderMap.Alignment {
  fileprivate var role: Role {
    switch self {
    case .aligned: .settled
    case .neutral: .text
    case .misaligned: .warning
    }
  }
}

extension [StakeholderMap.Salience] {
  fileprivate var words: String { map(\.rawValue).joined(separator: ", ") }
}

extension Stakes.SalienceClass {
  fileprivate var shown: String { self == .none ? "" : rawValue }
}

extension Stakes.Approach {
  fileprivate var words: String {
    switch self {
    case .work: "work with closely"
    case .satisfy: "keep satisfied"
    case .inform: "keep informed"
    case .watch: "keep an eye on"
    }
  }
}
