import ParleyCore
import ParleyScreens
import ParleyTerminal

/// Draws a voter's turn over the whole screen, so that nothing of the session and nothing of the last turn is left.
struct BallotDrawing {
  let look: Look
  let turn: BallotTurn
  let state: State
  let waiting: [StakeholderID]
  let outlivesHost: Bool
  /// What there is to say to whoever stands by.
  let notice: Notice?

  func draw(into frame: inout Frame) {
    frame.fill(frame.bounds, style: look[.text])
    frame.cursor = nil
    let name = state.name(turn.who)
    guard let vote = state.openVote else { return }
    switch turn.stage {
    case .handOver: drawCard(name, vote, into: &frame)
    case .filling, .confirming: drawBallot(name, vote, into: &frame)
    }
  }

  // MARK: the neutral card

  private func drawCard(_ name: String, _ vote: Vote, into frame: inout Frame) {
    let people = state.electorate.count
    let box = Box("Silent vote", trailing: "\(vote.turnout.count) of \(people) have voted", isFocused: true)
    let inside = frame.draw(box, in: frame.bounds, look: look)
    let isRoomy = inside.height >= 16
    let gap: [Line] = isRoomy ? [.blank, .blank] : [.blank]
    let lines =
      (isRoomy ? [progress(vote.turnout.count, of: people), .blank, .blank] : [])
      + [Line(name, .person), .blank, Line("The keyboard is yours.", .phrase)]
      + [Line("Everyone else looks away: no projector, no shared screen.", .dim)] + gap
      + [keyLine([.init("Enter", "opens your ballot", .enter)])]
      + [
        keyLine(
          (waiting.count > 1 ? [.init(Key.right.shown, "someone else first", .right)] : [])
            + [.init("Esc", "back to the session", .escape)])
      ]
    let words = said(width: inside.width)
    let parts = inside.rows([.share(1), .cells(min(words.count, max(0, inside.height - lines.count)))])
    frame.drawCentred(lines, in: parts[0], look: look)
    frame.drawCentred(words, in: parts[1], look: look)
  }

  /// A sign for each who has voted and each who has not: how many, never who or in which order.
  private func progress(_ voted: Int, of people: Int) -> Line {
    guard people <= 30 else { return .blank }
    let done = Array(repeating: look.signs.done, count: voted)
    let open = Array(repeating: look.signs.silent, count: max(0, people - voted))
    return Line([
      Span(done.joined(separator: " "), .settled), Span(done.isEmpty || open.isEmpty ? "" : " "),
      Span(open.joined(separator: " "), .dim),
    ])
  }

  /// The notice, in two lines at most.
  private func said(width: Int) -> [Line] {
    guard let notice else { return [] }
    return Text.wrapped("\(notice.severity.sign(look.signs)) \(notice.text)", toWidth: max(1, width)).prefix(2)
      .map { Line($0, notice.severity.role) }
  }

  /// A key and what it does, which a click does too.
  private struct BallotKey {
    let name: String
    let label: String
    let keys: [Key]

    init(_ name: String, _ label: String, _ keys: Key...) {
      self.name = name
      self.label = label
      self.keys = keys
    }
  }

  private func keyLine(_ keys: [BallotKey]) -> Line {
    .clicked(
      keys.enumerated().flatMap { index, key -> [(spans: [Span], target: ScreenTarget?)] in
        let gap: (spans: [Span], target: ScreenTarget?) = ([Span(index > 0 ? "   " : "")], nil)
        let label = [Span(" \(key.label)", .keyLabel)]
        guard key.keys.count == 2 else {
          return [gap, ([Span(key.name, .key)] + label, key.keys.first.map(ScreenTarget.key))]
        }
        // Two keys that share a word are clicked each by its own name.
        let names = key.name.split(separator: " ").map(String.init)
        return [
          gap, ([Span(names[0], .key)], .key(key.keys[0])), ([Span(" ", .key)], nil),
          ([Span(names[1], .key)], .key(key.keys[1])), (label, nil),
        ]
      })
  }

  // MARK: the ballot

  private func drawBallot(_ name: String, _ vote: Vote, into frame: inout Frame) {
    let left = vote.dots - turn.given
    let box = Box("Ballot of \(name)", trailing: left == 1 ? "1 dot left" : "\(left) dots left", isFocused: true)
    let inside = frame.draw(box, in: frame.bounds, look: look)
    let parts = BallotParts(inside, goals: state.ballotGoals.count, promises: promises(width: inside.width))
    if parts.hasDivider {
      frame.divider(
        frame.bounds, y: parts.promises.y - 1, title: "What is protected, and what is not", trailing: "",
        glyphs: look.glyphs, style: look[.border], titleStyle: look[.heading])
    }
    let goals = LineList(
      self.goals(vote, isRoomy: parts.isRoomy),
      anchor: state.ballotGoals.map(\.id).dropFirst(turn.pointer).first.map(Row.goal))
    let hidden = frame.draw(goals, in: parts.goals.left(goalsWidth(vote)), look: look)
    frame.drawHidden(hidden, on: frame.bounds, atTop: true, look: look)
    frame.draw(LineList(keys(left)), in: parts.keys, look: look)
    frame.draw(LineList(parts.lines), in: parts.promises, look: look)
    frame.draw(LineList(said(width: inside.width)), in: parts.free.bottom(2), look: look)
  }

