import ParleyCore
import ParleyTerminal

extension SessionView {
  /// The pane as plain text, for a clipboard: its title, and everything that it lists on a screen of that size, whether or
  /// not it is in sight.
  public func paneText(size: Size) -> String {
    let main = layout(Rect(size)).main.size
    // A narrow seat has no pane; what it would list is copied as from a screen of the usual size.
    let content = content(main.columns < 40 ? Size(columns: 80, rows: 24) : main)
    let width = max(main.columns, 40) - 4
    let blocks: [[String]] =
      switch content.body {
      case .list(let head, let list, let detail):
        [titled(content.box, head + list.lines, width)]
          + (detail.map { [titled(Box($0.title, trailing: $0.trailing), $0.lines, width)] } ?? [])
      case .columns(let columns):
        columns.map { titled($0.box, $0.list.lines, max(20, width / columns.count)) }
      }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func titled(_ box: Box, _ lines: [Line], _ width: Int) -> [String] {
    var frame = Frame(size: Size(columns: width, rows: lines.count), style: look[.text])
    for (row, line) in lines.enumerated() { frame.draw(line, in: frame.bounds.row(row), look: look) }
    let title = [box.title, box.trailing].filter { !$0.isEmpty }.joined(separator: ", ")
    let text = (0..<lines.count).map { frame.text(row: $0) }
    let first = text.firstIndex { !$0.isEmpty } ?? 0
    let last = text.lastIndex { !$0.isEmpty } ?? -1
    return [title, ""] + (first <= last ? Array(text[first...last]) : [])
  }
}
