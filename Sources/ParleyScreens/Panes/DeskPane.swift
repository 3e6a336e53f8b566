import ParleyCore
import ParleyTerminal

/// Something that was just said and written down.
public struct Said: Hashable, Sendable {
  public var number: Int
  public var at: Instant
  public var text: String

  public init(number: Int, at: Instant, text: String) {
    self.number = number
    self.at = at
    self.text = text
  }
}

// What the note-taker's terminal shows: what was just said, the newest always in sight, and below it what is talked
// about, so that nobody has to ask what a note belongs to.
extension SessionView {
  /// Whether this is the note-taker's capture screen, rather than what everyone looks at.
  package var isDesk: Bool {
    guard audience == .noteTaker, pane == .session, !state.voteIsOpen else { return false }
    switch state.step {
    case .lobby, .review, .vote, .part, .readBack, .closed: return false
    default: return true
    }
  }

  func deskContent(_ size: Size) -> PaneContent {
    let list = LineList(saidLines(width: size.columns), scroll: scroll, isFromEnd: true)
    return PaneContent(Box(look.signs.joined(["Just said", captured.nonEmpty])), .list(list, detail: deskDetail(size)))
  }

  /// How much has been written down.
  private var captured: String {
    let counts = [
      (state.decisions.count, "decision"), (state.followUps.count, "follow-up"), (state.notes.count, "note"),
      (state.parkingLot.count(where: \.isOpen), "parked"),
    ]
    return look.signs.joined(
      counts.map { count, word in
        count == 0 ? nil : "\(count) \(word)\(count == 1 || word == "parked" ? "" : "s")"
      })
  }

  private func saidLines(width: Int) -> [Line] {
    let before =
      (said.first?.number ?? state.times.count) > 1
      ? [Line("What was said before this terminal came stands in the record.", .hint)] : []
    return before
      + said.enumerated().flatMap { index, said in
        Line.paragraph(
          said.text, index == self.said.count - 1 ? .title : .text, label: said.at.clock, indent: 7, width: width)
      }
  }

  private func deskDetail(_ size: Size) -> PaneContent.Detail? {
    if let conflict = state.openConflict {
      let table = ConflictTable(conflict, self, width: size.columns)
      return PaneContent.Detail(
        title: "Conflict: \(conflict.topic)", trailing: Countdown(ofConflictIn: state, at: now)?.text ?? "",
        lines: [table.names] + table.positions + table.arguments(isSpaced: false))
    }
    switch state.step {
    case .goal, .features: return state.goalOnTable.map { detail(of: $0, width: size.columns) }
    case .priorities:
      let lines = state.priorities.enumerated().map { Line([Span("\($0 + 1)  ", .metric), Span($1.goal.name)]) }
      return PaneContent.Detail(title: "Order so far", lines: lines)
    case .context:
      let context = state.plan.context ?? Context()
      let parts = [
        ("Context", context.context), ("Conflict", context.conflict), ("Resolution", context.resolution),
        ("Evidence", context.evidence),
      ]
      return PaneContent.Detail(
        title: "Context", lines: parts.flatMap { labelled($0, $1, width: size.columns) })
    default: return nil
    }
  }
}
