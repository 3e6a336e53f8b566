import ParleyCore
import ParleyScreens

extension Action {
  /// Whether it is this speaker's at all; what is not has no place in their footer, help or menus.
  public func isFor(_ speaker: Speaker) -> Bool {
    switch id {
    // Whose dot or word it is has only to be chosen by who gives it for others.
    case .left, .right, .person: speaker == .facilitator || speaker == .noteTaker
    // A projector shows, and is given nothing.
    case .command: speaker != .screen
    case .letIn, .seats, .privateNote: speaker == .facilitator
    case .missed: if case .stakeholder = speaker { true } else { false }
    default: id.verb.map(speaker.mayGive) ?? true
    }
  }
}

extension Action.ID {
  /// The verb of the commands that it gives; the first of them, where it offers several. Nil where it gives none.
  var verb: VerbName? {
    switch self {
    case .green, .yellow, .red, .abstain, .clearDot: .dot
    case .extendBy: .extend
    case .postponeGoal: .defer
    case .rankUp, .rankDown: .rank
    case .redirect: .serve
    case .answerQuestion: .question
    case .postponeQuestion: .postpone
    case .drift, .parkStatus, .parkQuestion: .park
    case .changeKind: .kind
    case .fillSheet, .weigh, .split: .pathfinder
    case .waysOut: .resolve
    case .note, .privateNote: .note
    case .attendance, .enterAttendance: .arrive
    case .acknowledge, .caveat: .ack
    case .closeEarly: .closeEarly
    case .vote: .ballot
    case .reveal: .voteReveal
    case .goHere: .goto
    // Panes may be called as commands are.
    case .showSession, .showRoadmap, .showGoal, .showParkingLot, .showPeople, .showDecisions, .showAgenda, .showRecord,
      .showTradeOffs, .showPlaybooks, .showBoundary, .countdown:
      nil
    default: VerbName(rawValue: rawValue)
    }
  }
}
