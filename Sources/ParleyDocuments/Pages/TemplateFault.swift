import Mustache

/// What keeps a text from being a Mustache template, and where; lines and columns count from 1.
public struct TemplateFault: Error, Hashable, Sendable {
  public let line: Int
  public let column: Int
  public let what: String

  init(line: Int, column: Int, what: String) {
    self.line = line
    self.column = column
    self.what = what
  }

  /// - Parameter prefixed: how many lines stood before the template.
  init(_ error: MustacheTemplate.ParserError, in template: String, prefixed: Int) {
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false)
    let last = (lines.lastIndex { !$0.isEmpty } ?? 0) + 1
    let at = error.context.lineNumber - prefixed
    line = min(max(1, at), last)
    column = at > last ? lines[last - 1].unicodeScalars.count + 1 : max(1, error.context.columnNumber)
    what =
      switch error.error as? MustacheTemplate.Error {
      case .sectionCloseNameIncorrect: "a section ends under another name than it began"
      case .expectedSectionEnd: "a section does not end"
      case .unfinishedName: "a name has a character that none may have"
      case .invalidSetDelimiter: "the delimiters cannot be set so"
      case nil: "the text ends within a tag"
      default: "it is no Mustache template"
      }
  }
}
