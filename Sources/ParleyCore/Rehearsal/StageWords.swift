// Theory: what someone means has been decided when words are asked for here (their `Stance`, or what the plan has), and
// the words say just that. Whoever wrote a plan or a map chose names and phrases of any shape, so they stand in quotation
// marks or after a colon, never where a sentence would need one particular form of them; and a number is told as it is
// in the plan, with the way in which it is to go. Of several ways to say a thing, the one comes that was said least.

/// The sentences of simulated people.
struct StageWords {
  let person: Persona
  var numbers: SeededNumbers
  /// Words that are no names.
  let smallWords: Set<String>
  /// How often each way to say a thing was chosen so far.
  var uses: [String: Int] = [:]

  mutating func one(_ choices: [String]) -> String {
    let fewest = choices.map { uses[$0, default: 0] }.min() ?? 0
    let chosen = numbers.pick(choices.filter { uses[$0, default: 0] == fewest }) ?? ""
    uses[chosen, default: 0] += 1
    return chosen
  }

  mutating func one(_ choices: String...) -> String { one(choices) }

  // MARK: Positions

  mutating func position(_ stance: Stance, _ goal: Goal) -> String {
    switch stance.colour {
    case .green where stance.isOwn: one(own(goal))
    case .green: one(assent(goal))
    case .abstain:
      one(
        "Not mine to judge. I abstain.", "I have no stake in that one; leave me out of it.",
        "I know too little about it to be for or against it. I abstain.", "Others know that better. No dot from me.")
    case .yellow, .red: "\(doubt(stance, goal)) \(ending(of: stance))"
    }
  }

  static let worries = [
    "That is a worry, not a no.", "I will not stand in the way, but I want it noted.",
    "It does not stop me, but it bothers me.", "Yellow from me.",
  ]

  static let noes = [
    "As it stands, no.", "I cannot go along with that.", "That is a clear no from me.", "So I am against it.",
    "Like this it does not get my yes.", "Red from me.", "I will not sign that.", "My answer is no.",
  ]

  private func own(_ goal: Goal) -> [String] {
    let care = person.care
    return [
      "I am for it. I answer for \(care), and this is where it is decided.",
      "Yes. That is what I want to be measured by.", "For me this is the one that counts. Green.",
      "I have waited for this one. Yes.", "I answer for \(care), so yes, of course.",
      "Yes, and my people are ready to begin.", "Green. If I could keep only one, it would be this one.",
    ] + (goal.metrics.first.map { ["I want \($0.wayToTarget). Yes."] } ?? [])
  }

  private func assent(_ goal: Goal) -> [String] {
    let title = "‘\(goal.name)’"
    return [
      "I am for it.", "That works for me.", "Green from me, I can carry that.", "Yes, let us do it.",
      "No objection. Green.",
      "I like it. Yes.", "Yes. I have nothing to add.", "That is right for us. Green.",
      "We should have done it long ago. Yes.",
      "Count me in.", "I would have proposed it myself.", "Fine with me.", "\(title) has my yes.", "Yes to \(title).",
      "I am glad that \(title) is on the list. Green.", "I stand behind \(title).", "\(title) costs me nothing. Green.",
    ]
      + (goal.metrics.first.map { ["\($0.wayToTarget): I sign that. Green.", "\($0.wayToTarget)? Yes, gladly."] } ?? [])
  }

  /// Their own words, and where those leave open what they are about though the map says it, words that tell.
  private mutating func doubt(_ stance: Stance, _ goal: Goal) -> String {
    guard let own = stance.objection else { return one(doubts(about: stance.layer ?? .importance, goal)) }
    let lead = one("", "", "Here is my trouble: ", "I have to say it: ")
    let words = (lead.isEmpty ? own : lead + inner(own)).ended
    guard let layer = stance.layer, Dot.Layer.spoken(in: own) != layer else { return words }
    return "\(words) \(one(StageWords.plainly(layer)))"
  }

