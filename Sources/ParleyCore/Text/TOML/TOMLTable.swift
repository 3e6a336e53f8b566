/// A table of a TOML file: what stands under its keys, in the order of the file, each with its place.
package final class TOMLTable {
  package private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  /// How the table came about, which decides what may be added to it.
  var origin: Origin

  /// A key and its value.
  package struct Entry {
    package let key: String
    /// Of the key; of a table's own key where the table begins.
    package let place: TextPlace
    package fileprivate(set) var value: TOMLValue
  }

  enum Origin { case header, subtable, dottedKey, inline }

  init(_ origin: Origin) { self.origin = origin }

  package subscript(key: String) -> TOMLValue? { entry(key)?.value }

  /// The key with its value; nil where there is none.
  package func entry(_ key: String) -> Entry? { indices[key].map { entries[$0] } }

  /// The place of a key by the way to it: `["keys", "next"]`.
  package func place(of path: [String]) -> TextPlace? {
    guard let key = path.first, let index = indices[key] else { return nil }
    return path.count == 1
      ? entries[index].place : entries[index].value.table?.place(of: Array(path.dropFirst())) ?? nil
  }

  /// False where the key is taken.
  func add(_ key: TOMLKeyPart, _ value: TOMLValue) -> Bool {
    guard indices[key.text] == nil else { return false }
    indices[key.text] = entries.count
    entries.append(Entry(key: key.text, place: key.place, value: value))
    return true
  }

  /// Another table of an array of tables; nil where the key stands for something else.
  func addTable(_ key: TOMLKeyPart) -> TOMLTable? {
    let table = TOMLTable(.header)
    guard let index = indices[key.text] else {
      return add(key, TOMLValue(place: key.place, content: .tables([table]))) ? table : nil
    }
    guard case .tables(let tables) = entries[index].value.content else { return nil }
    entries[index].value = TOMLValue(place: entries[index].value.place, content: .tables(tables + [table]))
    return table
  }
}

/// A value of a TOML file with its place; a text's is that of its quotation mark.
package struct TOMLValue {
  package let place: TextPlace
  let content: Content

  enum Content {
    case text(String)
    case flag(Bool)
    case list([TOMLValue])
    case table(TOMLTable)
    case tables([TOMLTable])
    /// A number, a date or a word, as it is written.
    case bare(String)
  }

  /// The text; nil for anything else.
  package var text: String? { if case .text(let text) = content { text } else { nil } }
  /// The truth value; nil for anything else.
  package var flag: Bool? { if case .flag(let flag) = content { flag } else { nil } }
  /// The elements of a list; nil for anything else.
  package var list: [TOMLValue]? { if case .list(let list) = content { list } else { nil } }
  /// The table; nil for anything else.
  package var table: TOMLTable? { if case .table(let table) = content { table } else { nil } }
}

/// What is no TOML in a file, and where.
package struct TOMLFault: Error, Hashable {
  package let place: TextPlace
  package let what: String
}
