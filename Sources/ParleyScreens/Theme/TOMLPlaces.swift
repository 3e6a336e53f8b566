/// Where the keys and texts of a TOML file stand.
///
/// Written by hand since TOMLKit tells the place of a syntax error and of nothing else. It reads only what TOMLKit has
/// read without a fault, so it checks nothing and unescapes nothing: whatever it does not find has the place of its key.
package struct TOMLPlaces {
  private var keys: [[String]: TextPlace] = [:]
  private var texts: [[String]: [(text: String, place: TextPlace)]] = [:]

  package init(_ text: String) {
    var scan = TOMLScan(text)
    var table: [String] = []
    while scan.skipBlanks() {
      if scan.take("[") {
        _ = scan.take("[")
        let name = scan.name()
        add(name, in: [])
        table = name.map(\.text)
        scan.skipLine()
      } else {
        readPair(&scan, in: table)
      }
    }
  }

  /// Of a key, by the way to it: `["keys", "next"]`. A table's own key stands where the table begins.
  package func key(_ path: [String]) -> TextPlace? { keys[path] }

  /// Of a text in a key's value; of the key where the text is not found there.
  package func text(_ text: String, of path: [String]) -> TextPlace? {
    texts[path]?.first { $0.text == text }?.place ?? key(path)
  }

  private mutating func add(_ name: [TOMLScan.Word], in table: [String]) {
    var path = table
    for word in name.prefix(TOMLPlaces.depth) {
      path.append(word.text)
      if keys[path] == nil { keys[path] = word.place }
    }
  }

  /// No table of ours is deeper.
  private static let depth = 4

  private mutating func readPair(_ scan: inout TOMLScan, in table: [String]) {
    let name = scan.name()
    add(name, in: table)
    guard scan.take("=") else { return scan.skipLine() }
    readValue(&scan, of: table + name.map(\.text))
  }

  private mutating func readValue(_ scan: inout TOMLScan, of path: [String]) {
    scan.skipSpaces()
    if let word = scan.quoted() {
      texts[path, default: []].append((word.text, word.place))
    } else if scan.take("[") {
      while scan.skipBlanks(), !scan.take("]") {
        readValue(&scan, of: path)
        scan.skipSeparator(before: "]")
      }
    } else if scan.take("{") {
      while scan.skipBlanks(), !scan.take("}") {
        readPair(&scan, in: path)
        scan.skipSeparator(before: "}")
      }
    } else {
      scan.skipBareValue()
    }
  }
}
