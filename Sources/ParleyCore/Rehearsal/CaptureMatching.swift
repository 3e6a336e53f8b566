// Matches entries with utterances: what was said, and which entry wrote it down. It is written down as meant where the
// words keep what was said, and what was decided about it before it was said is the same.
extension Performance {
  mutating func capture(_ entry: Entry, _ state: State) {
    for number in entry.takenBack {
      for index in said.indices where said[index].capture?.entry == number { said[index].capture = nil }
    }
    guard hasBegun else { return }
    for event in entry.events { capture(event, entry, state) }
  }

  private mutating func capture(_ event: Event, _ entry: Entry, _ state: State) {
    switch event.payload {
    case let given as DotGiven:
      captureVeto(of: given.goal, entry) { $0 == given.who && given.dot.colour == .red }
      captureDot(given.goal, given.who, given.dot, entry, state)
    case let arrived as Arrived: mark(entry) { $0.matter == .arrival && $0.who == arrived.who }
    case let left as Left: mark(entry) { $0.matter == .departure && $0.who == left.who }
    case let settled as GoalSettled: captureVeto(of: settled, entry)
    case let cleared as DotCleared: captureReopening(of: cleared.goal, entry)
    case let reopened as GoalReopened: captureReopening(of: reopened.goal, entry)
    case let requested as Requested: captureItem(requested.item, entry, state)
    case let parked as Parked: captureItem(parked.item, entry, state)
    case let served as Served: captureService(served.item, served.goal, entry)
    case let withdrawn as Withdrawn: captureService(withdrawn.item, nil, entry)
    case let opened as ConflictOpened:
      if let goal = opened.goal { captureVeto(of: goal, entry) { opened.between.contains($0) } }
      mark(entry) {
        if case .disagreement(let goal, let other) = $0.matter {
          opened.between.contains($0.who) && opened.between.contains(other) && opened.goal ?? goal == goal
        } else {
          false
        }
      }
    case let argued as Argued: captureArgument(argued.position, entry)
    case let followed as FollowedUp: captureElsewhere(followed.followUp, entry)
    case is KindChanged: mark(entry) { $0.isDrift && $0.step == state.step }
    case let noted as Noted: mark(entry, words: noted.text) { $0.isDrift && $0.step == state.step }
    case let heard as Heard: mark(entry) { $0.who == heard.who && $0.isPlea }
    case is Ordered: markAll(entry) { $0.isPlea }
    case let kept as AnswerKept: mark(entry) { $0.matter == .learning(kept.step) }
    case let given as ReasonGiven:
      mark(entry, words: given.reason.text) { $0.matter == .reason && $0.who == given.reason.who }
    case let assumed as Assumed: captureAssumption(assumed.assumption, entry)
    case let named as QuestionNamed: mark(entry, words: named.text) { $0.matter == .question }
    case let result as ResultGiven:
      mark(entry, words: result.last.because ?? "") { $0.matter == .excuse(result.goal) }
    case let consented as Consented: markAll(entry) { $0.matter == .consent && consented.by.contains($0.who) }
    case let agreed as Acknowledged: captureAcknowledgement(agreed.who, agreed.caveat, entry, state)
    // All else writes down nothing that was said.
    case _: break
    }
  }

  /// Marks the matching utterance that is meant.
  /// - Parameter words: the words in which it was written down; nil where none were asked for.
  private mutating func mark(
    _ entry: Entry, isRight: Bool = true, instead: String? = nil, item: ItemID? = nil, words: String? = nil,
    _ fits: (Utterance) -> Bool
  ) {
    guard let index = open(words, fits) else { return }
    let isKept = words?.keeps(said[index].text) ?? true
    said[index].capture = Utterance.Capture(
      entry: entry.number, at: entry.at, line: entry.line, isRight: isRight && isKept,
      instead: isKept ? instead : words.map { "“\($0)”" }, item: item, hasWords: isKept)
  }

