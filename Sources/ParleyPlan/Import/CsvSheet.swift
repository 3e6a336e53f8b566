/// A table that someone exported from a program (RFC 4180), with any of the usual separators and encodings.
///
/// Written by hand: what the libraries refuse is what people have, an inch mark in a bare cell, quotes within quotes,
/// `sep=;` above the headings; and none says in which line a fault is.
struct CsvSheet {
  /// The headings as they are.
  let header: [String]
  let rows: [Row]
  /// What stands between the cells.
  let separator: Character

  struct Row {
    /// Counts from 1, in the file; the heading's is 1, as a rule.
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
    guard let text = TableText.read(bytes) else {
      throw Fault(line: 1, message: "it is neither UTF-8 nor UTF-16 nor Windows 1252 — export it as CSV in UTF-8")
    }
    var scan = CsvScan(Array(text.utf8))
    if let place = scan.bytes.firstIndex(of: 0) {
      let line = 1 + scan.bytes[..<place].count { $0 == 0x0A }
      throw Fault(line: line, message: "it holds a NUL byte — export it as CSV in UTF-8")
    }
    scan.readSeparator()
    var rows: [Row] = []
    while let row = try scan.row() { if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) } }
    guard let header = rows.first else {
      throw Fault(line: 1, message: "there are no headings — the first line names the columns")
    }
    self.init(
      header: header.cells, rows: Array(rows.dropFirst()), separator: Character(Unicode.Scalar(scan.separator)))
  }

  init(header: [String], rows: [Row], separator: Character) {
    (self.header, self.rows, self.separator) = (header, rows, separator)
  }
}

private struct CsvScan {
  let bytes: [UInt8]
  private(set) var separator = UInt8(ascii: ",")
  private var place = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let separators = Array(",;\t|".utf8)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Excel's own line says it; else it is what stands most often in the first line that has any.
  mutating func readSeparator() {
    while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { endLine() }
    let first = bytes[place...].prefix { $0 != 0x0A && $0 != 0x0D }
    if first.count == 5, String(decoding: first.prefix(4), as: UTF8.self).lowercased() == "sep=", let last = first.last
    {
      separator = last
      place += 5
      return endLine()
    }
    var (isQuoted, counts) = (false, [UInt8: Int]())
    for byte in bytes[place...] {
      if byte == CsvScan.quote { isQuoted.toggle() } else if !isQuoted { counts[byte, default: 0] += 1 }
      if byte == 0x0A, CsvScan.separators.contains(where: { counts[$0] != nil }) { break }
    }
    let candidates = CsvScan.separators.map { (byte: $0, count: counts[$0] ?? 0) }
    if let most = candidates.max(by: { $0.count < $1.count }), most.count > 0 { separator = most.byte }
  }

  /// The cells of the next row; nil at the end.
  mutating func row() throws(CsvSheet.Fault) -> CsvSheet.Row? {
    guard place < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard place < bytes.count, bytes[place] == separator else { break }
      place += 1
    }
    endLine()
    return CsvSheet.Row(line: start, cells: cells)
  }

  private var endsCell: Bool {
    place >= bytes.count || bytes[place] == separator || bytes[place] == 0x0A || bytes[place] == 0x0D
  }

  private mutating func cell() throws(CsvSheet.Fault) -> String {
    let start = place
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    if place < bytes.count, bytes[place] == CsvScan.quote { return try quotedCell() }
    while !endsCell { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self).trimmed
  }

  private mutating func quotedCell() throws(CsvSheet.Fault) -> String {
    let start = line
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == 0x0A { line += 1 }
      guard byte == CsvScan.quote else {
        text.append(byte)
        continue
      }
      if place < bytes.count, bytes[place] == CsvScan.quote {
        place += 1
      } else {
        let end = place
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        if endsCell { return String(decoding: text, as: UTF8.self).trimmed }
        // A quote of the writer's own, which their program did not double.
        place = end
      }
      text.append(byte)
    }
    throw CsvSheet.Fault(line: start, message: "a quoted cell does not end — export the table anew")
  }

  private mutating func endLine() {
    guard place < bytes.count else { return }
    if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
    place += 1
    line += 1
  }
}
