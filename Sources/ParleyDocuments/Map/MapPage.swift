import ParleyCore

/// What the map's templates are filled with.
struct MapPage {
  let title: String
  let fields: [Field]
  let classes: [ClassPart]
  let missing: PageRows<String>?
  let responsibilities: Grid?
  let people: [PersonPart]
  let notes: PageRows<NotePart>?

  /// A note of the facilitator's own.
  struct NotePart {
    let at: String
    let text: String
  }

  /// One of the four fields of influence × stake.
  struct Field {
    let approach: String
    let meaning: String
    let members: [String]
    let names: String
  }

  struct ClassPart {
    let salience: String
    let claims: String
    let members: String
  }

  /// Goals × people, with the letters of M44.
  struct Grid {
    let columns: [String]
    let dashes: [String]
    let lines: [Line]

    struct Line {
      let goal: String
      let cells: [String]
    }
  }

  struct PersonPart {
    let name: String
    let facts: [RecordFact]
  }

  init(_ plan: Plan, _ map: StakeholderMap, _ blocks: PastBlocks) {
    let stakes = Stakes(plan, map)
    let names = RecordNames(plan)
    title = plan.title.shown
    fields = Stakes.Approach.allCases.map { approach in
      let members = stakes.people.filter { $0.approach == approach }.map { $0.standing(names) }
      return Field(
        approach: approach.words, meaning: approach.meaning, members: members,
        names: members.isEmpty ? "–" : members.joined(separator: "; "))
    }
    classes = Stakes.SalienceClass.allCases.compactMap { salience in
      let members = stakes.people.filter { $0.salience == salience }.map { names.of($0.stakeholder.id) }
      guard !members.isEmpty else { return nil }
      return ClassPart(salience: salience.rawValue, claims: salience.claims, members: members.joined(separator: ", "))
    }
    missing = PageRows(stakes.people.flatMap { $0.missing(names) })
    responsibilities = MapPage.grid(of: plan, stakes)
    people = stakes.people.map {
      PersonPart(
        name: names.of($0.stakeholder.id),
        facts: $0.facts(names) + MapPage.facts(blocks.people[$0.stakeholder.id] ?? []))
    }
    notes = PageRows(map.notes.map { NotePart(at: "\($0.at.date) \($0.at.clock)", text: $0.text.shown) })
  }

  private static func facts(_ blocks: [PastBlocks.Block]) -> [RecordFact] {
    blocks.map {
      RecordFact("Has blocked, \($0.day)", "\($0.what.map(\.shown).joined(separator: "; ")) (\($0.session.shown))")
    }
  }

  private static func grid(of plan: Plan, _ stakes: Stakes) -> Grid? {
    guard stakes.people.contains(where: { !$0.roles.isEmpty }) else { return nil }
    return Grid(
      columns: stakes.people.map { plan.name(of: $0.stakeholder.id).shown }, dashes: stakes.people.map { _ in "---" },
      lines: plan.goals.map { goal in
        let cells = stakes.people.map { person in
          let role = person.roles.first { $0.goal == goal.id }
          return ((role?.letters ?? []) + (role?.isOwner == true ? ["owner"] : [])).joined(separator: ", ")
        }
        return Grid.Line(goal: goal.name.shown, cells: cells)
      })
  }
}

extension StakeholderMap.Objection {
  /// The objection, with the goal and the layer that the map names.
  fileprivate func shown(_ names: RecordNames) -> String {
    let more = [goal.map { "at \(names.of($0))" }, layer?.rawValue].compactMap { $0 }
    return more.isEmpty ? text.shown : "\(text.shown) (\(more.joined(separator: ", ")))"
  }
}

extension Stakes.Person {
  /// `Victor Sand, VP Sales (high influence, ◐ neutral, veto)`.
  fileprivate func standing(_ names: RecordNames) -> String {
    let role = stakeholder.role.map { ", \($0.shown)" } ?? ""
    let facts = [
      entry.influence.map { "\($0.rawValue) influence" } ?? "influence unknown", entry.alignment.words,
      authority?.rawValue,
    ]
    return "\(names.of(stakeholder.id))\(role) (\(facts.compactMap { $0 }.joined(separator: ", ")))"
  }

