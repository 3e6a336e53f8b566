// What people say when their mind has moved, and what they ask as its price. The words speak of the layer that is left
// and of no other, as all positions do (StageWords).
extension StageWords {
  /// What would make them go along, as it stands after *if* and *unless*; the first says their price.
  /// - Parameter said: the doubt that comes before: what it named is not named again.
  func conditions(_ stance: Stance, after said: String) -> [String] {
    switch stance.price {
    case .conditionTaken: person.nonNegotiable.map { ["we put this in writing: \(inner($0))"] } ?? []
    case .evidencePromised:
      ["someone shows me where that’s been done before", "somebody finds out first whether it can be done"]
    case .termsChanged: ["it starts later", "we give it more time"]
    case .roomMade: ["one of these features goes", "one of these features makes way for a better one"]
    case .trialAgreed: ["we try it for two weeks first", "there’s a trial first, with an end to it"]
    case .messageUsed: ["someone tells me what’s in it for my people"]
    case .metricNamed where said.contains(care): ["someone shows me how the two go together"]
    case .metricNamed:
      person.metric == nil
        ? ["someone tells me what’s in it for my people"]
        : ["someone tells me what it means for \(care)", "I can see what it changes for \(care)"]
    default: []
    }
  }

  /// How a yellow or a red ends: with what would make it a green, or with what it is.
  mutating func ending(of stance: Stance, after said: String) -> String {
    let terms = stance.isSoured ? [] : conditions(stance, after: said)
    switch stance.leaning {
    case .forIf? where stance.isSoured: return one("Yellow from me.", "Make that a yellow.", "Call it yellow.")
    case .forIf?:
      let asked = terms.flatMap { ["I’ll go along if \($0)", "Green, if \($0)", "I’m with you if \($0)"] }
      return one(asked.map(\.ended) + StageWords.worries)
    case .againstUnless?:
      let noes = terms.flatMap { term in StageWords.unless.map { "\($0) \(term)" } }.map(\.ended)
      return one(noes.isEmpty ? StageWords.noes : noes)
    default: return one(StageWords.noes)
    }
  }

  static let unless = ["No, unless", "I’m against it unless", "You won’t get my yes unless"]

  /// Whether words say a no, and not a worry (M14).
  static func saysNo(_ text: String) -> Bool { (noes + unless).contains(where: text.contains) }

  /// Someone's mind has moved, and this is why.
  mutating func change(_ turn: Turn, _ stance: Stance, _ goal: Goal, leader: String?) -> String {
    switch (turn, stance.leaning) {
    case (.slight(let slight), _): "\(grievance(slight)) \(position(stance, goal))"
    case (.move(let move), .isFor?): "\(thanks(move, leader)) \(settled())"
    case (.move(let move), .forIf?): "\(thanks(move, leader)) \(remainder(stance))"
    case (.move(.allyMoved), _):
      "\(leader.map { one("I’m with \($0) on this.", "\($0) has a point.") } ?? "") \(position(stance, goal))"
    case (.move(let move), _): "\(thanks(move, leader)) \(position(stance, goal))"
    }
  }

  private mutating func settled() -> String {
    keep("I’m for it now.")
    return one("Green.", "That’s a yes.", "Green from me now.", "You have my yes.")
  }

  /// What is left of a doubt.
  private mutating func remainder(_ stance: Stance) -> String {
    let what =
      switch stance.layer {
      case .metric: "the target"
      case .horizon: "the deadline"
      case .existence: "whether it should be a goal"
      case .features: "the features we want to build for it"
      case .importance: "whether it’s important enough"
      case nil: "that I’ve seen such things go wrong"
      }
    let left = "\(one("What’s left is", "What still bothers me is")) \(what)."
    keep(left)
    return "\(left) \(one("Yellow.", "Call it yellow.", "Yellow, then."))"
  }

