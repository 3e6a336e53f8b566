// Theory: a rehearsal is a fold, as a session is. Its people are a `Cast`, which the plan, the private map, the mood
// and the seed decide for good. The things they mean to say wait as `Intent`s, each with its instant; the things they
// said are in `said`. Two things move it, in the order of time:
//
//     play(to:in:)   time has passed: the intents that are due become utterances, or are dropped because their moment
//                    has passed, or wait because something else has the room (a conflict, a vote, a pause)
//     hear(_:_:)     an entry is on disk: the utterances that it writes down are marked, and the reactions to it (a step
//                    begins, someone is asked, a request is parked, a conflict opens) become intents
//
// An intent depends only on the state at its own instant, and every draw has numbers of its own (`SeededNumbers`). So
// it does not matter how often someone looks at the time: live, at sixty times the speed, or folded again from the
// journal for a report (`init(of:_:)`), it is the same rehearsal. New intents are always due later than the entry that
// caused them, so that the order of play and hear at one instant does not matter.
//
// What a person means is decided before there are words for it (`Stance`: goal, layer, cause, colour; `Placement`), and
// what was written down is judged against that and against the words (`Keeping`): never against a guess. What is done for
// people and to them moves their minds (`Mind`), and they say so.
//
// It gives no commands but ballots, which nobody else can cast; the facilitator writes down the dots. To add something
// that people do, add an `IntentKind`, its cause (Reactions), its words (Dialogue, StageWords), and the entry that
// writes it down (CaptureMatching).

/// The simulated people of a rehearsal: the things they have said and will say, and how those were written down.
public struct Performance: Hashable, Sendable {
  public let mark: RehearsalMark
  let cast: Cast
  /// Everything said so far, in its order.
  public internal(set) var said: [Utterance] = []
  /// The people to whom the facilitator gave the word.
  public internal(set) var questions: [Question] = []
  /// The people who waited to be asked, each with the goal.
  public internal(set) var silences: [Silence] = []
  /// Dots that were given for people who had said nothing on the goal.
  public internal(set) var mouths: [Silence] = []
  /// The conflicts that were opened, and when they ended.
  public internal(set) var conflicts: [Held] = []

  /// The earliest first.
  var intents: [Intent] = []
  var intentCount = 0
  var entered: Set<Step> = []
  /// How often each way to say a thing was chosen.
  var uses: [String: Int] = [:]
  /// The requests of the map that people have made.
  var wishes: Set<StakeholderMap.Wish> = []
  /// What people think of the goals of which they no longer think as they did when they came in.
  var minds: [Silence: Mind] = [:]
  /// Who goes with somebody else on a goal.
  var allies: Set<Silence> = []
  /// How minds moved, and by what.
  var shifts: [Shift] = []
  /// What was done to whom by neglect.
  var slights: [SlightTaken] = []
  /// The goals against which a veto was thought of.
  var vetoes: Set<GoalID> = []
  /// Who has left the room, whatever the journal says.
  var gone: Set<StakeholderID> = []
  /// The steps that were entered, each time with when; and those that were left.
  var visits: [Visited] = []
  var left: Set<Step> = []
  /// False while the steps before its first one are skipped.
  var hasBegun: Bool

  /// Someone was given the word.
  public struct Question: Hashable, Sendable {
    public var who: StakeholderID
    public var step: Step
    public var at: Instant
  }

  /// Someone, and a goal on which they do not speak unasked.
  public struct Silence: Hashable, Sendable {
    public var who: StakeholderID
    public var goal: GoalID
  }

  /// Someone's mind leans another way.
  struct Shift: Hashable, Sendable {
    var who: StakeholderID
    var goal: GoalID
    var at: Instant
    var from: Leaning?
    var to: Leaning?
    var turn: Turn
  }

  /// A step, and when it was entered.
  struct Visited: Hashable, Sendable {
    var step: Step
    var at: Instant
  }

  /// A slight that someone took to heart.
  struct SlightTaken: Hashable, Sendable {
    var what: Slight
    var who: StakeholderID
    var goal: GoalID?
    var at: Instant
    /// What they had said, where it is about that.
    var over: Int?
  }

