import ParleyCore
import ParleyTerminal

/// The parts of the record as lines, for everything that reads it back. What nobody has seen yet is left
/// out (M12).
struct RecordLines {
  private var view: SessionView
  private var record: Record
  private var width: Int
  private var state: State { view.state }
  private var signs: Signs { view.look.signs }

  init(_ view: SessionView, width: Int) {
    self.view = view
    self.width = width
    record = Record(of: view.state, until: view.now)
  }

  var everything: [Line] {
    people + findings + goals + tradeOffs + decisions + impacts + parked + followUps + disagreements + votes + gaps
      + kindChanges
      + caveats + comments + notes
  }

  var people: [Line] {
    section(
      "People",
      record.attendance.map { row in
        let times = [row.arrived.map { "from \($0.clock)" }, row.left.map { "until \($0.clock)" }].compactMap { $0 }
        let words = row.arrived == nil && record.started != nil ? "absent" : times.joined(separator: " ")
        return Line([Span("  \(row.name)")], trailing: [Span(signs.joined([row.role, words.nonEmpty]), .dim)])
      })
  }

  /// What sessions of some kinds found out.
  var findings: [Line] { view.findingLines(width: width) }

  var goals: [Line] {
    if !state.kind.setsGoals, !record.goals.contains(where: { $0.outcome != .notReached }) { return [] }
    let reached = record.goals.filter { state.isShown($0.goal.id) }
    let missing = record.goals.count - reached.count
    let note = missing == 0 ? [] : [Line("  \(missing) more not on the table yet", .dim)]
    return section("Goals", reached.flatMap(lines) + note)
  }

  private func lines(_ row: Record.GoalRow) -> [Line] {
    let number = Text.padded(row.priority.map(String.init) ?? signs.silent, toWidth: 3, alignment: .trailing)
    let (_, word, role) = signs.outcome(row.settlement)
    let id = Row.goal(row.goal.id)
    let title = Line(
      [Span("\(number)  ", .metric), Span(row.goal.name, .title)], trailing: [Span(word.nonEmpty ?? "open", role)],
      row: id)
    let metrics = row.goal.metrics.map { metric in
      Line([Span("     \(metric.name)  ", .dim), Span(metric.change(signs)), Span(timeframe(of: row), .dim)], row: id)
    }
    let changes = row.adjustments.map { "changed: \(view.changeText($0))" }
    let conditions = row.conditions.map { "condition: \($0.text)" + ($0.by.map { " (\(state.name($0)))" } ?? "") }
    let outcome = row.settlement.flatMap(view.outcomeWords).map { [$0] } ?? []
    let words = (changes + conditions + outcome).flatMap { text in
      Line.paragraph(text, .dim, indent: 5, width: width, row: id)
    }
    return [title] + metrics + words
  }

  private func timeframe(of row: Record.GoalRow) -> String {
    row.goal.timeframe.flatMap(state.timeframe).map { "  \($0.name)" } ?? ""
  }

  var tradeOffs: [Line] {
    section(
      "Trade-offs",
      record.tradeOffs.enumerated().flatMap { index, row in
        let gained = state.shownTraded(row.tradeOff.gained, row.gainedName)
        let displaced = state.shownTraded(row.tradeOff.displaced, row.displacedName)
        let because = row.tradeOff.because.map { ", because \($0)" } ?? ""
        let people = row.tradeOff.accepted.map { state.name($0) }.joined(separator: ", ")
        let accepted = people.isEmpty ? "" : "; accepted by \(people)"
        return paragraph("\(gained) displaced \(displaced)\(because)\(accepted)", row: .tradeOff(index + 1))
      })
  }

  var parked: [Line] {
    let open = record.parkingLot.filter(\.isOpen)
    return section("Parked", open.map { view.parkedLine($0, showsProcess: true).indented(2) })
  }

  var decisions: [Line] {
    section("Decisions", record.decisions.flatMap { view.lines(of: $0, width: width - 2) }.map { $0.indented(2) })
  }

