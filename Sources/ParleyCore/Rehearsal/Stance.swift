/// Which way a mind leans on a goal, the friendliest first.
enum Leaning: Int, Hashable, Sendable, Comparable, CaseIterable {
  case isFor, forIf, againstUnless, against

  static func < (a: Leaning, b: Leaning) -> Bool { a.rawValue < b.rawValue }

  /// The dot that says it (M13).
  var colour: Dot.Colour {
    switch self {
    case .isFor: .green
    case .forIf: .yellow
    case .againstUnless, .against: .red
    }
  }
}

/// A simulated person's stance on one goal: what they mean, before there are words for it.
struct Stance: Hashable, Sendable {
  /// Nil for someone with nothing at stake, who abstains.
  var leaning: Leaning?
  /// What an objection is about; nil where the map does not say and its words leave it open.
  var layer: Dot.Layer?
  var cause: Dot.Cause?
  /// The objection behind it, in their words; nil when the map has none.
  var objection: String?
  /// Whether the goal is theirs: they own it, or it speaks of their metric (M3).
  var isOwn = false
  /// Whether they were for it, and were treated so that they are no more: it is not the goal that they object to.
  var isSoured = false
  /// What would move them soonest; nil where nothing has to.
  var price: Move?

  var colour: Dot.Colour { leaning?.colour ?? .abstain }

  /// The position that says it (M13, M14).
  func position(on goal: GoalID) -> Utterance.Matter { .position(goal, colour, colour.objects ? layer : nil) }
}

/// Someone of the stakeholder map, as the rehearsal plays them (M1).
struct Persona: Hashable, Sendable {
  let stakeholder: Stakeholder
  let map: StakeholderMap.Entry
  /// Whether they speak only when asked (M13).
  let isQuiet: Bool

  var id: StakeholderID { stakeholder.id }

  /// 0 for low to 3 for very high.
  var weight: Int {
    switch map.influence ?? .medium {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .veryHigh: 3
    }
  }

  /// In their own words (M3).
  var metric: String? { map.metric ?? stakeholder.metric }

  /// The thing that they answer for, in words that fit into a sentence.
  var care: String { metric ?? "what my people deliver" }

  /// The interest that they could lose.
  var interest: String { map.interest ?? map.survey?.outcome ?? care }

  /// What they give up for nobody; nil where the map has nothing.
  var nonNegotiable: String? { map.survey?.nonNegotiable.flatMap { $0.isEmpty ? nil : $0 } }

  /// Whether a decision that they reject does not stand.
  var canVeto: Bool { [.veto, .decides].contains(map.authority ?? stakeholder.authority) }

  func owns(_ goal: Goal) -> Bool {
    goal.owner == id || metric.map { MetricWords($0).appear(in: goal) } ?? false
  }
}

/// The people of a rehearsal. A person's stance follows from the seed, the person and the goal alone.
struct Cast: Hashable, Sendable {
  let people: [Persona]
  let mark: RehearsalMark
  /// The words of the plan and the map that are written small somewhere in them: they are no names.
  let smallWords: Set<String>
  /// Who comes late.
  let latecomer: StakeholderID?

  init(_ plan: Plan, _ map: StakeholderMap, _ mark: RehearsalMark) {
    self.mark = mark
    smallWords = Cast.smallWords(plan, map)
    latecomer = mark.latecomer(plan)
    let quiet = Cast.quiet(plan, map, mark)
    people =
      mark.isSolo
      ? []
      : plan.stakeholders.map { person in
        Persona(
          stakeholder: person, map: map.entries[person.id] ?? StakeholderMap.Entry(), isQuiet: quiet.contains(person.id)
        )
      }
  }

  func person(_ id: StakeholderID) -> Persona? { people.first { $0.id == id } }

