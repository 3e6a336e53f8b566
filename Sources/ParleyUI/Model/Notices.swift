import ParleyCore
import ParleyScreens
import ParleyTerminal

// What is told: at most three at once, each until a key is pressed, an error longer than news that comes after it. The
// last fifty can be read again.

/// Something that was told, and when.
struct Told: Hashable, Sendable {
  /// Nil before the host has said its time.
  let at: Instant?
  let notice: Notice
}

extension TerminalModel {
  /// What was told last and not seen yet.
  public internal(set) var notice: Notice? {
    get { notices.last }
    set { notices = newValue.map { [$0] } ?? [] }
  }

  mutating func say(_ text: String, _ severity: Notice.Severity = .information) {
    let notice = Notice(severity, text)
    told.append(Told(at: lastHeard, notice: notice))
    if told.count > 50 { told.removeFirst() }
    notices.removeAll { $0 == notice }
    notices.append(notice)
    // News goes before an error that nobody has seen.
    if notices.count > 3 {
      notices.remove(at: notices.dropLast().firstIndex { $0.severity != .refusal } ?? 0)
    }
  }

  /// A key was pressed: what is told has been seen.
  mutating func seeNotices() { notices = [] }

  /// What was told, the last of it first.
  var toldLines: [String] {
    let width = max(20, min(80, screen.columns - 8) - 10)
    let sentences = told.reversed().flatMap { told in
      let sign = told.notice.severity == .information ? " " : told.notice.severity == .warning ? "!" : "x"
      let start = "  \(told.at?.clock ?? "     ") \(sign) "
      let indent = String(repeating: " ", count: start.count)
      return Text.wrapped(told.notice.text, toWidth: width).enumerated().map { ($0 == 0 ? start : indent) + $1 }
    }
    return ["What was told, the last first"] + (sentences.isEmpty ? ["  nothing yet"] : sentences)
  }
}