  /// Which of the matching utterances that are not written down yet is meant: the one whose words these keep best, else
  /// the first.
  private func open(_ words: String?, _ fits: (Utterance) -> Bool) -> Int? {
    let open = said.indices.filter { said[$0].capture == nil && fits(said[$0]) }
    guard let told = words?.tellingWords, open.count > 1 else { return open.first }
    let kept = open.map { told.intersection(said[$0].text.tellingWords).count }
    return zip(open, kept).first { $0.1 == kept.max() }?.0
  }

  private mutating func markAll(_ entry: Entry, _ fits: (Utterance) -> Bool) {
    for index in said.indices where said[index].capture == nil && fits(said[index]) {
      said[index].capture = Utterance.Capture(
        entry: entry.number, at: entry.at, line: entry.line, isRight: true)
    }
  }

  /// A dot of another colour than the person meant writes nothing down, and they say so. A dot about another layer
  /// writes it down wrongly, until someone corrects it.
  private mutating func captureDot(
    _ goal: GoalID, _ who: StakeholderID, _ dot: Dot, _ entry: Entry, _ state: State
  ) {
    markAll(entry) { $0.matter == .consent && $0.who == who }
    guard
      let place = said.lastIndex(where: { utterance in
        if case .position(goal, _, _) = utterance.matter { utterance.who == who } else { false }
      }), case .position(_, let colour, let layer) = said[place].matter
    else {
      if dot.how == .spoken, cast.person(who) != nil {
        mouths.append(Silence(who: who, goal: goal))
        slight(.spokenFor, who, on: goal, over: nil, entry.at, state)
      }
      return
    }
    // A dot that was corrected, or changed later, does not count as wrong.
    guard said[place].capture?.isRight != true else { return }
    guard dot.colour == colour else {
      said[place].capture = nil
      slight(.misheard, who, on: goal, over: said[place].number, entry.at, state)
      mean(.insistence(on: said[place].number), by: who, after: 4, from: entry.at, at: state.step)
      return
    }
    let hasLayer = !colour.objects || layer == nil || dot.layer == layer
    let words = [dot.note, condition(of: who, in: entry)].compactMap { $0 }.joined(separator: " ")
    let hasWords = !colour.objects || words.keeps(said[place].text)
    defer { captureEarlier(than: place, goal, who) }
    said[place].capture = Utterance.Capture(
      entry: entry.number, at: entry.at, line: entry.line, isRight: hasLayer && hasWords,
      instead: !hasLayer
        ? dot.layer?.rawValue ?? "no layer" : hasWords ? nil : words.isEmpty ? "no words" : "“\(words)”",
      hasLayer: hasLayer, hasWords: hasWords)
  }

  private func condition(of who: StakeholderID, in entry: Entry) -> String? {
    entry.events.lazy.compactMap { event in
      if case .conditionSet(let set) = event, set.condition.by == who { set.condition.text } else { nil }
    }.first
  }

  /// What someone said before they changed their mind needs no dot any more.
  private mutating func captureEarlier(than place: Int, _ goal: GoalID, _ who: StakeholderID) {
    for index in said.indices where index < place && said[index].who == who && said[index].capture == nil {
      if case .position(goal, _, _) = said[index].matter { said[index].capture = said[place].capture }
    }
  }

  /// A veto is answered where the goal does not go ahead, where they decide, or where their no is on record again.
  private mutating func captureVeto(of settled: GoalSettled, _ entry: Entry) {
    let goesAhead = [.confirmed, .adjusted].contains(settled.settlement.outcome)
    captureVeto(of: settled.goal, entry) { !goesAhead || $0 == settled.settlement.dissent?.decider }
  }

  private mutating func captureVeto(of goal: GoalID, _ entry: Entry, _ fits: (StakeholderID) -> Bool) {
    mark(entry) { $0.matter == .veto(goal) && fits($0.who) }
  }

