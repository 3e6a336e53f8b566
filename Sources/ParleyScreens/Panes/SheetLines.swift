import ParleyCore
import ParleyTerminal

/// The sheets of the playbooks as pictures (M40).
struct SheetLines {
  let state: State
  let look: Look
  let width: Int

  func lines(for cause: Dot.Cause) -> [Line] {
    let sheets = state.sheets.filter { $0.cause == cause }
    switch cause {
    case .goals: return portfolio(sheets)
    case .beliefs: return pathfinders(sheets)
    case .timeline: return tracks(sheets)
    case .risk: return gates(sheets)
    }
  }

  /// An empty sheet says what it is for and what goes into it.
  private func empty(_ question: String, for use: String, with entries: [(String, String)]) -> [Line] {
    Line.paragraph(question, .title, width: width) + Line.paragraph(use, .dim, width: width) + [.blank]
      + entries.flatMap { label, words in Line.paragraph(words, .dim, label: label, indent: 13, width: width) }
  }

  private func goalName(_ id: GoalID?) -> String? { id.map { state.shownName($0) } }

  private func fact(_ label: String, _ text: String?) -> [Line] {
    text.map { Line.paragraph($0, label: label, indent: 13, width: width) } ?? []
  }
}

// Same goal, different path.
extension SheetLines {
  private func pathfinders(_ sheets: [Sheet]) -> [Line] {
    let lines = sheets.flatMap { sheet -> [Line] in
      guard case .pathfinder(let path) = sheet else { return [] }
      return Line.paragraph(path.question, .title, width: width) + fact("Try", path.attempt)
        + fact("Measured by", "\(path.metric), until \(path.until), \(state.name(path.owner))")
        + fact("Stop when", path.stop) + fact("Goal", goalName(path.goal)) + [.blank]
    }
    guard lines.isEmpty else { return lines }
    return empty(
      "Which small experiment would show the way?", for: "For when the goal is shared and the way is not.",
      with: [
        ("Question", "what we do not know"), ("Try", "the smallest thing that would tell, two weeks at most"),
        ("Measured by", "one number, until a day, and whose it is"), ("Stop when", "the result that ends it early"),
      ])
  }
}

// Different goals: value upwards, fit to the right, risk by shape and colour; below it the split.
extension SheetLines {
  private func portfolio(_ sheets: [Sheet]) -> [Line] {
    let weights = sheets.compactMap { if case .weight(let weight) = $0 { weight } else { nil } }
    let split = sheets.lazy.compactMap { if case .split(let split) = $0 { split } else { nil } }.first
    guard !weights.isEmpty || split != nil else {
      return empty(
        "What is each goal worth, how does it fit, what does it risk?",
        for: "For when people want different things from the same quarter.",
        with: [
          ("Weigh", "value, fit and risk of a goal, 1 to 5 each: it appears on a plot of value by fit"),
          ("Share out", "effort between core, adjacent and new; usual is 70/20/10"),
        ])
    }
    let legend = legend(of: weights)
    let plot = weights.isEmpty ? [] : plot(of: weights)
    let room = width - 34
    guard room >= 24 else { return plot + legend + bar(of: split) }
    let rows = (0..<max(plot.count, legend.count)).map { row in
      let left = row < plot.count ? plot[row].spans : []
      let used = left.reduce(0) { $0 + $1.width }
      let gap = Span(String(repeating: " ", count: max(0, 34 - used)))
      return Line(left + [gap] + (row < legend.count ? legend[row].spans : []))
    }
    return rows + bar(of: split)
  }

  /// Five rows of value, five columns of fit; a goal stands there with its number.
  private func plot(of weights: [Sheet.Weight]) -> [Line] {
    let rows = (1...5).reversed().map { value in
      let label = Span(value == 5 ? "value 5 " : value == 1 ? "      1 " : "        ", .dim)
      let cells = (1...5).flatMap { fit -> [Span] in
        let here = weights.filter { $0.value == value && $0.fit == fit }
        return cell(here)
      }
      return Line([label, Span(String(look.glyphs.vertical), .border)] + cells)
    }
    return rows + [Line("         1        fit        5", .dim)]
  }

  private func cell(_ weights: [Sheet.Weight]) -> [Span] {
    guard let first = weights.first else { return [Span("  \(look.signs.silent)  ", .dim)] }
    let mark = mark(first.risk)
    let number = state.number(of: first.goal).map(String.init) ?? "?"
    let more = weights.count > 1 ? "+" : " "
    return [Span(" "), mark, Span("\(number)\(more)".padded(3), .title)]
  }

