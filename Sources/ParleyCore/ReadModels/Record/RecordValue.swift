/// A value in a record's document: plain text, which each format makes safe for itself.
public enum RecordValue: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case texts([String])
  case list([RecordValues])
  case group(RecordValues)
}

/// Values by their names. No name occurs twice between the outermost and the innermost values, since a template looks
/// outwards for names that it does not find.
public typealias RecordValues = [String: RecordValue]

/// A line such as `Because: it pays`.
public struct RecordFact: Hashable, Sendable {
  public let label: String
  public let text: String

  public init(_ label: String, _ text: String) {
    self.label = label
    self.text = text
  }
}

extension RecordValue {
  /// The rows of a section that is left out without rows.
  static func rows(_ rows: [RecordValues]) -> RecordValue {
    rows.isEmpty ? .group([:]) : .group(["rows": .list(rows)])
  }

  static func facts(_ facts: [RecordFact]) -> RecordValue {
    .list(facts.map { ["label": .text($0.label), "text": .text($0.text)] })
  }
}

extension RecordValues {
  /// The cells of a row.
  static func row<Row>(_ row: Row, _ columns: [RecordColumn<Row>], _ names: RecordNames) -> RecordValues {
    columns.reduce(into: [:]) { $0[$1.head.name] = .text($1.value(row, names)) }
  }

  /// Takes in another section's values: lists under one name become one list, and empty values are left out.
  mutating func add(_ others: RecordValues) {
    for (name, value) in others {
      switch (self[name], value) {
      case (_, .group(let members)) where members.isEmpty: break
      case (.list(let rows), .list(let more)): self[name] = .list(rows + more)
      default: self[name] = value
      }
    }
  }
}

/// A column of the one table that a spreadsheet opens: a contract with scripts.
public enum SpreadsheetColumn: String, Hashable, Sendable, CaseIterable {
  case section, id, name, who, value, detail, because, owner, due, state
}

/// A row of that table; a column that is not named is empty.
public typealias SpreadsheetRow = [SpreadsheetColumn: String]
