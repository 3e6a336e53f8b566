import ParleyCore
import ParleyTerminal

/// What a screen shows of a drill: the question, the answers with their digits, and what is said of the one given.
public struct DrillPage: Hashable, Sendable {
  public var question: Drill.Question
  /// The place of the answer that was given.
  public var given: Int?
  /// The place that the arrows have marked.
  public var marked: Int?
  public var streak: DrillStreak
  /// How many were answered, and how many of them rightly.
  public var answered: Int
  public var right: Int
  /// Seconds; none are left at 0.
  public var left: Int

  public init(
    question: Drill.Question, given: Int?, marked: Int?, streak: DrillStreak, answered: Int, right: Int, left: Int
  ) {
    self.question = question
    self.given = given
    self.marked = marked
    self.streak = streak
    self.answered = answered
    self.right = right
    self.left = left
  }

  /// The page in the middle of a screen of any size.
  public func frame(size: Size, look: Look) -> Frame {
    var frame = Frame(size: size, style: look[.text])
    let width = min(84, size.columns)
    let lines = lines(width: max(8, width - 4), look)
    let height = min(size.rows, lines.count + 2)
    let rect = Rect(x: (size.columns - width) / 2, y: (size.rows - height) / 3, width: width, height: height)
    let time = left > 0 ? "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)" : "time is up"
    frame.draw(LineList(lines), box: Box("Drill", trailing: time, isFocused: true), in: rect, look: look)
    return frame
  }

  private func lines(width: Int, _ look: Look) -> [Line] {
    var lines = [Line([Span(question.who, .person)])]
    lines +=
      question.said.map { Line.paragraph(look.signs.quoted($0), .phrase, width: width) } ?? [Line("says nothing", .dim)]
    lines += [.blank] + Line.paragraph(question.question, .heading, width: width) + [.blank]
    for (place, choice) in question.choices.enumerated() {
      lines += Line.paragraph(
        choice, role(place), label: label(place, look), labelRole: role(place), indent: 5, width: width)
    }
    lines.append(.blank)
    if let given {
      lines += Line.paragraph(question.verdict(given), given == question.right ? .settled : .warning, width: width)
      lines += [.blank, Line(left > 0 ? "Enter: the next one · q leaves" : "Enter or q leaves", .hint)]
    } else {
      lines.append(Line("1 to \(question.choices.count), or arrows and Enter · q leaves", .hint))
    }
    lines.append(
      Line("\(right) of \(answered) right · \(streak.now) in a row, at best \(streak.best)", .dim))
    return lines
  }

  private func label(_ place: Int, _ look: Look) -> String {
    let sign =
      given == nil
      ? (marked == place ? look.signs.current : " ")
      : place == question.right ? look.signs.done : place == given ? look.signs.refused : " "
    return "\(sign) \(place + 1) "
  }

  private func role(_ place: Int) -> Role {
    guard let given else { return marked == place ? .selection : .text }
    return place == question.right ? .settled : place == given ? .warning : .dim
  }
}
