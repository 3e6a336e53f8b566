/// Short phrases for the facilitator, in the words of Parley or of the plan.
public struct Phrases: Hashable, Sendable {
  /// The moment that a phrase is for; the name is that of the plan's key.
  public enum Card: String, Hashable, Sendable, CaseIterable {
    case opening
    /// There are so many people that a silent vote should come before the talk (M5).
    case vote
    /// Someone has not given a dot (M13).
    case silent
    /// The others should be heard before they follow a first dot (M13).
    case round
    /// Someone asked for a feature (M16).
    case redirect
    /// Something must move out (M17).
    case displacement
    /// The time of the step is up (M26).
    case timebox
    /// A status report, or the reopening of a decision (M22).
    case drift
    /// People discuss how to build it (M20).
    case deepDive = "deep-dive"
    /// There is a red dot: is it a preference, or a harm (M15)?
    case harm
    /// The same after the conflict about it: who decides (M15)?
    case dissent
    /// Everyone was heard and nobody is against the goal (M13, M15).
    case agreed
    /// Someone in a conflict has not stated a position (M18).
    case position
    /// The interest beneath a position has not been named (M18).
    case interest
    /// Both positions are there: back to the strategy, with a number (M46).
    case strategy
    /// The conflict's time is nearly up: data, an experiment, or a decider (M47).
    case ladder
    /// A conflict was resolved: each of the two says whether they can live with it (M46).
    case consent
    /// The facilitator does not know, or had it wrong (M49).
    case wrong
    case closing
    // One for each step that only some kinds of session have (M9, M36, M42, M43).
    case scorecard, question, assumptions, alternatives
    case killCriteria = "kill-criteria"
    case decision, writing, reading, clustering, mitigation
    case whatAndWhy = "what-and-why"
    case team, need, missing, champion

    /// The card of a step; nil for one that needs no words.
    init?(_ part: Step.Part) { self.init(rawValue: part.rawValue) }
  }

  private var own: [String: String]

  /// - Parameter own: the plan's words, by the name of the card.
  public init(own: [String: String] = [:]) { self.own = own }

  /// The phrase of a card. If there are several, the goal and the person decide, always the same way.
  /// - Parameter called: what to call the person where their first name alone would also mean another (M30).
  public func text(_ card: Card, goal: Goal? = nil, person: Stakeholder? = nil, called: String? = nil) -> String {
    let choices = own[card.rawValue].map { [$0] } ?? Phrases.choices(card)
    let place = fingerprint("\(goal?.id.text ?? "")/\(person?.id.text ?? "")") % UInt64(choices.count)
    let blanks = [("{name}", called ?? person?.calledName ?? "you"), ("{goal}", goal?.name ?? "this goal")]
    return choices[Int(place)].filled(blanks)
  }

  private static func choices(_ card: Card) -> [String] {
    switch card {
    case .opening:
      ["We leave with a few outcomes, in an order that all of us can repeat."]
    case .vote:
      ["Shall each of us vote in silence first, before anyone argues?"]
    case .silent: silent
    case .round: round
    case .redirect: ["Which of our goals would that serve?"]
    case .displacement: ["There is room if something else moves. What do we give up for it?"]
    case .timebox: ["Time is up. Do we need more of it, and what do we take it from?"]
    case .drift: ["That is a report, or decided already. May I park it?"]
    case .deepDive: ["Does it move the goal, and would something else move it more?"]
    case .harm: ["{name}, is that a preference, or would it do harm? Which?"]
    case .agreed: ["Nobody is against it. Can all of us live with it as it stands?"]
    case .dissent: ["We need not agree today. Who decides, by when, on what evidence?"]
    case .position: ["{name}, what do you hold, and what makes you think so?"]
    case .interest: ["{name}, what would you lose if it went the other way?"]
    case .strategy: ["Back to the strategy: which settled goal decides this, and by how much?"]
    case .ladder: ["What data would settle it? If none: try two weeks, or who decides?"]
    case .consent: ["{name}, can you live with what we decided, yes or no?"]
    case .wrong: ["I had that wrong. Who finds out, and when do we look again?"]
    case .closing: ["This is what we agreed and what it costs. Can you stand behind it?"]
    case .scorecard, .question: checkIn(card)
    case .assumptions, .alternatives, .killCriteria, .decision: journal(card)
    case .writing, .reading, .clustering, .mitigation: preMortem(card)
    case .whatAndWhy, .team, .need, .missing, .champion: oneOnOne(card)
    }
  }

  private static func checkIn(_ card: Card) -> [String] {
    card == .scorecard
      ? ["Where does each number stand today? What is decided stays decided."]
      : ["One question is open, and this is it. What do we answer?"]
  }

  private static func journal(_ card: Card) -> [String] {
    switch card {
    case .assumptions: ["What must be true for this to work, and how do we know?"]
    case .alternatives: ["What else could we do? One way alone is no decision."]
    case .killCriteria: ["What would make us stop, seen in which number, by which day?"]
    default: ["Which one, and because of what? It stands until a stop rule ends it."]
    }
  }

  private static func preMortem(_ card: Card) -> [String] {
    switch card {
    case .writing: ["It is a year from now, and it has failed. Write down why, in silence."]
    case .reading: ["{name}, read one reason out. We do not discuss yet."]
    case .clustering: ["Which of these belong together, and what do we call them?"]
    default: ["What do we do about it, who, and by when? Or do we bear it?"]
    }
  }

  private static func oneOnOne(_ card: Card) -> [String] {
    switch card {
    case .whatAndWhy: ["This is what I propose, and why now."]
    case .team: ["For your team it would mean this. Is that worth something to you?"]
    case .need: ["What I need from you is this. Can you give it?"]
    case .missing: ["What am I missing, seen from where you sit?"]
    default: ["Would you champion it in the room?"]
    }
  }

  private static let round = [
    "{name}, before we weigh that: how does it look from your side?",
    "{name}, let us go round first: what do you see?",
    "{name}, we need every view on this: what is yours?",
  ]

  private static let silent = [
    "{name}, what would make this goal fail from where you sit?",
    "{name}, what would you need to see to give this a green?",
    "{name}, what does this goal cost your team?",
    "{name}, if we got only this, what would you still miss?",
    "{name}, is it the target, the time, or the goal itself?",
  ]
}

extension Stakeholder {
  /// How to address someone in a sentence: the first of several names. A title, or a script that puts
  /// the family name first, leaves the whole name.
  var calledName: String {
    let words = name.split(separator: " ")
    guard words.count > 1, let first = words.first, !first.hasSuffix("."), words.allSatisfy(\.isLatin) else {
      return name
    }
    return String(first)
  }
}

extension String {
  /// The text with a word for each blank. Written by hand because the standard library's general search takes longer
  /// than all the rest of a phrase.
  fileprivate func filled(_ blanks: [(blank: String, word: String)]) -> String {
    var result = ""
    var rest = self[...]
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      result += rest[..<brace]
      rest = rest[brace...]
      let found = blanks.first { rest.hasPrefix($0.blank) }
      result += found?.word ?? "{"
      rest = rest[rest.utf8.index(brace, offsetBy: found?.blank.utf8.count ?? 1)...]
    }
    return result + rest
  }
}

extension Substring {
  fileprivate var isLatin: Bool { unicodeScalars.allSatisfy { $0.value < 0x250 } }
}

/// FNV-1a, since Swift's own hashes differ from run to run.
private func fingerprint(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
