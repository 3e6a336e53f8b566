import ParleyCore
import ParleyTerminal

/// Goals by timeframe with everyone's dots.
///
/// Where there is room, each timeframe has columns of its own, so that a goal that moves is seen to move; one without
/// goals is as wide as its title:
///
///                                 Q3 2027  2/3   Q4 2027  0/3
///                                 AO VS VE CS
///     1 Improve activation rate   ●  ●  ▲  ●                   ✓ confirmed
///
/// Else timeframes are headings one below the other over a single block of dots; where even single columns
/// do not fit, dots are counted. A name that is wider than its column goes on below: names are never cut. To add a
/// column, add it to `GridColumns`, which alone knows the widths.
struct GoalGrid {
  var roadmap: Roadmap
  var initials: Initials
  var look: Look
  var columns: GridColumns
  /// What is told of goals beside their names.
  var manner: Manner
  /// Whose answer the next key gives.
  var marked: StakeholderID?

  /// How much room goals take.
  enum Manner: Hashable {
    /// A line a goal.
    case compact
    /// A second line with the metric.
    case whole
    /// The same with a blank line after each goal, and bars that say how full timeframes are.
    case airy
    /// The same with the owner, and more space.
    case spacious
    /// The same with the metric in large digits.
    case large
  }

  /// - Parameter prefersWords: whether what became of goals is told in words before each name is on one line.
  init(
    _ roadmap: Roadmap, initials: Initials, width: Int, look: Look, manner: Manner = .whole,
    marked: StakeholderID? = nil, prefersWords: Bool = true
  ) {
    self.roadmap = roadmap
    self.initials = initials
    self.look = look
    self.manner = manner
    self.marked = marked
    let outcomes = roadmap.cards.map { look.signs.outcome($0.settlement, overDissent: $0.isOverDissent) }
    columns = GridColumns(roadmap, outcomes: outcomes, width: width, prefersWords: prefersWords)
  }

  /// Names of timeframes and people.
  var head: [Line] {
    let margin: Head = ([blank(columns.name)], nil)
    let showsPeople = columns.pitch >= 3
    guard columns.isSideBySide else {
      return showsPeople ? [.clicked([margin] + people(.person, isMarking: true))] : []
    }
    let frames = Array(zip(roadmap.columns, columns.groups))
    let titles = frames.map { ($0.timeframe.id, title(of: $0, width: $1)) }
    let bars = frames.map { ($0.timeframe.id, bar(of: $0, width: $1)) }
    let groups = frames.flatMap { column, width -> [Head] in
      column.cards.isEmpty
        ? [([blank(width)], nil)]
        : people(.dim, isMarking: column.cards.contains(where: \.isOnTable))
          + [([blank(width - roadmap.people.count * columns.pitch)], nil)]
    }
    func heads(_ titles: [(TimeframeID, [Span])]) -> Line {
      let parts: [Head] = titles.map { ($1, .timeframe($0)) }
      return .clicked([margin] + parts)
    }
    return [heads(titles)] + (manner.isAiry ? [heads(bars)] : []) + [.clicked([margin] + (showsPeople ? groups : []))]
  }

  private typealias Head = (spans: [Span], target: ScreenTarget?)

  /// Everyone's initials, over the middle of their dots; whose answer the next key gives is marked over the goal on the
  /// table.
  private func people(_ role: Role, isMarking: Bool) -> [Head] {
    let before = max(0, (columns.pitch - 1) / 2)
    let gap = max(0, columns.pitch - 2 - before)
    return roadmap.people.map { person in
      let role = isMarking && person.id == marked ? .selection : role
      return ([blank(before, role), Span(initials[person.id], role), blank(gap, role)], .row(.person(person.id)))
    }
  }

  private func blank(_ count: Int, _ role: Role = .text) -> Span {
    Span(String(repeating: " ", count: max(0, count)), role)
  }

