// Theory: what someone means has been decided when words are asked for here (their `Stance`, or what the plan has), and
// the words say just that, as people speak: short, and with a full stop where one would breathe. Whoever wrote a plan or
// a map chose names and phrases of any shape, so names stand in quotation marks, and someone's own words are a sentence
// by themselves, never a part of one that would need one particular form of them; and a number is told as it is in the
// plan, with the way in which it is to go. Of several ways to say a thing, the one comes that was used least, whatever
// name it was used with.

/// The sentences of simulated people.
struct StageWords {
  let person: Persona
  var numbers: SeededNumbers
  /// Words that are no names.
  let smallWords: Set<String>
  /// How often each way to say a thing was chosen so far.
  var uses: [String: Int] = [:]
  /// The heart of what was said last: so it is said again, by whoever has to.
  private(set) var gist = ""

  init(person: Persona, numbers: SeededNumbers, smallWords: Set<String>, uses: [String: Int] = [:]) {
    (self.person, self.numbers, self.smallWords, self.uses) = (person, numbers, smallWords, uses)
  }

  /// Takes in the heart of what is being said.
  mutating func keep(_ heart: String) { gist = heart }

  /// One of several ways to say a thing, which stand in the same order each time they are asked for at this place.
  mutating func one(_ choices: [String], file: String = #fileID, line: Int = #line) -> String {
    let keys = choices.indices.map { "\(file):\(line)/\($0)" }
    let fewest = keys.map { uses[$0, default: 0] }.min() ?? 0
    guard let place = numbers.pick(choices.indices.filter { uses[keys[$0], default: 0] == fewest }) else { return "" }
    uses[keys[place], default: 0] += 1
    return choices[place]
  }

  mutating func one(_ choices: String..., file: String = #fileID, line: Int = #line) -> String {
    one(choices, file: file, line: line)
  }

  /// What they answer for, as it stands within a sentence.
  var care: String { inner(person.care) }

  // MARK: Positions

  mutating func position(_ stance: Stance, _ goal: Goal) -> String {
    switch stance.colour {
    case .green:
      gist = "I’m for it."
      return stance.isOwn ? one(own(goal)) : one(assent(goal))
    case .abstain:
      gist = "I abstain."
      return one(
        "Not mine to judge. I abstain.", "I have no stake in this one. Leave me out of it.",
        "I know too little about it. I abstain.", "Others know that better than I do. No dot from me.")
    case .yellow, .red:
      let doubt = doubt(stance, goal)
      return "\(doubt) \(ending(of: stance, after: doubt))"
    }
  }

  static let worries = [
    "That’s a worry, not a no.", "I won’t stand in the way, but I want it noted.",
    "It doesn’t stop me, but it bothers me.", "Yellow from me.", "I can live with it, but not happily.",
  ]

  static let noes = [
    "As it stands, no.", "I can’t go along with that.", "That’s a clear no from me.", "So I’m against it.",
    "Not like this.", "Red from me.", "I won’t sign that.", "My answer is no.",
  ]

  private func own(_ goal: Goal) -> [String] {
    [
      "I’m measured on \(care), so yes, of course.", "Yes. That’s what I want to be measured on.",
      "For me this is the one that counts. Green.", "I’ve been waiting for this one. Yes.",
      "This is what moves \(care). I’m for it.", "Yes, and my people are ready to start.",
      "Green. If I could keep only one, I’d keep this one.", "We’d do this one anyway. Yes.",
      "It’s my people’s work, and we want it. Green.",
    ] + (goal.metrics.first.map { ["I want to see \($0.wayToTarget). Yes."] } ?? [])
  }

  private func assent(_ goal: Goal) -> [String] {
    let title = "‘\(goal.name)’"
    return [
      "I’m for it.", "That works for me.", "Green. I can carry that.", "Yes, let’s do it.", "No objection. Green.",
      "I like it. Yes.", "Yes. Nothing to add.", "That’s right for us. Green.",
      "We should have done this long ago. Yes.",
      "Count me in.", "I’d have proposed it myself.", "Fine by me.", "I’ve no quarrel with that. Green.",
      "Makes sense to me. Yes.", "Yes. It’s about time.", "Happy with that.", "Green, no question.",
      "You have my yes.", "Yes. Next one.", "Sounds right. Green.",
      "I can explain that to my people. Yes.", "No doubts here. Green.", "Sure. Green.",
      "\(title) has my yes.", "I’m glad \(title) is on the list. Green.", "I’ll stand behind \(title).",
    ]
      + (goal.metrics.first.map { ["\($0.wayToTarget)? Gladly. Green.", "\($0.wayToTarget): I’d sign that."] } ?? [])
  }

