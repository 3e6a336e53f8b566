/// The YAML parser's problem, in the words of someone who writes plans.
enum SyntaxProblem: Hashable {
  case tab
  case tabIndent
  case startsWith(Unicode.Scalar)
  case unclosedQuote
  case unclosedBracket(String)
  case colonInValue
  case noColon
  case indentation
  case unknownEscape
  case badName
  case other(String)

  var sentence: String {
    switch self {
    case .tab: "a tab stands here — use spaces"
    case .tabIndent: "a tab stands in the indentation — indent with spaces"
    case .startsWith(let scalar): "a value cannot begin with `\(scalar)` here — put it in quotes"
    case .unclosedQuote: "this quotation mark is never closed — close it on the same line"
    case .unclosedBracket(let bracket): "the list or mapping that begins here lacks its `\(bracket)` — close it"
    case .colonInValue:
      "a second `: ` on the line, or a line indented too far — put the value in quotes, or unindent it"
    case .noColon: "this line has no `: ` — write `key: value`, or put a value over several lines in quotes"
    case .indentation: "this line does not fit the lines above it — indent it as its neighbours are"
    case .unknownEscape: "an unknown escape in a quoted text — double the backslash, or use single quotes"
    case .badName: "a value cannot begin with `&`, `*` or `!` — put it in quotes if it is text"
    case .other(let problem): "this is not YAML: \(problem) — write it as the example plan does"
    }
  }
}
