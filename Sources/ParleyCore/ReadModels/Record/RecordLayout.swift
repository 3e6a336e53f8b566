/// The places of a section's values in a document. Each format makes a template of it.
public struct RecordLayout: Hashable, Sendable {
  /// The value that holds the section's rows, and without which the section is left out; nil for a section that is
  /// always there.
  public let condition: String?
  public let heading: RecordInline
  public let blocks: [RecordBlock]

  init(_ heading: RecordInline, if condition: String?, _ blocks: [RecordBlock]) {
    self.heading = heading
    self.condition = condition
    self.blocks = blocks
  }
}

/// A piece of a section.
public indirect enum RecordBlock: Hashable, Sendable {
  /// A heading below that of the section, with a badge.
  case heading([RecordInline], badge: String? = nil, anchor: String? = nil)
  /// People × goals: the columns and lines under this name.
  case matrix(String)
  case paragraph([RecordInline])
  /// A line for each of the rows under a name.
  case table([RecordColumnHead], rows: String)
  /// An item for each of the rows under a name.
  case list([RecordInline], rows: String)
  /// The same, with the facts of each row below it.
  case entries([RecordInline], rows: String)
  /// The facts under a name, one beneath the other.
  case facts(String)
  /// Blocks for each of the rows under a name, or once for a single value.
  case each(String, [RecordBlock])
}

/// A piece of a line.
public enum RecordInline: Hashable, Sendable {
  /// Parley's own words, by their key in ``DocumentWording``.
  case words(String)
  /// A sentence of Parley's by its key, with the names of the values that stand at its places.
  case sentence(String, [String: String])
  /// Punctuation, the same in every language.
  case literal(String)
  /// People's text, by its name; `.` is a row that is a text.
  case value(String)
  case strong(String)
  /// A word that Parley chose, by its name.
  case term(String)
  /// Signs that Parley chose, written as they are, such as the number of a heading.
  case sign(String)
}

/// The head of a column, with the name and the kind of its cells.
public struct RecordColumnHead: Hashable, Sendable {
  /// Its heading, by the key in ``DocumentWording``.
  public let label: String
  public let name: String
  public let kind: CellKind

  /// Whether its cells only tell the rows apart: the column after it says what a row is.
  public var isIdentifier: Bool { label == "label.id" }

  /// The kind of a column's cells.
  public enum CellKind: Hashable, Sendable {
    /// People's text.
    case words
    /// A word that Parley chose.
    case term
    case number
    /// A term in the colour of the value of this name.
    case coloured(by: String)
  }
}

/// A column of a table: its head, by its label in ``DocumentWording``, and its cell for a row.
struct RecordColumn<Row>: Sendable {
  let head: RecordColumnHead
  let value: @Sendable (Row, RecordNames) -> String

  init(
    _ label: String, _ name: String, _ kind: RecordColumnHead.CellKind = .words,
    value: @escaping @Sendable (Row, RecordNames) -> String
  ) {
    head = RecordColumnHead(label: "label.\(label)", name: name, kind: kind)
    self.value = value
  }
}

extension RecordSection {
  /// A section that is a table of its rows, and is left out without rows.
  init<Row>(
    table name: String, _ heading: String, _ rows: @escaping @Sendable (Record) -> [Row],
    _ columns: [RecordColumn<Row>]
  ) {
    self.init(
      name, RecordLayout(.words(heading), if: name, [.table(columns.map(\.head), rows: "rows")])
    ) { record, names in [name: .rows(rows(record).map { .row($0, columns, names) })] }
    self = on(screen: DocumentWording.english[heading]) { record, phrasing in
      let names = phrasing.names
      return rows(record).map { row in
        let cells = columns.map { $0.value(row, names).withoutLinks }
        return .paragraph(phrasing.joined(cells.filter { $0 != .nothing }))
      }
    }
  }

  /// A section that is a list of entries with their facts, and is left out without entries.
  init<Row>(
    entries name: String, _ heading: String, _ title: [RecordInline],
    _ rows: @escaping @Sendable (Record) -> [Row], row: @escaping @Sendable (Row, RecordNames) -> RecordValues
  ) {
    self.init(name, RecordLayout(.words(heading), if: name, [.entries(title, rows: "rows")])) { record, names in
      [name: .rows(rows(record).map { row($0, names) })]
    }
  }

  /// A section that sessions of some kinds have: lines under a heading, which templates find under `findings`.
  init(finding name: String, _ heading: String, lines: @escaping @Sendable (Record, RecordNames) -> [String]) {
    self.init(
      name, RecordLayout(.term("name"), if: "findings", [.list([.value(".")], rows: "lines")])
    ) { record, names in
      let lines = lines(record, names)
      return ["findings": .list(lines.isEmpty ? [] : [["name": .text(names.words[heading]), "lines": .texts(lines)]])]
    }
    self = spreadsheet(name.hyphenated) { record, names in lines(record, names).map { [.name: $0.withoutLinks] } }
  }
}

extension String {
  /// `killCriteria` as `kill-criteria`.
  fileprivate var hyphenated: String {
    reduce(into: "") { out, character in out += character.isUppercase ? "-\(character.lowercased())" : "\(character)" }
  }
}