  /// Their own words, and where those leave open what they are about though the map says it, words that tell.
  private mutating func doubt(_ stance: Stance, _ goal: Goal) -> String {
    guard let own = stance.objection, !stance.isSoured else {
      gist = one(doubts(stance, goal))
      return gist
    }
    gist = standing(own)
    let lead = one("", "", "Here’s my problem. ", "I have to say this. ", "I’ll be honest. ")
    guard let layer = stance.layer, Dot.Layer.spoken(in: own) != layer else { return lead + gist }
    return "\(lead)\(gist) \(one(StageWords.plainly(layer)))"
  }

  /// Each speaks of its layer alone.
  func doubts(_ stance: Stance, _ goal: Goal) -> [String] {
    if stance.isSoured { return StageWords.sour }
    let layer = stance.layer ?? .importance
    switch layer {
    case .metric: return StageWords.plainly(layer) + (goal.metrics.first.map { doubts(about: $0) } ?? [])
    case .features:
      return StageWords.plainly(layer)
        + goal.features.prefix(1).map { "The goal is fine. ‘\($0.name)’ is the wrong thing to build for it." }
    case .importance:
      return StageWords.plainly(layer) + ["A fine goal, but I’m measured on \(care), and that comes first."]
    case .horizon, .existence: return StageWords.plainly(layer)
    }
  }

  private func doubts(about metric: Metric) -> [String] {
    [
      "From \(metric.baseline.numeral) to \(metric.targetText)? I don’t believe in that target.",
      "Why \(metric.targetText)? Nobody has shown me where that number comes from.",
      "Who has checked that number? To me \(metric.targetText) is a wish.",
    ]
  }

  /// What someone says who was for a goal and was treated badly.
  private static let sour = [
    "If what I say doesn’t count here, it can’t be that important.",
    "I was for it. If this is how we do it, it’s no priority of mine.",
    "Nobody listens, so it can’t be that important to you either.",
    "I was ready to say yes. Now it’s no priority of mine.",
  ]

  private static func plainly(_ layer: Dot.Layer) -> [String] {
    switch layer {
    case .metric:
      [
        "The goal is right, the target isn’t.", "It’s the number I doubt.", "I’d sign the goal with another target.",
        "Nobody has convinced me of that number.",
      ]
    case .horizon:
      [
        "Right goal, wrong time.", "I’d do it, but later.", "It’s the deadline I can’t hold.",
        "The goal can stay, the deadline can’t.", "Not now. Ask me again after this period.",
      ]
    case .existence:
      [
        "I don’t think this should be a goal at all.", "For me that’s not a goal.", "We should not have this goal.",
        "That’s no business of ours. Strike it.",
      ]
    case .features:
      [
        "The goal is fine, but not what we want to build for it.", "These features won’t get us there.",
        "With other features I’d be for it.", "We’ve picked the wrong features for it.",
      ]
    case .importance:
      [
        "I don’t see why this is so important.", "Other work is more important right now.",
        "This matters more to you than to us.", "I wouldn’t put it so high on the list.",
        "If we can only carry a few, this isn’t important enough.",
      ]
    }
  }

  // MARK: What comes in between

  mutating func concern(_ text: String) -> String {
    let text = standing(text)
    return one(
      "One thing bothers me about the whole list. \(text)", "I still object to one thing. \(text)",
      "This fits under none of the goals. \(text)")
  }

  mutating func request(_ wish: String) -> String {
    let text = standing(wish)
    gist = "‘\(wish)’"
    return one(
      "One request, while we’re at it. \(text)", "\(text) My people ask me for that every week.",
      "There’s one thing that would help us. \(text)", "Can I put something on the list? \(text)",
      "\(text) Is there room for that?")
  }

  mutating func service(_ goal: Goal?) -> String {
    guard let goal else {
      return one(
        "To be honest, none of these. Then let it go.", "Hm. None of them. Forget it.",
        "Put like that, none. I take it back.")
    }
    return one("It serves ‘\(goal.name)’.", "That’s for ‘\(goal.name)’, of course.", "‘\(goal.name)’. What else?")
  }

  mutating func disagreement(with other: String, _ goal: Goal) -> String {
    let cost = goal.metrics.first.map { " Without it \($0.wayWithout)." } ?? ""
    return one(
      "I see it the other way round, \(other).\(cost)", "No, \(other). If we drop this, what happens to \(care)?",
      "I can’t let that stand, \(other).\(cost)", "Wait, \(other). I need this one.\(cost)")
  }

