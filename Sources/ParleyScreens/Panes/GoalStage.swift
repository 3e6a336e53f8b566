import ParleyCore
import ParleyTerminal

/// The goal at hand as a room looks at it: its name, its metric in digits that are read across the room, why now and
/// whose it is; below them everyone with their dot and their own words. Who has not been heard is a gap.
///
///      Reduce monthly churn
///
///      ▄▄▄         ▄▄▄           Monthly churn, lower is better
///      █▄█   ───▶  █▄▄  %        Why now    Each point of churn is forty accounts
///      █▄█         ▄▄█           Owner      Carla Stein · Head of Customer Success
///     ├ 2 of 4 heard ─────────────────────────────────────────────────────────────
///      1  Carla Stein   Head of CS    ▌ ● green ▐
///      2  Victor Sand   VP Sales      ▌ ■ the target ▐  “Five is not reachable”
///     ▐3  Vera Engel    VP Eng       ▌  · not heard
///
/// It is drawn in the roomiest ``Manner`` that fits; the last of them, in which only those who object or are silent are
/// named, is what a small screen always had. To show a further fact of a goal, add it to `facts`.
struct GoalStage {
  let view: SessionView
  let goal: GoalState
  let width: Int
  let rows: Int
  /// Whose row is marked.
  let marked: StakeholderID?

  /// How much room the stage takes.
  struct Manner: Hashable {
    /// How large digits are; 0 is a line of text.
    var scale: Int
    /// Whether the name has a line of its own, and people a blank line between them.
    var isAiry = false
    /// Whether people's words go on below where they are longer than the line.
    var wraps = true
    /// Whether everyone has a row.
    var namesEveryone = true
  }

  private static let manners: [Manner] =
    [3, 2].map { Manner(scale: $0, isAiry: true) } + [Manner(scale: 2), Manner(scale: 1, isAiry: true)]
    + [1, 0].map { Manner(scale: $0) } + [Manner(scale: 0, wraps: false)]

  private var look: Look { view.look }
  private var state: State { view.state }

  init(_ goal: GoalState, of view: SessionView, width: Int, rows: Int = .max, marked: StakeholderID?) {
    self.goal = goal
    self.view = view
    self.width = width
    self.rows = rows
    self.marked = marked
  }

  /// The stage in the roomiest manner that fits. What people say later does not make digits smaller: there is room left
  /// for it.
  var detail: PaneContent.Detail {
    let leastOfPeople = people.count + 1
    for manner in GoalStage.manners {
      let room = rows - (manner.scale > 0 ? spare : 0)
      // To put the lines together and then not to use them took a quarter of a picture's time.
      guard leastOfPeople + leastRows(manner) <= room, var lines = lines(manner), lines.count <= room else { continue }
      if !manner.isAiry, manner.scale > 0, lines.count + spare + 2 <= rows { lines = airier(lines) }
      return detail(lines, isNamed: hasHeadline(manner))
    }
    let last = Manner(scale: 0, wraps: false, namesEveryone: false)
    return detail(lines(last) ?? [], isNamed: hasHeadline(last))
  }

  /// With a blank line above the digits and one below them.
  private func airier(_ lines: [Line]) -> [Line] {
    lines.reduce(into: [.blank]) { $0 += $1.isRule ? [.blank, $1] : [$1] }
  }

  /// All of it, for a pane that scrolls.
  var everything: [Line] {
    let manners = GoalStage.manners.filter { $0.isAiry || $0.scale < 2 }
    return manners.lazy.compactMap(lines).first { $0.count <= rows } ?? lines(Manner(scale: 0)) ?? []
  }

  private func detail(_ lines: [Line], isNamed: Bool) -> PaneContent.Detail {
    let place = state.number(of: goal.id).map { "Goal \($0) of \(state.goals.count)" } ?? "Goal"
    return PaneContent.Detail(
      title: isNamed ? place : goal.goal.name, trailing: timeframe, lines: lines)
  }

  private var timeframe: String { goal.goal.timeframe.flatMap(state.timeframe)?.name ?? "" }

  /// The rows that those who have not spoken yet may need for long words.
  var spare: Int { min(3, people.count { goal.dots[$0.id] == nil }) }

  /// As many rows as the name and the digits take at least, whatever they are drawn with.
  private func leastRows(_ manner: Manner) -> Int {
    (hasHeadline(manner) ? 1 : 0) + (manner.scale == 0 ? 0 : manner.scale == 1 ? 3 : 5)
  }

