/// Lines, columns and the scalars at them.
extension SourceText {
  var lineCount: Int { lineStarts.count }

  func index(of place: Place) -> Int? {
    guard lineStarts.indices.contains(place.line - 1) else { return nil }
    let index = lineStarts[place.line - 1] + place.column - 1
    return scalars.indices.contains(index) ? index : nil
  }

  subscript(place: Place) -> Unicode.Scalar? { index(of: place).map { scalars[$0] } }

  func place(of index: Int) -> Place {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: index - lineStarts[low] + 1)
  }

  /// The line's scalars without its end.
  func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : scalars.count
    return scalars[lineStarts[number - 1]..<end]
  }

  func indices(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    let end = lines.upperBound < lineStarts.count ? lineStarts[lines.upperBound] : scalars.count
    return lineStarts[lines.lowerBound - 1]..<end
  }

  /// The place within the file for one that the parser puts at or after its end.
  func clamped(_ place: Place) -> Place {
    var last = lineStarts.count
    while last > 1, line(last).isEmpty { last -= 1 }
    guard place.line > last else { return place }
    return Place(line: last, column: line(last).count + 1)
  }
}