  private mutating func thanks(_ move: Move, _ leader: String?) -> String {
    switch move {
    case .asked: one("Thank you for asking.", "Good that somebody asks.")
    case .heard: one("That’s what I meant.", "Yes, that’s how I meant it.", "Good, that’s what I said.")
    case .metricNamed:
      person.metric == nil
        ? "Put like that, I see what’s in it for us."
        : one("Now I see what it means for \(care).", "You’re talking about \(care) now. That I understand.")
    case .messageUsed: one("I hadn’t seen it from that side.", "That’s an argument I can take home.")
    case .answered: one("We’ve had it out, and I can live with how it ended.", "That answers what I said.")
    case .allyMoved:
      leader.map { one("If \($0) goes along, so do I.", "Good enough for \($0), good enough for me.") }
        ?? "Then I’ll go along."
    case .evidencePromised: one("Good. Then we’ll know instead of guessing.", "If someone looks into it, that helps.")
    case .roomMade: one("Something gave way for it. I respect that.", "Good, then there’s room for it.")
    case .conditionTaken: one("That was my condition, and it’s on record.", "With that in writing I feel better.")
    case .trialAgreed: one("A trial is fair.", "If we try it first, I’ve nothing to lose.")
    case .termsChanged: one("That changes things.", "That’s a goal I can put my name to.")
    }
  }

  private mutating func grievance(_ slight: Slight) -> String {
    switch slight {
    case .spokenFor: one("I speak for myself.", "Next time ask me before you write it down.")
    case .misheard: one("That wasn’t what I said, and now I mean it more.", "You didn’t listen.")
    case .passedOver: one("You went right past me.", "I wasn’t asked, and I notice such things.")
    case .requestLost: one("You didn’t even write down what I asked for.", "What I asked for got lost.")
    case .quarrelLeft: one("The two of us weren’t done.", "You left us standing there in the middle of it.")
    case .repeated: one("I’ve had to say it too often by now.", "I’m tired of repeating myself.")
    }
  }

  // MARK: Again, and in someone's stead

  /// What the most senior person says for somebody who was not heard: the heart of it, and no more.
  mutating func intervention(for name: String, _ said: Utterance) -> String {
    switch said.matter {
    case .request:
      one(
        "Let me step in. \(name) has asked for \(said.gist) more than once. Write it down.",
        "Stop for a moment. \(name) asked for \(said.gist). Where does that stand?")
    case .position(_, .green, _), .position(_, .abstain, _):
      one("Hold on. That isn’t what \(name) said.", "\(name) said something else. Ask again.")
    default:
      one(
        "Let me step in. \(name) keeps telling us, and it isn’t on the screen: ‘\(said.gist)’",
        "Hold on. What \(name) said goes on the screen first: ‘\(said.gist)’",
        "Before we go on, write this down for \(name): ‘\(said.gist)’")
    }
  }

  /// What someone says who was gone past.
  mutating func protest(_ stance: Stance, _ goal: Goal) -> String {
    let title = "‘\(goal.name)’"
    let lead = one(
      "You went on before I’d said anything on \(title).", "Nobody asked me about \(title).",
      "Back to \(title). I haven’t been asked.")
    return "\(lead) \(position(stance, goal))"
  }

  mutating func allied(with name: String, _ stance: Stance, _ goal: Goal) -> String {
    guard stance.colour.objects else {
      keep("I’m for it, as \(name) is.")
      return one("I’m with \(name). Yes.", "What \(name) said. Green.", "Same as \(name). Green.")
    }
    let lead = one("I see it as \(name) does.", "I’m with \(name) on that.", "\(name) is right.")
    let doubt = one(doubts(stance, goal))
    keep(doubt)
    return "\(lead) \(doubt) \(ending(of: stance, after: doubt))"
  }

  // MARK: Coming, going, vetoes

  mutating func arrival() -> String {
    one(
      "Sorry, the other meeting ran over. Where are we?", "I’m late, I know. What have I missed?",
      "Good, you’re still at it. May I come in?")
  }

  mutating func departure() -> String {
    one(
      "I have to go now, or I’ll miss my train.", "My next meeting is waiting. I have to go.",
      "I have to run. Tell me how it ended.")
  }

  mutating func veto(_ goal: Goal) -> String {
    one(
      "Wait. I said no to ‘\(goal.name)’, and I have a veto. It doesn’t go ahead like this.",
      "‘\(goal.name)’ isn’t settled. I veto that, unless I’m the one who decides on it.",
      "I’m sorry to be formal, but I have a veto. ‘\(goal.name)’ doesn’t go ahead over my no.")
  }
}
