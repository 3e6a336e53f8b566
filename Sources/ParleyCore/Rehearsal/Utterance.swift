/// A sentence of a simulated person.
public struct Utterance: Hashable, Sendable {
  /// From 1.
  public var number: Int
  public var at: Instant
  public var step: Step
  public var who: StakeholderID
  public var text: String
  public var matter: Matter
  /// The heart of it, without what stands around it: so it is said again.
  var gist = ""
  /// How it was written down; nil while it is not.
  public var capture: Capture?

  /// The matter of an utterance, which decides how it is written down.
  public enum Matter: Hashable, Sendable {
    /// A position on a goal: a dot, with its layer when it objects (M13, M14).
    case position(GoalID, Dot.Colour, Dot.Layer?)
    /// A feature asked for: `request` (M16).
    case request
    /// An objection to the whole, which no goal is about: the parking lot, a follow-up.
    case concern
    /// The goal that their request serves; nil takes it back.
    case service(ItemID, GoalID?)
    /// They disagree with someone: `conflict` (M18).
    case disagreement(GoalID, with: StakeholderID)
    /// A report that belongs elsewhere: the parking lot, a follow-up (M22).
    case status
    /// They reopen a decision (M22); the goal, if it is one.
    case reopening(GoalID?)
    /// They want a goal to come first.
    case plea(GoalID)
    /// An argument in the conflict, and whether it tells the interest beneath it.
    case argument(tellsInterest: Bool)
    /// A discussion of how to build it (M20).
    case depth(GoalID)
    /// They stand behind the read-back, perhaps with a caveat (M21).
    case acknowledgement(caveat: String?)
    /// An answer in a 1:1: `learn` (M9).
    case learning(Step.Part)
    /// Why it has failed: `reason` (M43).
    case reason
    /// What a decision rests on, and how well it is known: `assume` (M42).
    case assumption(Evidence)
    /// What should be settled today: `question` (M36).
    case question
    /// What came in between in the last period: `result` (M37).
    case excuse(GoalID)
    /// They can live with the decision between two people (M46).
    case consent
    /// They stand in the door: `arrive` (M25).
    case arrival
    /// They have to go: `leave` (M25).
    case departure
    /// They do not let a goal go ahead over their no (M15).
    case veto(GoalID)
    /// They repeat an utterance because nobody wrote it down, or someone wrote it down wrongly; or someone senior does.
    case insistence(on: Int)
    /// There is nothing to write down.
    case remark
  }

  /// The entry that wrote it down, and whether it did so as meant.
  public struct Capture: Hashable, Sendable {
    public var entry: Int
    public var at: Instant
    /// The command that did.
    public var line: String
    public var isRight: Bool
    /// The thing that was written down instead, in a word or two.
    public var instead: String?
    /// The item in the parking lot that it made.
    public var item: ItemID?
    /// Whether an objection has the layer that was meant, whatever became of its words.
    public var hasLayer = true
    /// Whether the words keep what was said.
    public var hasWords = true
  }

  /// Whether the facilitator has to write it down.
  public var isToBeCaptured: Bool {
    switch matter {
    case .remark, .insistence: false
    default: true
    }
  }
}

extension Utterance.Matter {
  /// Its name in a report and on the screen.
  public var name: String {
    switch self {
    case .position(_, .red, _), .position(_, .yellow, _): "objection"
    case .position: "position"
    case .request: "request"
    case .concern: "concern"
    case .service: "answer"
    case .disagreement: "conflict"
    case .status: "status"
    case .reopening: "reopening"
    case .plea: "plea"
    case .argument: "argument"
    case .depth: "deep-dive"
    case .acknowledgement: "acknowledgement"
    case .consent: "consent"
    case .learning: "answer"
    case .reason: "reason"
    case .assumption: "assumption"
    case .question: "question"
    case .excuse: "result"
    case .arrival: "arrival"
    case .departure: "departure"
    case .veto: "veto"
    case .insistence: "again"
    case .remark: "remark"
    }
  }
}
