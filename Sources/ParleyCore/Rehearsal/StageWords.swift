/// The sentences of simulated people. The words show what they think: an objection names its layer (M14), and a no
/// sounds different from a worry.
struct StageWords {
  let person: Persona
  var numbers: SeededNumbers

  private mutating func one(_ choices: String...) -> String { numbers.pick(choices) ?? "" }

  mutating func position(_ stance: Stance, _ goal: Goal) -> String {
    switch stance.colour {
    case .green where stance.isOwn:
      return one(
        "I am for it. For \(person.care) this is the one that counts.",
        "Yes. If this moves, \(person.care) moves with it.", "That is what I would measure myself by: \(person.care).")
    case .green:
      return one("I am for it.", "That works for me.", "Green from me, I can carry that.", "Yes, let us do it.")
    case .abstain: return one("Not mine to judge. I abstain.", "I have no stake in that one; leave me out of it.")
    case .yellow:
      return
        "\(doubt(stance, goal)) \(one("With that answered I go along.", "A worry, not a no.", "I can live with it if that is seen to."))"
    case .red:
      return "\(doubt(stance, goal)) \(one("As it stands, no.", "I cannot go along with that.", "A clear no from me."))"
    }
  }

  private mutating func doubt(_ stance: Stance, _ goal: Goal) -> String {
    let own = stance.objection.map { "\($0.ended) " } ?? ""
    switch stance.layer {
    case .metric:
      return own + one("It is the number that I doubt\(numberOf(goal)).", "The target is not honest\(numberOf(goal)).")
    case .horizon: return own + one("Right goal, wrong time.", "Why now? The date is my problem.")
    case .existence: return own + one("I doubt that this should be a goal at all.", "We should not have this goal.")
    case .features:
      return own
        + one(
          "The goal is fine, what we want to build for it is not.", "It is the features that will not get us there.")
    case .importance, nil:
      return own + one("I do not see why this is so important.", "There is more important work than this.")
    }
  }

  private func numberOf(_ goal: Goal) -> String {
    guard let metric = goal.metrics.first else { return "" }
    return ", \(metric.baseline.numeral) to \(metric.target.numeral)"
  }

  mutating func request(_ wish: String) -> String {
    one(
      "While we are at it: we need ‘\(wish)’.", "When do I get ‘\(wish)’? My people ask every week.",
      "One thing that would help: ‘\(wish)’.")
  }

  mutating func service(_ goal: Goal?) -> String {
    guard let goal else { return one("To be honest, none of these. Then let it go.", "Hm. None. Forget it.") }
    return one("That serves ‘\(goal.name)’.", "It is for ‘\(goal.name)’, of course.")
  }

  mutating func disagreement(with other: String, _ goal: Goal) -> String {
    one(
      "I see that the opposite way from \(other). Without this goal \(person.care) goes down.",
      "No, \(other). If we give this up, who answers for \(person.care)?")
  }

  mutating func status() -> String {
    one(
      "By the way, an update from us on \(person.care): last week was rough, and on Tuesday …",
      "Before I forget, a quick report from my side: we are about half way with the list from May, and …",
      "Can I just tell you how it went with the supplier? So, on Monday …")
  }

  mutating func reopening(_ what: String) -> String {
    one(
      "‘\(what)’: I am not happy with that. Can we go back to it?",
      "About ‘\(what)’ once more. That was decided too fast.")
  }

  mutating func plea(_ goal: Goal) -> String {
    one(
      "For me ‘\(goal.name)’ comes first, whatever else we do.",
      "I would put ‘\(goal.name)’ on top. \(person.care.capitalisedFirst) depends on it.")
  }

  mutating func argument(tellsInterest: Bool, topic: String) -> String {
    guard tellsInterest else {
      return one(
        "What I hold is simple: without it we miss \(person.care).", "My position: first \(person.care), then comfort."
      )
    }
    return "\(one("What is beneath it for me", "What I would lose")): \(person.interest.lowercasedFirst.ended)"
  }

  mutating func offer() -> String {
    one(
      "Let us try it for two weeks and look at \(person.care).", "I could live with a trial of two weeks.",
      "Then let someone decide who is not one of us two.")
  }

  mutating func depth(_ thing: String) -> String {
    one(
      "How do we store that? For ‘\(thing)’ I see three ways, and the first …",
      "‘\(thing)’ needs a queue in between, and then a schema that …")
  }

  mutating func acknowledgement(caveat: String?) -> String {
    if let caveat {
      return "\(one("Yes, but", "With one caveat:", "I stand behind it, if")) \(caveat.lowercasedFirst.ended)"
    }
    return one("Yes, that is what we agreed.", "I stand behind that.", "Agreed.")
  }

  /// Someone's answer in a 1:1, their first or second (M9).
  mutating func learning(_ part: Step.Part, _ turn: Int) -> String {
    let objections = person.map.objections
    switch part {
    case .team: return "For my people it counts when it helps with this: \(person.interest.lowercasedFirst.ended)"
    case .need:
      return person.map.survey?.nonNegotiable.map { "Not without this: \($0.lowercasedFirst.ended)" }
        ?? "I have an hour for it, not more."
    case .missing:
      if turn < objections.count { return "You miss something: \(objections[turn].lowercasedFirst.ended)" }
      return person.map.survey?.worry.map { "What worries me: \($0.lowercasedFirst.ended)" }
        ?? "You miss how it looks from \(person.care)."
    case .champion:
      return person.map.alignment == .misaligned
        ? "Champion it? Not yet. Ask me when that is answered." : "Yes, I will say so in the room."
    default: return one("Why that, and why now?", "And how do you know?")
    }
  }

  mutating func consent() -> String { one("I can live with that.", "Yes, I can live with what we decided.") }

  mutating func insistence(_ said: Utterance) -> String {
    switch said.matter {
    case .position: one("That is not what I said. \(said.text)", "No: \(said.text.lowercasedFirst)")
    default: one("Is anybody writing this down? \(said.text)", "I say it again: \(said.text.lowercasedFirst)")
    }
  }

  mutating func shrug() -> String { one("Nothing from me on this.", "I have said what I had to say.") }
}

extension String {
  fileprivate var ended: String { last.map { ".!?…".contains($0) } == true ? self : self + "." }
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  /// A sentence in the middle of another: its first word gets a small letter.
  fileprivate var lowercasedFirst: String {
    let first = split(separator: " ").first ?? ""
    guard first == "A" || first.count > 1, first.dropFirst().allSatisfy(\.isLowercase), !first.hasPrefix("I’") else {
      return self
    }
    return prefix(1).lowercased() + dropFirst()
  }
}
