/// Where keys and values stand in a theme's text. Written by hand since TOMLKit tells the place of a syntax
/// error, but not of a value; it knows the shape a theme has: tables, and one key a line.
package struct ThemePlaces {
  private var keys: [String: ThemeFault.Place] = [:]
  private var lines: [[Unicode.Scalar]] = []

  package init(_ text: String) {
    var table = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let scalars = Array(line.unicodeScalars)
      lines.append(scalars)
      let start = scalars.firstIndex { $0 != " " && $0 != "\t" } ?? scalars.endIndex
      guard start < scalars.endIndex, scalars[start] != "#" else { continue }
      if scalars[start] == "[" {
        table = ThemePlaces.word(scalars[(start + 1)...], until: "]")
        keys["\(table)/"] = ThemeFault.Place(line: index + 1, column: start + 1)
      } else if scalars.contains("=") {
        let key = ThemePlaces.word(scalars[start...], until: "=")
        keys["\(table)/\(key)"] = ThemeFault.Place(line: index + 1, column: start + 1)
      }
    }
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>, until end: Unicode.Scalar) -> String {
    let marks: Set<Unicode.Scalar> = [" ", "\t", "\"", "'"]
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix { $0 != end }.filter { !marks.contains($0) })
    return String(text)
  }

  /// Of a key, or of a table when the key is empty.
  package func key(_ key: String, in table: String = "") -> ThemeFault.Place? { keys["\(table)/\(key)"] }

  /// Of a quoted value on a key's line; of the key when it is not found there.
  package func value(_ value: String, of key: String, in table: String = "") -> ThemeFault.Place? {
    guard let place = self.key(key, in: table) else { return nil }
    let line = lines[place.line - 1]
    let wanted = Array(value.unicodeScalars)
    let starts = line.indices.filter { $0 >= place.column && line[$0...].starts(with: wanted) }
    let quoted = starts.first { $0 > 0 && (line[$0 - 1] == "\"" || line[$0 - 1] == "'") }
    return quoted.map { ThemeFault.Place(line: place.line, column: $0) } ?? place
  }
}
