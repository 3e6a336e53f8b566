import ParleyCore
import ParleyTerminal

extension SessionView {
  /// Title and standing on the left; the time on the right, shorter where there is less room.
  func drawHeader(into frame: inout Frame, in row: Rect) {
    let row = row.inset(left: 1, right: 1)
    let left = [Span(state.plan.title, .title), Span(" \(look.signs.separator) ", .dim), standing] + seat
    let wanted = left.reduce(0) { $0 + $1.width }
    let room = row.width - min(wanted, row.width / 2) - 2
    let right = times.first { $0.reduce(0) { $0 + $1.width } <= room } ?? []
    frame.draw(Line(left, trailing: right), in: row, look: look)
  }

  /// Whose terminal this is, where it is not the room's.
  private var seat: [Span] {
    if notes != nil { return [Span(" \(look.signs.separator) cockpit", .warning)] }
    let number = terminalNumber > 1 ? " \(terminalNumber)" : ""
    return switch audience {
    case .facilitator where !number.isEmpty: [Span(" \(look.signs.separator) facilitator\(number)", .dim)]
    case .facilitator, .screen: []
    case .noteTaker: [Span(" \(look.signs.separator) note-taker\(number)", .dim)]
    case .stakeholder(let who): [Span(" \(look.signs.separator) ", .dim), Span(state.name(who), .title)]
    }
  }

  private var standing: Span {
    let standing = Standing(state)
    switch standing {
    case .proposal, .closedEarly: return Span(standing.rawValue, .proposal)
    case .agreed, .final: return Span(standing.rawValue, .agreed)
    }
  }

  /// The same, from long to short.
  private var times: [[Span]] {
    guard let time = SessionTime(state, at: now) else { return [closing, []] }
    let dot = " \(look.signs.separator) "
    let clock = Span(now.clock)
    let left = Span("\(time.minutesLeft) min\(state.started == nil ? "" : " left")", .dim)
    let end = Span("ends \(time.projectedEnd.clock)", .dim)
    return [
      [clock, Span(dot, .dim), left, Span(dot, .dim), end, delta(time)],
      [clock, Span(dot, .dim), end, delta(time)],
      [clock, Span(dot, .dim), end, shortDelta(time)],
      [clock],
      [],
    ]
  }

  /// Minutes late or early, always as many columns, so that what stands before it keeps its place.
  private func delta(_ time: SessionTime) -> Span {
    let text = time.delta > 0 ? "\(time.delta) late" : time.delta < 0 ? "\(-time.delta) early" : "on time"
    let padding = String(repeating: " ", count: max(2, 10 - text.utf8.count))
    return Span(padding + text, time.delta > 0 ? .warning : .dim)
  }

  /// The same as a number, where words have no room.
  private func shortDelta(_ time: SessionTime) -> Span {
    let text = time.delta > 0 ? "+\(time.delta)" : "\(time.delta)"
    let padding = String(repeating: " ", count: max(2, 5 - text.utf8.count))
    return Span(padding + text, time.delta > 0 ? .warning : .dim)
  }

  private var closing: [Span] {
    guard let ended = state.ended else { return [] }
    let took = ended.seconds(since: state.started ?? state.opened)
    return [Span("closed \(ended.clock) \(look.signs.separator) took \(minutesText(took))", .dim)]
  }

  /// The steps with their state; where they are too many, those around the current one.
  func drawSteps(into frame: inout Frame, in row: Rect) {
    let row = row.inset(left: 1, right: 1)
    let chips = StepChip.all(AgendaView(state, at: now), signs: look.signs)
    let window = StepChip.window(of: chips, width: row.width)
    var spans: [Span] = window.lowerBound > 0 ? [Span("\(look.ellipsis) ", .dim)] : []
    for (index, chip) in chips[window].enumerated() {
      spans += [Span(index == 0 ? "" : StepChip.gap), Span(chip.text, chip.role)]
    }
    if window.upperBound < chips.count { spans += [Span(StepChip.gap + look.ellipsis, .dim)] }
    frame.draw(spans, in: row, look: look)
    var rest = row.inset(left: window.lowerBound > 0 ? 2 : 0)
    for chip in chips[window] {
      let width = Text.displayWidth(chip.text)
      if let step = chip.step { frame.mark(rest.left(width), as: ScreenTarget.step(step)) }
      rest = rest.inset(left: width + StepChip.gap.utf8.count)
    }
  }
}

/// A step on the step line.
struct StepChip: Hashable {
  var text: String
  var role: Role
  var isCurrent: Bool
  var isDone: Bool
  var step: Step?

  static let gap = "  "

  /// The features of all goals are one chip, that counts them.
  static func all(_ agenda: AgendaView, signs: Signs) -> [StepChip] {
    var chips: [StepChip] = []
    var features: [AgendaView.Row] = []
    for row in agenda.rows {
      if row.isFeatures {
        features.append(row)
      } else {
        if !features.isEmpty, row.step == .readBack { chips.append(chip(features: features, signs)) }
        if row.step == .readBack { features = [] }
        var chip = StepChip(row.short, row.progress, signs, overDissent: row.isOverDissent)
        chip.step = row.step
        chips.append(chip)
      }
    }
    return features.isEmpty ? chips : chips + [chip(features: features, signs)]
  }

  private static func chip(features: [AgendaView.Row], _ signs: Signs) -> StepChip {
    guard let place = features.firstIndex(where: { $0.progress == .current }) else {
      let isDone = features.allSatisfy { $0.progress == .done }
      return StepChip("Features", isDone ? .done : .ahead, signs)
    }
    return StepChip("Features \(place + 1)/\(features.count): \(features[place].short)", .current, signs)
  }

  init(_ title: String, _ progress: AgendaView.Progress, _ signs: Signs, overDissent: Bool = false) {
    isCurrent = progress == .current
    isDone = progress == .done
    switch progress {
    case .done where overDissent: (text, role) = ("\(signs.dissent) \(title)", .dissent)
    case .done: (text, role) = ("\(signs.done) \(title)", .stepDone)
    case .current: (text, role) = ("\(signs.current) \(title)", .stepCurrent)
    case .ahead: (text, role) = ("\(signs.ahead) \(title)", .stepAhead)
    }
  }

  /// As many chips as there is room for, the current one among them, and one before it where that fits.
  static func window(of chips: [StepChip], width: Int) -> Range<Int> {
    let current = chips.firstIndex(where: \.isCurrent) ?? (chips.last?.isDone == true ? chips.count - 1 : 0)
    var start = 0
    while start < current, self.width(chips[start...min(current + 1, chips.count - 1)]) + 4 > width { start += 1 }
    var end = start
    while end < chips.count, self.width(chips[start...end]) + (start > 0 ? 2 : 0) <= width { end += 1 }
    if end < chips.count, end > start + 1, self.width(chips[start..<end]) + (start > 0 ? 2 : 0) + 3 > width { end -= 1 }
    return start..<max(end, min(start + 1, chips.count))
  }

  private static func width(_ chips: ArraySlice<StepChip>) -> Int {
    chips.reduce(0) { $0 + Text.displayWidth($1.text) } + gap.utf8.count * max(0, chips.count - 1)
  }
}

extension AgendaView.Row {
  var isFeatures: Bool {
    switch step {
    case nil, .features: true
    default: false
    }
  }
}
