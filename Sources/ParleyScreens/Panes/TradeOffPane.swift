import ParleyCore
import ParleyTerminal

extension SessionView {
  /// Every trade-off of the session, and how full the timeframes have become (M17).
  func tradeOffContent(_ size: Size) -> PaneContent {
    let ledger =
      state.tradeOffs.isEmpty
      ? noTradeOffs(width: size.columns) : RecordLines(self, width: size.columns).lines(of: [.tradeOffs])
    return PaneContent(
      opened("Trade-offs", state.tradeOffs.isEmpty ? "" : "\(state.tradeOffs.count)"),
      .list(
        list([.blank] + ledger),
        detail: .init(title: "Committed at the start, and now", lines: dilutionLines(width: size.columns))))
  }

  /// What will stand here, and how it comes about.
  private func noTradeOffs(width: Int) -> [Line] {
    [Line("Nothing has moved out for anything yet.", .title), .blank]
      + Line.paragraph(
        "Whoever proposes or moves a goal into a full timeframe, or a feature into a full goal, is asked what moves out"
          + " for it. Both stand here, and Enter keeps who accepted it.", .dim, width: width)
  }

  private func dilutionLines(width: Int) -> [Line] {
    let dilution = Dilution(state)
    let name = max(10, min(24, width - 44))
    let head = Line(
      [Span(Text.padded("", toWidth: name)), Span("start   now   holds", .dim)])
    let rows = dilution.timeframes.map { row in
      let isOver = row.timeframe.capacity.map { row.goals.now > $0 } ?? false
      let isFull = row.timeframe.capacity.map { row.goals.now == $0 } ?? false
      let role: Role = isOver ? .overfull : isFull ? .full : .text
      let holds = row.timeframe.capacity.map(String.init) ?? "any"
      let words = isOver ? "over" : isFull ? "full" : ""
      return Line([
        Span(Text.padded(row.timeframe.name, toWidth: name, ellipsis: look.ellipsis)),
        Span(column(row.goals.before, 5), .dim), Span(column(row.goals.now, 6), role),
        Span(Text.padded(holds, toWidth: 8, alignment: .trailing), .dim), Span("  "),
        Span(boxes(row), role), Span(" \(words)", role),
      ])
    }
    guard state.showsFeatures else { return [head] + rows }
    let features = Line([
      Span(Text.padded("Features", toWidth: name)), Span(column(dilution.features.before, 5), .dim),
      Span(column(dilution.features.now, 6)),
    ])
    return [head] + rows + [features]
  }

  private func column(_ number: Int, _ width: Int) -> String {
    Text.padded("\(number)", toWidth: width, alignment: .trailing)
  }

  /// A box for each goal that it holds, an open one for each place that is free.
  private func boxes(_ row: Dilution.Row) -> String {
    let free = max(0, (row.timeframe.capacity ?? row.goals.now) - row.goals.now)
    return String(repeating: look.glyphs.full, count: min(12, row.goals.now))
      + String(repeating: look.glyphs.light, count: min(12, free))
  }
}
