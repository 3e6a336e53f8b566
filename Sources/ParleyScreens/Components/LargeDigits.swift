import ParleyTerminal

/// A time or a number in digits made of blocks, to be read across a room.
///
/// Digits are drawn in a grid of 3 × 5 points. A point is `scale` columns wide and `scale` half rows high,
/// which is about a square, since a cell is twice as high as it is wide. Scale 1 is three rows of half
/// blocks. Without half blocks, points are whole cells: scale 1 is five rows, 2 is five rows twice as wide.
struct LargeDigits {
  var text: String
  var scale: Int
  /// Columns between two characters.
  var gap: Int
  var hasHalfBlocks: Bool

  /// The largest that fit into a size, closer together where that makes them larger; nil when none do, or when a
  /// character of the text has no shape.
  init?(_ text: String, fitting size: Size, hasHalfBlocks: Bool, atMost limit: Int = 64) {
    guard text.allSatisfy({ LargeDigits.shapes[$0] != nil }) else { return nil }
    let scales = (1...max(1, limit)).reversed().flatMap { scale in
      [scale, max(1, scale / 2)].map {
        LargeDigits(text: text, scale: scale, gap: $0, hasHalfBlocks: hasHalfBlocks)
      }
    }
    guard let fitting = scales.first(where: { $0.fits(size) }) else { return nil }
    self = fitting
  }

  private init(text: String, scale: Int, gap: Int, hasHalfBlocks: Bool) {
    self.text = text
    self.scale = scale
    self.gap = gap
    self.hasHalfBlocks = hasHalfBlocks
  }

  private func fits(_ size: Size) -> Bool {
    (hasHalfBlocks || scale == 1 || scale.isMultiple(of: 2))
      && self.size.columns <= size.columns && self.size.rows <= size.rows
  }

  var size: Size {
    let widths = text.map { LargeDigits.points($0).first?.count ?? 0 }
    let gaps = max(0, widths.count - 1)
    return Size(columns: (widths.reduce(0, +)) * scale + gaps * gap, rows: rows)
  }

  private var rows: Int { hasHalfBlocks ? (5 * scale + 1) / 2 : 5 * max(1, scale / 2) }

  /// The rows as text, all of one width.
  var lines: [String] {
    let bitmap = self.bitmap
    guard hasHalfBlocks else { return bitmap.map { String($0.map { $0 ? "#" : " " }) } }
    return stride(from: 0, to: bitmap.count, by: 2).map { y in
      let lower = y + 1 < bitmap.count ? bitmap[y + 1] : Array(repeating: false, count: bitmap[y].count)
      return String(zip(bitmap[y], lower).map(LargeDigits.block))
    }
  }

  private static func block(_ upper: Bool, _ lower: Bool) -> Character {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  /// Every point: `scale` columns wide; half rows with half blocks, whole ones without.
  private var bitmap: [[Bool]] {
    let height = hasHalfBlocks ? scale : max(1, scale / 2)
    let characters = text.map(LargeDigits.points)
    return (0..<5).flatMap { y in
      var row: [Bool] = []
      for (index, points) in characters.enumerated() {
        if index > 0 { row += Array(repeating: false, count: gap) }
        for isSet in points[y] { row += Array(repeating: isSet, count: scale) }
      }
      return Array(repeating: row, count: height)
    }
  }

  private static func points(_ character: Character) -> [[Bool]] { points[character] ?? Array(repeating: [], count: 5) }

  private static let points: [Character: [[Bool]]] = shapes.mapValues { $0.map { row in row.map { $0 == "#" } } }

  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", " ##", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    "+": ["   ", " # ", "###", " # ", "   "],
    "-": ["   ", "   ", "###", "   ", "   "],
    ".": [" ", " ", " ", " ", "#"],
    ",": ["  ", "  ", "  ", " #", "# "],
    ":": [" ", "#", " ", "#", " "],
    "%": ["# #", "  #", " # ", "#  ", "# #"],
  ]
}
