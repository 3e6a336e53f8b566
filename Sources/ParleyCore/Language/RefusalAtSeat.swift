// A refusal names people as everyone knows them: it may have been a script's or an account's. At a terminal it is read by
// whoever gave the command, so it says *you*, and advises nothing that only the facilitator could do.
extension Refusal {
  /// The sentence as it is said to whoever gave the command at a terminal of their own.
  public func sentence(to speaker: Speaker) -> String {
    switch (self, speaker) {
    case (_, .facilitator): sentence
    case (.notPermitted(_, let verb), _): notPermitted(verb, to: speaker)
    case (.notTheirVoice(_, let other), .screen):
      "this screen only shows; @\(other.text) speaks at a terminal of their own"
    case (.notTheirVoice(_, let other), _): "you speak for yourself here, and not for @\(other.text)"
    case (.closed, .stakeholder): "the session is closed; your comment is still taken: comment \"TEXT\" (M31)"
    case (.final, _): "the record is final and does not change; bring it to a later session (M31)"
    case (.alreadyCast, .stakeholder): "you have voted; a ballot is final (M19)"
    case (.answeredMeanwhile(_, let colour), .stakeholder):
      "you have just answered at another terminal: \(colour.rawValue). That stands; give it once more to replace it"
    case (.notYours, .stakeholder), (.votesAtOwnTerminal, .stakeholder):
      "you cast your own ballot alone: ballot GOAL=N (M19)"
    case (.noConflict, .stakeholder): "no conflict is open, so there is nothing to argue about yet (M18)"
    case (.voteClosed, .stakeholder): "no vote is open; the facilitator opens one (M19)"
    case (.notTheLast, _), (.nothingToUndo, _): Refusal.undoing
    case (.decided(let verb, _), .stakeholder):
      "\(verb.rawValue) would open what is decided; ask the facilitator to park it (M22)"
    case (.wrongStep(let fault), .stakeholder): fault.sentenceAtSeat
    default: sentence
    }
  }

  private static let undoing =
    "you take back your own last command, while nothing has come after it; for more ask the facilitator (M27)"

  private func notPermitted(_ verb: VerbName, to speaker: Speaker) -> String {
    let word = verb.rawValue
    return switch (speaker, verb) {
    case (.facilitator, _): sentence
    case (.screen, _): "this screen only shows; \(word) is given at the facilitator's terminal"
    case (_, .undo): Refusal.undoing
    case (.noteTaker, .withdraw): "withdraw is for whoever asked, or for the facilitator (M16)"
    case (.stakeholder, .withdraw): "you withdraw your own requests; for others ask the facilitator (M16)"
    case (.noteTaker, _) where speaker.mayGive(verb):
      "\(word) is for someone who is in the room; note their arrival first: arrive WHO (M25)"
    case (.noteTaker, _): "\(word) is the facilitator's; you park, note and record"
    case (.stakeholder, _) where speaker.mayGive(verb):
      "\(word) is here for your own word, and while you are in the room; for more ask the facilitator (M13, M25)"
    case (.stakeholder, _): "\(word) is not yours to give; ask the facilitator"
    }
  }
}

extension Refusal.WrongStep {
  /// The same at a seat, which cannot move the session.
  fileprivate var sentenceAtSeat: String {
    switch self {
    case .noGoalOnTable: "no goal is on the table; your dot is asked for when one is (M12)"
    case .notPresented(let goal): "“\(goal)” has not been presented yet; your dot is asked for when it is (M12)"
    case .only(let verb, let at): "\(verb.rawValue) belongs to \(at), and the session is not there now"
    case .onlyIn(let verb, let kind):
      "\(verb.rawValue) belongs to a session of kind \(kind.rawValue), and this is another one"
    case .unknownStep, .aheadOver, .nothingAfter, .nothingBefore, .movedOn, .notClosed:
      Refusal.wrongStep(self).sentence
    }
  }
}
