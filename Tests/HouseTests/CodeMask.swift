import Glibc

/// Blanks out comments and the insides of string literals, line for line and column for column, so that plain
/// patterns can be looked for in what is left. Code inside `\( )` stays. swift-syntax would know more, for minutes
/// of build time; regular expression literals are what this leaves out.
struct CodeMask {
  private enum Context: Equatable {
    /// Code; inside an interpolation, with the number of parentheses still open.
    case code(open: Int?)
    case string(hashes: Int, isMultiline: Bool)
    case lineComment
    case blockComment(depth: Int)
  }

  private let input: [UInt8]
  private var output: [UInt8]
  private var position = 0
  private var contexts = [Context.code(open: nil)]

  private init(_ text: String) {
    output = Array(text.utf8)
    // Ended by a zero, where the search for the next byte of interest stops.
    input = output + [0]
  }

  static func blanked(_ text: String) -> String {
    var mask = CodeMask(text)
    while mask.position < mask.output.count { mask.step() }
    return String(decoding: mask.output, as: UTF8.self)
  }

  private mutating func step() {
    switch contexts[contexts.count - 1] {
    case .code(let open): stepInCode(open: open)
    case .string(let hashes, let isMultiline): stepInString(hashes, isMultiline)
    case .lineComment: stepInLineComment()
    case .blockComment(let depth): stepInBlockComment(depth)
    }
  }

  private mutating func stepInCode(open: Int?) {
    keep(run(until: "/\"#()"))
    if has("//") { return enter(.lineComment, blanking: 2) }
    if has("/*") { return enter(.blockComment(depth: 1), blanking: 2) }
    if let opening = stringOpening() { return enter(opening.context, keeping: opening.length) }
    guard let open else { return keep(1) }
    if has("(") { contexts[contexts.count - 1] = .code(open: open + 1) }
    if has(")") {
      if open == 0 { contexts.removeLast() } else { contexts[contexts.count - 1] = .code(open: open - 1) }
    }
    keep(1)
  }

  private mutating func stepInString(_ hashes: Int, _ isMultiline: Bool) {
    blank(run(until: "\"\\\n"))
    let sharps = String(repeating: "#", count: hashes)
    let closing = (isMultiline ? "\"\"\"" : "\"") + sharps
    if has(closing) {
      contexts.removeLast()
      keep(closing.utf8.count)
    } else if has("\\\(sharps)(") {
      enter(.code(open: 0), keeping: hashes + 2)
    } else if has("\\\(sharps)") {
      blank(hashes + 2)
    } else if has("\n") && !isMultiline {
      // Not a string after all, or one that does not end: start afresh.
      contexts.removeLast()
      keep(1)
    } else {
      blank(1)
    }
  }

  private mutating func stepInLineComment() {
    blank(run(until: "\n"))
    contexts.removeLast()
  }

  private mutating func stepInBlockComment(_ depth: Int) {
    blank(run(until: "/*"))
    if has("/*") {
      contexts[contexts.count - 1] = .blockComment(depth: depth + 1)
      blank(2)
    } else if has("*/") {
      if depth == 1 { contexts.removeLast() } else { contexts[contexts.count - 1] = .blockComment(depth: depth - 1) }
      blank(2)
    } else {
      blank(1)
    }
  }

  private func stringOpening() -> (context: Context, length: Int)? {
    let hashes = input[position...].prefix { $0 == UInt8(ascii: "#") }.count
    guard has("\"", after: hashes) else { return nil }
    let isMultiline = has("\"\"\"", after: hashes)
    return (.string(hashes: hashes, isMultiline: isMultiline), hashes + (isMultiline ? 3 : 1))
  }

  /// How many bytes come before one of these, or the end. Most mean nothing to the mask, and sources are long.
  private func run(until stops: String) -> Int {
    input.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 0 }
      return strcspn(start + position, stops)
    }
  }

  private func has(_ text: String, after offset: Int = 0) -> Bool {
    input[min(position + offset, input.count)...].starts(with: text.utf8)
  }

  private mutating func enter(_ context: Context, keeping count: Int) {
    contexts.append(context)
    keep(count)
  }

  private mutating func enter(_ context: Context, blanking count: Int) {
    contexts.append(context)
    blank(count)
  }

  private mutating func keep(_ count: Int) { position += count }

  private mutating func blank(_ count: Int) {
    for index in position..<min(position + count, output.count) where input[index] != UInt8(ascii: "\n") {
      output[index] = UInt8(ascii: " ")
    }
    position += count
  }
}
