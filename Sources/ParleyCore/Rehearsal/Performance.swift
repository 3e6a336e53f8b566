// Theory: a rehearsal is a fold, as a session is. Its people are a `Cast`, which the plan, the private map, the mood and
// the seed decide for good; what they mean to say waits as `Intent`s, each with its instant; what they said is `said`.
// Two things move it, in the order of time:
//
//     play(to:in:)   time has passed: the intents that are due become utterances, or are dropped because the moment
//                    for them is gone, or wait because something else has the room (a conflict, a vote, a pause)
//     hear(_:_:)     an entry is on disk: what it writes down of what was said is marked, and what it stirs up (a step
//                    begins, someone is asked, a request is parked, a conflict opens) becomes intents
//
// An intent depends on the state at its own instant and on nothing that happens at another, and every draw has numbers
// of its own (`SeededNumbers`), so it makes no difference how often time is looked at: live, at sixty times the speed,
// or folded once more from the journal for a report (`init(of:_:)`), it is the same rehearsal. New intents are always
// due later than what stirred them up; that keeps the order of play and hear at one instant from mattering.
//
// It gives no commands but ballots, which nobody else can cast; dots are the facilitator's to write down. To add
// something people do: an `IntentKind`, where it is stirred up (Reactions), what it sounds like (Dialogue, StageWords)
// and what writes it down (CaptureMatching).

/// The simulated people of a rehearsal: what they have said and will say, and what of it was written down.
public struct Performance: Hashable, Sendable {
  public let mark: RehearsalMark
  let cast: Cast
  /// Everything said so far, in its order.
  public internal(set) var said: [Utterance] = []
  /// Whom the facilitator gave the word to.
  public internal(set) var questions: [Question] = []
  /// Who waited to be asked, at which goal.
  public internal(set) var silences: [Silence] = []
  /// Dots that were given for people who had said nothing on the goal.
  public internal(set) var mouths: [Silence] = []
  /// The conflicts that were opened, and when they ended.
  public internal(set) var conflicts: [Held] = []

  /// The earliest first.
  var intents: [Intent] = []
  var intentCount = 0
  var entered: Set<Step> = []
  /// The requests of the map that were made.
  var wishes: Set<String> = []
  /// False while the steps before the one it begins at are passed over.
  var hasBegun: Bool

  /// That someone was given the word.
  public struct Question: Hashable, Sendable {
    public var who: StakeholderID
    public var step: Step
    public var at: Instant
  }

  /// Someone and a goal on which they do not speak by themselves.
  public struct Silence: Hashable, Sendable {
    public var who: StakeholderID
    public var goal: GoalID
  }

  /// A conflict by its times.
  public struct Held: Hashable, Sendable {
    public var topic: String
    public var opened: Instant
    public var ended: Instant?
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
      case request(String)
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
      case insistence(on: Int)
      case ballot
      case shrug
    }
  }

  /// - Parameter plan: as the rehearsal opened it, with its mark.
  public init?(_ plan: Plan, _ map: StakeholderMap) {
    guard let mark = plan.rehearsal else { return nil }
    self.mark = mark
    cast = Cast(plan, map, mark)
    hasBegun = mark.from == nil
  }

  /// The performance that these entries tell; nil when they are none of a rehearsal.
  public init?(of entries: [Entry], _ map: StakeholderMap) {
    guard var replay = Replay(entries), let new = Performance(replay.session.state.plan, map) else { return nil }
    self = new
    while let next = replay.next {
      _ = play(to: next.at, in: replay.session.state)
      replay.tellNext()
      hear(replay.last, replay.session.state)
    }
  }

  /// When the next thing is said, or done; nil when nobody means to.
  public var next: Instant? { intents.first?.at }

  /// Lets time pass: what is due is said.
  /// - Returns: the ballots that are cast meanwhile, as lines with their speaker.
  public mutating func play(to now: Instant, in state: State) -> [String] {
    var ballots: [String] = []
    while let intent = intents.first, intent.at <= now {
      intents.removeFirst()
      if let line = perform(intent, state) { ballots.append(line) }
    }
    return ballots
  }

  /// Takes in an entry that is on disk; `state` is the session after it. What was due before it has been played.
  public mutating func hear(_ entry: Entry, _ state: State) {
    capture(entry, state)
    react(to: entry, state)
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

  /// What someone said of where they stand on a goal; the last of it.
  func position(of who: StakeholderID, on goal: GoalID) -> Utterance? {
    said.last { utterance in
      if case .position(goal, _, _) = utterance.matter { utterance.who == who } else { false }
    }
  }
}
