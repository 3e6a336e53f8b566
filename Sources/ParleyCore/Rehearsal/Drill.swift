/// Two-minute drills: one utterance, one question, one answer that is explained. They come from the people of a plan and
/// its map, and the same seed gives the same ones.
public struct Drill: Hashable, Sendable {
  /// How long one lasts, in seconds.
  public static let seconds = 120

  private let tables: [Table]
  private let seed: Int

  /// What a question is about.
  public enum Skill: String, Hashable, Sendable, CaseIterable {
    case layer, goal, displacement, drift, silence
  }

  /// One utterance, and a question about it.
  public struct Question: Hashable, Sendable {
    public var skill: Skill
    /// Who speaks, or is silent, with their role.
    public var who: String
    /// What they say; nil for someone who says nothing.
    public var said: String?
    public var question: String
    public var choices: [String]
    /// The place of the right choice.
    public var right: Int
    /// Why it is right.
    public var because: String
    public var rule: String

    /// What is said of an answer.
    public func verdict(_ place: Int) -> String {
      place == right ? "Yes. \(because) (\(rule))" : "No: “\(choices[right])” \(because) (\(rule))"
    }
  }

  /// A plan with its people.
  struct Table: Hashable, Sendable {
    let plan: Plan
    let cast: Cast
  }

  /// Nil where no plan has people and goals.
  public init?(_ plans: [(plan: Plan, map: StakeholderMap)], seed: Int) {
    tables = plans.filter { !$0.plan.stakeholders.isEmpty && !$0.plan.goals.isEmpty }.map {
      Table(plan: $0.plan, cast: Cast($0.plan, $0.map, RehearsalMark(seed: seed)))
    }
    self.seed = seed
    if tables.isEmpty { return nil }
  }

  /// The question with this number, from 0. Five in a row are of five skills.
  public func question(_ number: Int) -> Question {
    var numbers = SeededNumbers(seed, "drill/\(number)")
    var first = SeededNumbers(seed, "drill")
    let skills = Skill.allCases
    let skill = skills[(number + first.below(skills.count)) % skills.count]
    for _ in 0..<8 {
      guard let table = numbers.pick(tables), let person = numbers.pick(table.cast.people) else { continue }
      if let question = table.ask(skill, person, &numbers) { return question }
    }
    return tables[0].silence(tables[0].cast.people[0], &numbers)
  }
}

// MARK: The questions

extension Drill.Table {
  fileprivate func ask(_ skill: Drill.Skill, _ person: Persona, _ numbers: inout SeededNumbers) -> Drill.Question? {
    switch skill {
    case .layer: layer(person, &numbers)
    case .goal: goal(person, &numbers)
    case .displacement: displacement(person, &numbers)
    case .drift: drift(person, &numbers)
    case .silence: silence(person, &numbers)
    }
  }

  private func words(_ person: Persona, _ numbers: SeededNumbers) -> StageWords {
    StageWords(person: person, numbers: numbers, smallWords: cast.smallWords)
  }

  private func name(_ person: Persona) -> String {
    [person.stakeholder.name, person.stakeholder.role].compactMap { $0 }.joined(separator: ", ")
  }

  /// Which layer (M14).
  private func layer(_ person: Persona, _ numbers: inout SeededNumbers) -> Drill.Question? {
    let others = plan.goals.filter { $0.owner != person.id }
    guard let goal = numbers.pick(others) else { return nil }
    let own = cast.objection(of: person, to: goal, among: plan.goals)
    let layer = own.map { $0.layer ?? Dot.Layer.spoken(in: $0.text) } ?? numbers.pick(Dot.Layer.allCases)
    guard let layer else { return nil }
    let stance = Stance(leaning: numbers.happens(50) ? .forIf : .against, layer: layer, objection: own?.text)
    var words = words(person, numbers)
    return Drill.Question(
      skill: .layer, who: name(person), said: words.position(stance, goal),
      question: "On the table is ‘\(goal.name)’. What is it about?", choices: Dot.Layer.allCases.map(\.brief),
      right: Dot.Layer.allCases.firstIndex(of: layer) ?? 0, because: Drill.told(layer), rule: "M14")
  }

  /// Which goal: what a request serves, or what an objection is to (M16).
  private func goal(_ person: Persona, _ numbers: inout SeededNumbers) -> Drill.Question? {
    // What the map leaves to be guessed is no question.
    let wishes = person.map.requests.compactMap { wish in wish.goal.map { (wish.text, $0, true) } }
    let objections = person.map.objections.compactMap { objection in
      objection.goal.map { (objection.text, $0, false) }
    }
    let shown = Array(plan.goals.prefix(5))
    guard shown.count > 1, let (text, goal, isWish) = numbers.pick(wishes + objections),
      let right = shown.firstIndex(where: { $0.id == goal })
    else { return nil }
    var words = words(person, numbers)
    return Drill.Question(
      skill: .goal, who: name(person), said: isWish ? words.request(text) : text.ended,
      question: isWish ? "Which of the goals would that serve?" : "Which of the goals is that about?",
      choices: shown.map(\.name), right: right,
      because: isWish
        ? "Nobody has to guess: ask the one question, and take the answer."
        : "Write it down at the goal that it is about, whatever is on the table.", rule: isWish ? "M16" : "M14")
  }

