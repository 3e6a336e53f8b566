import ParleyCore
import ParleyTerminal

/// Draws a voter's turn over the whole screen, so that nothing of the session and nothing of the last turn is left.
struct BallotDrawing {
  let look: Look
  let turn: BallotTurn
  let state: State
  let waiting: [StakeholderID]
  let outlivesHost: Bool

  func draw(into frame: inout Frame) {
    frame.fill(frame.bounds, style: look[.text])
    frame.cursor = nil
    let name = state.stakeholder(turn.who)?.name ?? turn.who.text
    guard let vote = state.openVote else { return }
    switch turn.stage {
    case .handOver: drawCard(name, vote, into: &frame)
    case .filling, .confirming: drawBallot(name, vote, into: &frame)
    }
  }

  // MARK: the neutral card

  private func drawCard(_ name: String, _ vote: Vote, into frame: inout Frame) {
    let people = state.plan.stakeholders.count { state.isPresent($0.id) }
    let box = Box("Silent vote", trailing: "\(vote.turnout.count) of \(people) have voted", isFocused: true)
    let inside = frame.draw(box, in: frame.bounds, look: look)
    let lines =
      [Line(name, .person), Line("the keyboard is yours.", .phrase), .blank, Line("Everyone else looks away.", .title)]
      + (inside.height >= 12 ? [.blank, .blank] : [.blank])
      + [keyLine([("Enter", "opens your ballot")])]
      + [keyLine((waiting.count > 1 ? [("\(look.signs.arrow)", "someone else first")] : []) + [("Esc", "back")])]
    let top = max(0, (inside.height - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      frame.draw(centred(line, inside.width), in: inside.inset(top: top).row(row), look: look)
    }
  }

  private func keyLine(_ keys: [(String, String)]) -> Line {
    Line(
      keys.enumerated().flatMap { index, key in
        [Span(index > 0 ? "   " : ""), Span(key.0, .key), Span(" \(key.1)", .keyLabel)]
      })
  }

  private func centred(_ line: Line, _ width: Int) -> Line {
    line.indented(max(0, (width - line.spans.reduce(0) { $0 + $1.width }) / 2))
  }

  // MARK: the ballot

  private func drawBallot(_ name: String, _ vote: Vote, into frame: inout Frame) {
    let left = vote.dots - turn.given
    let box = Box("Ballot of \(name)", trailing: left == 1 ? "1 dot left" : "\(left) dots left", isFocused: true)
    let inside = frame.draw(box, in: frame.bounds, look: look)
    let voters = state.plan.stakeholders.count { state.isPresent($0.id) }
    let promises = BallotSecrecy.promises(voters: voters, outlivesHost: outlivesHost).flatMap {
      Line.paragraph($0, .dim, label: "\(look.signs.separator) ", indent: 2, width: inside.width)
    }
    let goals = self.goals(width: inside.width)
    let spare = inside.height - goals.count - 3 - promises.count
    let parts = inside.rows([
      .cells(spare > 0 ? 1 : 0), .cells(min(goals.count, max(3, inside.height - 5 - promises.count))),
      .cells(spare > 1 ? 1 : 0), .cells(2), .cells(spare > 2 ? 1 : 0), .share(1),
    ])
    let list = LineList(goals, anchor: state.ballotGoals.map(\.id).dropFirst(turn.pointer).first.map(Row.goal))
    let hidden = frame.draw(list, in: parts[1], look: look)
    frame.drawHidden(hidden, on: frame.bounds, look: look)
    frame.draw(LineList(keys(left)), in: parts[3], look: look)
    frame.draw(LineList(promises), in: parts[5], look: look)
  }

  private func goals(width: Int) -> [Line] {
    state.ballotGoals.enumerated().map { index, goal in
      let isHere = index == turn.pointer
      let count = turn.dots[goal.id] ?? 0
      let shown = count <= 12 ? Array(repeating: look.signs.green, count: count).joined(separator: " ") : "\(count)"
      let number = index < 9 ? "\(index + 1)" : " "
      return Line(
        [
          Span("\(isHere ? look.signs.current : " ") ", .stepCurrent), Span("\(number) ", .key),
          Span(goal.goal.name, isHere ? .title : .text),
        ],
        trailing: [Span(shown, .metric)], row: .goal(goal.id))
    }
  }

  private func keys(_ left: Int) -> [Line] {
    if turn.stage == .confirming {
      let unused = left > 0 ? " \(left == 1 ? "1 dot" : "\(left) dots") left unused." : ""
      return [
        Line("Cast this ballot? It is final.\(unused)", .warning),
        keyLine([("Enter", "casts it and clears the screen"), ("any other key", "changes it")]),
      ]
    }
    let line = keyLine([
      ("1-9", "a dot"), ("\(look.signs.up) \(look.signs.down)", "choose"), ("+", "more"), ("-", "less"),
      ("Enter", "casts"), ("Esc", "back, nothing kept"),
    ])
    return [turn.remark.map { Line($0, .warning) } ?? .blank, line]
  }
}