  /// Nil where digits of that size do not fit the width.
  private func lines(_ manner: Manner) -> [Line]? {
    guard let hero = hero(manner) else { return nil }
    let name = hasHeadline(manner) ? headline(manner) : []
    return name + hero + voices(manner)
  }

  // MARK: The goal

  /// Whether the name stands above the digits, rather than on the line that parts the goal from the grid.
  private func hasHeadline(_ manner: Manner) -> Bool {
    manner.isAiry || Text.displayWidth(goal.goal.name) + Text.displayWidth(timeframe) + 6 > width
  }

  private func headline(_ manner: Manner) -> [Line] {
    let name = Line.paragraph(goal.goal.name, .goalOnTable, width: width)
    return manner.scale > 1 ? [.blank] + name + [.blank] : name
  }

  private func hero(_ manner: Manner) -> [Line]? {
    guard manner.scale > 0, let first = goal.goal.metrics.first else { return metrics + facts(width: width) }
    guard let digits = MetricDigits(first, scale: manner.scale, width: width - 1, look: look) else { return nil }
    let left = digits.width + 4
    let isBeside = width - left >= (manner.scale > 2 ? 44 : 34)
    guard isBeside || manner.isAiry else { return nil }
    let space = manner.isAiry ? [Line.blank] : []
    let about =
      [metricName(first, width: isBeside ? width - left : width)] + goal.goal.metrics.dropFirst().map(metricLine)
    if isBeside {
      let rest = facts(width: width - left)
      let right = about + (rest.count + about.count < digits.lines.count ? [.blank] : []) + rest
      return Line.beside(digits.lines, width: left, right) + space
    }
    return digits.lines + space + about + facts(width: width) + space
  }

  /// The first metric in large digits, and all of them by name.
  var metricsInLarge: [Line] {
    let scales = [2, 1].lazy
    guard let first = goal.goal.metrics.first,
      let digits = scales.compactMap({ MetricDigits(first, scale: $0, width: width - 1, look: look) }).first
    else { return metricsInLines }
    return digits.lines + [.blank, metricName(first, width: width)] + goal.goal.metrics.dropFirst().map(metricLine)
  }

  var metricsInLines: [Line] { goal.goal.metrics.map(metricLine) }

  private func metricName(_ metric: Metric, width: Int) -> Line {
    let spans = [Span(metric.name, .title), Span("  \(metric.better)", .hint)]
    return Line(spans.reduce(0) { $0 + $1.width } <= width ? spans : [spans[0]])
  }

  private func metricLine(_ metric: Metric) -> Line {
    Line([Span(metric.name), Span("  "), Span(metric.change(look.signs), .metric)])
  }

  private var metrics: [Line] {
    goal.goal.metrics.enumerated().map { view.metricLine($1, isFirst: $0 == 0, width: width) }
  }

  private func facts(width: Int) -> [Line] {
    view.settlement(of: goal, width: width) + view.facts(of: goal, width: width)
      + view.features(of: goal, width: width) + view.changes(of: goal, width: width)
      + view.conditions(of: goal, width: width) + view.commitments(to: goal, width: width)
      + view.impacts(of: goal, width: width)
  }

  // MARK: The people

  private var people: [Stakeholder] { state.plan.stakeholders }

  private func voices(_ manner: Manner) -> [Line] {
    guard manner.namesEveryone else {
      return view.notHeard(on: goal, width: width) + view.objections(to: goal, width: width)
    }
    let columns = PeopleColumns(people, of: view, width: width)
    let rows = people.map { person($0, columns, wraps: manner.wraps) }
    let spaced = manner.isAiry && manner.scale > 1
    let lines = rows.enumerated().flatMap { index, row in spaced && index > 0 ? [.blank] + row : row }
    return [.rule(heardCount)] + (spaced ? [.blank] : []) + lines
  }

  /// `4 of 6 heard`: of those who are in the room.
  private var heardCount: String {
    let asked = people.filter { view.stance(of: $0.id, on: goal) != .absent }
    return "\(asked.count { view.stance(of: $0.id, on: goal) != .silent }) of \(asked.count) heard"
  }

