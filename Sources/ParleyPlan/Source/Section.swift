/// A top-level key with all that is under it, told by the lines alone: what a parser that gave up cannot tell.
struct Section {
  var lines: ClosedRange<Int>
  /// The key with nothing to read.
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