  /// Each speaks of its layer alone.
  func doubts(about layer: Dot.Layer, _ goal: Goal) -> [String] {
    let metric = goal.metrics.first
    let features = goal.features.map(\.name)
    switch layer {
    case .metric:
      let told = metric.map { metric in
        [
          "\(metric.baselineText) today, \(metric.targetText) as the target: I do not believe that step.",
          "The target is the trouble. Who has checked that ‘\(metric.name)’ can get to \(metric.targetText)?",
          "Why \(metric.targetText)? Nobody has shown me where that number comes from.",
        ]
      }
      return (told ?? []) + StageWords.plainly(.metric)
    case .features:
      return features.map { "The goal is fine; ‘\($0)’ is the wrong thing to build for it." }
        + StageWords.plainly(.features)
    case .importance:
      return ["It is a fine goal, but \(person.care) is more important to me."] + StageWords.plainly(layer)
    case .horizon, .existence: return StageWords.plainly(layer)
    }
  }

  private static func plainly(_ layer: Dot.Layer) -> [String] {
    switch layer {
    case .metric:
      [
        "The goal is right, the target is not.", "It is the number that I doubt.",
        "I would sign the goal with another target.", "Nobody has convinced me of that number.",
      ]
    case .horizon:
      [
        "Right goal, wrong time.", "I would do it, but later.", "It is the date that I cannot hold.",
        "The goal can stay, the deadline cannot.", "Not now. Ask me again when this period is over.",
      ]
    case .existence:
      [
        "I do not think that this should be a goal at all.", "For me that is not a goal.",
        "We should not have this goal.", "That is no business of ours: strike it.",
      ]
    case .features:
      [
        "The goal is fine, what we want to build for it is not.", "These features will not get us there.",
        "With other features I would be for it.", "We have chosen the wrong features for it.",
      ]
    case .importance:
      [
        "I do not see why this is so important.", "Other work is more important now.",
        "It is not wrong, it just matters more to you than to us: for me it is not a priority.",
        "I would not put it so high on the list.", "If we can only carry a few, this one is not important enough.",
      ]
    }
  }

  // MARK: What comes in between

  mutating func concern(_ text: String) -> String {
    let text = inner(text).ended
    return one(
      "My trouble with the list as a whole: \(text)", "What I still object to: \(text)",
      "There is something that fits under none of these: \(text)")
  }

  mutating func request(_ wish: String) -> String {
    let text = named(wish)
    return one(
      "While we are at it, one request: \(text)", "My people ask me for it every week: \(text)",
      "There is one thing that would help us: \(text)", "Can I put something on the list? \(wish.ended)")
  }

  mutating func service(_ goal: Goal?) -> String {
    guard let goal else {
      return one(
        "To be honest, none of these. Then let it go.", "Hm. None of them. Forget it.",
        "If I am asked like that: none. I take it back.")
    }
    return one("That serves ‘\(goal.name)’.", "It is for ‘\(goal.name)’, of course.", "‘\(goal.name)’. Where else?")
  }

  mutating func disagreement(with other: String, _ goal: Goal) -> String {
    let cost = goal.metrics.first.map { " Without it \($0.wayWithout)." } ?? ""
    return one(
      "I see that the opposite way, \(other).\(cost)",
      "No, \(other). If we give this up, who answers for \(person.care)?",
      "\(other), I cannot leave that as it is.\(cost)")
  }

  /// A report that nobody asked for, on something of theirs in the plan.
  mutating func status(_ goal: Goal?) -> String {
    var reports = [
      "A quick report from my side, while I have you all: on Tuesday we …",
      "Before I forget, you should know what we did last week. First …",
    ]
    if let goal {
      reports += goal.features.map { "A quick update on ‘\($0.name)’: it is about half done, and on Tuesday …" }
      reports += goal.metrics.map {
        "Just so that you know where ‘\($0.name)’ stands: on Monday we looked at it, and …"
      }
      reports.append("Can I tell you how it goes with ‘\(goal.name)’? So, last week …")
    }
    return one(reports)
  }

