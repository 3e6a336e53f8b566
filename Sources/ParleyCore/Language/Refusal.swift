/// Why a command was refused. A refusal changes nothing.
public enum Refusal: Error, Hashable, Sendable {
  case unknownVerb(String, near: String?)
  case badArgument(BadArgument)
  /// With the nearest id that there is; where none is near, with all of them, if they are few.
  case unknownID(Reference, near: String?, known: [String])
  case notPermitted(Speaker, VerbName)
  /// A terminal may speak for whoever sits there, and for nobody else.
  case notTheirVoice(Speaker, for: Speaker)
  /// A private note from someone who does not lead.
  case notPrivately
  case closed
  case final
  case wrongStep(WrongStep)
  /// Goals that are not settled, each with whoever is still silent on it.
  case goalOpen([OpenGoal])
  case overCapacity([Overfull])
  case needsLayer(Dot.Colour)
  case silent(goal: String, people: [String])
  case dissentWithoutProcess(goal: String, people: [String], missing: [String])
  case needsDisplacement(NeedsDisplacement)
  case conflictOpen(topic: String)
  case noConflict
  case voteClosed
  case tooManyDots(TooManyDots)
  case alreadyCast(String)
  case notYours
  /// Someone else gives a ballot for a voter who has a terminal of their own.
  case votesAtOwnTerminal(String)
  /// Someone gave a dot at a seat of their own after the screen of whoever answers for them was looked at.
  case answeredMeanwhile(String, Dot.Colour)
  case tooFewBallots(TooFewBallots)
  case notAcknowledged([String])
  case caveatOpen([String])
  case windowOpen(until: Instant)
  case nothingToUndo
  /// The entry that was to be taken back is not the last one that can be.
  case notTheLast(entry: Int, last: Int?)
  case nothingToRedo
  /// A session of this kind leaves it as it was decided (M22).
  case decided(VerbName, SessionKind)
  /// The step has not yet left behind what its kind of session is for.
  case incomplete(Incomplete)

  /// A goal that still needs something.
  public struct OpenGoal: Hashable, Sendable {
    public var name: String
    public var silent: [String]

    public init(name: String, silent: [String]) {
      self.name = name
      self.silent = silent
    }
  }

  /// A timeframe with more goals than it holds.
  public struct Overfull: Hashable, Sendable {
    public var name: String
    public var capacity: Int
    public var goals: [String]
  }

  /// What has no room until something moves out (M17).
  public enum NeedsDisplacement: Hashable, Sendable {
    /// Full, and nothing was named to move out.
    case timeframe(name: String, capacity: Int, goals: [String])
    /// What was named would have to go where there is no room either.
    case landing(name: String, displaced: String)
    case goal(name: String, capacity: Int, features: [String])
  }

  /// Which limit of the silent vote a ballot breaks (M19).
  public enum TooManyDots: Hashable, Sendable {
    case inAll(given: Int, allowed: Int)
    case onGoal(String, given: Int, allowed: Int)
  }

  /// A silent vote is for so many people that its sums do not say who voted for what (M19).
  public struct TooFewBallots: Hashable, Sendable {
    /// Those who may vote, before it is opened; then the ballots that are in.
    public var count: Int
    public var fewest: Int
    public var isOpen: Bool
  }

  /// Why this is not the step for a command.
  public enum WrongStep: Hashable, Sendable {
    case noGoalOnTable(VerbName)
    case notPresented(goal: String)
    case unknownStep(String)
    case aheadOver(step: String, undone: String)
    case nothingAfter(step: String)
    case nothingBefore
    /// It was to go on from a step that somebody has left since.
    case movedOn(VerbName, from: String, now: String)
    case only(VerbName, at: String)
    case notClosed(VerbName)
    case onlyIn(VerbName, SessionKind)
  }

  /// What a step still lacks before the session goes on.
  public enum Incomplete: Hashable, Sendable {
    /// Goals of the last period (M37).
    case noResult([String])
    case noQuestion
    case questionOpen(String)
    case noAssumption
    case fewAlternatives(Int)
    case noKillCriterion
    case nothingChosen
    case noReason
    case looseReasons([String])
    case noMitigation([String])
  }

  /// What about a command cannot be read, or makes no sense here.
  public enum BadArgument: Hashable, Sendable {
    case unbalancedQuote
    case badTime(String)
    case noCommand
    case missing(String, usage: String)
    case tooMany(String, usage: String)
    case unknownKey(String, near: String?, usage: String)
    case twice(String)
    case notOneOf(String, value: String, choices: [String], near: String?)
    case notANumber(String, value: String)
    case outOfRange(String, value: String, range: String)
    case notADate(String, value: String)
    /// No time of day.
    case notATime(String, value: String)
    /// What is left until this time is so much too little for the steps to come (M26).
    case tooLittleTime(minutes: Int, end: String)
    case malformedID(String)
    case empty(String)
    case tooLong(String, bytes: Int, limit: Int)
    case targetIsBaseline
    case taken(String)
    case nothingAdjusted(goal: String)
    case notInTimeframe(goal: String, timeframe: String)
    case displacesItself(goal: String)
    case alreadyThere(goal: String, timeframe: String)
    case notAFeatureOf(feature: String, goal: String)
    case itemIs(String, state: String)
    case notAgreed(goal: String)
    case noCaveat(String)
    case twoDifferentPeople
    case voteIsOpen
    case unknownMetric(String, goal: String, near: String?)
    case ballotIsEmpty
    case alreadyKind(String)
    case notAHundred(Int)
    case neitherGivesNorCosts
    case moreThanOptions(String, options: Int)
    case noTradeOff
    case nothingResolved
    case carriedAlready(goal: String, as: String)
    case onTable(goal: String)
    case questionIsOpen(String)
    case noPartner
    case ownForAnother(String)
  }
}

