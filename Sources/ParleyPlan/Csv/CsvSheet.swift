import SwiftCSV

/// A table that someone exported from a program, with any of the usual separators, with or without a byte-order mark.
struct CsvSheet {
  /// The headings as they are.
  let header: [String]
  let rows: [Row]

  struct Row {
    /// Counts from 1; the heading is line 1.
    let line: Int
    let cells: [String]
  }

  /// Why a table could not be read.
  struct Fault: Error, Hashable {
    let line: Int
    let message: String
  }

  /// Reads a table. Throws when the bytes are no table, or contain something that no table should.
  init(_ bytes: [UInt8]) throws(Fault) {
    if let place = bytes.firstIndex(of: 0) {
      throw Fault(line: CsvSheet.line(of: place, in: bytes), message: "it holds a NUL byte — export it as CSV in UTF-8")
    }
    // Otherwise SwiftCSV would take the rest of the file for one cell.
    guard bytes.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
      throw Fault(line: 1, message: "a quoted cell does not end — export the table anew")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: 1, message: "it is not UTF-8 — export it as CSV in UTF-8")
    }
    guard let table = try? EnumeratedCSV(string: text, loadColumns: false) else {
      throw Fault(
        line: 1, message: "a quoted cell does not end, or is not alone between its separators — export it anew")
    }
    header = table.header.map { $0.trimmed }
    guard header.contains(where: { !$0.isEmpty }) else {
      throw Fault(line: 1, message: "there are no headings — the first line names the columns")
    }
    var (rows, line): ([Row], Int) = ([], 2)
    for cells in table.rows {
      if cells.contains(where: { !$0.trimmed.isEmpty }) { rows.append(Row(line: line, cells: cells.map(\.trimmed))) }
      line += 1 + cells.reduce(0) { $0 + $1.filter(\.isNewline).count }
    }
    self.rows = rows
  }

  private static func line(of place: Int, in bytes: [UInt8]) -> Int { 1 + bytes[..<place].count { $0 == 0x0A } }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    let spaces = start.reversed().prefix(while: \.isWhitespace).count
    return String(start.dropLast(spaces))
  }
}
