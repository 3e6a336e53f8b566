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
      let cells: [Cell]
    }
  }

  /// Someone's part in a goal.
  struct Cell {
    let whose: String
    let part: String
  }

  struct PersonPart {
    let name: String
    let facts: [RecordFact]
  }

  init(_ plan: Plan, _ map: StakeholderMap, _ blocks: PastBlocks, _ words: DocumentWording) {
    let stakes = Stakes(plan, map)
    let names = RecordNames(plan, in: words)
    title = plan.title.shown
    fields = Stakes.Approach.allCases.map { approach in
      let members = stakes.people.filter { $0.approach == approach }.map { $0.standing(names) }
      return Field(
        approach: words["map.\(approach.rawValue)"], meaning: words["map.\(approach.rawValue)-because"],
        members: members,
        names: members.isEmpty ? "–" : words.series(members))
    }
    classes = Stakes.SalienceClass.allCases.compactMap { salience in
      let members = stakes.people.filter { $0.salience == salience }.map { names.of($0.stakeholder.id) }
      guard !members.isEmpty else { return nil }
      return ClassPart(
        salience: words["map.\(salience.rawValue)"], claims: words["map.\(salience.rawValue)-has"],
        members: members.joined(separator: ", "))
    }
    missing = PageRows(stakes.people.flatMap { $0.missing(names) })
    responsibilities = MapPage.grid(of: plan, stakes, words)
    people = stakes.people.map {
      PersonPart(
        name: names.of($0.stakeholder.id),
        facts: $0.facts(names) + MapPage.facts(blocks.people[$0.stakeholder.id] ?? [], words))
    }
    notes = PageRows(map.notes.map { NotePart(at: words.moment($0.at), text: $0.text.shown) })
  }

  private static func facts(_ blocks: [PastBlocks.Block], _ words: DocumentWording) -> [RecordFact] {
    blocks.map {
      RecordFact(
        words("map.blocked", ["day": words.longDay($0.day)]),
        "\(words.series($0.what.map(\.shown))) (\($0.session.shown))")
    }
  }

  private static func grid(of plan: Plan, _ stakes: Stakes, _ words: DocumentWording) -> Grid? {
    guard stakes.people.contains(where: { !$0.roles.isEmpty }) else { return nil }
    return Grid(
      columns: stakes.people.map { plan.name(of: $0.stakeholder.id).shown }, dashes: stakes.people.map { _ in "---" },
      lines: plan.goals.map { goal in
        let cells = stakes.people.map { person in
          let role = person.roles.first { $0.goal == goal.id }
          let letters = (role?.letters ?? []) + (role?.isOwner == true ? [words["map.owner"]] : [])
          return Cell(whose: plan.name(of: person.stakeholder.id).shown, part: letters.joined(separator: ", "))
        }
        return Grid.Line(goal: goal.name.shown, cells: cells)
      })
  }
}

extension StakeholderMap.Objection {
  /// The objection, with the goal and the layer that the map names.
  fileprivate func shown(_ names: RecordNames) -> String {
    let more = [
      goal.map { names.words("map.at-goal", ["goal": names.of($0)]) },
      layer.map { names.words["layer-word.\($0.rawValue)"] },
    ].compactMap { $0 }
    return more.isEmpty ? text.shown : "\(text.shown) (\(more.joined(separator: ", ")))"
  }
}

extension Stakes.Person {
  /// `Victor Sand, VP Sales (high influence, ◐ neutral, veto)`.
  fileprivate func standing(_ names: RecordNames) -> String {
    let role = stakeholder.role.map { ", \($0.shown)" } ?? ""
    let words = names.words
    let facts = [
      influence(words) ?? words["map.influence-unknown"], entry.alignment.words(in: words), power(words),
    ]
    return "\(names.of(stakeholder.id))\(role) (\(facts.compactMap { $0 }.joined(separator: ", ")))"
  }