extension Refusal {
  /// The code of a refusal, on which scripts rely.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case unknownVerb = "unknown-verb"
    case badArgument = "bad-argument"
    case unknownID = "unknown-id"
    case notPermitted = "not-permitted"
    case closed, final
    case wrongStep = "wrong-step"
    case goalOpen = "goal-open"
    case overCapacity = "over-capacity"
    case needsLayer = "needs-layer"
    case silent
    case dissentWithoutProcess = "dissent-without-process"
    case needsDisplacement = "needs-displacement"
    case conflictOpen = "conflict-open"
    case noConflict = "no-conflict"
    case voteClosed = "vote-closed"
    case tooManyDots = "too-many-dots"
    case alreadyCast = "already-cast"
    case notYours = "not-yours"
    case notAcknowledged = "not-acknowledged"
    case caveatOpen = "caveat-open"
    case windowOpen = "window-open"
    case nothingToUndo = "nothing-to-undo"
    case nothingToRedo = "nothing-to-redo"
    case tooFewBallots = "too-few-ballots"
    case decided, incomplete
  }

  /// The code that scripts rely on.
  public var code: Code {
    switch self {
    case .unknownVerb: .unknownVerb
    case .badArgument: .badArgument
    case .unknownID: .unknownID
    case .notPermitted, .notTheirVoice, .notPrivately: .notPermitted
    case .closed: .closed
    case .final: .final
    case .wrongStep: .wrongStep
    case .goalOpen: .goalOpen
    case .overCapacity: .overCapacity
    case .needsLayer: .needsLayer
    case .silent: .silent
    case .dissentWithoutProcess: .dissentWithoutProcess
    case .needsDisplacement: .needsDisplacement
    case .conflictOpen: .conflictOpen
    case .noConflict: .noConflict
    case .voteClosed: .voteClosed
    case .tooManyDots: .tooManyDots
    case .alreadyCast: .alreadyCast
    case .notYours, .votesAtOwnTerminal, .answeredMeanwhile: .notYours
    case .tooFewBallots: .tooFewBallots
    case .notAcknowledged: .notAcknowledged
    case .caveatOpen: .caveatOpen
    case .windowOpen: .windowOpen
    case .nothingToUndo, .notTheLast: .nothingToUndo
    case .nothingToRedo: .nothingToRedo
    case .decided: .decided
    case .incomplete: .incomplete
    }
  }
}

extension Refusal {
  /// The argument that is wrong or missing, by its name in the grammar, so that a form can ask for it again; nil when
  /// no argument would help.
  public var argument: String? {
    switch self {
    case .badArgument(let fault): fault.argument
    case .needsLayer: "layer"
    case .needsDisplacement: "displacing"
    case .dissentWithoutProcess(_, _, let missing): missing.first
    case .unknownVerb, .unknownID, .notPermitted, .notTheirVoice, .notPrivately, .closed, .final, .wrongStep,
      .goalOpen, .overCapacity, .silent, .conflictOpen, .noConflict, .voteClosed, .tooManyDots, .alreadyCast, .notYours,
      .votesAtOwnTerminal, .answeredMeanwhile, .tooFewBallots, .notAcknowledged, .caveatOpen, .windowOpen,
      .nothingToUndo, .notTheLast, .nothingToRedo, .decided, .incomplete:
      nil
    }
  }
}

extension Refusal.BadArgument {
  fileprivate var argument: String? {
    switch self {
    case .missing(let name, _), .notOneOf(let name, _, _, _), .notANumber(let name, _), .outOfRange(let name, _, _),
      .notADate(let name, _), .notATime(let name, _), .empty(let name), .tooLong(let name, _, _), .twice(let name),
      .moreThanOptions(let name, _):
      name
    case .targetIsBaseline: "target"
    case .notInTimeframe, .displacesItself, .notAFeatureOf: "displacing"
    case .unknownMetric: "metric"
    case .taken: "NAME"
    case .ownForAnother: "how"
    case .tooLittleTime: "end"
    case .unbalancedQuote, .badTime, .noCommand, .tooMany, .unknownKey, .malformedID, .nothingAdjusted, .alreadyThere,
      .itemIs, .notAgreed, .noCaveat, .twoDifferentPeople, .voteIsOpen, .ballotIsEmpty, .alreadyKind, .notAHundred,
      .neitherGivesNorCosts, .noTradeOff, .nothingResolved, .carriedAlready, .onTable, .questionIsOpen, .noPartner:
      nil
    }
  }
}
