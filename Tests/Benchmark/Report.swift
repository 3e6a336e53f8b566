import Glibc
import ParleyCore

/// A line of the table.
struct Row {
  let quantity: Quantity
  /// One for each program.
  let values: [Double?]
}

/// The measurements, as a table and as JSON.
struct Report {
  let rows: [Row]
  let programs: [String]
  let samples: Samples
  /// How busy the machine was with other things, in percent of one processor.
  let foreignLoad: Double

  private func value(_ row: Row, _ program: String) -> Double? {
    programs.firstIndex(of: program).flatMap { row.values[$0] }
  }

  private func ratio(_ row: Row) -> Double? {
    guard let own = value(row, "parley"), let vim = value(row, "vim"), vim > 0 else { return nil }
    return own / vim
  }

  private func isWithinBudget(_ row: Row) -> Bool? {
    guard let budget = row.quantity.budget, let own = value(row, "parley") else { return nil }
    return budget.holds(own, vim: value(row, "vim"), seconds: samples.seconds)
  }

  // MARK: the table

  var table: String {
    let head = ["", ""] + programs + ["to vim", "budget", ""]
    let cells = [head] + rows.map(line)
    let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let title =
      "\(Sandbox.columns) × \(Sandbox.rows), 8 goals × 8 people, \(samples.starts) starts, \(samples.keys) keys, "
      + "windows of \(samples.seconds.shown(0)) s; other work on the machine: \(foreignLoad.shown(0)) % of a processor"
    let lines = cells.map { line in
      zip(line, widths).enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return (2..<programs.count + 3).contains(column) ? blanks + cell.0 : cell.0 + blanks
      }.joined(separator: "  ").trimmedAtEnd
    }
    return ([title, ""] + lines).joined(separator: "\n")
  }

  private func line(_ row: Row) -> [String] {
    let figures = row.values.map { $0.map { $0.shown(row.quantity.digits) } ?? "–" }
    let verdict = isWithinBudget(row).map { $0 ? "ok" : "over" }
    return [row.quantity.name, row.quantity.unit] + figures
      + [ratio(row).map { $0.shown(2) } ?? "", row.quantity.budget?.words ?? "", verdict ?? ""]
  }

  // MARK: JSON

  var json: Document {
    let members: [JSON.Member] = [
      .init("size", .string("\(Sandbox.columns)x\(Sandbox.rows)")),
      .init("starts", .integer(samples.starts)), .init("keys", .integer(samples.keys)),
      .init("windowSeconds", JSON(samples.seconds)), .init("otherLoadPercent", JSON(foreignLoad)),
      .init("figures", .array(rows.map(json))),
    ]
    return Document(text: JSON.object(members).pretty + "\n")
  }

  private func json(_ row: Row) -> JSON {
    let values = zip(programs, row.values).map { JSON.Member($0, $1.map { JSON($0) } ?? .null) }
    return .object([
      .init("what", .string(row.quantity.name)), .init("unit", .string(row.quantity.unit)),
      .init("values", .object(values)), .init("ratioToVim", ratio(row).map { JSON($0) } ?? .null),
      .init("budget", JSON(row.quantity.budget?.words)),
      .init("withinBudget", isWithinBudget(row).map { .bool($0) } ?? .null),
    ])
  }
}

/// Text for a file.
struct Document {
  let text: String

  func write(toFile path: String) throws {
    guard let file = fopen(path, "w"), fputs(text, file) >= 0, fclose(file) == 0 else {
      throw DocumentFault.cannotWrite(path: path, errno: errno)
    }
  }
}

enum DocumentFault: Error, CustomStringConvertible {
  case cannotWrite(path: String, errno: Int32)

  var description: String {
    switch self {
    case .cannotWrite(let path, let code): "\(path): \(String(cString: strerror(code)))"
    }
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
