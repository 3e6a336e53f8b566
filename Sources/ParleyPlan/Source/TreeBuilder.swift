/// Makes a ``Tree`` of a document's nodes, and reports YAML that a plan file does not allow.
struct TreeBuilder {
  let source: SourceText
  let faults: FaultList
  let told = ToldLines()
  static let deepest = 16

  func tree(of node: YAMLNode, depth: Int = 1) -> Tree {
    let place = self.place(of: node)
    if let complaint = refusal(of: node, at: place, depth: depth) {
      faults.add(complaint, at: place)
      return Tree(place: place, content: .refused)
    }
    switch node.content {
    case .scalar(let text, let isPlain):
      return Tree(place: place, content: content(of: text, isPlain: isPlain, at: place))
    case .sequence(let items):
      return Tree(place: place, content: .list(items.map { tree(of: $0, depth: depth + 1) }))
    case .mapping(let pairs): return Tree(place: place, content: .mapping(entries(of: pairs, depth: depth + 1)))
    case .alias: return Tree(place: place, content: .refused)
    }
  }

  private func place(of node: YAMLNode) -> Place { source.clamped(node.place) }

  /// An anchor, alias or tag begins its node; nothing else can begin with their signs.
  private func refusal(of node: YAMLNode, at place: Place, depth: Int) -> Complaint? {
    switch source[place] {
    case "&": return .anchor
    case "*": return .alias
    case "!": return .tag
    default: break
    }
    if case .scalar = node.content { return nil }
    return depth > Self.deepest ? .tooDeep : nil
  }

  private func content(of scalar: String, isPlain: Bool, at place: Place) -> Tree.Content {
    guard !source.hasBadBytes(scalar) else { return .refused }
    let text = source.restored(scalar)
    if let bad = text.unicodeScalars.first(where: { isForbidden($0) && $0 != "\n" }) {
      told.add(from: place.line, breaks: text.unicodeScalars.count { $0 == "\n" })
      faults.add(.forbiddenCharacter(shown: quoted(text), bad), at: place)
      return .refused
    }
    return .scalar(text, isPlain: isPlain)
  }

  private func entries(of pairs: [(key: YAMLNode, value: YAMLNode)], depth: Int) -> [Tree.Entry] {
    var firstLines: [String: Int] = [:]
    var entries: [Tree.Entry] = []
    for (keyNode, valueNode) in pairs {
      let value = tree(of: valueNode, depth: depth)
      guard let key = key(of: keyNode) else { continue }
      if key.isMerge {
        faults.add(.mergeKey, at: key.place)
      } else if let line = firstLines[key.text] {
        faults.add(.duplicateKey(key.text, firstLine: line), at: key.place)
      } else {
        firstLines[key.text] = key.place.line
        entries.append(Tree.Entry(key: key.text, keyPlace: key.place, value: value))
      }
    }
    return entries
  }

  private func key(of node: YAMLNode) -> (text: String, place: Place, isMerge: Bool)? {
    let place = self.place(of: node)
    guard case .scalar(let scalar, let isPlain) = node.content else {
      faults.add(.keyIsNoWord, at: place)
      return nil
    }
    if let complaint = refusal(of: node, at: place, depth: 1) {
      faults.add(complaint, at: place)
      return nil
    }
    guard case .scalar(let text, _) = content(of: scalar, isPlain: isPlain, at: place) else { return nil }
    return (text, place, isPlain && text == "<<")
  }
}

/// The lines of the values whose characters were reported.
final class ToldLines {
  private(set) var lines: Set<Int> = []

  /// A folded text has lost some of its breaks, so this may end early: then a line is reported again.
  func add(from line: Int, breaks: Int) { lines.formUnion(line...(line + breaks + 1)) }
}
