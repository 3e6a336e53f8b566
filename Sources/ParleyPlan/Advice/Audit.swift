import ParleyCore

/// The audit of M41: its four questions to a plan, what an addition costs (M17), and the places where the plan leaves them
/// open. `parley check --audit` asks them; a plan can run whatever the answers are.
struct Audit {
  private let reader: PlanReader
  private let file: String
  private var plan: Plan { reader.plan }
  private(set) var faults: [Fault] = []

  init(_ reader: PlanReader, file: String) {
    self.reader = reader
    self.file = file
    askForTarget()
    askWhyUsersSwitch()
    askForHorizons()
    askForRedLines()
    askForCapacities()
    faults = faults.inOrder()
  }

  private mutating func ask(_ message: String, at place: Place?, rule: String = "M41") {
    faults.append(
      Fault(file: file, place: place ?? reader.place, severity: .advice, rule: rule, message: message))
  }

  /// Does the main metric echo this year's target? The target is in the context, or is a metric of the deciders.
  private mutating func askForTarget() {
    guard let goal = reader.goals.first, let metric = goal.goal.metrics.first else { return }
    let context = plan.context
    let deciders = reader.people.filter { $0.page.authority == .decides }
    let year =
      [context?.context, context?.conflict, context?.resolution, context?.evidence].compactMap { $0 }
      + deciders.flatMap { [$0.page.metric?.value, $0.page.interest, $0.page.survey?.outcome].compactMap { $0 } }
    if MetricWords(metric.name).appear(in: year) { return }
    ask(
      "neither the context nor whoever decides speaks of \(quoted(metric.name)), the main metric of "
        + "\(quoted(goal.goal.name)) — say which of this year's targets it echoes", at: goal.place)
  }

  /// Can everyone say why users switch to us? Then each goal says why, and the context has evidence.
  private mutating func askWhyUsersSwitch() {
    for goal in reader.goals where goal.goal.rationale == nil {
      ask(
        "\(quoted(goal.goal.name)) does not say why users would switch to us for it — write a `rationale`",
        at: goal.place)
    }
    if plan.context?.evidence == nil {
      ask(
        "nothing tells from where we know why users switch to us — write `evidence` in the context",
        at: reader.keyPlace("context"))
    }
  }

  /// Are items bucketed by horizon?
  private mutating func askForHorizons() {
    if plan.timeframes.count < 2 {
      ask("there is one horizon — add a timeframe for what comes later", at: reader.keyPlace("timeframes"))
    }
    let loose = plan.parkingLot.filter { $0.goal == nil && $0.due == nil }
    if !loose.isEmpty {
      let names = loose.map { quoted($0.text) }.joined(separator: ", ")
      ask("parked without a goal or a date: \(names) — say when it comes back", at: reader.keyPlace("parking-lot"))
    }
  }

  /// Does an addition cost something? A goal that takes any number of features does not ask what moves out (M17).
  private mutating func askForCapacities() {
    for goal in reader.goals where goal.goal.capacity == nil {
      ask(
        "\(quoted(goal.goal.name)) takes any number of features, so that additions are free — write a `capacity`",
        at: goal.place, rule: "M17")
    }
  }

  /// Are red lines and evidence gates written down?
  private mutating func askForRedLines() {
    for person in reader.people where person.page.authority == .decides || person.page.authority == .veto {
      if person.page.survey?.nonNegotiable == nil {
        ask(
          "the red lines of \(person.shownName) are not written down — ask, and write `survey: non-negotiable`",
          at: person.place)
      }
    }
    if plan.boundary?.outOfScope.isEmpty ?? true {
      ask("nothing is out of scope — say in `boundary` what nobody will open today", at: reader.keyPlace("boundary"))
    }
    ask(
      "evidence gates are not part of a plan — write them down in the session: `playbook gate`",
      at: reader.keyPlace("goals"))
  }
}
