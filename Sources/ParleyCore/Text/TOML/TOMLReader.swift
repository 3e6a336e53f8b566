// Theory: a file of the user's must never end the program. The one TOML library there is for Swift holds its own rules
// by assertions, so twelve bytes abort whoever reads them, and it tells the place of nothing but a syntax fault. This
// reader takes TOML 1.0 (toml.io) as far as settings and themes go: texts, truth values, lists and tables, by headers,
// dotted keys and in line. Numbers and dates stand in neither, so they are not told apart: whoever asks for a text gets
// none. Nothing nests deeper than `deepest`, so neither reading nor forgetting a file can use up the stack.
/// Reads the text of a TOML file.
package struct TOMLReader {
  static let deepest = 16

  private var scan: TOMLScan
  private let root = TOMLTable(.header)
  private var depth = 0

  /// The table of all that is in a text.
  package static func read(_ text: String) throws(TOMLFault) -> TOMLTable {
    var reader = TOMLReader(scan: TOMLScan(text))
    try reader.readAll()
    return reader.root
  }

  private init(scan: TOMLScan) { self.scan = scan }

  private mutating func readAll() throws(TOMLFault) {
    try scan.checkCharacters()
    var table = root
    while scan.skipBlanks() {
      if scan.skip("[") {
        table = try header()
      } else {
        try readPair(into: table)
      }
      try scan.endLine()
    }
  }

  private mutating func header() throws(TOMLFault) -> TOMLTable {
    let isOneOfMany = scan.skip("[")
    let name = try key()
    guard scan.skip("]"), !isOneOfMany || scan.skip("]") else { throw scan.fault("the name of a table does not end") }
    var table = root
    for part in name.dropLast() { table = try subtable(part, of: table) }
    let last = name[name.count - 1]
    if isOneOfMany {
      guard let added = table.addTable(last) else { throw twice(last) }
      return added
    }
    let own = TOMLTable(.header)
    if table.add(last, TOMLValue(place: last.place, content: .table(own))) { return own }
    guard let known = table[last.text]?.table, known.origin == .subtable else { throw twice(last) }
    known.origin = .header
    return known
  }

  /// The table on the way to one that a header names.
  private func subtable(_ part: TOMLKeyPart, of table: TOMLTable) throws(TOMLFault) -> TOMLTable {
    switch table[part.text]?.content {
    case nil:
      let new = TOMLTable(.subtable)
      _ = table.add(part, TOMLValue(place: part.place, content: .table(new)))
      return new
    case .table(let known) where known.origin != .inline: return known
    case .tables(let tables): return tables[tables.count - 1]
    default: throw twice(part)
    }
  }

  private mutating func readPair(into table: TOMLTable) throws(TOMLFault) {
    let name = try key()
    guard scan.skip("=") else { throw scan.fault("there is no = after the key") }
    var table = table
    for part in name.dropLast() {
      let new = TOMLTable(.dottedKey)
      if table.add(part, TOMLValue(place: part.place, content: .table(new))) {
        table = new
      } else {
        guard let known = table[part.text]?.table, known.origin == .dottedKey else { throw twice(part) }
        table = known
      }
    }
    let last = name[name.count - 1]
    guard table[last.text] == nil else { throw twice(last) }
    _ = table.add(last, try value())
  }

  private mutating func key() throws(TOMLFault) -> [TOMLKeyPart] {
    var parts: [TOMLKeyPart] = []
    repeat {
      parts.append(try scan.keyPart())
      if parts.count > Self.deepest { throw tooDeep }
    } while scan.skip(".")
    return parts
  }

  private mutating func value() throws(TOMLFault) -> TOMLValue {
    scan.skipSpaces()
    let place = scan.place
    if let text = try scan.text(mayBeLong: true) { return TOMLValue(place: place, content: .text(text)) }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw tooDeep }
    if scan.skip("[") { return TOMLValue(place: place, content: .list(try list())) }
    if scan.skip("{") { return TOMLValue(place: place, content: .table(try inlineTable())) }
    let word = scan.bareWord()
    if word.isEmpty { throw scan.fault("there is no value") }
    let content: TOMLValue.Content = word == "true" ? .flag(true) : word == "false" ? .flag(false) : .bare(word)
    return TOMLValue(place: place, content: content)
  }

  private mutating func list() throws(TOMLFault) -> [TOMLValue] {
    var list: [TOMLValue] = []
    while scan.skipBlanks() {
      if scan.skip("]") { return list }
      list.append(try value())
      guard scan.skipBlanks(), scan.skip(",") || scan.isBefore("]") else { break }
    }
    throw scan.fault("a list does not end: there is no , or ]")
  }

  private mutating func inlineTable() throws(TOMLFault) -> TOMLTable {
    let table = TOMLTable(.inline)
    if scan.skip("}") { return table }
    repeat { try readPair(into: table) } while scan.skip(",")
    guard scan.skip("}") else { throw scan.fault("a table does not end: there is no , or }") }
    return table
  }

  private var tooDeep: TOMLFault { scan.fault("it nests deeper than \(Self.deepest)") }

  private func twice(_ part: TOMLKeyPart) -> TOMLFault {
    TOMLFault(place: part.place, what: "`\(part.text)` is there twice")
  }
}