  var lines: [Line] {
    if columns.isSideBySide {
      let cards = roadmap.columns.enumerated().flatMap { index, column in column.cards.map { (index, $0) } }
      let sorted = cards.sorted { $0.1.number < $1.1.number }
      return sorted.flatMap { lines(for: $1, group: $0) } + elsewhere
    }
    let stacked = roadmap.columns.flatMap { column -> [Line] in
      [.clicked([(title(of: column, width: columns.name), .timeframe(column.timeframe.id))])]
        + column.cards.flatMap { lines(for: $0, group: 0) }
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
    let used = Text.displayWidth(name) + count.utf8.count + 3
    return [Span(" "), Span(name, .heading), Span("  \(count)", role), blank(width - used)]
  }

  /// How full a timeframe is, and what that means.
  private func bar(of column: Roadmap.Column, width: Int) -> [Span] {
    guard let capacity = column.timeframe.capacity else { return [blank(width)] }
    let role: Role = column.isOverfull ? .overfull : column.isFull ? .full : .barDone
    let state =
      column.isOverfull
      ? "over by \(column.held - capacity)" : column.isFull ? "full" : "room for \(capacity - column.held)"
    let share = column.share.map { ", \($0) %" } ?? ""
    let words = state + share
    let room = max(1, width - Text.displayWidth(words) - 4)
    let cells = min(2, max(1, room / max(1, max(capacity, column.held))))
    let done = String(repeating: look.glyphs.full, count: min(room, column.held * cells))
    let open = String(
      repeating: look.glyphs.light, count: max(0, min(room, capacity * cells) - min(room, column.held * cells)))
    let spans = [
      Span(" "), Span(done, role), Span(open, .barOpen), Span(" \(words)", column.isOverfull ? .overfull : .dim),
    ]
    return spans + [blank(width - spans.reduce(0) { $0 + $1.width })]
  }

  private func lines(for card: Roadmap.Card, group: Int?) -> [Line] {
    let row = Row.goal(card.id)
    let role: Role = card.isOnTable ? .goalOnTable : manner.isAiry ? .title : .text
    let mark = card.isOnTable ? look.signs.current : card.goal.isBounded ? look.signs.bounded : " "
    let number = Text.padded("\(card.number)", toWidth: 2, alignment: .trailing)
    let names = Text.wrapped(card.goal.name, toWidth: max(1, columns.name - GridColumns.beforeName - 1))
    let name = Span("\(mark)\(number) \(names.first ?? "")", role).padded(columns.name, ellipsis: look.ellipsis)
    let first = Line([name] + dots(of: card, group: group) + outcome(of: card), row: row)
    let indent = String(repeating: " ", count: GridColumns.beforeName)
    let rest = names.dropFirst().map { Line([Span(indent + $0, role)], row: row) }
    let space = Array(repeating: Line.blank, count: manner == .airy ? 1 : manner.isAiry ? 2 : 0)
    return [first] + rest + (manner == .compact ? [] : metric(of: card)) + space
  }

  private func metric(of card: Roadmap.Card) -> [Line] {
    guard let metric = card.goal.metrics.first else { return [] }
    let change = metric.change(look.signs)
    let room = columns.width - 6 - Text.displayWidth(change)
    let label = Text.truncated(metric.name, toWidth: room, ellipsis: look.ellipsis)
    let numbers = [Span("    \(label)  ", .dim), Span(change, manner.isAiry ? .text : .dim)]
    let owner =
      manner != .spacious && manner != .large
      ? nil : card.goal.owner.flatMap { who in roadmap.people.first { $0.id == who } }
    if manner == .large, let digits = MetricDigits(metric, scale: 1, width: columns.width - 30, look: look) {
      let about = [Line(metric.name), Line(owner?.name ?? "", .dim)]
      return Line.beside(digits.lines, width: digits.width + 3, about).map { line in
        var line = line.indented(GridColumns.beforeName - 1)
        line.row = .goal(card.id)
        return line
      }
    }
    return [Line(numbers, row: .goal(card.id))]
      + (owner.map { [Line("    \($0.name)", .dim, row: .goal(card.id))] } ?? [])
  }

  private func dots(of card: Roadmap.Card, group: Int?) -> [Span] {
    guard columns.isSideBySide else { return block(card, width: columns.group) }
    return columns.groups.enumerated().flatMap { $0 == group ? block(card, width: $1) : [blank($1)] }
  }

  /// Everyone's mark; the one of the person whose answer the next key gives stands out on the goal on the table.
  private func block(_ card: Roadmap.Card, width: Int) -> [Span] {
    guard columns.pitch > 0 else { return counts(card, width: width) }
    let before = (columns.pitch - 1) / 2
    let after = columns.pitch - 1 - before
    let signs = zip(roadmap.people, card.marks).flatMap { person, mark in
      let sign = look.signs.sign(mark)
      guard card.isOnTable, person.id == marked else { return [blank(before), sign, blank(after)] }
      return [blank(before, .selection), Span(sign.text, .selection), blank(after, .selection)]
    }
    return signs + [blank(width - card.marks.count * columns.pitch)]
  }

  private func counts(_ card: Roadmap.Card, width: Int) -> [Span] {
    let kinds: [Roadmap.Mark] = [.dot(.green), .dot(.yellow), .dot(.red), .dot(.abstain), .silent]
    let spans = kinds.compactMap { kind -> Span? in
      let count = card.marks.count { $0 == kind }
      let sign = look.signs.sign(kind)
      return count > 0 ? Span("\(sign.text)\(count) ", sign.role) : nil
    }
    return spans + [blank(width - spans.reduce(0) { $0 + $1.width })]
  }

  private func outcome(of card: Roadmap.Card) -> [Span] {
    let outcome = look.signs.outcome(card.settlement, overDissent: card.isOverDissent)
    return [Span(columns.words.told(outcome), outcome.role)]
  }
}

extension GoalGrid.Manner {
  fileprivate var isAiry: Bool { self != .compact && self != .whole }
}

/// The widths of the grid.
struct GridColumns: Hashable {
  var width: Int
  var isSideBySide: Bool
  /// The goal's number and name.
  var name: Int
  /// From one person's dot to the next; 0 when dots are only counted.
  var pitch: Int
  /// The dots of each timeframe, with the gap after them; of all of them where they are stacked.
  var groups: [Int]
  var words: Words
  /// What the words take, the longest of them and at least those of most goals.
  var wordsWidth: Int

