import ParleyCore
import ParleyTerminal

/// The page that is on the screen when a session is closed, and that people photograph: what was agreed, in order; what
/// it cost; who is against it or holds on to a condition; who signed; what comes next; and what moved in the room.
///
/// Two columns where there is room for them, and one below the other elsewhere; it is one list either way, and scrolls
/// as one.
struct ClosingPage {
  private let view: SessionView
  private let record: Record
  private let width: Int
  private let isWide: Bool
  private var state: State { view.state }
  private var look: Look { view.look }

  /// The columns from which there are two of them.
  private static let twoColumns = 100

  init(_ view: SessionView, width: Int) {
    self.view = view
    self.width = width
    record = Record(of: view.state, until: view.now)
    isWide = width >= ClosingPage.twoColumns
  }

  var lines: [Line] {
    let gap = 4
    let left = isWide ? (width - gap) * 58 / 100 : width
    let right = isWide ? width - gap - left : width
    let agreed = findings(left) + goals(left) + notAgreed(left) + sections([.tradeOffs], left)
    let rest =
      signed(right) + dissent(right) + moved(right) + next(right) + sections([.parkingLot, .comments], right)
    guard isWide else { return banner + agreed + rest }
    return banner + Line.beside(agreed.map { $0.laid(in: left) }, width: left + gap, rest)
  }

  /// `Q3 alignment`, and below it what it is now.
  private var banner: [Line] {
    let standing = Standing(state)
    let isAgreed = standing == .agreed || standing == .final
    let sign = isAgreed ? "\(look.signs.done) " : ""
    let times = [record.started, record.ended].compactMap { $0?.clock }.joined(separator: "\(look.signs.dash)")
    let day = record.ended.map { "\($0.date)" }
    let took = record.started.flatMap { start in record.ended.map { minutesText($0.seconds(since: start)) } }
    return [
      .blank,
      Line([
        Span(" \(sign)\(standing.rawValue) ", isAgreed ? .agreed : .proposal, isFilled: true), Span("  "),
        Span(record.title, .title),
      ]),
      Line(look.signs.joined([day, times.nonEmpty, took]), .dim), .blank,
    ]
  }

  private func section(_ title: String, _ lines: [Line], width: Int) -> [Line] {
    guard !lines.isEmpty else { return [] }
    return [ruled(title, width: width)] + lines + [.blank]
  }

  /// A heading with a line to the end of its column.
  private func ruled(_ title: String, width: Int) -> Line {
    let room = max(0, width - Text.displayWidth(title) - 1)
    return Line([
      Span(title, .heading), Span(" " + String(repeating: look.glyphs.horizontal, count: room), .border),
    ])
  }

  /// Sections that the record has in the same words.
  private func sections(_ sections: [RecordSection], _ width: Int) -> [Line] {
    let page = RecordLines(view, width: width)
    return sections.flatMap { section -> [Line] in
      let lines = page.lines(of: [section])
      guard let title = lines.first?.spans.first?.text else { return [] }
      return [ruled(title, width: width)] + lines.dropFirst()
    }
  }

  private func findings(_ width: Int) -> [Line] { sections(RecordSection.findingsOnScreen, width) }

  // MARK: What was agreed

  private func goals(_ width: Int) -> [Line] {
    guard record.isAboutGoals else { return [] }
    let lines = record.goals.filter { $0.priority != nil }.flatMap { goal($0, width: width) + [.blank] }
    return section("Agreed, in this order", Array(lines.dropLast()), width: width)
  }

  private func goal(_ row: Record.GoalRow, width: Int) -> [Line] {
    let number = Text.padded(row.priority.map(String.init) ?? look.signs.silent, toWidth: 2, alignment: .trailing)
    let outcome = look.signs.outcome(row.settlement, overDissent: row.isOverDissent)
    let id = Row.goal(row.goal.id)
    let change = row.goal.metrics.first?.change(look.signs) ?? ""
    let beside = Text.displayWidth(change) + 2
    let fits = Text.displayWidth(row.goal.name) + 4 + beside <= width
    var name = Line.paragraph(
      row.goal.name, .title, label: number, labelRole: .metric, indent: 4, width: fits ? width - beside : width, row: id
    )
    if fits { name[0].trailing = [Span(change, .metric)] }
    let metrics = row.goal.metrics.dropFirst(fits ? 1 : 0).map { metric in
      Line([Span("    \(metric.name)  ", .dim), Span(metric.change(look.signs), .metric)], row: id)
    }
    let sign = "\(outcome.sign) \(outcome.word.nonEmpty ?? "open")"
    let facts = [
      fits ? row.goal.metrics.first?.name : nil, timeframe(of: row.goal), row.goal.owner.map { state.name($0) },
    ]
    let place = Line.paragraph(
      look.signs.joined(facts), .dim, label: sign, labelRole: outcome.role, indent: Text.displayWidth(sign) + 2,
      width: width - 4, row: id
    ).map { $0.indented(4) }
    return name + place + metrics + details(row, width: width)
  }

