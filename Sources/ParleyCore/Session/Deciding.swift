// Theory: one command goes through five gates, in this order, and the first that is shut names the refusal: its grammar
// (before it gets here), the ids it names, what the speaker may do, whether the session still takes it, and whether a
// session of its kind does; then the rules of the verb, in its own file. Nothing here changes anything: the outcome is a
// list of events, empty for a command that is fine and has no effect.
extension Session {
  /// What the command would make happen on this occasion.
  ///
  /// Throws the refusal; its reasons and their order are those of the command table in the contract.
  public func decide(_ command: some Verb, on occasion: Occasion) throws(Refusal) -> [Event] {
    if case .stakeholder(let who) = occasion.speaker { try state.checkKnown(.who(who)) }
    for reference in command.references(in: state) { try state.checkKnown(reference) }
    try command.checkPermitted(in: state, by: occasion.speaker)
    try command.checkPhase(in: state)
    try command.checkKind(in: state)
    return try command.decide(in: self, on: occasion)
  }

  /// An entry to be put on disk and then appended, and what goes elsewhere with it.
  public struct Proposal: Hashable, Sendable {
    public var entry: Entry
    /// The ballot that goes into the box (M19).
    public var ballot: [GoalID: Int]?
    /// What goes into the private file beside the session.
    public var words: PrivateWords?
  }

  /// Decides a line that was read. A ballot's dots are in ``Proposal/ballot`` only, never in the entry; nor are words that
  /// are for the facilitator alone, which are in ``Proposal/words``.
  public func proposal(for line: CommandLine, on occasion: Occasion) throws(Refusal) -> Proposal {
    let events = try decide(line.command, on: occasion)
    let ballot = (line.command as? CastBallot)?.dots
    let words = (line.command as? any PrivateVerb)?.privateWords(in: state, at: occasion.at)
    let isKept = ballot == nil && words == nil
    let kept = isKept ? line.text.cleaned : line.command.name.rawValue
    let entry = Entry(
      number: nextNumber, at: occasion.at, by: occasion.speaker, line: kept, events: events,
      seat: occasion.seat)
    return Proposal(entry: entry, ballot: ballot, words: words)
  }

  /// Reads a line and decides it.
  public func proposal(
    for text: String, by speaker: Speaker, at: Instant, box: BallotBox
  ) throws(Refusal) -> Proposal {
    try proposal(for: CommandLine(text, by: speaker), on: Occasion(speaker: speaker, at: at, box: box))
  }
}
