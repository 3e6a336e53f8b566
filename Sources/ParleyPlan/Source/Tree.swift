/// A value of a plan file with its place.
struct Tree {
  var place: Place
  var content: Content

  enum Content {
    /// As written; `isPlain` when without quotes.
    case scalar(String, isPlain: Bool)
    case list([Tree])
    case mapping([Entry])
    /// A value whose fault has been reported already; its reader stays silent.
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
