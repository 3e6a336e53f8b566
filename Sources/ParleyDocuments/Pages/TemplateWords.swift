import ParleyCore

/// The words of a wording as they stand in a template: made safe for its form, and for Mustache, which would take two
/// braces for a command.
struct TemplateWords {
  let words: DocumentWording
  private let form: DocumentForm

  init(_ words: DocumentWording, _ form: DocumentForm) { (self.words, self.form) = (words, form) }

  /// The words of a key. A place in them has the page's value of that name.
  subscript(_ key: String) -> String { sentence(key, [:]) }

  /// The words of a key, with the names of the values at its places where those are others.
  func sentence(_ key: String, _ names: [String: String]) -> String {
    words.text(key).pieces.map { piece in
      switch piece {
      case .words(let words): marked(words)
      case .place(let place): "{{\(names[place] ?? place)}}"
      }
    }.joined()
  }

  /// Words between asterisks stand out. Line breaks stay where a form has them.
  private func marked(_ text: String) -> String {
    switch form {
    case .markdown: text.lines { $0.parts(of: "*").map(\.markdownWithin).joined(separator: "*") }
    case .html: text.lines { $0.parts(of: "**").pair("strong") { $0.parts(of: "*").pair("em") { $0.htmlWithin } } }
    case .plain, .chat: text
    }
  }
}

extension String {
  fileprivate func lines(_ write: (String) -> String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { write(String($0)) }.joined(separator: "\n")
  }

  fileprivate func parts(of sign: String) -> [String] {
    split(separator: sign, omittingEmptySubsequences: false).map(String.init)
  }

  /// Safe within a line: the spaces at its ends stay, and its start is none of a line.
  fileprivate var markdownWithin: String { "x\(self)x".markdown.withoutFrame }
  fileprivate var htmlWithin: String { "x\(self)x".html.withoutFrame }
  private var withoutFrame: String { String(dropFirst().dropLast()) }
}

extension [String] {
  /// Every second part stands out.
  fileprivate func pair(_ tag: String, _ write: (String) -> String) -> String {
    enumerated().map { place, part in place % 2 == 1 ? "<\(tag)>\(write(part))</\(tag)>" : write(part) }.joined()
  }
}
