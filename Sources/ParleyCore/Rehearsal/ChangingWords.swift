// What people say when their mind has moved, and what they ask as its price. The words speak of the layer that is left
// and of no other, as all positions do (StageWords).
extension StageWords {
  /// What would make them go along, as it stands after *if* and *unless*; the first says their price.
  func conditions(_ stance: Stance) -> [String] {
    switch stance.price {
    case .conditionTaken: person.nonNegotiable.map { ["this is certain: \(inner($0))"] } ?? []
    case .evidencePromised:
      ["someone shows me where that was reached before", "someone finds out first whether that can be done"]
    case .termsChanged: ["it gets a later start", "it may begin later than it says here"]
    case .roomMade: ["one of these features makes room", "one of these features goes and a better one comes"]
    case .trialAgreed: ["we try it for two weeks first", "there is a trial first, with an end to it"]
    case .messageUsed: ["someone tells me what my people have of it"]
    case .metricNamed:
      person.metric.map { ["someone tells me what it does for \($0)", "I know what ‘\($0)’ gains by it"] }
        ?? ["someone tells me what my people have of it"]
    default: []
    }
  }

  /// How a yellow ends: with what would make it green, or with what it is.
  mutating func ending(of stance: Stance) -> String {
    let terms = conditions(stance)
    switch stance.leaning {
    case .forIf?:
      return one(
        terms.flatMap { ["I go along if \($0)", "Green, if \($0)", "I am with you if \($0)"] }.map(\.ended)
          + StageWords.worries)
    case .againstUnless?:
      let noes = terms.flatMap { term in StageWords.unless.map { "\($0) \(term)" } }.map(\.ended)
      return one(noes.isEmpty ? StageWords.noes : noes)
    default: return one(StageWords.noes)
    }
  }

  static let unless = ["No, unless", "I am against it unless", "It does not get my yes unless"]

  /// Whether words say a no, and not a worry (M14).
  static func saysNo(_ text: String) -> Bool { (noes + unless).contains(where: text.contains) }

  /// Someone's mind has moved, and this is why.
  mutating func change(_ turn: Turn, _ stance: Stance, _ goal: Goal, leader: String?) -> String {
    switch (turn, stance.leaning) {
    case (.slight(let slight), _): "\(grievance(slight)) \(position(stance, goal))"
    case (.move(let move), .isFor?): "\(thanks(move, leader)) \(one("Green.", "That is a yes.", "Green from me now."))"
    case (.move(let move), .forIf?): "\(thanks(move, leader)) \(remainder(stance))"
    case (.move(let move), _): "\(thanks(move, leader)) \(position(stance, goal))"
    }
  }

  /// What is left of a doubt.
  private mutating func remainder(_ stance: Stance) -> String {
    let what =
      switch stance.layer {
      case .metric: "the target"
      case .horizon: "the deadline"
      case .existence: "whether it should be a goal"
      case .features: "the features that we want to build for it"
      case .importance: "how important it is beside the rest"
      case nil: "that I have seen such things go wrong"
      }
    let colour = one("Yellow.", "Call it yellow.", "Yellow, then.")
    return "\(one("What is left is", "What still bothers me is")) \(what). \(colour)"
  }

  private mutating func thanks(_ move: Move, _ leader: String?) -> String {
    switch move {
    case .asked: one("Thank you for asking.", "Good that somebody asks.")
    case .heard: one("That is what I meant.", "Yes, that is how I meant it.", "You have it down as I said it.")
    case .metricNamed:
      if let metric = person.metric {
        one("That speaks of \(metric), and so it speaks to me.", "Now I see what it does for \(metric).")
      } else {
        "Said like that, I see what we have of it."
      }
    case .messageUsed: one("I had not seen it from that side.", "That is an argument I can take home.")
    case .answered: one("We had that out, and I can live with the end of it.", "That answers what I said.")
    case .allyMoved:
      if let leader { one("If \(leader) goes along, so do I.", "\(leader) is right.") } else { "Then I go along." }
    case .evidencePromised: one("Then we shall know, and not guess.", "If someone looks into it, that helps me.")
    case .roomMade: one("Something moves for it, and that I respect.", "Then there is room for it.")
    case .conditionTaken: one("That was my condition, and it is on record.", "With that in writing I feel better.")
    case .trialAgreed: one("A trial is fair.", "If we try it first, I lose nothing.")
    case .termsChanged: one("Like that it is another matter.", "That is a goal that I can put my name to.")
    }
  }

  private mutating func grievance(_ slight: Slight) -> String {
    switch slight {
    case .spokenFor: one("I speak for myself.", "Next time ask me before you write it down.")
    case .misheard: one("That was not what I said, and now I mean it more.", "You did not listen.")
    case .passedOver: one("You went past me.", "I was not asked, and I notice such things.")
    case .requestLost: one("You did not even write down what I asked for.", "My request fell under the table.")
    case .quarrelLeft: one("We two were not done.", "You left us standing there in the middle of it.")
    case .repeated: one("I have had to say it too often by now.", "I am tired of saying it.")
    }
  }

  // MARK: Again, and in someone's stead

  /// What the most senior person says for somebody who was not heard.
  mutating func intervention(for name: String, _ said: Utterance) -> String {
    one(
      "Let me step in. \(name) has said this twice, and it is not on the screen. I quote: \(said.text)",
      "Stop for a moment. These were the words of \(name): \(said.text)",
      "Before we go on, somebody writes this down for \(name): \(said.text)")
  }

  /// What someone says who was gone past.
  mutating func protest(_ stance: Stance, _ goal: Goal) -> String {
    let title = "‘\(goal.name)’"
    let lead = one(
      "You went on before I had said it.", "Nobody asked me about \(title).", "Back to \(title): I have not been asked."
    )
    return "\(lead) \(position(stance, goal))"
  }

  mutating func allied(with name: String, _ stance: Stance, _ goal: Goal) -> String {
    guard stance.colour.objects else {
      return one("I am with \(name): yes.", "What \(name) says. Green.", "I go with \(name). Green.")
    }
    let lead = one("I see it as \(name) does.", "I am with \(name) on that.", "\(name) is right.")
    return "\(lead) \(one(doubts(about: stance.layer ?? .importance, goal))) \(ending(of: stance))"
  }

  // MARK: Coming, going, vetoes

  mutating func arrival() -> String {
    one(
      "Sorry, the other meeting ran over. Where are we?", "I am late, I know. What have I missed?",
      "Good that you are still here. Can I join you?")
  }

  mutating func departure() -> String {
    one(
      "I have to go now, my train leaves.", "That is my next meeting. I have to leave you.",
      "I must be off. You will tell me how it ended.")
  }

  mutating func veto(_ goal: Goal) -> String {
    one(
      "Wait. I said no to ‘\(goal.name)’, and I have a veto. It does not go ahead like this.",
      "‘\(goal.name)’ is not settled: I veto that, unless I am the one who decides on it.",
      "I am sorry to be formal. Against my no ‘\(goal.name)’ does not go ahead, and somebody has to write that down.")
  }
}
