// Theory: one command goes through five gates, in this order, and the first that is shut names the refusal:
// its grammar (before it gets here), the ids it names, what the speaker may do, whether the session still
// takes it, and whether a session of its kind does; then the rules of its kind, in the files beside this one. Nothing here changes anything: the
// outcome is a list of events, empty for a command that is fine and has no effect.
extension Session {
  /// What the command would make happen, given by `speaker` at `at`.
  ///
  /// `box` holds the ballots of the open vote, which are in no event until the reveal (M19).
  /// Throws the refusal; its reasons and their order are those of the command table in the contract.
  public func decide(
    _ command: Command, by speaker: Speaker, at: Instant, box: BallotBox
  ) throws(Refusal) -> [Event] {
    try checkKnown(command, speaker)
    try checkPermitted(command, speaker)
    try checkOpen(command)
    try checkKind(command)
    return switch command {
    case .next, .back, .goto, .pause, .resume, .extend, .arrive, .leave, .heard: try decideMove(command)
    case .dot(let dot): try decideDot(dot)
    case .confirm, .adjust, .defer, .drop, .skip: try decideSettling(command, at)
    case .propose, .metric, .move, .rank: try decideRoadmap(command)
    case .request, .serve, .withdraw, .park, .assign: try decideParking(command, at)
    case .conflict, .argue, .resolve, .experiment, .escalate, .postpone: try decideConflict(command, at)
    case .voteOpen, .ballot, .voteReveal, .voteCancel: try decideVote(command, speaker, box)
    case .decide, .followUp, .note, .kind: try decideCapture(command, at)
    case .playbook, .impact, .gap: decidePlaybook(command, at)
    case .finding(let finding): try decideFinding(finding, at)
    case .consent(let people): try decideConsent(people)
    case .accept(let people, let number): try decideAcceptance(people, number)
    case .ack, .answer, .close, .closeEarly, .comment, .reply, .finalise: try decideClosing(command, at)
    case .undo: try decideUndo()
    }
  }

  /// An entry to be put on disk and then appended, and the ballot that goes into the box with it.
  public struct Proposal: Hashable, Sendable {
    public var entry: Entry
    public var ballot: [GoalID: Int]?
    /// What goes into the private map with it (M9).
    public var answer: PrivateAnswer?
  }

  /// Reads a line and decides it. A ballot's dots are in ``Proposal/ballot`` only, never in the entry; nor are the words
  /// of an answer in a 1:1, which are in ``Proposal/answer``.
  public func proposal(
    for line: String, by speaker: Speaker, at: Instant, box: BallotBox
  ) throws(Refusal) -> Proposal {
    let command = try CommandLine.read(line, by: speaker)
    let events = try decide(command, by: speaker, at: at, box: box)
    var kept = line.cleaned
    var ballot: [GoalID: Int]?
    if case .ballot(let dots) = command {
      kept = "ballot"
      ballot = dots
    }
    let answer = privateAnswer(command, at)
    if answer != nil { kept = "learn" }
    return Proposal(
      entry: Entry(number: nextNumber, at: at, by: speaker, line: kept, events: events), ballot: ballot,
      answer: answer)
  }

  private func decideUndo() throws(Refusal) -> [Event] {
    guard let entry = undoable else { throw .nothingToUndo }
    return [.undone(entry.number)]
  }

  /// The id that the next parked item gets.
  var nextItemID: ItemID { ItemID("P\(given.items + 1)") }
  var nextDecisionID: DecisionID { DecisionID("D\(given.decisions + 1)") }
  var nextCommentID: CommentID { CommentID("C\(given.comments + 1)") }
}