  /// What was changed, on which conditions, and in whose words it stands.
  private func details(_ row: Record.GoalRow, width: Int) -> [Line] {
    let id = Row.goal(row.goal.id)
    let changes = row.adjustments.map { ("changed: \(view.changeText($0))", Role.dim) }
    let conditions = row.conditions.map { condition in
      ("condition: \(condition.text)" + (condition.by.map { " (\(state.name($0)))" } ?? ""), Role.full)
    }
    // An adjustment says why beside what it changed.
    let isSaid = row.adjustments.contains { $0.because != nil }
    let said = isSaid ? [] : row.settlement.flatMap(view.outcomeWords).map { [($0, Role.dim)] } ?? []
    return (changes + conditions + said).flatMap { text, role in
      Line.paragraph(text, role, indent: 4, width: width, row: id)
    }
  }

  private func timeframe(of goal: Goal) -> String? { goal.timeframe.flatMap(state.timeframe)?.name }

  private func notAgreed(_ width: Int) -> [Line] {
    guard record.isAboutGoals else { return [] }
    let reached = record.goals.filter { $0.priority == nil && state.isShown($0.goal.id) }
    let missing = record.goals.count { $0.priority == nil } - reached.count
    let lines = reached.flatMap { row -> [Line] in
      let outcome = look.signs.outcome(row.settlement, overDissent: row.isOverDissent)
      return Line.paragraph(
        row.goal.name, label: "  \(outcome.sign.nonEmpty ?? look.signs.silent)", labelRole: outcome.role, indent: 4,
        width: width, row: .goal(row.goal.id))
        + Line.paragraph(
          look.signs.joined([outcome.word.nonEmpty ?? "open", row.settlement.flatMap(view.outcomeWords)]), .dim,
          indent: 4, width: width, row: .goal(row.goal.id))
    }
    let rest = missing == 0 ? [] : [Line("    \(missing) more not on the table", .dim)]
    return section("Not agreed", lines + rest, width: width)
  }

  // MARK: The people

  private func signed(_ width: Int) -> [Line] {
    guard record.kind != .oneOnOne else { return [] }
    let rows = record.acknowledgements.filter { row in row.acknowledged || state.isPresent(row.who) }
    let lines = rows.flatMap { row -> [Line] in
      let name = state.name(row.who)
      guard row.acknowledged else {
        return [Line([Span("\(look.signs.silent) ", .dim), Span("\(name): has not signed", .dim)])]
      }
      let caveat = row.caveat.map { caveat in
        Line.paragraph("caveat: \(look.signs.quoted(caveat))", .full, indent: 2, width: width)
          + Line.paragraph(
            row.answer.map { "answered: \(look.signs.quoted($0))" } ?? "waits for an answer",
            row.answer == nil ? .warning : .dim, indent: 2, width: width)
      }
      return [Line([Span("\(look.signs.done) ", .settled), Span(name)])] + (caveat ?? [])
    }
    let count = rows.count(where: \.acknowledged)
    return section("Signed by \(count) of \(rows.count)", lines, width: width)
  }

  /// Who is against what was agreed, in their words.
  private func dissent(_ width: Int) -> [Line] {
    let lines = record.goals.filter(\.isOverDissent).flatMap { row in
      row.positions.filter { $0.dot.colour == .red }.flatMap { position in
        Line.paragraph(
          "\(state.name(position.who)) on \(row.goal.name)", label: look.signs.dissent, labelRole: .dissent,
          indent: 2, width: width)
          + Line.paragraph(
            [position.dot.about.nonEmpty, position.dot.note.map(look.signs.quoted)].compactMap { $0 }
              .joined(separator: ": "), indent: 2, width: width)
      }
    }
    return section("Dissent", lines, width: width)
  }

  /// Whose dot is not the one that they gave first.
  private func moved(_ width: Int) -> [Line] {
    let positions = record.goals.flatMap { row in row.positions.map { (row.goal.name, $0) } }
    guard !positions.isEmpty else { return [] }
    let changed = positions.filter { $1.first != $1.dot.colour }
    let name = changed.map { Text.displayWidth(state.name($1.who)) }.max() ?? 0
    let lines = changed.flatMap { goal, position -> [Line] in
      let signs = [position.first, position.dot.colour].map { look.signs.sign(.dot($0)) }
      let start = [
        signs[0], Span(" \(look.signs.arrow) ", .dim), signs[1],
        Span("  \(Text.padded(state.name(position.who), toWidth: min(name, width / 2), ellipsis: look.ellipsis))  "),
      ]
      let indent = start.reduce(0) { $0 + $1.width }
      let words = Line.paragraph(goal, .dim, width: max(8, width - indent))
      return words.enumerated().map { index, line in
        Line((index == 0 ? start : [Span(String(repeating: " ", count: indent))]) + line.spans)
      }
    }
    let none = [Line("Everyone's last dot is their first.", .dim)]
    return section(
      "What moved in the room" + (changed.isEmpty ? "" : ": \(changed.count) of \(positions.count) dots"),
      changed.isEmpty ? none : lines, width: width)
  }

  /// Who does what by when, the next first.
  private func next(_ width: Int) -> [Line] {
    let lines = record.owed.flatMap { owed in
      let who = owed.who.map { state.name($0) }.joined(separator: ", ")
      // A poll of everyone names nobody in particular.
      let people = owed.kind == .recall ? "" : who.isEmpty ? "" : " (\(who))"
      return Line.paragraph(
        owed.sentence(saying: owed.what) + people, label: owed.due.map { "\($0.date)" } ?? "no day",
        labelRole: owed.due == nil ? .dim : .metric, indent: 12, width: width)
    }
    return section("What happens next", lines, width: width)
  }
}