  var impacts: [Line] {
    section(
      "What it gives and costs",
      record.impacts.flatMap { impact in
        let about = impact.goal.map { state.shownName($0) } ?? impact.decision?.text
        let words = [impact.gives.map { "gains \($0)" }, impact.costs.map { "pays \($0)" }]
        return paragraph(signs.joined([state.name(impact.who), about] + words))
      })
  }

  var gaps: [Line] {
    section(
      "Where we were wrong",
      record.gaps.flatMap { paragraph("\($0.what): \(state.name($0.owner)) finds out by \($0.due)") })
  }

  var kindChanges: [Line] {
    section(
      "Changes of kind",
      record.kindChanges.flatMap { paragraph("\($0.at.clock) to \($0.to.rawValue), because \($0.because)") })
  }

  var followUps: [Line] {
    section(
      "Follow-ups",
      record.followUps.map { item in
        let people = ([item.owner] + item.with).map { state.name($0) }.joined(separator: ", ")
        return Line([Span("  \(item.text)")], trailing: [Span("\(people)  \(item.due)", .dim)])
      })
  }

  var disagreements: [Line] {
    let open = record.disagreements.filter { $0.outcome != .resolved }
    let resolved = record.disagreements.filter { $0.outcome == .resolved }
    return disagreements("Open disagreements", open) + disagreements("Resolved disagreements", resolved)
  }

  private func disagreements(_ title: String, _ rows: [Record.Disagreement]) -> [Line] {
    section(
      title,
      rows.flatMap { row -> [Line] in
        let between = row.between.map { state.name($0) }.joined(separator: ", ")
        let resolution = row.resolution.map { "\($0.decision), because \($0.because)" }
        let people = row.consents.map { state.name($0) }.joined(separator: " and ")
        let consent = people.nonEmpty.map { "\($0) can live with it" }
        let process = row.process.map(view.processWords) ?? resolution ?? row.outcome?.rawValue ?? "open"
        return paragraph(signs.joined([row.topic, between.nonEmpty, process, consent]))
          + row.positions.flatMap { position -> [Line] in
            guard let text = position.text else { return [] }
            let interest = position.interest.map { " (interest: \($0))" } ?? ""
            return Line.paragraph(
              "\(state.name(position.who)): \(signs.quoted(text))\(interest)", .dim, indent: 4, width: width)
          }
      })
  }

  var votes: [Line] {
    section(
      "Silent votes",
      record.votes.flatMap { vote in
        let sums = vote.tally.map { "\(state.goal($0.goal)?.goal.name ?? $0.goal.text) \($0.dots)" }.joined(
          separator: ", ")
        return paragraph(sums.nonEmpty ?? "nobody gave a dot") + paragraph(voters(vote.turnout), .dim)
      }
        + record.cancelledVotes.flatMap { paragraph("ended without a result; \(voters($0.turnout))") })
  }

  private func voters(_ turnout: [StakeholderID]) -> String {
    "voted: " + (turnout.map { state.name($0) }.joined(separator: ", ").nonEmpty ?? "nobody")
  }

  var caveats: [Line] {
    let people = record.acknowledgements.filter { $0.caveat != nil }
    return section(
      "Caveats",
      people.flatMap { row -> [Line] in
        let answer =
          row.answer.map { paragraph("answered: \($0)", .dim) } ?? [Line("    waits for an answer", .warning)]
        return paragraph("\(state.name(row.who)): \(signs.quoted(row.caveat ?? ""))") + answer
      })
  }

  var comments: [Line] {
    section(
      "Comments",
      record.comments.flatMap { comment in
        paragraph("\(state.name(comment.who)): \(signs.quoted(comment.text))")
          + (comment.reply.map { paragraph("reply: \($0)", .dim) } ?? [])
      })
  }

  var notes: [Line] {
    section("Notes", record.notes.flatMap { paragraph("\($0.at.clock)  \($0.text)") })
  }

  private func paragraph(_ text: String, _ role: Role = .text, row: Row? = nil) -> [Line] {
    Line.paragraph(text, role, indent: 2, width: width, row: row)
  }

  private func section(_ title: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty ? [] : [Line(title, .heading)] + lines + [.blank]
  }
}
