// Which neglect is which slight (Mind), and how people remember it: they say it again, then sharper; then the most
// senior person in the room steps in for them. What is said no more comes back at the read-back (Dialogue).
extension Performance {
  /// What was left undone when a step is left.
  mutating func leave(_ step: Step, _ at: Instant, _ state: State) {
    for utterance in said where utterance.step == step && utterance.capture?.hasWords != true {
      switch utterance.matter {
      case .request:
        slight(.requestLost, utterance.who, on: step.goal ?? utterance.goal, over: utterance.number, at, state)
      case .disagreement(let goal, let other) where utterance.capture == nil:
        for who in [utterance.who, other] { slight(.quarrelLeft, who, on: goal, over: utterance.number, at, state) }
      default: break
      }
    }
    guard case .goal(let goal) = step, state.goal(goal)?.takesRoom == true else { return }
    for person in present(state) where position(of: person.id, on: goal) == nil {
      guard let stance = state.goal(goal).map({ mind(of: person, on: $0.goal, state).stance }), stance.colour.objects
      else { continue }
      slight(.passedOver, person.id, on: goal, over: nil, at, state)
      // A quiet person says nothing of it here, and tells it in the corridor.
      guard !person.isQuiet, mark.mood != .easy else { continue }
      mean(.protest(goal), by: person.id, after: 20, from: at, at: state.step)
    }
  }

  /// Takes a slight to heart.
  mutating func slight(
    _ what: Slight, _ who: StakeholderID, on goal: GoalID?, over number: Int?, _ at: Instant, _ state: State
  ) {
    guard cast.person(who) != nil else { return }
    slights.append(SlightTaken(what: what, who: who, goal: goal, at: at, over: number))
    if let goal { turn(.slight(what), of: who, on: goal, at, state) }
  }

  /// How often someone had to say it again, or had it said for them.
  func repeats(of number: Int) -> Int { said.count { $0.matter == .insistence(on: number) } }

  /// What comes after something was said again: it is said once more, sharper; then by the most senior one.
  mutating func goOnInsisting(_ utterance: Utterance, on number: Int, _ state: State) {
    let source = said[number - 1]
    slight(.repeated, source.who, on: source.goal, over: number, utterance.at, state)
    let times = repeats(of: number)
    let all = said.count { if case .insistence = $0.matter { true } else { false } }
    guard times < 3, all < (mark.mood == .hard ? 14 : 8) else { return }
    let isLast = times == 2
    guard let who = isLast ? senior(besides: source.who, state)?.id : source.who else { return }
    mean(.insistence(on: number), by: who, after: mark.mood == .hard ? 45 : 70, from: utterance.at, at: state.step)
  }

  /// The one in the room whose word weighs most, other than someone.
  func senior(besides who: StakeholderID, _ state: State) -> Persona? {
    present(state).filter { $0.id != who }.enumerated().max { a, b in
      (a.element.weight, a.element.canVeto ? 1 : 0, b.offset) < (b.element.weight, b.element.canVeto ? 1 : 0, a.offset)
    }?.element
  }

  /// What someone said that goes into the record in other words, or not at all: their objection to a goal that goes
  /// ahead, or their request.
  func misrecorded(_ who: StakeholderID, _ state: State) -> Utterance? {
    said.last { utterance in
      guard utterance.who == who else { return false }
      switch utterance.matter {
      case .request: return utterance.capture?.hasWords != true
      case .position(let goal, let colour, _):
        return colour.objects && utterance.capture?.hasWords != true && state.goal(goal)?.isAgreed == true
          && position(of: who, on: goal)?.number == utterance.number
      default: return false
      }
    }
  }

  /// Whose objections nobody has heard though the goal goes ahead: they tell them in the corridor.
  public func corridor(_ state: State) -> [Silence] {
    state.goals.filter(\.isAgreed).flatMap { goal in
      cast.people.filter { person in
        mind(of: person, on: goal.goal, state).stance.colour.objects && position(of: person.id, on: goal.id) == nil
      }.map { Silence(who: $0.id, goal: goal.id) }
    }
  }
}

extension Utterance {
  /// The goal of which it speaks.
  var goal: GoalID? {
    switch matter {
    case .position(let goal, _, _), .disagreement(let goal, _), .plea(let goal), .depth(let goal), .veto(let goal),
      .excuse(let goal):
      goal
    case .reopening(let goal): goal
    case .service(_, let goal): goal
    default: step.goal
    }
  }
}
