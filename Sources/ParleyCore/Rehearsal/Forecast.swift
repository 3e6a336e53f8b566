/// Who will probably object, where, at which layer, and what to have ready: from the plan and the private map alone, so
/// that it is as private as the map (M1).
public struct Forecast: Hashable, Sendable {
  public var title: String
  public var goals: [AtGoal]
  /// What is said of the whole, since it is about no goal.
  public var elsewhere: [Concern]
  /// What is asked for at the wrong moment, and the goal that it serves.
  public var requests: [Expected]
  /// Who goes where somebody else goes.
  public var allies: [Concern]
  /// Who will probably wait to be asked, the least influence first (M13).
  public var quiet: [String]

  /// What to expect at a goal.
  public struct AtGoal: Hashable, Sendable {
    public var name: String
    public var objections: [Objection]
    /// Between whom it may come to a conflict (M18).
    public var clash: [String]
  }

  /// Someone who will probably object.
  public struct Objection: Hashable, Sendable {
    public var who: String
    /// How probable it is, as a part of the sentence.
    public var chance: String
    public var layer: Dot.Layer?
    public var cause: Dot.Cause?
    /// In their words; nil where the map has none.
    public var words: String?
    /// Whether it does not go ahead without them.
    public var canVeto: Bool
    public var remedy: Remedy
  }

  /// What someone objects to besides.
  public struct Concern: Hashable, Sendable {
    public var who: String
    public var text: String
  }

  /// A request that will come.
  public struct Expected: Hashable, Sendable {
    public var who: String
    public var text: String
    public var goal: String?
  }

  public init(_ plan: Plan, _ map: StakeholderMap) {
    let cast = Cast(plan, map, RehearsalMark())
    title = plan.ownTitle
    goals = plan.goals.map { goal in
      let found = cast.people.compactMap { cast.forecast($0, goal, plan) }
      let no = found.first { $0.objection.words != nil }
      let owner = goal.owner.flatMap(cast.person)
      return AtGoal(
        name: goal.name, objections: found.map(\.objection),
        clash: no.flatMap { no in owner.map { $0.id == no.id ? [] : [no.objection.who, $0.stakeholder.name] } } ?? [])
    }
    elsewhere = cast.people.flatMap { person in
      cast.concerns(of: person, among: plan.goals).map { Concern(who: person.stakeholder.name, text: $0) }
    }
    requests = cast.people.flatMap { person in
      person.map.requests.map { wish in
        let goal = cast.goal(of: wish, by: person, among: plan.goals)
        return Expected(
          who: person.stakeholder.name, text: wish.text, goal: plan.goals.first { $0.id == goal }?.name)
      }
    }
    allies = cast.people.compactMap { person in
      person.map.follows.flatMap(cast.person).map { Concern(who: person.stakeholder.name, text: $0.stakeholder.name) }
    }
    quiet = map.askOrder(of: plan.stakeholders).compactMap(cast.person).filter { $0.weight == 0 }.map(
      \.stakeholder.name)
  }

  /// As text, no line longer than 80 columns if the words allow it.
  public var lines: [String] {
    let head = ["Forecast · \(title)", "From the map alone, and as private as the map."]
    let parts = [head] + goals.map { told($0) } + [whole, asked, followed, silent].filter { !$0.isEmpty }
    return Array(parts.joined(separator: [""]))
  }

  private func told(_ goal: AtGoal) -> [String] {
    let objections = goal.objections.flatMap { told($0) }
    let clash =
      goal.clash.isEmpty
      ? [] : ["  It may come to a conflict: \(goal.clash.joined(separator: " and ")). Ten minutes, x (M18)."]
    return [goal.name] + (objections.isEmpty ? ["  Nobody is expected to object."] : objections + clash)
  }

  private func told(_ objection: Objection) -> [String] {
    let cause = objection.cause.map { " (\($0.words))" } ?? ""
    let about = objection.layer.map { ", about \($0.phrase)\(cause)" } ?? ""
    let veto = objection.canVeto ? ", who has a veto," : ""
    let head = "\(objection.who)\(veto) \(objection.chance)\(about)"
    let remedy = objection.remedy
    var lines: [String] = head.set(under: "    ", first: "  ")
    if let words = objection.words { lines += ["    “\(words)”"] }
    lines += "“\(remedy.sentences[0])”".set(under: "          ", first: "    Say   ")
    lines += "“\(remedy.sentences[1])”".set(under: "          ", first: "    Then  ")
    lines.append("    Keep  \(remedy.command)  (\(remedy.rule))")
    return lines
  }

  private var whole: [String] {
    elsewhere.isEmpty
      ? []
      : ["Of the list as a whole"] + elsewhere.flatMap { "\($0.who): “\($0.text)”".set(under: "    ", first: "  ") }
  }

  private var asked: [String] {
    requests.isEmpty
      ? []
      : ["Will be asked for: park it, and ask which goal it serves (M16)"]
        + requests.flatMap { request in
          "\(request.who): “\(request.text)”\(request.goal.map { ", for ‘\($0)’" } ?? ", for no goal of these")"
            .set(under: "    ", first: "  ")
        }
  }

  private var followed: [String] {
    allies.isEmpty
      ? [] : ["Win the one, and ask the other before (M13)"] + allies.map { "  \($0.who) goes with \($0.text)" }
  }

  private var silent: [String] {
    quiet.isEmpty ? [] : ["Ask first, by name (M13)"] + quiet.map { "  \($0)" }
  }
}

extension Cast {
  /// What to expect of someone at a goal; nil where nothing speaks for an objection.
  fileprivate func forecast(
    _ person: Persona, _ goal: Goal, _ plan: Plan
  ) -> (id: StakeholderID, objection: Forecast.Objection)? {
    let named = objection(of: person, to: goal, among: plan.goals)
    let alignment = person.map.alignment ?? .neutral
    guard named != nil || (alignment == .misaligned && !person.owns(goal)) else { return nil }
    let layer = named.map { $0.layer ?? Dot.Layer.spoken(in: $0.text) } ?? .importance
    let cause = named?.cause ?? layer.map(Cast.cause)
    var stance = Stance(leaning: .forIf, layer: layer, cause: cause, objection: named?.text)
    stance.price = price(of: person, layer)
    let chance =
      switch (named != nil, alignment) {
      case (true, .misaligned): "will say no"
      case (true, .neutral): "will probably object"
      case (true, .aligned): "may have a worry"
      case (false, _): "may hold back"
      }
    return (
      person.id,
      Forecast.Objection(
        who: person.stakeholder.name, chance: chance, layer: layer, cause: cause, words: named?.text,
        canVeto: person.canVeto, remedy: remedy(for: person, stance, on: goal))
    )
  }
}

extension String {
  /// In lines of 76 columns, which is the room of a box at 80: the first behind `first`, the others under it.
  func set(under indent: String, first: String) -> [String] {
    var lines = [first]
    var isFresh = true
    for word in split(separator: " ") {
      let last = lines[lines.count - 1]
      if !isFresh, last.count + word.count >= 76 {
        lines.append(indent + word)
      } else {
        lines[lines.count - 1] = last + (isFresh ? "" : " ") + word
      }
      isFresh = false
    }
    return lines
  }
}
