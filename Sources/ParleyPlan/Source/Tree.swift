/// A value of a plan file with the place where it stands.
struct Tree {
  var place: Place
  var content: Content

  enum Content {
    /// As written; `isPlain` when without quotes.
    case scalar(String, isPlain: Bool)
    case list([Tree])
    case mapping([Entry])
    /// Something whose fault has been told already: whoever reads it stays silent.
    case refused
  }

  struct Entry {
    var key: String
    var keyPlace: Place
    var value: Tree
  }

  /// Nothing after the key.
  var isEmpty: Bool {
    if case .scalar(let text, let isPlain) = content { isPlain && text.isEmpty } else { false }
  }

  var isRefused: Bool { if case .refused = content { true } else { false } }
}