  /// A report that nobody asked for, on something of theirs in the plan.
  mutating func status(_ goal: Goal?) -> String {
    var reports = [
      "While I have you all here: on Tuesday we …", "Before I forget, a word on last week. First we …",
      "Just so that everyone knows where we are: since Monday …", "A quick report from my side. On Thursday we …",
      "Maybe I should say how it’s going. This week we …",
    ]
    if let goal {
      reports.append("Can I tell you how ‘\(goal.name)’ is going? So, last week …")
      reports += goal.metrics.prefix(1).map { "A word on ‘\($0.name)’. On Monday we looked at it, and …" }
      reports += goal.features.prefix(1).map { "A quick update on ‘\($0.name)’. It’s about half done, and …" }
    }
    return one(reports)
  }

  mutating func reopening(_ what: String, isOutside: Bool) -> String {
    isOutside
      ? one(
        "I know we left ‘\(what)’ out, but without it none of this makes sense.",
        "Can we talk about ‘\(what)’ after all? It won’t take long.")
      : one(
        "I’m not happy with ‘\(what)’. Can we go back to it?",
        "Back to ‘\(what)’ for a moment. That was decided too fast.",
        "I’ve been thinking about ‘\(what)’ again, and I’d decide it differently.",
        "‘\(what)’ still bothers me. Could we open that again?")
  }

  mutating func plea(_ goal: Goal, isOwn: Bool) -> String {
    let title = "‘\(goal.name)’"
    return one(
      "For me \(title) comes first, whatever else we do.", "I’d put \(title) at the top.",
      "If I had a single dot, it would go on \(title).",
      "First \(title), then the rest.\(isOwn ? " I’m measured on \(care)." : "")")
  }

  mutating func depth(_ thing: String) -> String {
    one(
      "How exactly do we do ‘\(thing)’? I see three ways. The first …",
      "Let’s look at ‘\(thing)’ in detail. To begin with we take …",
      "I’ve drawn how ‘\(thing)’ could work. Here on the left …",
      "About ‘\(thing)’: technically that means we first …",
      "‘\(thing)’ isn’t that simple. You see, underneath …")
  }

  // MARK: Conflicts