  private mutating func captureReopening(of goal: GoalID, _ entry: Entry) {
    mark(entry, isRight: false, instead: "opened again") { $0.matter == .reopening(goal) }
  }

  /// A parked item matches the person's request, else their drift, else their detail.
  private mutating func captureItem(_ item: ParkedItem, _ entry: Entry, _ state: State) {
    guard let who = item.by else {
      return mark(entry, words: item.text) { $0.isAside && $0.step == state.step }
    }
    let isDrift = item.kind == .status || item.kind == .followUp || item.kind == .question
    let orders: [(Utterance) -> Bool] = [{ $0.matter == .request }, { $0.isAside }, { $0.isPlea }]
    let ordered = isDrift ? orders.reversed() : orders
    let found = ordered.compactMap { fits in open(item.text) { $0.who == who && fits($0) } }
    // Words that keep one of them tell more than the kind of the item.
    guard let index = found.first(where: { item.text.keeps(said[$0].text) }) ?? found.first else { return }
    let number = said[index].number
    mark(entry, item: item.id, words: item.text) { $0.number == number }
  }

  private mutating func captureService(_ id: ItemID, _ goal: GoalID?, _ entry: Entry) {
    guard let place = said.lastIndex(where: { if case .service(id, _) = $0.matter { true } else { false } }),
      case .service(_, let meant) = said[place].matter
    else { return }
    said[place].capture = Utterance.Capture(
      entry: entry.number, at: entry.at, line: entry.line, isRight: goal == meant,
      instead: goal == meant ? nil : goal?.text ?? "withdrawn")
  }

  /// An assumption is known as well as the person said (M42).
  private mutating func captureAssumption(_ assumption: Assumption, _ entry: Entry) {
    let meant = said.lazy.filter { $0.capture == nil && (assumption.by ?? $0.who) == $0.who }
    let fitting = meant.first { utterance in
      if case .assumption = utterance.matter { assumption.text.keeps(utterance.text) } else { false }
    }
    guard let fitting, case .assumption(let evidence) = fitting.matter else { return }
    let isRight = assumption.evidence == evidence
    mark(entry, isRight: isRight, instead: isRight ? nil : assumption.evidence.rawValue) {
      $0.number == fitting.number
    }
  }

  private mutating func captureArgument(_ position: Conflict.Position, _ entry: Entry) {
    mark(entry, words: [position.text, position.interest ?? ""].joined(separator: " ")) { utterance in
      guard case .argument(let tells) = utterance.matter else { return false }
      return utterance.who == position.who && (!tells || position.interest != nil)
    }
  }

  private mutating func captureElsewhere(_ followUp: FollowUp, _ entry: Entry) {
    mark(entry, words: followUp.text) {
      ($0.who == followUp.owner || followUp.with.contains($0.who)) && $0.isAside
    }
  }

  private mutating func captureAcknowledgement(
    _ who: StakeholderID, _ caveat: String?, _ entry: Entry, _ state: State
  ) {
    guard let place = said.lastIndex(where: { if case .acknowledgement = $0.matter { $0.who == who } else { false } }),
      case .acknowledgement(let meant) = said[place].matter
    else { return }
    let isRight = meant.map { caveat?.keeps($0) ?? false } ?? (caveat == nil)
    said[place].capture = Utterance.Capture(
      entry: entry.number, at: entry.at, line: entry.line, isRight: isRight,
      instead: isRight ? nil : caveat.map { "“\($0)”" } ?? "no caveat")
  }
}

extension Utterance {
  /// A status report, or the reopening of a decision (M22).
  var isDrift: Bool {
    switch matter {
    case .status, .reopening: true
    default: false
    }
  }

  /// It belongs in the parking lot or a follow-up.
  var isAside: Bool {
    switch matter {
    case .depth, .concern: true
    default: isDrift
    }
  }

  var isPlea: Bool { if case .plea = matter { true } else { false } }
}
