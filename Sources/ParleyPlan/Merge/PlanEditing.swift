// Theory: nobody gives up their comments, their order or their quotation marks for an import. So a plan that is there is
// never written anew: lines are put between its lines, and items before the closing bracket of a list that is written in
// brackets. Where a list ends is found by the indents of the lines, as YAML has it (1.2, 8.2), and by counting brackets
// outside of quotation marks and comments (7.4). The tree says where it begins. Left out: a list in a form that no plan
// has, such as a mapping where items belong; whoever asks for that is told.
/// Puts things into the text of a plan, and leaves all else in it as it is.
struct PlanEditing {
  private let source: SourceText
  private var lines: [[Unicode.Scalar]]
  private let hasMark: Bool
  private let ending: [Unicode.Scalar]
  private let endsInNewline: Bool
  /// Lines to be put after a line, by its number.
  private var between: [Int: [String]] = [:]
  /// Texts to be put into a line before a column.
  private var within: [(place: Place, text: String)] = []

  /// Something new for a list.
  struct Item {
    /// As lines in a list of lines, without an indent: `- {id: a}`, with its comments before it.
    var lines: [String]
    /// The same for a list in brackets.
    var flow: String
  }

  init(_ bytes: [UInt8]) {
    source = SourceText(bytes: bytes)
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    hasMark = scalars.first == "\u{FEFF}"
    lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    ending = lines.contains { $0.last == "\r" } ? ["\r"] : []
    endsInNewline = lines.last?.isEmpty ?? true
    if endsInNewline { lines.removeLast() }
  }

  /// The text with all that was put into it.
  var text: String {
    var lines = lines
    for (place, text) in within.sorted(by: { $0.place > $1.place }) {
      let column = place.column - 1 + (place.line == 1 && hasMark ? 1 : 0)
      lines[place.line - 1].insert(contentsOf: text.unicodeScalars, at: column)
    }
    var all: [[Unicode.Scalar]] = []
    for (index, line) in lines.enumerated() {
      var line = line
      let new = between[index + 1] ?? []
      if !new.isEmpty, index == lines.count - 1, !endsInNewline { line += ending }
      all.append(line)
      all += new.map { Array($0.unicodeScalars) + ending }
    }
    let joined = all.joined(separator: ["\n"])
    return String(String.UnicodeScalarView(joined)) + (endsInNewline || between[lines.count] != nil ? "\n" : "")
  }

  /// Adds items to a list of a part. False where the list has a form to which nothing can be added.
  mutating func add(_ items: [Item], to key: String, of part: PlanOutline.Part, isRoot: Bool = false) -> Bool {
    guard !items.isEmpty else { return true }
    guard let entry = part.entries[key] else { return addKey(key, items, to: part, isRoot) }
    let flow = items.map(\.flow).joined(separator: ", ")
    switch (entry.value.content, source[entry.value.place]) {
    case (.list, "["): return addBeforeEnd(of: entry.value.place, flow)
    case (.list, "-"):
      let indent = entry.value.place.column - 1
      put(items, indent, after: end(of: entry.value.place.line, indent: indent, isList: true))
      return true
    case (.scalar, _) where entry.value.isEmpty && !isFlow(part):
      put(items, entry.keyPlace.column + 1, after: entry.keyPlace.line)
      return true
    default: return false
    }
  }

  private func isFlow(_ part: PlanOutline.Part) -> Bool { source[part.tree.place] == "{" }

  private mutating func addKey(
    _ key: String, _ items: [Item], to part: PlanOutline.Part, _ isRoot: Bool
  ) -> Bool {
    if isFlow(part) {
      return addBeforeEnd(of: part.tree.place, "\(key): [\(items.map(\.flow).joined(separator: ", "))]")
    }
    let indent = part.tree.place.column - 1
    let last = isRoot ? lastLine : end(of: part.tree.place.line, indent: indent, isList: false)
    between[last, default: []] += (isRoot ? [""] : []) + [String(repeating: " ", count: indent) + "\(key):"]
    put(items, indent + 2, after: last)
    return true
  }

  private mutating func put(_ items: [Item], _ indent: Int, after line: Int) {
    let spaces = String(repeating: " ", count: indent)
    let lines = items.flatMap(\.lines).flatMap { (spaces + $0).wrapped.split(separator: "\n").map(String.init) }
    between[line, default: []] += lines
  }

  /// The last line with anything in it that belongs to the document.
  private var lastLine: Int {
    let last = (1...max(1, lines.count)).last { number in
      let words = source.line(number).filter { $0 != " " && $0 != "\r" }
      return !words.isEmpty && words != [".", ".", "."]
    }
    return last ?? lines.count
  }

  /// The last line of what begins in a line at an indent.
  ///
  /// - Parameter isList: of lines with that very indent, only those that begin with a dash belong to it.
  private func end(of line: Int, indent: Int, isList: Bool) -> Int {
    var last = line
    for number in (line + 1)..<max(line + 1, source.lineCount + 1) {
      let scalars = source.line(number)
      let own = scalars.prefix { $0 == " " }.count
      guard let first = scalars.dropFirst(own).first, first != "\r" else { continue }
      if first == "#" {
        // A remark at the margin is about what comes next.
        if own >= max(indent, 1) { last = number }
      } else if own > indent || own == indent && (!isList || first == "-") {
        last = number
      } else {
        break
      }
    }
    return last
  }

  /// Puts a text after the last thing in the brackets that open at a place.
  private mutating func addBeforeEnd(of place: Place, _ text: String) -> Bool {
    guard let start = source.index(of: place) else { return false }
    var brackets = BracketScan(source.scalars[start...])
    guard let last = brackets.lastBeforeEnd() else { return false }
    let separator = last == start ? "" : source.scalars[last] == "," ? " " : ", "
    var after = source.place(of: last)
    after.column += 1
    within.append((after, separator + text))
    return true
  }
}

/// Goes through a list or mapping in brackets, up to the bracket that closes it.
private struct BracketScan {
  private let scalars: ArraySlice<Unicode.Scalar>
  private var index: Int
  private var depth = 0
  /// The last thing before ``index`` that is no space and in no comment.
  private var last: Int

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.scalars = scalars
    index = scalars.startIndex
    last = scalars.startIndex
  }

  /// The place of the last thing within the brackets; that of the opening one where they are empty.
  mutating func lastBeforeEnd() -> Int? {
    while index < scalars.endIndex {
      switch scalars[index] {
      case "[", "{": depth += 1
      case "]", "}":
        depth -= 1
        if depth == 0 { return last }
      case "\"" where beginsText: skipText(escapedBy: "\\")
      case "'" where beginsText: skipText(escapedBy: "'")
      case "#" where index > scalars.startIndex && " \n".unicodeScalars.contains(scalars[index - 1]):
        while index < scalars.endIndex, scalars[index] != "\n" { index += 1 }
        continue
      default: break
      }
      guard index < scalars.endIndex else { return nil }
      if !" \n\r".unicodeScalars.contains(scalars[index]) { last = index }
      index += 1
    }
    return nil
  }

  /// A quotation mark within a word is a letter like any other.
  private var beginsText: Bool { "[{,:".unicodeScalars.contains(scalars[last]) }

  private mutating func skipText(escapedBy escape: Unicode.Scalar) {
    let mark = scalars[index]
    index += 1
    while index < scalars.endIndex {
      if scalars[index] == escape, index + 1 < scalars.endIndex, escape != mark || scalars[index + 1] == mark {
        index += 2
      } else if scalars[index] == mark {
        return
      } else {
        index += 1
      }
    }
  }
}
