extension Command {
  /// Everything that the command names by its id, in the order in which it is written.
  var references: [Reference] {
    switch self {
    case .next, .back, .goto, .pause, .resume, .extend, .voteOpen, .voteReveal, .voteCancel, .note, .kind, .close,
      .closeEarly, .finalise, .undo, .resolve:
      []
    case .arrive(let who), .leave(let who), .heard(let who), .ack(let who, _), .answer(let who, _),
      .comment(let who, _), .argue(let who, _, _), .request(_, let who):
      [.who(who)]
    case .dot(let dot): [.who(dot.who)] + named(dot.goal)
    case .confirm(let confirm): named(confirm.goal) + named(confirm.displacing) + named(confirm.process.decider)
    case .adjust(let adjust): adjust.references
    case .defer(let goal, let decider, _, _): [.goal(goal), .who(decider)]
    case .skip(let goal, let displacing, _): [.goal(goal)] + named(displacing)
    case .drop(let goal, _), .rank(let goal, _), .metric(let goal, _): [.goal(goal)]
    case .propose(let propose): [.timeframe(propose.timeframe)] + named(propose.displacing)
    case .move(let goal, let to, let displacing, _):
      [.goal(goal)] + named(to) + named(displacing)
    case .serve(let item, let goal, let feature):
      [.item(item), .goal(goal)] + (feature.map { [.feature($0)] } ?? [])
    case .withdraw(let item): [.item(item)]
    case .park(let park): named(park.by) + named(park.goal) + named(park.owner)
    case .assign(let item, let owner, _): [.item(item), .who(owner)]
    case .conflict(_, let between, let goal): between.map(Reference.who) + named(goal)
    case .experiment(_, _, _, let owner): [.who(owner)]
    case .escalate(let to, _, _, _): [.who(to)]
    case .postpone(let decider, _, _): [.who(decider)]
    case .ballot(let dots): dots.keys.sorted().map(Reference.goal)
    case .decide(_, _, _, _, let replaces): replaces.map { [.decision($0)] } ?? []
    case .followUp(_, let owner, _, let with): [.who(owner)] + with.map(Reference.who)
    case .reply(let comment, _): [.comment(comment)]
    case .playbook(let sheet): sheet.references
    case .impact(let impact):
      [.who(impact.who)] + named(impact.goal) + (impact.decision.map { [.decision($0)] } ?? [])
    case .accept(let people, _), .consent(let people): people.map(Reference.who)
    case .gap(_, let owner, _): [.who(owner)]
    case .finding(let finding): finding.references
    }
  }

  /// The verb as it is written.
  var verb: String {
    switch self {
    case .next: "next"
    case .back: "back"
    case .goto: "goto"
    case .pause: "pause"
    case .resume: "resume"
    case .extend: "extend"
    case .arrive: "arrive"
    case .leave: "leave"
    case .dot: "dot"
    case .confirm: "confirm"
    case .adjust: "adjust"
    case .defer: "defer"
    case .drop: "drop"
    case .skip: "skip"
    case .propose: "propose"
    case .metric: "metric"
    case .move: "move"
    case .rank: "rank"
    case .request: "request"
    case .serve: "serve"
    case .withdraw: "withdraw"
    case .park: "park"
    case .assign: "assign"
    case .conflict: "conflict"
    case .argue: "argue"
    case .resolve: "resolve"
    case .experiment: "experiment"
    case .escalate: "escalate"
    case .postpone: "postpone"
    case .voteOpen: "vote open"
    case .ballot: "ballot"
    case .voteReveal: "vote reveal"
    case .voteCancel: "vote cancel"
    case .decide: "decide"
    case .followUp: "follow-up"
    case .note: "note"
    case .heard: "heard"
    case .kind: "kind"
    case .playbook(let sheet): sheet.verb
    case .impact: "impact"
    case .accept: "accept"
    case .consent: "consent"
    case .gap: "gap"
    case .finding(let finding): finding.verb
    case .ack: "ack"
    case .answer: "answer"
    case .close: "close"
    case .closeEarly: "close early"
    case .comment: "comment"
    case .reply: "reply"
    case .finalise: "finalise"
    case .undo: "undo"
    }
  }
}

private func named(_ who: StakeholderID?) -> [Reference] { who.map { [.who($0)] } ?? [] }
private func named(_ goal: GoalID?) -> [Reference] { goal.map { [.goal($0)] } ?? [] }

private func named(_ destination: Destination?) -> [Reference] {
  if case .timeframe(let id)? = destination { [.timeframe(id)] } else { [] }
}

private func named(_ displacing: Displacement?) -> [Reference] {
  displacing.map { [.goal($0.goal)] + named($0.to) } ?? []
}

extension AdjustCommand {
  fileprivate var references: [Reference] {
    [.goal(goal)] + (timeframe.map { [.timeframe($0)] } ?? []) + named(displacing)
      + named(process.decider)
  }
}