  mutating func reopening(_ what: String, isOutside: Bool) -> String {
    isOutside
      ? one(
        "I know that we left ‘\(what)’ out, but without it all of this makes no sense.",
        "Can we talk about ‘\(what)’ after all? It will not take long.")
      : one(
        "‘\(what)’: I am not happy with that. Can we go back to it?",
        "About ‘\(what)’ once more: that was decided too fast.",
        "I have thought again about ‘\(what)’, and I would decide it another way.")
  }

  mutating func plea(_ goal: Goal, isOwn: Bool) -> String {
    let title = "‘\(goal.name)’"
    return one(
      "For me \(title) comes first, whatever else we do.", "I would put \(title) on top.",
      "If I had one dot, it would go on \(title).",
      "First \(title), then the rest.\(isOwn ? " I answer for \(person.care)." : "")")
  }

  mutating func depth(_ thing: String) -> String {
    one(
      "How exactly do we do ‘\(thing)’? I see three ways, and the first …",
      "Before we go on, ‘\(thing)’ in detail: to begin with we take …",
      "I have drawn how ‘\(thing)’ could work. Look, on the left …")
  }

  // MARK: Conflicts

  mutating func argument(_ side: Side, _ goal: Goal?) -> String {
    switch side {
    case .against(let stance):
      guard let goal else { return one("My position is no.") }
      let reason =
        stance.objection.map { inner($0).ended } ?? inner(one(doubts(about: stance.layer ?? .importance, goal)))
      return "\(one("My position:", "Where I stand:", "I say it as plainly as I can:")) \(reason)"
    case .for:
      let cost = goal.flatMap(\.metrics.first).map { " Without it \($0.wayWithout)." } ?? ""
      return one(
        "My position is that it stays as it is.\(cost)", "I hold on to it.\(cost)", "I do not give it up.\(cost)")
    case .answered:
      return one(
        "I was against it, and that has been answered for me.", "What I had against it is seen to. I hold nothing back."
      )
    case .neither:
      return one("I have no quarrel with anyone here.", "I am not the one who objected. Ask them.")
    }
  }

  /// Where someone stands in a conflict.
  enum Side {
    case `for`
    case against(Stance)
    /// They were against it, and are no more.
    case answered
    case neither
  }

  mutating func interest() -> String {
    let text = named(person.interest)
    return one(
      "What is beneath it for me: \(text)", "What I really want to protect: \(text)",
      "In the end I care about one thing: \(text)")
  }

  mutating func offer(_ goal: Goal?) -> String {
    var offers = [
      "I could live with a trial of two weeks.", "If we cannot agree, let someone decide who is not one of us two.",
    ]
    if let metric = goal?.metrics.first {
      offers.append("Let us try it for two weeks, and then look at ‘\(metric.name)’.")
    }
    return one(offers)
  }

  mutating func consent() -> String {
    one("I can live with that.", "Yes, I can live with what we decided.", "That is good enough for me.")
  }

  // MARK: The end, and 1:1s

  mutating func acknowledgement(caveat: String?) -> String {
    if let caveat {
      return "\(one("Yes, with one caveat:", "I stand behind it, but:", "Agreed, and one thing:")) \(caveat.ended)"
    }
    return one(
      "Yes, that is what we agreed.", "I stand behind that.", "Agreed.", "That is how I will tell it to my people.",
      "Nothing to add. Yes.", "Yes, you can put my name under it.")
  }

  /// Someone's answer in a 1:1, their first or second (M9).
  mutating func learning(_ part: Step.Part, _ turn: Int) -> String {
    let objections = person.map.objections
    switch part {
    case .team: return "For my people it counts when it helps with this: \(inner(person.interest).ended)"
    case .need:
      return person.map.survey?.nonNegotiable.map { "Not without this: \(inner($0).ended)" }
        ?? "I have an hour for it, not more."
    case .missing:
      if turn < objections.count { return "You miss something: \(inner(objections[turn].text).ended)" }
      return person.map.survey?.worry.map { "What worries me: \(inner($0).ended)" }
        ?? "You miss how it looks to someone who answers for \(person.care)."
    case .champion:
      return person.map.alignment == .misaligned
        ? "Champion it? Not yet. Ask me when that is answered." : "Yes, I will say so in the room."
    default: return one("Why that, and why now?", "And how do you know?")
    }
  }