  fileprivate func missing(_ names: RecordNames) -> [String] {
    let name = names.of(stakeholder.id)
    let nowhere = requests.filter { $0.goal == nil && !$0.isParked }.map(\.text.shown)
    return [
      isToBeMet ? "\(name) has not been met: \(authority?.rawValue ?? "")." : nil,
      hasUnspokenMetric ? "No goal speaks of \(name)’s metric: \(metric?.shown ?? "")." : nil,
      nowhere.isEmpty ? nil : "\(name) has asked for what stands nowhere: \(nowhere.joined(separator: "; ")).",
      entry.alignment == .misaligned && entry.message == nil ? "There is no message for \(name) yet." : nil,
    ].compactMap { $0 }
  }

  fileprivate func facts(_ names: RecordNames) -> [RecordFact] {
    let asked = requests.map { request in
      let place = request.goal.map { "a feature of \(names.of($0))" } ?? (request.isParked ? "parked" : "nowhere yet")
      return RecordFact("Has asked for", "\(request.text.shown) (\(place))")
    }
    let survey = entry.survey
    return [
      RecordFact("Role", ifAny: stakeholder.role?.shown), RecordFact("Standing", standingAlone),
      RecordFact(
        "Salience", salience == .none ? "no claims written down" : "\(salience.rawValue): \(salience.claims)"),
      RecordFact("Follows", ifAny: entry.follows.map { names.of($0) }),
      RecordFact("Interest", ifAny: entry.interest?.shown),
      RecordFact("Metric", ifAny: metric?.shown),
      RecordFact("1:1", entry.met.map { "\($0)" } ?? "not yet"),
      RecordFact("Message", ifAny: entry.message?.shown),
    ].compactMap { $0 }
      + entry.answers.map { RecordFact("1:1, \($0.question.titles.title.lowercased())", $0.text.shown) }
      + entry.objections.map { RecordFact("May object", $0.shown(names)) } + asked
      + [
        RecordFact("Most important outcome", ifAny: survey?.outcome?.shown),
        RecordFact("Biggest worry", ifAny: survey?.worry?.shown),
        RecordFact("Not negotiable", ifAny: survey?.nonNegotiable?.shown),
        RecordFact(
          "Puts first",
          ifAny: entry.priorities.isEmpty ? nil : entry.priorities.map { names.of($0) }.joined(separator: ", ")),
      ].compactMap { $0 }
  }

  private var standingAlone: String {
    [entry.influence.map { "\($0.rawValue) influence" }, entry.alignment.words, authority?.rawValue]
      .compactMap { $0 }.joined(separator: ", ")
  }
}

extension StakeholderMap.Alignment? {
  fileprivate var words: String {
    switch self {
    case .aligned: "● aligned"
    case .neutral: "◐ neutral"
    case .misaligned: "■ misaligned"
    case nil: "· alignment unknown"
    }
  }
}

extension Stakes.Approach {
  fileprivate var words: String {
    switch self {
    case .work: "Work with closely"
    case .satisfy: "Keep satisfied"
    case .inform: "Keep informed"
    case .watch: "Keep an eye on"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .work: "much influence, much at stake"
    case .satisfy: "much influence, little at stake"
    case .inform: "less influence, much at stake"
    case .watch: "less influence, little at stake"
    }
  }
}

extension Stakes.SalienceClass {
  fileprivate var claims: String {
    switch self {
    case .definitive: "power, legitimacy and urgency"
    case .dominant: "power and legitimacy"
    case .dangerous: "power and urgency, without legitimacy"
    case .dependent: "legitimacy and urgency, without power"
    case .dormant: "power alone"
    case .discretionary: "legitimacy alone"
    case .demanding: "urgency alone"
    case .none: "none written down"
    }
  }
}
