import ParleyCore
import ParleyTerminal

// How the things of a session are put into words on the screen.
extension State {
  package func name(_ who: StakeholderID) -> String { stakeholder(who)?.name ?? who.text }

  /// A goal's name; for one that has not been presented its number (M12).
  package func shownName(_ id: GoalID) -> String { titles(of: .goal(id)).title }

  /// Where a goal stands in the list that everyone sees.
  package func number(of id: GoalID) -> Int? {
    let shown = showsPriorities ? order : goals.map(\.id)
    return shown.firstIndex(of: id).map { $0 + 1 }
  }

  package func isShown(_ id: GoalID) -> Bool { goal(id)?.isPresented ?? false }
}

extension Metric {
  /// `25 → 40 %`.
  package func change(_ signs: Signs) -> String {
    let unit = unit.map { " \($0)" } ?? ""
    return "\(amount(baseline)) \(signs.arrow) \(amount(target))\(unit)"
  }
}

/// A number as it was written: whole ones without a point.
package func amount(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? "\(number)"
}

extension Signs {
  package func sign(_ mark: Roadmap.Mark) -> Span {
    switch mark {
    case .dot(.green): Span(green, .dotGreen)
    case .dot(.yellow): Span(yellow, .dotYellow)
    case .dot(.red): Span(red, .dotRed)
    case .dot(.abstain): Span(abstain, .dotAbstain)
    case .silent: Span(silent, .dotSilent)
    case .absent: Span(absent, .dotAbsent)
    }
  }

  package func quoted(_ text: String) -> String { openQuote + text + closeQuote }

  /// Texts joined by a dot, without those that are missing.
  package func joined(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: " \(separator) ") }

  /// What became of a goal, in one column and in a word.
  package func outcome(_ settlement: Settlement?) -> (sign: String, word: String, role: Role) {
    guard let settlement else { return (" ", "", .dim) }
    let word = settlement.dissent == nil ? settlement.words : "over dissent"
    return switch settlement {
    case .confirmed, .adjusted: (done, word, .settled)
    case .deferred: (moved, word, .dim)
    case .dropped: (absent, word, .dim)
    case .leftOpen: (ahead, word, .full)
    }
  }
}

/// Minutes as people say them; `2 h 05` from two hours on.
func minutesText(_ seconds: Int) -> String {
  let minutes = (seconds + 30) / 60
  guard minutes >= 120 else { return "\(minutes) min" }
  return "\(minutes / 60) h \(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
}