  // MARK: Again, and nothing

  mutating func insistence(_ said: Utterance, isSharp: Bool = false) -> String {
    switch said.matter {
    case .position where said.capture != nil:
      "\(one("You have my dot, but not what I said.", "My dot is there, but what I said is not.")) \(said.text)"
    case .position where isSharp: "\(one(StageWords.sharply)) \(said.text)"
    case .position: "\(one(StageWords.again)) \(said.text)"
    case _ where isSharp: "\(one(StageWords.sharply)) \(said.text)"
    default: "\(one("Is anybody writing this down?", "I say it again.", "This was lost a moment ago.")) \(said.text)"
    }
  }

  private static let again = [
    "Once more, so that it is heard.", "I have not been heard.", "I am still waiting for an answer.",
  ]

  private static let sharply = [
    "For the last time.", "Am I speaking to the wall?", "I do not say it a third time.", "Does what I say count here?",
  ]

  mutating func shrug() -> String {
    one(
      "Nothing from me on this.", "I have said what I had to say.", "I have nothing to add.", "Not now, thank you.",
      "You have heard me on that.")
  }

  /// A thing after a colon: in quotation marks where it begins with what could be a name.
  func named(_ text: String) -> String {
    let inner = inner(text)
    return inner.first?.isUppercase ?? false ? "‘\(text)’." : inner.ended
  }

  /// A text after a colon: its first word is written small unless it is a name.
  func inner(_ text: String) -> String {
    let first = String(text.prefix { $0.isLetter || $0 == "’" || $0 == "'" })
    guard first.dropFirst().allSatisfy({ !$0.isUppercase }), first != "I", !first.hasPrefix("I’"),
      !first.hasPrefix("I'")
    else { return text }
    let small = first.lowercased()
    // Selling, freezing: what someone does is no name, apart from some towns and firms.
    if small.hasSuffix("ing"), small.count > 5, !["beijing", "boeing", "reading"].contains(small) {
      return small + text.dropFirst(first.count)
    }
    let forms = [small, small.hasSuffix("s") ? String(small.dropLast()) : small]
    guard forms.contains(where: { StageWords.littleWords.contains($0) || smallWords.contains($0) }) else { return text }
    return small + text.dropFirst(first.count)
  }

  /// Words that begin a sentence and are no names.
  private static let littleWords: Set<String> = [
    "a", "all", "an", "another", "any", "anything", "as", "at", "before", "by", "every", "everyone", "everything",
    "few",
    "for", "from", "how", "if", "in", "it", "its", "less", "many", "more", "most", "my", "never", "no", "nobody", "not",
    "nothing", "on", "one", "only", "our", "so", "some", "that", "the", "their", "there", "these", "they", "this",
    "those",
    "to", "too", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "until", "we", "what", "when",
    "where", "who", "why", "with", "without", "you", "your", "other", "nights", "days", "weeks", "rebuild", "time",
    "people", "customers", "growth",
  ]
}

extension String {
  /// With a full stop, unless it has an end of its own.
  var ended: String { last.map { ".!?…".contains($0) } == true ? self : self + "." }
}

extension Metric {
  fileprivate var baselineText: String { withUnit(baseline) }
  fileprivate var targetText: String { withUnit(target) }

  private func withUnit(_ value: Double) -> String { unit.map { "\(value.numeral) \($0)" } ?? value.numeral }

  /// `‘Monthly churn’ down to 5 %`; a target that is where it stands is held.
  fileprivate var wayToTarget: String {
    switch direction {
    case .lower: "‘\(name)’ down to \(targetText)"
    case .higher where target > baseline: "‘\(name)’ up to \(targetText)"
    case .higher: "‘\(name)’ held at \(targetText)"
    }
  }

  /// `‘Monthly churn’ stays at 8 %`.
  fileprivate var wayWithout: String { "‘\(name)’ stays at \(baselineText)" }
}
