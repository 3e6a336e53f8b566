import ParleyCore
import ParleyTerminal

/// Goals by timeframe with everyone's dots.
///
/// Where there is room, each timeframe has columns of its own, so that a goal that moves is seen to move:
///
///                                 Q3 2027  2/3   Q4 2027  1/3
///                                 AO VS VE CS    AO VS VE CS
///     1 Improve activation rate   ●  ●  ▲  ●                   ✓ confirmed
///
/// Else timeframes are headings one below the other over a single block of dots; where even single columns
/// do not fit, dots are counted. To add a column, add it to `GridColumns`, which alone knows the widths.
struct GoalGrid {
  var roadmap: Roadmap
  var initials: Initials
  var look: Look
  var columns: GridColumns
  /// Whether goals have a second line with their metric.
  var showsMetrics: Bool
  /// Whose answer the next key gives.
  var marked: StakeholderID?

  init(
    _ roadmap: Roadmap, initials: Initials, width: Int, look: Look, showsMetrics: Bool = true,
    marked: StakeholderID? = nil
  ) {
    self.roadmap = roadmap
    self.initials = initials
    self.look = look
    self.showsMetrics = showsMetrics
    self.marked = marked
    columns = GridColumns(roadmap, width: width)
  }

  /// Names of timeframes and people.
  var head: [Line] {
    let margin = Span(String(repeating: " ", count: columns.name))
    let showsPeople = columns.pitch >= 3
    guard columns.isSideBySide else { return showsPeople ? [Line([margin] + people(.person, isMarking: true))] : [] }
    let titles = roadmap.columns.flatMap { title(of: $0, width: columns.group) }
    let groups = roadmap.columns.flatMap { column in
      people(.dim, isMarking: column.cards.contains(where: \.isOnTable))
        + [Span(String(repeating: " ", count: max(0, columns.group - roadmap.people.count * columns.pitch)), .dim)]
    }
    return [Line([margin] + titles), Line([margin] + (showsPeople ? groups : []))]
  }

  /// Everyone's initials; whose answer the next key gives is marked over the goal on the table.
  private func people(_ role: Role, isMarking: Bool) -> [Span] {
    let gap = Span(String(repeating: " ", count: max(0, columns.pitch - 2)), role)
    return roadmap.people.flatMap { person in
      [Span(initials[person.id], isMarking && person.id == marked ? .selection : role), gap]
    }
  }

  var lines: [Line] {
    if columns.isSideBySide {
      let cards = roadmap.columns.enumerated().flatMap { index, column in column.cards.map { (index, $0) } }
      let sorted = cards.sorted { $0.1.number < $1.1.number }
      return sorted.flatMap { lines(for: $1, group: $0) } + elsewhere
    }
    let stacked = roadmap.columns.flatMap { column -> [Line] in
      [Line(title(of: column, width: columns.name))] + column.cards.flatMap { lines(for: $0, group: 0) }
    }
    return stacked + elsewhere
  }

  private var elsewhere: [Line] {
    guard !roadmap.elsewhere.isEmpty else { return [] }
    let title = Line("Off the roadmap", .heading)
    return [title] + roadmap.elsewhere.flatMap { lines(for: $0, group: columns.isSideBySide ? nil : 0) }
  }

  /// `Q3 2027  2/3`.
  private func title(of column: Roadmap.Column, width: Int) -> [Span] {
    let count = column.timeframe.capacity.map { "\(column.held)/\($0)" } ?? "\(column.held)"
    let role: Role = column.isOverfull ? .overfull : column.isFull ? .full : .dim
    let room = max(0, width - count.utf8.count - 4)
    let name = Text.truncated(column.timeframe.name, toWidth: room, ellipsis: look.ellipsis)
    let used = Text.displayWidth(name) + count.utf8.count + 2
    return [Span(name, .heading), Span("  \(count)", role), Span(String(repeating: " ", count: max(0, width - used)))]
  }

  private func lines(for card: Roadmap.Card, group: Int?) -> [Line] {
    let row = Row.goal(card.id)
    let role: Role = card.isOnTable ? .goalOnTable : .text
    let mark = card.isOnTable ? look.signs.current : card.goal.isBounded ? look.signs.bounded : " "
    let number = Text.padded("\(card.number)", toWidth: 2, alignment: .trailing)
    let name = Span("\(mark)\(number) \(card.goal.name)", role).padded(columns.name - 1, ellipsis: look.ellipsis)
    let first = Line([name, Span(" ")] + dots(of: card, group: group) + outcome(of: card), row: row)
    guard showsMetrics, let metric = card.goal.metrics.first else { return [first] }
    let change = metric.change(look.signs)
    let room = columns.width - 6 - Text.displayWidth(change)
    let label = Text.truncated(metric.name, toWidth: room, ellipsis: look.ellipsis)
    return [first, Line([Span("    \(label)  \(change)", .dim)], row: row)]
  }

