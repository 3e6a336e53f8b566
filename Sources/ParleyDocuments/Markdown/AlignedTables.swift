import ParleyCore

extension String {
  /// Markdown whose tables have columns of one width, so that they can be read where nothing renders them.
  var withAlignedTables: String {
    var (out, table): ([String], [[String]]) = ([], [])
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("|") {
        table.append(cells(of: line))
      } else {
        out += aligned(table)
        table = []
        out.append(String(line))
      }
    }
    return (out + aligned(table)).joined(separator: "\n")
  }
}

/// What stands between the bars that are not escaped.
private func cells(of line: Substring) -> [String] {
  var (cells, isEscaped) = ([""], false)
  for character in line.dropFirst() {
    if character == "|", !isEscaped {
      cells.append("")
    } else {
      cells[cells.count - 1].append(character)
    }
    isEscaped = character == "\\" && !isEscaped
  }
  return cells.dropLast().map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

private func aligned(_ rows: [[String]]) -> [String] {
  let widths = (rows.first ?? []).indices.map { column in
    rows.filter { $0.indices.contains(column) && !isRule($0[column]) }.map { width(of: $0[column]) }.max() ?? 0
  }
  return rows.map { row in
    let padded = zip(row, widths).map { cell, most in
      let width = max(most, 3)
      return isRule(cell)
        ? String(repeating: "-", count: width)
        : cell + String(repeating: " ", count: max(0, width - ParleyDocuments.width(of: cell)))
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}

private func isRule(_ cell: String) -> Bool { cell == "---" }

/// Columns of a terminal: the scripts of East Asia and pictures take two.
func width(of text: some StringProtocol) -> Int {
  text.reduce(0) { sum, character in
    let scalar = character.unicodeScalars.first?.value ?? 0
    let isWide =
      (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
      || (0xAC00...0xD7A3).contains(scalar) || (0xF900...0xFAFF).contains(scalar) || (0xFE30...0xFE6F).contains(scalar)
      || (0xFF00...0xFF60).contains(scalar) || (0x1F300...0x1FAFF).contains(scalar)
      || (0x20000...0x3FFFD).contains(scalar)
    return sum + (isWide ? 2 : 1)
  }
}
