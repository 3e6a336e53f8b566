/// Forbidden characters outside all values, in a comment or between values.
struct StrayCharacters {
  let source: SourceText
  /// The lines whose characters were reported with their value.
  let told: Set<Int>

  /// The first of each line.
  func tell(_ faults: FaultList) {
    var lines: Set<Int> = []
    for (place, bytes) in source.badBytes where lines.insert(place.line).inserted {
      faults.add(.notUTF8(bytes: bytes), at: place)
    }
    lines.formUnion(told)
    lines.formUnion(faults.faults.map(\.line))
    for (place, scalar) in source.refusedCharacters where lines.insert(place.line).inserted {
      faults.add(.strayCharacter(scalar), at: place)
    }
    for place in tabs where lines.insert(place.line).inserted { faults.add(.syntax(.tab), at: place) }
  }

  /// Tabs that separate or indent something. Tabs in a comment, before one, or at a line's end do no harm.
  private var tabs: [Place] {
    (1...source.lineCount).compactMap { number in
      let line = source.line(number)
      guard let tab = line.firstIndex(of: "\t"), !isComment(line[..<tab]), let next = line[tab...].first(where: isInk),
        next != "#"
      else { return nil }
      return source.place(of: tab)
    }
  }

  /// Whether a comment has begun.
  private func isComment(_ beginning: ArraySlice<Unicode.Scalar>) -> Bool {
    beginning.indices.contains { index in
      beginning[index] == "#" && (index == beginning.startIndex || !isInk(beginning[index - 1]))
    }
  }

  private func isInk(_ scalar: Unicode.Scalar) -> Bool { scalar != " " && scalar != "\t" }
}