  private func dots(of card: Roadmap.Card, group: Int?) -> [Span] {
    let skipped = String(repeating: " ", count: columns.group)
    guard columns.isSideBySide else { return block(card) + [Span(" ")] }
    return roadmap.columns.indices.flatMap { index in index == group ? block(card) : [Span(skipped)] }
  }

  /// Exactly as wide as a group.
  private func block(_ card: Roadmap.Card) -> [Span] {
    guard columns.pitch > 0 else { return counts(card) }
    let gap = String(repeating: " ", count: columns.pitch - 1)
    let signs = zip(roadmap.people, card.marks).flatMap { person, mark in
      let sign = look.signs.sign(mark)
      let isMarked = card.isOnTable && person.id == marked && mark == .silent
      return [isMarked ? Span(sign.text, .selection) : sign, Span(gap)]
    }
    let used = card.marks.count * columns.pitch
    return signs + [Span(String(repeating: " ", count: max(0, columns.group - used)))]
  }

  private func counts(_ card: Roadmap.Card) -> [Span] {
    let kinds: [Roadmap.Mark] = [.dot(.green), .dot(.yellow), .dot(.red), .dot(.abstain), .silent]
    let spans = kinds.compactMap { kind -> Span? in
      let count = card.marks.count { $0 == kind }
      let sign = look.signs.sign(kind)
      return count > 0 ? Span("\(sign.text)\(count) ", sign.role) : nil
    }
    let used = spans.reduce(0) { $0 + $1.width }
    return spans + [Span(String(repeating: " ", count: max(0, columns.group - used)))]
  }

  private func outcome(of card: Roadmap.Card) -> [Span] {
    let outcome = look.signs.outcome(card.settlement, overDissent: card.isOverDissent)
    let words =
      switch columns.words {
      case .none: outcome.sign
      case .short: "\(outcome.sign) \(outcome.short)"
      case .whole: "\(outcome.sign) \(outcome.word)"
      }
    return [Span(words, outcome.role)]
  }
}

/// The widths of the grid.
struct GridColumns: Hashable {
  var width: Int
  var isSideBySide: Bool
  /// The goal's number and name.
  var name: Int
  /// From one person's dot to the next; 0 when dots are only counted.
  var pitch: Int
  /// A timeframe's dots, with the gap after them.
  var group: Int
  var words: Words

  /// How outcomes are told beside their signs.
  enum Words: Int, Hashable {
    case none = 1
    case short = 14
    /// `confirmed over dissent`.
    case whole = 24
  }

  init(_ roadmap: Roadmap, width: Int) {
    let people = roadmap.people.count
    let frames = roadmap.columns.count
    let titles = roadmap.columns.map { min(16, Text.displayWidth($0.timeframe.name)) + 6 }.max() ?? 0
    let group = max(people * 3, titles) + 2
    let named = width - frames * group
    let longest: Words = roadmap.cards.contains(where: \.isOverDissent) ? .whole : .short
    if named - Words.none.rawValue >= 30 {
      let words = GridColumns.words(in: named, atMost: longest)
      self.init(
        width: width, isSideBySide: true, name: named - words.rawValue, pitch: 3, group: group, words: words)
    } else {
      self.init(stacked: width, people: people, atMost: longest)
    }
  }

  private init(stacked width: Int, people: Int, atMost longest: Words) {
    let pitch = [3, 2, 1].first { width - people * $0 - 2 >= 24 } ?? 0
    let group = pitch == 0 ? min(20, max(0, width / 3)) : people * pitch
    let rest = max(4, width - group - 1)
    let words = GridColumns.words(in: rest, atMost: longest)
    self.init(
      width: width, isSideBySide: false, name: max(4, rest - words.rawValue), pitch: pitch, group: group, words: words)
  }

  /// The most words that leave room for names.
  private static func words(in room: Int, atMost longest: Words) -> Words {
    [longest, .short].first { room - $0.rawValue >= 30 } ?? .none
  }

  private init(width: Int, isSideBySide: Bool, name: Int, pitch: Int, group: Int, words: Words) {
    self.width = width
    self.isSideBySide = isSideBySide
    self.name = name
    self.pitch = pitch
    self.group = group
    self.words = words
  }
}