  private func mark(_ risk: Int) -> Span {
    switch risk {
    case ...2: Span(look.signs.green, .dotGreen)
    case 3: Span(look.signs.yellow, .dotYellow)
    default: Span(look.signs.red, .dotRed)
    }
  }

  private func legend(of weights: [Sheet.Weight]) -> [Line] {
    let ranked = weights.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    return ranked.map { _, weight in
      let number = state.number(of: weight.goal).map(String.init) ?? "?"
      return Line([
        Span(Text.padded("\(weight.score)", toWidth: 4, alignment: .trailing), .metric), Span("  "), mark(weight.risk),
        Span(" \(number) \(state.shownName(weight.goal))"),
      ])
    } + [Line("   value × fit × (6 − risk)", .hint)]
  }

  private func bar(of split: Sheet.Split?) -> [Line] {
    guard let split else { return [] }
    let room = max(10, min(50, width - 2))
    let parts = [
      (split.core, Role.dotGreen, "core"), (split.adjacent, .dotYellow, "adjacent"), (split.new, .dotRed, "new"),
    ]
    let shades = [String(look.glyphs.full), String(look.glyphs.light), look.signs.silent]
    let bars = zip(parts, shades).map { part, shade in
      Span(String(repeating: shade, count: part.0 * room / 100), part.1)
    }
    let words = parts.map { "\($0.0) % \($0.2)" }
    return [.blank, Line(bars), Line(look.signs.joined(words), .text)]
  }
}

// Different horizons.
extension SheetLines {
  private func tracks(_ sheets: [Sheet]) -> [Line] {
    let steps = sheets.compactMap { if case .track(let step) = $0 { step } else { nil } }
    guard !steps.isEmpty else {
      return empty(
        "What pays soon, what pays late, and what unlocks what?",
        for: "For when some need results now and others build for later.",
        with: [
          ("Near", "a step that pays this quarter"), ("Far", "a step that pays later"),
          ("Unlocks", "what the step makes possible on the other track"),
        ])
    }
    return Sheet.Track.allCases.flatMap { track -> [Line] in
      let own = steps.filter { $0.track == track }
      let title = track == .near ? "Near: pays soon" : "Far: pays late"
      return [Line(title, .heading)] + (own.isEmpty ? [Line("  nothing yet", .dim)] : own.flatMap(lines)) + [.blank]
    }
  }

  private func lines(of step: Sheet.TrackStep) -> [Line] {
    let goal = goalName(step.goal).map { " (\($0))" } ?? ""
    let unlocks = step.unlocks.map { text in
      Line.paragraph(text, .metric, label: "   \(look.signs.arrow) unlocks", indent: 14, width: width)
    }
    return Line.paragraph(step.what + goal, label: " \(look.signs.separator)", indent: 3, width: width)
      + (unlocks ?? [])
  }
}

// Different appetite for risk.
extension SheetLines {
  private func gates(_ sheets: [Sheet]) -> [Line] {
    let gates = sheets.compactMap { if case .gate(let gate) = $0 { gate } else { nil } }
    guard !gates.isEmpty else {
      return empty(
        "How far do we go, on which evidence, and when do we stop?",
        for: "For when some would leap and others would step.",
        with: [
          ("Reach", "1 is incremental, 5 is transformational"), ("Evidence", "what opens the gate to the next step"),
          ("Stop when", "the rule by which we stop, said beforehand"),
        ])
    }
    return gates.sorted { $0.reach < $1.reach }.flatMap { gate in
      [slider(gate.reach)] + fact("Evidence", gate.evidence + (gate.by.map { ", by \($0)" } ?? ""))
        + fact("Stop when", gate.stop) + fact("Goal", goalName(gate.goal)) + [.blank]
    }
  }

  /// `incremental ○──●──○──○──○ transformational`.
  private func slider(_ reach: Int) -> Line {
    let line = String(repeating: look.glyphs.horizontal, count: 3)
    let stops = (1...5).flatMap { stop -> [Span] in
      let here = stop == reach
      let sign = Span(here ? look.signs.green : look.signs.abstain, here ? .title : .dim)
      return stop == 1 ? [sign] : [Span(line, .border), sign]
    }
    return Line([Span("incremental ", .dim)] + stops + [Span(" transformational", .dim)])
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { Text.padded(self, toWidth: width) }
}
