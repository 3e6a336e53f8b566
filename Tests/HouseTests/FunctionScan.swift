/// The functions, initialisers and computed properties of a file, found by their keywords and braces.
struct Function: Equatable {
  let name: String
  /// Counts from 0.
  let line: Int
  /// The lines between its braces.
  let body: [String]

  /// The lines left when a `switch` of one-line arms is set aside.
  var linesBesidesArms: Int {
    var (count, followsPattern) = (0, false)
    for line in body.map({ $0.trimmingPrefix(while: \.isWhitespace) }) {
      let isArm = line.hasPrefix("case ") || line.hasPrefix("default:")
      if !isArm && !followsPattern { count += 1 }
      // The one line of an arm may stand below its pattern; a pattern may be wrapped.
      followsPattern = isArm && (line.hasSuffix(":") || line.hasSuffix(","))
    }
    return count
  }
}

extension SourceFile {
  var functions: [Function] {
    code.indices.compactMap { index in
      guard let name = declaredName(in: code[index]), let span = braces(from: index) else { return nil }
      let body = span.first == span.last ? [] : Array(code[(span.first + 1)..<span.last])
      return Function(name: name, line: index, body: body)
    }
  }

  private func declaredName(in line: String) -> String? {
    guard line.mentions(["func", "init", "subscript", "var"]) else { return nil }
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:[a-z]+(?:\([a-z]+\))?\s+)*?(func\s+[^\s(<]+|init\b|deinit\b|subscript\b)/
    if let match = line.firstMatch(of: pattern) { return String(match.1) }
    return line.firstMatch(of: /^[^{}=]*\bvar\s+(\w+)\s*:[^={]*\{\s*$/).map { String($0.1) }
  }

  /// The lines of the opening and the closing brace; nil for a declaration without a body.
  private func braces(from start: Int) -> (first: Int, last: Int)? {
    var (parentheses, depth, first) = (0, 0, start)
    for index in start..<code.count {
      if index > start && depth == 0 && parentheses == 0 && startsSomethingElse(code[index]) { return nil }
      for byte in code[index].utf8 {
        switch Character(Unicode.Scalar(byte)) {
        case "(", "[": parentheses += 1
        case ")", "]": parentheses -= 1
        case "{" where depth > 0 || parentheses == 0:
          if depth == 0 { (first, parentheses) = (index, 0) }
          depth += 1
        case "}" where depth > 0:
          depth -= 1
          if depth == 0 { return (first, index) }
        case "}" where parentheses == 0: return nil
        default: break
        }
      }
    }
    return nil
  }

  private func startsSomethingElse(_ line: String) -> Bool {
    line.contains(
      /^\s*(?:@|(?:public|private|internal|static|func|var|let|init|case|mutating|associatedtype)\b)/)
  }
}
