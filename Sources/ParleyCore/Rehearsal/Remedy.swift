/// What to have ready for someone who objects: two sentences, how Parley writes down what comes of them, and the rule.
public struct Remedy: Hashable, Sendable {
  /// What to say first, and then.
  public var sentences: [String]
  /// The command that does it, in outline.
  public var command: String
  /// The rule behind it.
  public var rule: String
}

extension Cast {
  /// The remedy for someone's stance on a goal, from the map alone.
  func remedy(for person: Persona, _ stance: Stance, on goal: Goal) -> Remedy {
    let price = stance.price ?? price(of: person, stance.layer)
    let own = remedy(price, person, goal)
    return Remedy(sentences: [opening(person, goal, price), own.sentence], command: own.command, rule: own.rule)
  }

  /// The message that was framed for them; else a question about what they answer for.
  private func opening(_ person: Persona, _ goal: Goal, _ price: Move) -> String {
    if let message = person.map.message, price != .messageUsed { return message.ended }
    let name = person.stakeholder.calledName
    guard let metric = person.metric else { return "\(name), what would you lose if we did it?" }
    return "\(name), you answer for \(metric). What does ‘\(goal.name)’ do to it?"
  }

  private func remedy(
    _ price: Move, _ person: Persona, _ goal: Goal
  ) -> (sentence: String, command: String, rule: String) {
    let id = person.id.text
    let metric = goal.metrics.first
    switch price {
    case .conditionTaken:
      let condition = person.nonNegotiable ?? "…"
      return (
        "Then this goes on record as your condition: \(condition.ended)",
        "dot \(id) yellow condition=\(CommandLine.quoted(condition))", "M24"
      )
    case .evidencePromised:
      let what = metric.map { "‘\($0.name)’ can get to \($0.target.numeral)" } ?? "that can be done"
      return (
        "Who finds out whether \(what), and by when do we look at it again?",
        "gap \"…\" owner=\(goal.owner?.text ?? id) due=+7d", "M49"
      )
    case .termsChanged:
      return (
        "Which date could you sign, and what moves out for it?", "adjust \(goal.id) timeframe=… because=\"…\"", "M15"
      )
    case .roomMade:
      return (
        "Which of these features would you give up for a better one?", "serve P… goal=\(goal.id) displacing=…", "M17"
      )
    case .trialAgreed:
      return (
        "Would you go along with two weeks of trying it, with a measure and an end?",
        "playbook pathfinder \"…\" try=\"…\" metric=\(CommandLine.quoted(metric?.name ?? "…")) until=+14d owner=\(id)",
        "M47"
      )
    case .messageUsed: return (person.map.message?.ended ?? "", "note \"…\"", "M1")
    default:
      let own = person.metric ?? "your people"
      return (
        "This is what it does for \(own), and this is what it costs.", "impact \(id) gives=\"…\" costs=\"…\"", "M48"
      )
    }
  }
}
