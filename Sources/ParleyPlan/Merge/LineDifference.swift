/// How two texts differ, line by line.
struct LineDifference {
  private let old: [Substring]
  private let new: [Substring]
  private let gone: Set<Int>
  private let come: Set<Int>

  init(_ old: String, _ new: String) {
    self.old = LineDifference.lines(old)
    self.new = LineDifference.lines(new)
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for change in self.new.difference(from: self.old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    (self.gone, self.come) = (gone, come)
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private struct Row {
    var sign: Character
    var text: Substring
    var old: Int
    var new: Int
  }

  /// All lines of both texts, in their order.
  private var rows: [Row] {
    var rows: [Row] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if gone.contains(before) {
        rows.append(Row(sign: "-", text: old[before], old: before, new: after))
        before += 1
      } else if come.contains(after) {
        rows.append(Row(sign: "+", text: new[after], old: before, new: after))
        after += 1
      } else {
        rows.append(Row(sign: " ", text: new[after], old: before, new: after))
        (before, after) = (before + 1, after + 1)
      }
    }
    return rows
  }

  /// As diff -u prints it; empty where the texts are the same.
  func unified(_ name: String) -> String {
    let rows = rows
    let around = 3
    var hunks: [Range<Int>] = []
    for (place, row) in rows.enumerated() where row.sign != " " {
      let range = max(0, place - around)..<min(rows.count, place + around + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    guard !hunks.isEmpty else { return "" }
    return "--- \(name)\n+++ \(name)\n" + hunks.map { hunk(Array(rows[$0])) }.joined()
  }

  private func hunk(_ rows: [Row]) -> String {
    let (before, after) = (rows.count { $0.sign != "+" }, rows.count { $0.sign != "-" })
    // Where nothing stands, the line before is named.
    let (from, to) = (rows[0].old + (before == 0 ? 0 : 1), rows[0].new + (after == 0 ? 0 : 1))
    return "@@ -\(from),\(before) +\(to),\(after) @@\n" + rows.map { "\($0.sign)\($0.text)\n" }.joined()
  }
}