  private func person(_ person: Stakeholder, _ columns: PeopleColumns, wraps: Bool) -> [Line] {
    let isMarked = person.id == marked
    let stance = view.stance(of: person.id, on: goal)
    let name = columns.name(of: person, view: view)
    let start = [
      Span(" \(columns.key(of: person.id)) ", isMarked ? .selection : .key),
      Span(name + " ", isMarked ? .selection : stance == .silent ? .person : .text),
      Span(" "),
    ]
    let isOwn = view.audience == .stakeholder(person.id)
    let chip = stance.chip(look.signs, silence: isOwn ? "no dot yet" : "not heard", width: columns.chip)
    let indent = start.reduce(0) { $0 + $1.width } + chip.width + 2
    let said = words(of: person.id)
    let room = max(8, width - indent)
    let lines = said.isEmpty ? [""] : wraps ? Text.wrapped(said, toWidth: room) : [said]
    let row = Row.person(person.id)
    let first = Line(start + [chip, Span("  "), Span(lines[0])], row: row)
    let margin = Span(String(repeating: " ", count: indent))
    return [first] + lines.dropFirst().map { Line([margin, Span($0)], row: row) }
  }

  /// Where it comes from, and their own words.
  private func words(of who: StakeholderID) -> String {
    guard let dot = goal.dots[who] else { return "" }
    return [dot.cause?.words, dot.note.map(look.signs.quoted)].compactMap { $0 }.joined(separator: ": ")
  }
}

/// Where someone stands on the goal at hand.
enum RoomStance: Hashable {
  case dot(Dot)
  /// They spoke, and gave no dot.
  case spoke
  case silent
  case absent
}

extension RoomStance {
  /// A dot with its word on a ground of its colour; silence is a gap.
  func chip(_ signs: Signs, silence: String, width: Int) -> Span {
    switch self {
    case .dot(let dot):
      let sign = signs.sign(.dot(dot.colour))
      return Span(Text.padded(" \(sign.text) \(dot.word)", toWidth: width), sign.role, isFilled: true)
    case .spoke: return Span(Text.padded(" \(signs.silent) heard, no dot", toWidth: width), .dotSilent)
    case .silent: return Span(Text.padded(" \(signs.silent) \(silence)", toWidth: width), .warning)
    case .absent: return Span(Text.padded(" \(signs.absent) not in the room", toWidth: width), .dotAbsent)
    }
  }
}

extension Dot {
  /// The colour where it says all, else what the dot is about.
  var word: String {
    switch colour {
    case .green: "green"
    case .abstain: "abstains"
    case .yellow, .red: layer?.brief ?? colour.rawValue
    }
  }
}

extension SessionView {
  func stance(of who: StakeholderID, on goal: GoalState) -> RoomStance {
    if let dot = goal.dots[who] { return .dot(dot) }
    if state.mark(of: who, on: goal) == .absent { return .absent }
    return goal.id == state.goalOnTable?.id && goal.settlement == nil && state.heard.contains(who) ? .spoke : .silent
  }
}

/// The widths of the rows of people.
private struct PeopleColumns {
  /// With the role, where there is room for it.
  let nameWidth: Int
  let showsRoles: Bool
  let chip = 19
  private let roleAt: Int
  private let keys: [StakeholderID: String]

  init(_ people: [Stakeholder], of view: SessionView, width: Int) {
    let names = people.map { Text.displayWidth(view.state.name($0.id)) }.max() ?? 0
    let roles = people.map { Text.displayWidth($0.role ?? "") }.max() ?? 0
    roleAt = min(names, 28)
    showsRoles = roles > 0 && width - roleAt - roles - chip - 10 >= 30
    nameWidth = roleAt + (showsRoles ? roles + 2 : 0)
    keys = view.digits
  }

  /// The digit that chooses someone: 1 to 9, 0 for the tenth.
  func key(of who: StakeholderID) -> String { keys[who] ?? " " }

  func name(of person: Stakeholder, view: SessionView) -> String {
    let name = view.state.name(person.id)
    guard showsRoles else { return name.padded(nameWidth) }
    return (name.padded(roleAt) + "  " + (person.role ?? "")).padded(nameWidth)
  }
}

extension SessionView {
  /// The digits that choose people at a terminal that gives their answers: 1 to 9, 0 for the tenth.
  var digits: [StakeholderID: String] {
    guard audience == .facilitator || audience == .noteTaker else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: state.plan.stakeholders.prefix(10).enumerated().map { ($1.id, "\(($0 + 1) % 10)") })
  }
}

extension String {
  /// At least so wide.
  fileprivate func padded(_ width: Int) -> String {
    Text.displayWidth(self) < width ? Text.padded(self, toWidth: width) : self
  }
}