  private static func smallWords(_ plan: Plan, _ map: StakeholderMap) -> Set<String> {
    let goals = plan.goals.flatMap { goal in
      [goal.name, goal.rationale ?? ""] + goal.metrics.map(\.name) + goal.features.map(\.name)
    }
    let pages = map.entries.values.flatMap { entry in
      [entry.interest ?? "", entry.metric ?? ""] + entry.objections.map(\.text) + entry.requests.map(\.text)
    }
    return (goals + pages).reduce(into: []) { words, text in
      words.formUnion(text.split { !$0.isLetter }.map(String.init).filter { $0.first?.isLowercase ?? false })
    }
  }

  func numbers(_ label: String) -> SeededNumbers { SeededNumbers(mark.seed, label) }

  /// The less someone's word weighs, the more likely they wait to be asked. Unless the mood is easy, someone always
  /// does.
  private static func quiet(_ plan: Plan, _ map: StakeholderMap, _ mark: RehearsalMark) -> Set<StakeholderID> {
    let chances = mark.mood == .easy ? [25, 10, 0, 0] : mark.mood == .real ? [70, 40, 10, 0] : [90, 60, 25, 0]
    let order = map.askOrder(of: plan.stakeholders)
    var quiet = order.filter { id in
      var numbers = SeededNumbers(mark.seed, "quiet/\(id)")
      let entry = map.entries[id]
      let weight = Persona(stakeholder: Stakeholder(id: id, name: ""), map: entry ?? .init(), isQuiet: false).weight
      // If this is the lesson, the person whose word weighs least always waits.
      // Where it is about objections, no one who has one does.
      let isNeeded = mark.lesson == .holdTheConflict || mark.lesson == .nameTheLayer
      if isNeeded, entry?.objections.isEmpty == false { return false }
      return numbers.happens(chances[weight]) || (weight == 0 && mark.lesson == .askTheSilent)
    }
    if quiet.isEmpty, mark.mood != .easy, mark.lesson == nil, order.count > 2, let first = order.first {
      quiet = [first]
    }
    return Set(quiet.prefix(max(1, order.count - 2)))
  }

  /// A person's stance on a goal, as they come into the room.
  func stance(of person: Persona, on goal: Goal, among goals: [Goal]) -> Stance {
    var numbers = numbers("stance/\(person.id)/\(goal.id)")
    let isOwn = person.owns(goal)
    let resistance = resistance(of: person)
    if let objection = objection(of: person, to: goal, among: goals) {
      let layer = objection.layer ?? Dot.Layer.spoken(in: objection.text)
      let isNo = numbers.happens(resistance)
      let isFlat = isNo && (layer == .existence || mark.mood == .hard) && numbers.happens(40)
      return Stance(
        leaning: isFlat ? .against : isNo ? .againstUnless : .forIf, layer: layer,
        cause: objection.cause ?? layer.map(Cast.cause), objection: objection.text, price: price(of: person, layer))
    }
    if !isOwn, numbers.happens(resistance / 2) {
      let layer = numbers.pick([Dot.Layer.importance, .metric, .horizon]) ?? .importance
      return Stance(leaning: .forIf, layer: layer, cause: Cast.cause(layer), price: price(of: person, layer))
    }
    if !isOwn, person.weight == 0, numbers.happens(20) { return Stance() }
    return Stance(leaning: .isFor, isOwn: isOwn)
  }

  /// The percentage of objections that are a no.
  private func resistance(of person: Persona) -> Int {
    let base =
      switch person.map.alignment ?? .neutral {
      case .aligned: 10
      case .neutral: 40
      case .misaligned: 70
      }
    return switch mark.mood {
    case .easy: base / 3
    case .real: base
    case .hard: min(95, base + 25)
    }
  }

  /// The most common cause of disagreement about a layer (M40).
  static func cause(_ layer: Dot.Layer) -> Dot.Cause {
    switch layer {
    case .importance: .goals
    case .metric, .features: .beliefs
    case .horizon: .timeline
    case .existence: .risk
    }
  }
}