  /// What does it displace (M17).
  private func displacement(_ person: Persona, _ numbers: inout SeededNumbers) -> Drill.Question? {
    let own = numbers.pick(person.map.requests)
    let served = own.flatMap { cast.goal(of: $0, by: person, among: plan.goals) }
    guard let goal = plan.goals.first(where: { $0.id == served }) ?? numbers.pick(plan.goals),
      let wish = own?.text ?? goal.features.first?.name
    else { return nil }
    var words = words(person, numbers)
    let title = "‘\(goal.name)’"
    return turned(
      Drill.Question(
        skill: .displacement, who: name(person), said: words.request(wish),
        question: "It serves \(title), and everyone likes it. What do you say?",
        choices: [
          "There is room if something else moves. What do we give up for it?",
          "Good, then we add it; it is only a small thing.", "Let us see at the end whether there is time for it.",
          "How exactly would we build it?",
        ], right: 0, because: "An addition without a price is paid by whoever is not in the room.", rule: "M17"),
      &numbers)
  }

  /// Status, or renegotiation, or what it is (M22).
  private func drift(_ person: Persona, _ numbers: inout SeededNumbers) -> Drill.Question? {
    var words = words(person, numbers)
    let goal = numbers.pick(plan.goals)
    let closed = (plan.boundary?.decided ?? []) + (plan.boundary?.outOfScope ?? [])
    let choices = [
      "a report that belongs elsewhere", "something decided, opened again", "how to build it",
      "a request for a feature",
    ]
    let because = [
      "Thank them, name it as a report, and park it.", "Say that it is decided, and park it; or open it before all.",
      "Does it move the goal? If not, it is a follow-up.", "Park it, and ask which goal it serves.",
    ]
    let rules = ["M22", "M22", "M20", "M16"]
    let right = numbers.below(4)
    let said: String? =
      switch right {
      case 0: words.status(goal)
      case 1:
        numbers.pick(closed).map { words.reopening($0, isOutside: plan.boundary?.outOfScope.contains($0) ?? false) }
      case 2: goal?.features.first.map { words.depth($0.name) }
      default: person.map.requests.first.map { words.request($0.text) }
      }
    guard let said else { return nil }
    return Drill.Question(
      skill: .drift, who: name(person), said: said, question: "You talk about a goal. What is this?", choices: choices,
      right: right, because: because[right], rule: rules[right])
  }

  /// What do you say to the silent one (M13).
  fileprivate func silence(_ person: Persona, _ numbers: inout SeededNumbers) -> Drill.Question {
    let goal = numbers.pick(plan.goals) ?? plan.goals[0]
    let name = person.stakeholder.calledName
    let phrase = Phrases(own: [:]).text(.silent, goal: goal, person: person.stakeholder)
    let boss =
      cast.people.filter { $0.id != person.id }.max { $0.weight < $1.weight }?.stakeholder.calledName ?? "Everyone"
    return turned(
      Drill.Question(
        skill: .silence, who: self.name(person), said: nil,
        question: "\(name) has said nothing on ‘\(goal.name)’, and everyone else is for it. What do you say?",
        choices: [
          phrase, "If nobody objects, we have it.", "\(boss) has said what we need. \(name), you agree?",
          "\(name), you can still tell me after the meeting.",
        ], right: 0, because: "Silence is no agreement: an open question, by name, that a yes does not answer.",
        rule: "M13"), &numbers)
  }

  /// The same with its choices in another order.
  private func turned(_ question: Drill.Question, _ numbers: inout SeededNumbers) -> Drill.Question {
    var question = question
    let by = numbers.below(question.choices.count)
    question.choices = Array(question.choices[by...] + question.choices[..<by])
    question.right = (question.right + question.choices.count - by) % question.choices.count
    return question
  }
}

extension Drill {
  fileprivate static func told(_ layer: Dot.Layer) -> String {
    switch layer {
    case .importance:
      "They do not speak against it, they put other things before it: say what it does for their metric."
    case .metric: "They want the goal and doubt its number: ask what would show it, and who finds that out."
    case .horizon: "They want it, and not by then: ask which date they could sign, and what moves for it."
    case .existence: "They would not have it at all: no other number and no other date helps; a trial may."
    case .features: "They want the goal, and another way to it: that is for the features, after the goals."
    }
  }
}

/// How long someone has answered right in a row.
public struct DrillStreak: Hashable, Sendable {
  public var now = 0
  public var best = 0

  public init(now: Int = 0, best: Int = 0) { (self.now, self.best) = (now, best) }

  /// Counts an answer: a wrong one ends what was in a row.
  public mutating func count(isRight: Bool) {
    now = isRight ? now + 1 : 0
    best = max(best, now)
  }

  /// As it is kept: one line of JSON.
  public var json: JSON { .object([JSON.Member("now", JSON(now)), JSON.Member("best", JSON(best))]) }

  /// Reads what ``json`` gives; nil for anything else, and for what no streak can be.
  public init?(json: JSON) {
    guard let now = json["now"]?.int, let best = json["best"]?.int,
      (0...best).contains(now)
    else { return nil }
    (self.now, self.best) = (now, best)
  }
}
