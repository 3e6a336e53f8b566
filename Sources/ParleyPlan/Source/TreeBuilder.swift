import Yams

/// Makes a ``Tree`` from Yams' nodes, and reports YAML that a plan file does not allow.
struct TreeBuilder {
  let source: SourceText
  let faults: FaultList
  /// Keys whose first scalar was changed so that Yams would compose the file, by their place.
  let renamed: [Place: Unicode.Scalar]
  let told = ToldLines()
  static let deepest = 16

  func tree(of node: Node, depth: Int = 1) -> Tree {
    let place = self.place(of: node)
    if let complaint = refusal(of: node, at: place, depth: depth) {
      faults.add(complaint, at: place)
      return Tree(place: place, content: .refused)
    }
    switch node {
    case .scalar(let scalar): return Tree(place: place, content: content(of: scalar, at: place))
    case .sequence(let items):
      return Tree(place: place, content: .list(items.map { tree(of: $0, depth: depth + 1) }))
    case .mapping(let pairs): return Tree(place: place, content: .mapping(entries(of: pairs, depth: depth + 1)))
    case .alias: return Tree(place: place, content: .refused)
    }
  }

  private func place(of node: Node) -> Place {
    node.mark.map { source.clamped(Place(line: $0.line, column: $0.column)) } ?? .start
  }

  /// An anchor, alias or tag begins its node; nothing else can begin with their signs.
  private func refusal(of node: Node, at place: Place, depth: Int) -> Complaint? {
    switch source[place] {
    case "&": return .anchor
    case "*": return .alias
    case "!": return .tag
    default: break
    }
    if case .scalar = node { return nil }
    return depth > Self.deepest ? .tooDeep : nil
  }

  private func content(of scalar: Node.Scalar, at place: Place) -> Tree.Content {
    guard !source.hasBadBytes(scalar.string) else { return .refused }
    let text = source.restored(scalar.string)
    if let bad = text.unicodeScalars.first(where: { isForbidden($0) && $0 != "\n" }) {
      told.add(from: place.line, breaks: text.unicodeScalars.count { $0 == "\n" })
      faults.add(.forbiddenCharacter(shown: quoted(text), bad), at: place)
      return .refused
    }
    return .scalar(text, isPlain: scalar.style == .plain)
  }

  private func entries(of pairs: Node.Mapping, depth: Int) -> [Tree.Entry] {
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

  private func key(of node: Node) -> (text: String, place: Place, isMerge: Bool)? {
    let place = self.place(of: node)
    guard case .scalar(var scalar) = node else {
      faults.add(.keyIsNoWord, at: place)
      return nil
    }
    if let first = renamed[place] {
      let style = scalar.style
      scalar.string = String(first) + String(String.UnicodeScalarView(scalar.string.unicodeScalars.dropFirst()))
      scalar.style = style
    }
    if let complaint = refusal(of: .scalar(scalar), at: place, depth: 1) {
      faults.add(complaint, at: place)
      return nil
    }
    guard case .scalar(let text, let isPlain) = content(of: scalar, at: place) else { return nil }
    return (text, place, isPlain && text == "<<")
  }
}

/// The lines of the values whose characters were reported.
final class ToldLines {
  private(set) var lines: Set<Int> = []

  /// A folded text has lost some of its breaks, so this may end early: then a line is reported again.
  func add(from line: Int, breaks: Int) { lines.formUnion(line...(line + breaks + 1)) }
}
