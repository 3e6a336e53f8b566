import ParleyCore
import ParleyTerminal

/// What a metric is to become, in digits that are read across a room: `8 ──▶ 5 %`, what is aimed at brighter than what
/// is left behind.
struct MetricDigits {
  var lines: [Line]
  var width: Int

  /// - Parameter scale: as ``LargeDigits/scale``, exactly.
  /// - Returns: nil where a number has no such digits (`1e+300`), or they are wider than there is room.
  init?(_ metric: Metric, scale: Int, width most: Int, look: Look) {
    let room = Size(columns: most, rows: 5 * scale)
    let numbers = [metric.baseline, metric.target].compactMap {
      LargeDigits(amount($0), fitting: room, hasHalfBlocks: look.signs.hasHalfBlocks, atMost: scale)
    }
    guard numbers.count == 2, numbers.allSatisfy({ $0.scale == scale }) else { return nil }
    let (before, after) = (numbers[0].lines, numbers[1].lines)
    let rows = before.count
    let arrow = " \(String(repeating: look.glyphs.horizontal, count: 2 * scale))\(look.signs.current) "
    let blank = String(repeating: " ", count: Text.displayWidth(arrow))
    let unit = metric.unit.map { " \($0)" } ?? ""
    lines = (0..<rows).map { row in
      Line([
        Span(" " + before[row], .dim), Span(row == rows / 2 ? arrow : blank, .dim),
        Span(after[row], .metric), Span(row == rows - 1 ? unit : "", .metric),
      ])
    }
    width = (lines.last?.spans ?? []).reduce(0) { $0 + $1.width }
    guard width <= most else { return nil }
  }
}