  /// A conflict by its times, and what was wrong with it.
  public struct Held: Hashable, Sendable {
    public var topic: String
    public var between: [StakeholderID]
    public var opened: Instant
    public var ended: Instant?
    /// Nil while it is open, and for one that was held.
    public var flaw: Flaw?
  }

  /// Why a conflict was not held, though it ended in its time (M18).
  public enum Flaw: Hashable, Sendable {
    /// Those two had not clashed.
    case noQuarrel
    /// Not both had been heard and written down.
    case unheard
    /// Its ending answers nothing of what was argued.
    case noAnswer
  }

  /// Something that someone means to say.
  struct Intent: Hashable, Sendable {
    var at: Instant
    var order: Int
    var who: StakeholderID
    var step: Step
    var kind: IntentKind

    enum IntentKind: Hashable, Sendable {
      case position(GoalID)
      case request(StakeholderMap.Wish)
      case concern(String)
      case service(ItemID)
      case disagreement(GoalID, with: StakeholderID)
      case status
      case reopening(String, GoalID?)
      case plea(GoalID)
      case argument(tellsInterest: Bool)
      case offer
      case depth(GoalID, String)
      case acknowledgement
      case consent
      case learning(Step.Part, Int)
      case reason
      case assumption
      case question
      case excuse(GoalID)
      case insistence(on: Int)
      case ballot
      case shrug
      /// Their mind has moved since they spoke.
      case change(GoalID, Turn)
      /// They were gone past.
      case protest(GoalID)
      case arrival, departure
      case veto(GoalID)
    }
  }

  /// Nil for no rehearsal, and for one of other people (``RehearsalMark/edition``).
  ///
  /// - Parameter plan: the plan as the rehearsal opened it, with its mark.
  public init?(_ plan: Plan, _ map: StakeholderMap) {
    guard let mark = plan.rehearsal, mark.edition == RehearsalMark.currentEdition else { return nil }
    self.mark = mark
    cast = Cast(plan, map, mark)
    hasBegun = mark.from == nil
  }

  /// The performance in these entries; nil when they are not from a rehearsal of these people.
  public init?(of entries: [Entry], _ map: StakeholderMap) {
    guard var replay = Replay(entries), let new = Performance(replay.session.state.plan, map) else { return nil }
    self = new
    while let next = replay.next {
      _ = play(to: next.at, in: replay.session.state)
      replay.tellNext()
      hear(replay.last, replay.session.state)
    }
  }

  /// When someone next says or does something; nil when nobody means to.
  public var next: Instant? { intents.first?.at }

  /// Lets time pass: people say what is due.
  /// - Returns: the ballots that they cast meanwhile, as lines with their speaker.
  public mutating func play(to now: Instant, in state: State) -> [String] {
    var ballots: [String] = []
    while let intent = intents.first, intent.at <= now {
      intents.removeFirst()
      if let line = perform(intent, state) { ballots.append(line) }
    }
    return ballots
  }

  /// Takes in an entry that is on disk; `state` is the session after it. Everything due before it has been played.
  public mutating func hear(_ entry: Entry, _ state: State) {
    capture(entry, state)
    react(to: entry, state)
    persuade(entry, state)
  }

  mutating func mean(
    _ kind: Intent.IntentKind, by who: StakeholderID, after seconds: Int, from start: Instant, at step: Step
  ) {
    intentCount += 1
    put(Intent(at: start.adding(seconds: max(1, seconds)), order: intentCount, who: who, step: step, kind: kind))
  }

  /// Puts an intent in its place.
  mutating func put(_ intent: Intent) {
    let place = intents.firstIndex { ($0.at, $0.order) > (intent.at, intent.order) } ?? intents.endIndex
    intents.insert(intent, at: place)
  }

  /// What had been said by then, with what had been written down of it.
  public func said(until now: Instant) -> [Utterance] {
    said.filter { $0.at <= now }.map { utterance in
      var utterance = utterance
      if let capture = utterance.capture, capture.at > now { utterance.capture = nil }
      return utterance
    }
  }

  /// When something is said next after that; nil when nothing is.
  public func word(after now: Instant) -> Instant? { said.first { $0.at > now }?.at }

  /// The last utterance in which someone took a position on a goal.
  func position(of who: StakeholderID, on goal: GoalID) -> Utterance? {
    said.last { utterance in
      if case .position(goal, _, _) = utterance.matter { utterance.who == who } else { false }
    }
  }
}
