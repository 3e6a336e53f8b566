import ParleyCore
import ParleyTerminal

// How the things of a session are put into words on the screen.
extension State {
  /// A goal's name; for one that has not been presented its number (M12).
  package func shownName(_ id: GoalID) -> String { titles(of: .goal(id)).title }

  package func isShown(_ id: GoalID) -> Bool { goal(id)?.isPresented ?? false }
}

extension Metric {
  /// `25 → 40 %`.
  package func change(_ signs: Signs) -> String {
    let unit = unit.map { " \($0)" } ?? ""
    return "\(amount(baseline)) \(signs.arrow) \(amount(target))\(unit)"
  }

  /// Which way is better, in words.
  var better: String { direction == .lower ? "lower is better" : "higher is better" }
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

  /// What became of a goal; where someone is still against it, not as an agreement looks (M15).
  package func outcome(_ settlement: Settlement?, overDissent: Bool) -> OutcomeSign {
    guard let settlement else { return OutcomeSign(sign: " ", word: "", role: .dim) }
    if overDissent {
      return OutcomeSign(sign: dissent, word: settlement.overDissent, short: "over dissent", role: .dissent)
    }
    let (sign, role): (String, Role) =
      switch settlement {
      case .confirmed, .adjusted: (done, .settled)
      case .deferred: (moved, .dim)
      case .dropped: (absent, .dim)
      case .leftOpen: (ahead, .full)
      }
    return OutcomeSign(sign: sign, word: settlement.words, role: role)
  }
}

/// What became of a goal: in one column, in words, and in at most twelve columns.
package struct OutcomeSign {
  package var sign: String
  package var word: String
  package var short: String
  package var role: Role

  init(sign: String, word: String, short: String? = nil, role: Role) {
    self.sign = sign
    self.word = word
    self.short = short ?? word
    self.role = role
  }
}

/// Minutes as people say them; `2 h 05` from two hours on.
func minutesText(_ seconds: Int) -> String {
  let minutes = (seconds + 30) / 60
  guard minutes >= 120 else { return "\(minutes) min" }
  return "\(minutes / 60) h \(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
}