  /// As wide as brings the dots near the names.
  private func goalsWidth(_ vote: Vote) -> Int {
    let names = state.ballotGoals.map { Text.displayWidth($0.goal.name) }.max() ?? 0
    return names + 10 + dots(0, of: min(vote.max, vote.dots)).reduce(0) { $0 + $1.width }
  }

  private func promises(width: Int) -> [Line] {
    let indent = width < 50 ? 0 : 12
    return BallotSecrecy.promises(voters: state.electorate.count, outlivesHost: outlivesHost).flatMap { promise in
      Line.paragraph(
        indent == 0 ? "\(promise.word): \(promise.text)" : promise.text, .dim, label: promise.word,
        labelRole: .heading, indent: indent, width: width)
    }
  }

  private func goals(_ vote: Vote, isRoomy: Bool) -> [Line] {
    state.ballotGoals.enumerated().flatMap { index, goal in
      let isHere = index == turn.pointer
      let number = index < 9 ? "\(index + 1)" : " "
      let line = Line(
        [
          Span("\(isHere ? look.signs.current : " ") ", .stepCurrent), Span("\(number) ", .key),
          Span(goal.goal.name, isHere ? .title : .text),
        ],
        trailing: dots(turn.dots[goal.id] ?? 0, of: min(vote.max, vote.dots)), row: .goal(goal.id))
      return isRoomy && index > 0 ? [.blank, line] : [line]
    }
  }

  /// The dots given to a goal, and room for those that may still be.
  private func dots(_ count: Int, of most: Int) -> [Span] {
    guard most <= 10 else { return [Span("\(count)", count > 0 ? .metric : .dim), Span(" of \(most)", .dim)] }
    return [
      Span(String(repeating: " \(look.signs.green)", count: count), .metric),
      Span(String(repeating: " \(look.signs.silent)", count: most - count), .dim),
    ]
  }

  private func keys(_ left: Int) -> [Line] {
    if turn.stage == .confirming {
      let unused = left > 0 ? " \(left == 1 ? "1 dot" : "\(left) dots") left unused." : ""
      return [
        Line("Cast this ballot? It is final.\(unused)", .warning),
        keyLine([
          .init("Enter", "casts it and clears the screen", .enter), .init("any other key", "changes it", .escape),
        ]),
      ]
    }
    let line = keyLine([
      .init("1-9", "a dot"), .init("\(Key.up.shown) \(Key.down.shown)", "choose", .up, .down),
      .init("+ -", "more, less", .character("+"), .character("-")), .init("Enter", "casts", .enter),
      .init("Esc", "back", .escape),
    ])
    return [turn.remark.map { Line($0, .warning) } ?? .blank, line]
  }
}

/// How a ballot's rows are shared out: the keys always, then some goals, then what is protected, then the rest.
private struct BallotParts {
  let goals: Rect
  let keys: Rect
  /// Between the keys and what is protected.
  let free: Rect
  let promises: Rect
  let lines: [Line]
  let hasDivider: Bool
  let isRoomy: Bool

  init(_ inside: Rect, goals count: Int, promises: [Line]) {
    lines = promises
    // The choices come first: what is protected gets what they leave.
    let wanted = min(promises.count, max(0, inside.height - 2 - count))
    let upper = inside.top(inside.height - wanted)
    let spare = upper.height - 2 - count
    hasDivider = wanted == promises.count && spare >= 1
    isRoomy = spare >= count + 4
    let parts = upper.rows([
      .cells(spare > 1 ? 1 : 0), .cells(min(isRoomy ? count * 2 - 1 : count, max(1, upper.height - 2))),
      .cells(spare > 2 ? 1 : 0), .cells(2), .share(1), .cells(hasDivider ? 1 : 0),
    ])
    goals = parts[1]
    keys = parts[3]
    free = parts[4]
    self.promises = inside.bottom(wanted)
  }
}

extension Frame {
  /// Draws lines in the middle of a rectangle, each in the middle of its row.
  fileprivate mutating func drawCentred(_ lines: [Line], in rect: Rect, look: Look) {
    let top = max(0, (rect.height - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      let free = rect.width - line.spans.reduce(0) { $0 + $1.width }
      let place = rect.inset(left: max(0, free / 2), top: top).row(row)
      draw(LineList([line]), in: place, look: look)
    }
  }
}
