// Theory: how minds move, on one page; in prose it stands in the catalogue (Minds).
//
// On each goal a mind leans one of four ways: for it, for it if, against it unless, against it. What the facilitator
// does for someone is a `Move`, and gives credit; what is done to them is a `Slight`, and takes it. Credit that reaches
// the person's firmness makes the mind one step friendlier, and what is left over counts on; slights that reach their
// patience make it one step harder. A move counts once a person and goal: to say a thing twice convinces nobody. Someone
// who is against it flatly hears no words any more, only deeds. The one thing that they have named (their price) always
// takes a mind one step, however firm it is.
//
// Which entry is which move to whom stands in Persuasion, which neglect is which slight in Slights. Nothing here
// draws a number: whoever does the same finds the same minds.

/// What the facilitator can do for someone's mind on a goal.
enum Move: String, Hashable, Sendable, CaseIterable {
  /// They waited, and were asked by name (M13).
  case asked
  /// Their objection is on record as they meant it (M14).
  case heard
  /// It was said what the goal does for the metric that they answer for (M3, M48).
  case metricNamed = "metric-named"
  /// The message that was framed for them was used (M1).
  case messageUsed = "message-used"
  /// The conflict was held, and its end answers what they argued (M18).
  case answered
  /// Whom they follow has moved.
  case allyMoved = "ally-moved"
  /// Evidence, or who finds it and by when, is on record (M47, M49).
  case evidencePromised = "evidence-promised"
  /// Something moves out for it (M17).
  case roomMade = "room-made"
  /// Their condition is on record (M24).
  case conditionTaken = "condition-taken"
  /// It is tried first, with a measure and an end (M40, M47).
  case trialAgreed = "trial-agreed"
  /// What they object to was changed: the target, the time (M15).
  case termsChanged = "terms-changed"

  /// How much credit it gives.
  var worth: Int {
    switch self {
    case .asked, .heard: 1
    case .metricNamed, .messageUsed, .answered, .allyMoved: 2
    case .evidencePromised, .roomMade, .conditionTaken: 3
    case .trialAgreed, .termsChanged: 4
    }
  }

  /// Whether it is more than words: nothing else moves someone who is flatly against it.
  var isDeed: Bool { worth > 2 }
}

/// What is done to someone by neglect.
enum Slight: String, Hashable, Sendable, CaseIterable {
  /// Someone else wrote down what they think, before they had said a word (M13).
  case spokenFor = "spoken-for"
  /// Their dot has another colour than what they said.
  case misheard
  /// The goal was settled or left while they had something to say.
  case passedOver = "passed-over"
  /// Their request was written down nowhere (M16).
  case requestLost = "request-lost"
  /// Two clashed, and it was left at that (M18).
  case quarrelLeft = "quarrel-left"
  /// They had to say it again.
  case repeated

  /// How much of someone's patience it takes.
  var cost: Int {
    switch self {
    case .misheard, .requestLost, .repeated: 1
    case .spokenFor, .passedOver, .quarrelLeft: 2
    }
  }
}

/// Why a mind moved.
enum Turn: Hashable, Sendable {
  case move(Move)
  case slight(Slight)
}

extension Turn {
  var isMove: Bool { if case .move = self { true } else { false } }
}

/// Someone's mind on one goal, as it stands.
struct Mind: Hashable, Sendable {
  private(set) var stance: Stance
  /// The credit that one step takes; never so little that it is enough to write down what they said, unless it was a
  /// passing doubt.
  let firmness: Int
  /// The slights that one step back takes.
  let patience: Int
  private var credit = 0
  private var offence = 0
  /// Each move counts once.
  private(set) var moves: Set<Move> = []

  init(_ stance: Stance, firmness: Int, patience: Int, isPassing: Bool = false) {
    self.stance = stance
    self.firmness = max(isPassing ? 1 : 2, firmness)
    self.patience = max(1, patience)
  }

  /// Takes in what was done for this person; true when the mind leans another way now.
  mutating func take(_ move: Move) -> Bool {
    guard let leaning = stance.leaning, leaning > .isFor, move.isDeed || leaning < .against,
      moves.insert(move).inserted
    else { return false }
    credit += move == stance.price ? max(firmness, move.worth) : move.worth
    guard credit >= firmness else { return false }
    credit -= firmness
    return lean(by: -1)
  }

  /// Takes in what was done to this person; true when the mind leans another way now.
  mutating func take(_ slight: Slight) -> Bool {
    offence += slight.cost
    guard offence >= patience else { return false }
    offence = 0
    credit = 0
    return lean(by: 1)
  }

  /// Leans as somebody does whom this person follows.
  mutating func follow(_ leader: Stance) {
    stance.leaning = leader.leaning ?? stance.leaning
    (stance.layer, stance.cause, stance.price) = (leader.layer, leader.cause, leader.price)
  }

  /// One step; never so far that there is none. Someone who had nothing to say against it doubts its importance, for so
  /// it was treated.
  private mutating func lean(by step: Int) -> Bool {
    let from = stance.leaning ?? .isFor
    guard let to = Leaning(rawValue: from.rawValue + step) else { return false }
    stance.leaning = to
    if from == .isFor, stance.layer == nil {
      (stance.layer, stance.cause, stance.isSoured) = (.importance, .goals, true)
    }
    if to == .isFor, stance.isSoured { (stance.layer, stance.cause, stance.isSoured) = (nil, nil, false) }
    return true
  }
}

extension Cast {
  /// Which way someone leans before anything is done: whoever follows somebody leans where that one does.
  func entering(_ person: Persona, _ goal: Goal, among goals: [Goal]) -> Leaning? {
    var (heads, ahead) = (person, people.count)
    while ahead > 0, let leader = heads.map.follows.flatMap(self.person), !heads.owns(goal),
      objection(of: heads, to: goal, among: goals) == nil
    {
      (heads, ahead) = (leader, ahead - 1)
    }
    return stance(of: heads, on: goal, among: goals).leaning ?? stance(of: person, on: goal, among: goals).leaning
  }

  /// Someone's mind on a goal, as they come into the room: the more aligned they are, the less it takes; power, and what
  /// is not negotiable to them, make it more.
  func mind(of person: Persona, on goal: Goal, among goals: [Goal]) -> Mind {
    let stance = stance(of: person, on: goal, among: goals)
    let aligned =
      switch person.map.alignment ?? .neutral {
      case .aligned: 1
      case .neutral: 2
      case .misaligned: 3
      }
    let (mood, patience) =
      switch mark.mood {
      case .easy: (-1, 4)
      case .real: (0, 3)
      case .hard: (1, 2)
      }
    let power = person.map.salience.contains(.power) ? 1 : 0
    let red = person.nonNegotiable != nil && stance.price == .conditionTaken ? 1 : 0
    let isPassing = mark.mood == .easy && stance.objection == nil && person.map.follows == nil
    return Mind(stance, firmness: aligned + power + red + mood, patience: patience, isPassing: isPassing)
  }

  /// What someone would be moved by soonest, by what they object to: what is not negotiable, else what answers the layer.
  func price(of person: Persona, _ layer: Dot.Layer?) -> Move {
    if let condition = person.nonNegotiable, Dot.Layer.spoken(in: condition).map({ $0 == layer }) ?? true {
      return .conditionTaken
    }
    return switch layer {
    case .metric: .evidencePromised
    case .horizon: .termsChanged
    case .features: .roomMade
    case .existence: .trialAgreed
    case .importance, nil: person.metric == nil && person.map.message != nil ? .messageUsed : .metricNamed
    }
  }
}