  private func influence(_ words: DocumentWording) -> String? {
    entry.influence.map { words["map.influence-\($0.rawValue)"] }
  }

  private func power(_ words: DocumentWording) -> String? { authority.map { words["map.\($0.rawValue)"] } }

  fileprivate func missing(_ names: RecordNames) -> [String] {
    let (words, name) = (names.words, names.of(stakeholder.id))
    let nowhere = requests.filter { $0.goal == nil && !$0.isParked }.map(\.text.shown)
    return [
      isToBeMet ? words("map.not-met", ["who": name, "authority": power(words) ?? ""]) : nil,
      hasUnspokenMetric ? words("map.unspoken-metric", ["who": name, "metric": metric?.shown ?? ""]) : nil,
      nowhere.isEmpty ? nil : words("map.asked-nowhere", ["who": name, "what": words.series(nowhere)]),
      entry.alignment == .misaligned && entry.message == nil ? words("map.no-message", ["who": name]) : nil,
    ].compactMap { $0 }
  }

  fileprivate func facts(_ names: RecordNames) -> [RecordFact] {
    let words = names.words
    func fact(_ key: String, ifAny text: String?) -> RecordFact? { text.map { RecordFact(words["map.\(key)"], $0) } }
    let claims =
      salience == .none
      ? words["map.no-claims"]
      : words.labelled(words["map.\(salience.rawValue)"], words["map.\(salience.rawValue)-has"])
    return [
      words.fact("role", ifAny: stakeholder.role?.shown), fact("standing", ifAny: standingAlone(words)),
      fact("salience", ifAny: claims), fact("follows", ifAny: entry.follows.map { names.of($0) }),
      fact("interest", ifAny: entry.interest?.shown), words.fact("metric", ifAny: metric?.shown),
      fact("one-on-one", ifAny: entry.met.map(words.longDay) ?? words["map.not-yet"]),
      fact("message", ifAny: entry.message?.shown),
    ].compactMap { $0 } + said(names) + answers(names)
  }

  /// What they said before: in the 1:1, against a goal, and for themselves.
  private func said(_ names: RecordNames) -> [RecordFact] {
    let words = names.words
    let asked = requests.map { request in
      let what = request.text.shown
      let line =
        request.goal.map { words("map.asked-feature", ["what": what, "goal": names.of($0)]) }
        ?? words(request.isParked ? "map.asked-parked" : "map.asked-for-nowhere", ["what": what])
      return RecordFact(words["map.asked-for"], line)
    }
    return entry.answers.map { answer in
      let question = words.inLine(words["step.\(answer.question.rawValue)"])
      return RecordFact(words("map.one-on-one-on", ["question": question]), answer.text.shown)
    } + entry.objections.map { RecordFact(words["map.may-object"], $0.shown(names)) } + asked
  }

  private func answers(_ names: RecordNames) -> [RecordFact] {
    let words = names.words
    let first = entry.priorities.map { names.of($0) }.joined(separator: ", ")
    return [
      ("outcome", entry.survey?.outcome?.shown), ("worry", entry.survey?.worry?.shown),
      ("not-negotiable", entry.survey?.nonNegotiable?.shown), ("puts-first", first.isEmpty ? nil : first),
    ].compactMap { key, text in text.map { RecordFact(words["map.\(key)"], $0) } }
  }

  private func standingAlone(_ words: DocumentWording) -> String {
    [influence(words), entry.alignment.words(in: words), power(words)].compactMap { $0 }.joined(separator: ", ")
  }
}

extension StakeholderMap.Alignment? {
  fileprivate func words(in words: DocumentWording) -> String {
    switch self {
    case .aligned: "● \(words["map.aligned"])"
    case .neutral: "◐ \(words["map.neutral"])"
    case .misaligned: "■ \(words["map.misaligned"])"
    case nil: "· \(words["map.alignment-unknown"])"
    }
  }
}
