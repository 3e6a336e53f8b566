import ParleyCore

/// A row of an export, by the meanings of its columns.
struct CsvRow {
  let line: Int
  private var values: [CsvColumns.Field: [String]]

  /// - Parameter nothing: what the table writes into a cell where nothing is.
  init(_ row: CsvSheet.Row, _ meanings: [CsvColumns.Meaning?], nothing: Set<String> = []) {
    line = row.line
    var ranked: [CsvColumns.Field: [(rank: Int, text: String)]] = [:]
    for (cell, meaning) in zip(row.cells, meanings) {
      guard let meaning, !cell.isEmpty, !nothing.contains(cell) else { continue }
      // A text of several lines becomes one.
      let text = cell.withoutMarkup.split(whereSeparator: \.isWhitespace).joined(separator: " ").cleaned
      if !text.isEmpty { ranked[meaning.field, default: []].append((meaning.rank, text)) }
    }
    // Columns of one heading keep their order.
    values = ranked.mapValues { texts in
      texts.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.text)
    }
  }

  /// What stands in the column with this meaning that counts most.
  subscript(field: CsvColumns.Field) -> String? { values[field]?.first }

  func all(_ field: CsvColumns.Field) -> [String] { values[field] ?? [] }

  /// What a section's name turned out to mean.
  mutating func add(_ text: String, to field: CsvColumns.Field) { values[field, default: []].append(text) }

  /// What kind of thing a row is, as far as its type says.
  enum Kind: Hashable {
    /// The level among goals: 0 is an objective, above an initiative, above an epic.
    case goal(level: Int)
    case keyResult
    /// A part of the product or of the calendar, that groups others.
    case structure
    case subtask
    case other
  }

  var kind: Kind {
    let type = self[.type]?.lowercased() ?? ""
    if ["goal", "objective", "outcome", "strategic goal", "ziel", "objectif"].contains(type) { return .goal(level: 0) }
    if ["initiative", "theme", "thema", "thème"].contains(type) { return .goal(level: 1) }
    if ["epic", "master feature"].contains(type) { return .goal(level: 2) }
    if ["key result", "kr", "schlüsselergebnis", "résultat clé"].contains(type) { return .keyResult }
    if ["component", "subcomponent", "product", "product line", "release", "milestone", "section", "folder"].contains(
      type)
    {
      return .structure
    }
    if type.hasPrefix("sub"), type.contains("task") || type.contains("issue") { return .subtask }
    // A sheet that counts something in a row of its own and names no goal for it lists goals.
    let isMeasured = self[.metric] != nil || self[.target] != nil
    return type.isEmpty && isMeasured && self[.goal] == nil && self[.name] != nil ? .goal(level: 0) : .other
  }

  /// Whether nothing is left to do: it is done, cancelled or archived.
  var isDone: Bool {
    let ends: Set<String> = [
      "done", "closed", "resolved", "complete", "completed", "cancelled", "canceled", "won't do", "wont do",
      "will not do", "will not implement", "won't fix", "wontfix", "duplicate", "shipped", "released", "launched",
      "archived", "rejected", "abandoned", "deployed", "obsolete", "removed", "erledigt", "fertig", "abgeschlossen",
      "geschlossen", "abgebrochen", "archiviert", "terminé", "terminée", "fermé", "fermée", "clôturé", "annulé",
    ]
    if all(.status).contains(where: { ends.contains($0.lowercased()) }) { return true }
    return all(.done).contains { text in
      let text = text.lowercased()
      // A category of states, or a flag, says what it says; a date or a way of ending says that it has ended.
      let goesOn = [
        "false", "no", "0", "unresolved", "none", "-", "to do", "todo", "in progress", "new", "indeterminate", "nein",
        "non", "falsch", "faux", "offen", "nicht erledigt", "aufgaben", "in arbeit", "à faire", "en cours",
      ]
      return !goesOn.contains(text)
    }
  }

  /// The fields for which a plan has no key, as comments.
  func remarks(_ fields: [CsvColumns.Field]) -> [String] {
    let told = fields.flatMap { field in
      all(field).map { "\(field.rawValue): \(field == .notes ? $0.shortened(to: 200) : $0)" }
    }
    return told.isEmpty ? [] : ["line \(line): " + told.joined(separator: "; ")]
  }
}

extension String {
  /// Without the tags and entities of HTML, where some program exports its descriptions so.
  fileprivate var withoutMarkup: String {
    guard contains("</") || contains("<br") else { return self }
    let text = replacing(/<[^<>]*>/, with: " ")
    let entities = [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
      .replacing(/\ +([.,;:!?])/) { "\($0.output.1)" }
  }

  fileprivate func shortened(to limit: Int) -> String { count <= limit ? self : String(prefix(limit - 1)) + "…" }

  /// The name alone of a relation, which Notion exports with its link or the name of its file: `Churn (https://…)`,
  /// `Churn (Goals%20db/Churn%2012.md)`, or as `[Churn](https://…)`.
  var withoutLink: String {
    replacing(/\[([^\[\]]+)\]\(https?:[^()\s]*\)/) { "\($0.output.1)" }
      .replacing(/\s*\((https?:[^()\s]*|[^()\s]*(%20[^()\s]*|\.md|\.html))\)/, with: "").trimmed
  }

  /// The names of all that a cell relates to; one where no links say that they are several.
  var related: [String] {
    let links = matches(of: /\]?\((https?:[^()\s]*|[^()\s]*(%20[^()\s]*|\.md|\.html))\)\s*,?/)
    guard links.count > 1 else { return [withoutLink].filter { !$0.isEmpty } }
    var (names, start) = ([String](), startIndex)
    for link in links {
      let name = String(self[start..<link.range.lowerBound]).trimmed
      names.append(name.hasPrefix("[") ? String(name.dropFirst()) : name)
      start = link.range.upperBound
    }
    return names.filter { !$0.isEmpty }
  }

  /// Whether it is a key of some program and no name: `GRW-77`, `10001`, an address, a UUID.
  var isKey: Bool {
    wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*-[0-9]+/) != nil || wholeMatch(of: /#?[0-9]+/) != nil
      || hasPrefix("http://") || hasPrefix("https://") || wholeMatch(of: /[0-9a-fA-F-]{20,}/) != nil
      || wholeMatch(of: /[\w.-]+\/[\w.-]+#[0-9]+/) != nil
  }
}