  mutating func argument(_ side: Side, _ goal: Goal?) -> String {
    switch side {
    case .against(let stance):
      guard let goal else { return one("My position is no.") }
      let reason = stance.objection.map(standing) ?? one(doubts(stance, goal))
      return "\(one("My position is simple.", "Here’s where I stand.", "I’ll put it plainly.")) \(reason)"
    case .for:
      let cost = goal.flatMap(\.metrics.first).map { " Without it \($0.wayWithout)." } ?? ""
      return one(
        "My position is that we keep it.\(cost)", "I’m holding on to it.\(cost)", "I’m not giving this up.\(cost)")
    case .answered:
      return one("I was against it, and that’s been answered for me.", "What I had against it is settled. Go on.")
    case .neither:
      return one("I’ve no quarrel with anyone here.", "I’m not the one who objected. Ask them.")
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
    guard person.map.interest != nil || person.map.survey?.outcome != nil else {
      return one(
        "I’m measured on \(care). That’s what’s behind it.", "In the end it’s about \(care) for me.",
        "It’s \(care) that I have to explain in the end.")
    }
    let text = standing(person.interest)
    return one(
      "What’s behind it for me? \(text)", "What do I really want to protect? \(text)",
      "In the end I care about one thing. \(text)", "I’ll tell you what I need out of this. \(text)")
  }

  mutating func offer(_ goal: Goal?) -> String {
    var offers = ["I could live with a trial of two weeks.", "If we can’t agree, let somebody else decide."]
    if let metric = goal?.metrics.first {
      offers.append("Let’s try it for two weeks, and then look at ‘\(metric.name)’.")
    }
    return one(offers)
  }

  mutating func consent() -> String {
    one(
      "I can live with that.", "Yes, I can live with what we decided.", "That’s good enough for me.",
      "Fair enough. I can live with it.")
  }

  // MARK: The end, and 1:1s

  mutating func acknowledgement(caveat: String?) -> String {
    if let caveat {
      return "\(one("Yes, with one caveat:", "I’ll stand behind it, but", "Agreed, but one thing:")) \(caveat.ended)"
    }
    return one(
      "Yes, that’s what we agreed.", "I’ll stand behind that.", "Agreed.", "That’s how I’ll tell it to my people.",
      "Nothing to add. Yes.", "Yes, put my name under it.", "That’s right. Yes.", "Yes, all of it.")
  }

  /// What someone stands by who is still against a goal that goes ahead, as it follows *but*.
  mutating func caveat(_ stance: Stance, _ goal: Goal, isHeard: Bool) -> String {
    let title = "‘\(goal.name)’"
    guard isHeard else {
      return "nobody asked me about \(title). \(stance.objection.map(standing) ?? "I’m not for it.")"
    }
    if let own = stance.objection, !stance.isSoured { return "my point on \(title) is still open. \(standing(own))" }
    let open: String
    switch stance.layer {
    case .metric:
      open = one("I want the target of \(title) checked in a month", "the number in \(title) is yours, not mine")
    case .horizon:
      open = one("the date of \(title) is not one I can promise", "we look at the date of \(title) in a month")
    case .features: open = one("what we build for \(title) has to be looked at again")
    case .existence: open = one("\(title) is still no goal of mine")
    case .importance, nil:
      open = one(
        "we come back to \(title) in a month", "\(title) must not eat what my people need",
        "I want it written down that \(title) was not my choice",
        "if \(title) hasn’t moved in a month, we talk again")
    }
    return open
  }

  /// The caveat of someone whose words stand in the record as others, or nowhere.
  mutating func correction(of said: Utterance, _ goal: Goal?) -> String {
    guard let goal, said.matter != .request else { return "I asked for \(said.gist), and it isn’t in there" }
    let title = "‘\(goal.name)’"
    let lead = one(
      "what it says there for \(title) isn’t what I said.", "you have me wrong on \(title).",
      "my words on \(title) aren’t in there.")
    return "\(lead) I said ‘\(said.gist)’"
  }

  /// Someone's answer in a 1:1, their first or second (M9).
  mutating func learning(_ part: Step.Part, _ turn: Int) -> String {
    let objections = person.map.objections
    switch part {
    case .team: return "What would my people want from it? \(standing(person.interest))"
    case .need:
      return person.map.survey?.nonNegotiable.map { "Not without one thing. \(standing($0))" }
        ?? "I have an hour for it, not more."
    case .missing:
      if turn < objections.count {
        return "\(turn == 0 ? "You’re missing something." : "And there’s more.") \(standing(objections[turn].text))"
      }
      return person.map.survey?.worry.map { "What worries me? \(standing($0))" }
        ?? "You haven’t seen it from where I sit. I’m measured on \(care)."
    case .champion:
      return person.map.alignment == .misaligned
        ? "Champion it? Not yet. Ask me when that’s been answered." : "Yes, I’ll say so in the room."
    default: return one("Why that, and why now?", "And how do you know?")
    }
  }

  // MARK: Again, and nothing

  mutating func insistence(_ said: Utterance, isSharp: Bool = false) -> String {
    let lead =
      switch said.matter {
      case .position where said.capture != nil:
        one("You have my dot, but not what I said.", "My dot is there, but what I said isn’t.")
      case .position where !isSharp:
        one("I’ll say it again, so that it’s heard.", "I haven’t been heard.", "I’m still waiting for an answer.")
      case _ where isSharp:
        one(
          "For the last time.", "Am I talking to the wall?", "I won’t say it again after this.",
          "Does what I say count here?")
      default: one("Is anybody writing this down?", "I’ll say it again.", "That got lost a moment ago.")
      }
    if said.matter == .request { return "\(lead) \(one("I asked for", "It was about")) \(said.gist)." }
    return "\(lead) \(said.gist)"
  }

  /// - Parameter hasSpoken: whether they have said anything on what is on the table.
  mutating func shrug(hasSpoken: Bool) -> String {
    hasSpoken
      ? one("I’ve said what I had to say.", "You’ve heard me on that.", "I’ve nothing to add.")
      : one("Nothing from me on this.", "Not now, thank you.", "I’m fine, go on.")
  }

  /// A text as a sentence of its own, with a capital and a full stop; in quotation marks where it begins with something
  /// that is written small, as *p95 latency*.
  func standing(_ text: String) -> String {
    let first = text.prefix { !$0.isWhitespace && $0 != "-" }
    guard first.first?.isLowercase ?? false else { return text.ended }
    return first.allSatisfy { $0.isLowercase }
      ? (text.prefix(1).uppercased() + text.dropFirst()).ended : "‘\(text)’."
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
  var ended: String {
    let end = last { $0 != "’" && $0 != "”" }
    return end.map { ".!?…".contains($0) } == true ? self : self + "."
  }
}

extension Metric {
  fileprivate var baselineText: String { withUnit(baseline) }
  /// `5 %`
  var targetText: String { withUnit(target) }

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
