extension Refusal.Code {
  /// What a refusal with this code says, in a line of the reference.
  public var meaning: String {
    switch self {
    case .unknownVerb: "there is no such command"
    case .badArgument: "an argument is missing, or cannot be read"
    case .unknownID: "the session has nothing of that id"
    case .notPermitted: "it is not this speaker's to say"
    case .closed: "the session is closed, and its record open for comment"
    case .final: "the record is final"
    case .wrongStep: "this step does not take it"
    case .goalOpen: "a goal is not settled yet (M15)"
    case .overCapacity: "a timeframe holds more goals than it has room for (M17)"
    case .needsLayer: "a yellow or red dot must say what it is about (M14)"
    case .silent: "someone has given no dot: silence is not agreement (M13)"
    case .dissentWithoutProcess: "over a red dot it takes a decider, a date and criteria (M15)"
    case .needsDisplacement: "there is no room until something moves out (M17)"
    case .conflictOpen: "a conflict must end first (M18)"
    case .noConflict: "no conflict is open"
    case .voteClosed: "no vote is open"
    case .tooManyDots: "a ballot has more dots than it may (M19)"
    case .alreadyCast: "this person has voted: a ballot is final (M19)"
    case .notYours: "nobody votes for another (M19)"
    case .notAcknowledged: "someone has not acknowledged the read-back (M21)"
    case .caveatOpen: "a caveat has no answer yet (M21)"
    case .windowOpen: "comments are still taken (M31)"
    case .nothingToUndo: "there is nothing to take back"
    case .nothingToRedo: "nothing was taken back, or something else has come since"
    case .tooFewBallots: "from so few ballots one could tell who voted for what (M19)"
    case .decided: "a session of this kind leaves that as it was decided (M22)"
    case .incomplete: "the step has not left behind what it is for"
    }
  }
}
