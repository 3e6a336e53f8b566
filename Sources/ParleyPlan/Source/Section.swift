/// A top-level key with everything under it, found by the lines alone, since a parser that gave up cannot say.
struct Section {
  var lines: ClosedRange<Int>
  /// The key without a value.
  var entry: Tree.Entry

  init?(around place: Place, in source: SourceText) {
    var first = place.line
    while first > 0, !Section.begins(source.line(first)) { first -= 1 }
    guard first > 0 else { return nil }
    var last = max(first, place.line)
    while last < source.lineCount, !Section.begins(source.line(last + 1)) { last += 1 }
    lines = first...last
    let key = String(String.UnicodeScalarView(source.line(first).prefix { $0 != ":" && $0 != " " }))
    let start = Place(line: first, column: 1)
    entry = Tree.Entry(key: key, keyPlace: start, value: Tree(place: start, content: .refused))
  }

  private static func begins(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = line.first else { return false }
    return first.properties.isAlphabetic && line.contains(":")
  }
}
