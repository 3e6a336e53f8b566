import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  /// What is done at one's own terminal, and in the comment window.
  static let seats: [Action] = [
    Action(
      .missed, .dots, "missed", "the next goal that you have given no dot on", keys: [.character("m")], place: .seat,
      footer: 12
    ) { model in
      guard let goal = model.nextMissed else {
        model.say("there is a dot of yours on every goal so far")
        return []
      }
      model.show(.goal(goal))
      return []
    },
    Action(
      .comment, .closing, "comment", "a comment on the record, while the comment window is open",
      keys: [.character("c")], place: .closed, footer: 3
    ) { model in
      form(model) { state in
        guard case .stakeholder(let who) = model.speaker else {
          return Form(.comment, title: "Comment", asking: ["WHO", "TEXT"], in: state)
        }
        return Form(
          .comment, title: "Comment", prompt: "It is kept with the record, and answered.", asking: ["TEXT"],
          fixed: ["WHO": who.text], in: state)
      }
    },
    Action(
      .reply, .closing, "reply", "answers a comment", keys: [.character("R")], place: .closed, footer: 4
    ) { model in
      guard let comment = model.state?.comments.first(where: { $0.reply == nil }) else {
        return .nothing(because: "no comment waits for an answer")
      }
      return form(model) { state in
        Form(
          .reply, title: "Answer to \(state.name(comment.who))", prompt: "“\(comment.text)”", asking: ["TEXT"],
          fixed: ["C1": comment.id.text], in: state)
      }
    },
  ]
}

extension TerminalModel {
  /// Whose own terminal this is.
  var seatOf: StakeholderID? { if case .stakeholder(let who) = speaker { who } else { nil } }

  /// The goals that whoever sits here has given no dot on.
  var missed: [GoalID] { seatOf.flatMap { who in state?.missedDots(by: who).map(\.id) } ?? [] }

  /// The one after that which is shown, round and round.
  var nextMissed: GoalID? {
    let goals = missed
    guard case .goal(.some(let shown)) = pane, let place = goals.firstIndex(of: shown) else { return goals.first }
    return goals[(place + 1) % goals.count]
  }

  /// After the dot on a goal that was missed comes the next one, and after the last the session.
  mutating func leaveMissed(_ goal: GoalID) {
    guard seatOf != nil, pane == .goal(goal), state?.goalOnTable?.id != goal else { return }
    show(nextMissed.map(Pane.goal) ?? .session)
  }
}
