/// Puts an error of the YAML parser into plain words, at the place that helps.
struct SyntaxFault {
  private let problem: String
  private let mark: Place
  private let contextMark: Place?
  private let source: SourceText

  init(_ fault: YAMLFault, _ source: SourceText) {
    self.source = source
    problem = fault.problem
    mark = fault.place
    contextMark = fault.opening
  }

  /// The fault and its place.
  var finding: (Complaint, Place) {
    let here = source.clamped(mark)
    let opening = source.clamped(contextMark ?? mark)
    if problem == YAMLFault.nesting { return (.tooDeep, deepest ?? here) }
    if source[here] == "!" { return (.tag, here) }
    if source[here] == "&" { return (.anchor, here) }
    switch problem {
    case "found character that cannot start any token", "found a tab character that violates indentation":
      guard let scalar = source[here] else { return (.syntax(.indentation), here) }
      return (.syntax(scalar == "\t" ? .tabIndent : .startsWith(scalar)), here)
    case "found a tab character where an indentation space is expected": return (.syntax(.tabIndent), here)
    case "found unexpected end of stream", "found unexpected document indicator":
      return (.syntax(.unclosedQuote), opening)
    case "did not find expected ',' or ']'": return (.syntax(.unclosedBracket("]")), opening)
    case "did not find expected ',' or '}'": return (.syntax(.unclosedBracket("}")), opening)
    case "mapping values are not allowed in this context": return (.syntax(.colonInValue), here)
    case "could not find expected ':'": return (.syntax(.noColon), opening)
    case "did not find expected key", "did not find expected '-' indicator", "did not find expected node content",
      "block sequence entries are not allowed in this context", "did not find expected <document start>":
      return (.syntax(.indentation), here)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return (.syntax(.unknownEscape), here)
    case "did not find expected alphabetic or numeric character": return (.syntax(.badName), opening)
    default: return (.syntax(.other(problem)), here)
    }
  }

  /// The place where brackets nest for the sixteenth time, apart from quotes and comments: the parser's own place is further
  /// in.
  private var deepest: Place? {
    var depth = 0
    for (index, scalar) in source.scalars.enumerated() {
      if scalar == "[" || scalar == "{" { depth += 1 } else if scalar == "]" || scalar == "}" { depth -= 1 }
      if depth >= TreeBuilder.deepest { return source.place(of: index) }
    }
    return nil
  }
}