  /// The widest of the groups.
  var group: Int { groups.max() ?? 0 }

  /// The mark and the number.
  static let beforeName = 4
  /// What a column of names has at least, before timeframes are stacked.
  private static let leastName = 28

  /// How outcomes are told beside their signs.
  enum Words: Hashable {
    case none
    /// `over dissent`.
    case short
    /// `confirmed over dissent`.
    case whole

    func told(_ outcome: OutcomeSign) -> String {
      switch self {
      case .none: outcome.sign
      case .short: "\(outcome.sign) \(outcome.short)"
      case .whole: "\(outcome.sign) \(outcome.word)"
      }
    }

    /// `✓ confirmed` has room from the start, so that columns stay where they are when a goal is settled.
    func width(of outcomes: [OutcomeSign]) -> Int {
      self == .none ? 1 : outcomes.map { Text.displayWidth(told($0)) }.reduce(11, max)
    }
  }

  init(_ roadmap: Roadmap, outcomes: [OutcomeSign], width: Int, prefersWords: Bool) {
    let wanted = 1 + GridColumns.beforeName + (roadmap.cards.map { Text.displayWidth($0.goal.name) }.max() ?? 0)
    let groups = GridColumns.groups(roadmap, pitch: 3)
    let room = width - groups.reduce(0, +)
    guard room - Words.none.width(of: outcomes) >= GridColumns.leastName else {
      self.init(
        stacked: width, people: roadmap.people.count, wanted: wanted, outcomes: outcomes, prefersWords: prefersWords)
      return
    }
    let words = GridColumns.words(of: outcomes, in: room, wanted: wanted, isPreferred: prefersWords)
    let wordsWidth = words.width(of: outcomes)
    self.init(
      width: width, isSideBySide: true, name: room - wordsWidth, pitch: 3, groups: groups, words: words,
      wordsWidth: wordsWidth)
    spread(roadmap, wanted: wanted)
  }

  /// As wide as everyone's dots; a timeframe without goals needs no more than its title.
  private static func groups(_ roadmap: Roadmap, pitch: Int) -> [Int] {
    roadmap.columns.map { column in
      let title = min(16, Text.displayWidth(column.timeframe.name)) + 6
      return (column.cards.isEmpty ? title : max(roadmap.people.count * pitch, title)) + 2
    }
  }

  /// What names do not need: dots further apart, and timeframes too.
  private mutating func spread(_ roadmap: Roadmap, wanted: Int) {
    let least = max(wanted, GridColumns.leastName) + 3
    for pitch in width >= 140 ? [7, 6, 5, 4] : [5, 4] {
      let groups = GridColumns.groups(roadmap, pitch: pitch)
      let name = width - wordsWidth - groups.reduce(0, +)
      guard name >= least else { continue }
      (self.pitch, self.groups, self.name) = (pitch, groups, name)
      break
    }
    let free = name - least
    guard free > 0, !groups.isEmpty else { return }
    let gap = min(10, free / 2 / groups.count)
    groups = groups.map { $0 + gap }
    name = min(name - gap * groups.count, least + 8)
  }

  private init(stacked width: Int, people: Int, wanted: Int, outcomes: [OutcomeSign], prefersWords: Bool) {
    let pitch = [3, 2, 1].first { width - people * $0 - 2 >= 24 } ?? 0
    let group = pitch == 0 ? min(20, max(0, width / 3)) : people * pitch + 1
    let rest = max(4, width - group)
    let words = GridColumns.words(of: outcomes, in: rest, wanted: wanted, isPreferred: prefersWords)
    let wordsWidth = words.width(of: outcomes)
    self.init(
      width: width, isSideBySide: false, name: max(4, rest - wordsWidth), pitch: pitch, groups: [group],
      words: words, wordsWidth: wordsWidth)
  }

  /// The most words that leave names whole; where none do, that leave room for most of them. That someone is against a
  /// goal is told in words before names are on one line.
  private static func words(of outcomes: [OutcomeSign], in room: Int, wanted: Int, isPreferred: Bool) -> Words {
    if let words = [Words.whole, .short].first(where: { room - $0.width(of: outcomes) >= wanted }) { return words }
    let isWhole = room - Words.none.width(of: outcomes) >= wanted
    let isDissent = Words.whole.width(of: outcomes) > Words.short.width(of: outcomes)
    let least = isDissent || isPreferred ? leastName : isWhole ? .max : 34
    return room - Words.short.width(of: outcomes) >= least ? .short : .none
  }

  private init(
    width: Int, isSideBySide: Bool, name: Int, pitch: Int, groups: [Int], words: Words, wordsWidth: Int
  ) {
    self.width = width
    self.isSideBySide = isSideBySide
    self.name = name
    self.pitch = pitch
    self.groups = groups
    self.words = words
    self.wordsWidth = wordsWidth
  }
}
