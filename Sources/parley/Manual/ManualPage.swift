// Theory: what the reference says is data of the program: the verbs' grammar, the actions and their keys, the format of
// plans, the keys of the settings, the importer's headings, exit codes, variables, commands. A page arranges such a list
// in blocks, and two renderers write the blocks: `plain` for `parley help`, `roff` for `man`. So nothing here can say
// what the program does not do, and a key that is added to a list is in both at once.

/// A page of the reference.
struct ManualPage {
  /// As `man` names it: `parley-plan`.
  let name: String
  let section: Int
  /// What it is about, in a line.
  let about: String
  let blocks: [Block]

  enum Block {
    case heading(String)
    case subheading(String)
    case paragraph(String)
    case terms([Term])
    /// Lines as they are.
    case code([String])

    var isHeading: Bool {
      switch self {
      case .heading, .subheading: true
      case .paragraph, .terms, .code: false
      }
    }
  }

  /// A word, and what it means.
  struct Term {
    let word: String
    let meaning: String
    /// Names what the word stands for, beside it, where there is more than one name.
    var remark: String?

    init(_ word: String, _ meaning: String, remark: String? = nil) {
      (self.word, self.meaning, self.remark) = (word, meaning, remark)
    }
  }
}

extension String {
  /// In capitals, save for what is written in one way only: `[keys]`.
  var asHeading: String { hasPrefix("[") ? self : uppercased() }

  /// Begun with a capital letter, and ended with a full stop.
  var sentence: String {
    guard let last else { return self }
    return prefix(1).uppercased() + dropFirst() + (".!?…:".contains(last) ? "" : ".")
  }
}
