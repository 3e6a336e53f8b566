// Theory: each section, and each of its fields, is defined once. A section gives *values* by names, and a *layout* with
// the places of the names. A document makes a Mustache template of the layout and fills it with the values, so a user's
// own template is filled just like the built-in one. JSON, the spreadsheet and the screen take their rows from the same
// file. Nothing here knows what Markdown or a terminal looks like: `MarkdownTemplate`, `HtmlTemplate` and `RecordLines`
// do.
//
// A new section is a member of `Record`, a file beside the others, and a place in `RecordSection.all`: a table of its
// rows is then on the screen too. Its key in JSON goes to the end of `RecordSection.keys`. A new field is a column or a
// fact in its section's file.

/// One section of the alignment record (M30), defined once for Markdown, HTML, CSV, JSON and the screen.
public struct RecordSection: Sendable {
  /// Names the section. A section that is a table or a list has its rows under this tag in templates.
  public let name: String
  /// Its place in documents; nil for one that has none of its own.
  public let layout: RecordLayout?
  /// How the screen shows it.
  public private(set) var screen = Screen.hidden
  let values: Values
  private(set) var members: [Member] = []
  private(set) var tables: [SpreadsheetRows] = []

  typealias Values = @Sendable (Record, RecordNames) -> RecordValues

  /// A key of the record in JSON, and its value.
  struct Member: Sendable {
    let key: String
    let value: @Sendable (Record) -> JSON
  }

  /// Rows of the one table that a spreadsheet opens.
  struct SpreadsheetRows: Sendable {
    let name: String
    let rows: @Sendable (Record, RecordNames) -> [SpreadsheetRow]
  }

  /// How a screen shows a section.
  public enum Screen: Sendable {
    case hidden
    /// A pane that the section's subject has anyway, shown in the record too.
    case pane(heading: String, Pane)
    case blocks(heading: String, @Sendable (Record, RecordPhrasing) -> [ScreenBlock])
  }

  /// The sections that have a pane of their own on the screen, with signs and keys that no other section needs.
  public enum Pane: Hashable, Sendable {
    case goals, decisions, parkingLot
    case question, readings, carried, assumptions, alternatives, killCriteria, risks, answered
  }

  init(_ name: String, _ layout: RecordLayout? = nil, values: @escaping Values = { _, _ in [:] }) {
    self.name = name
    self.layout = layout
    self.values = values
  }

  /// The section with a key in JSON. Keys are a contract with scripts, in the order of ``RecordSection/keys``.
  func json(_ key: String, _ value: @escaping @Sendable (Record) -> JSON) -> RecordSection {
    var section = self
    section.members.append(Member(key: key, value: value))
    return section
  }

  /// The section with a key in JSON that holds a list.
  func json<Row>(
    _ key: String, _ rows: @escaping @Sendable (Record) -> [Row], row: @escaping @Sendable (Row) -> JSON
  ) -> RecordSection {
    json(key) { .array(rows($0).map(row)) }
  }

  /// The section with rows in the spreadsheet, by which its first column can be filtered.
  func spreadsheet(
    _ name: String, _ rows: @escaping @Sendable (Record, RecordNames) -> [SpreadsheetRow]
  ) -> RecordSection {
    var section = self
    section.tables.append(SpreadsheetRows(name: name, rows: rows))
    return section
  }

  /// The section as a screen shows it.
  func on(_ screen: Screen) -> RecordSection {
    var section = self
    section.screen = screen
    return section
  }

  /// The section with lines on the screen.
  func on(screen heading: String, _ blocks: @escaping @Sendable (Record, RecordPhrasing) -> [ScreenBlock])
    -> RecordSection
  {
    on(.blocks(heading: heading, blocks))
  }
}
