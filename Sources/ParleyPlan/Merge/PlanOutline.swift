/// What a merge looks at in a plan: its lists, and what tells their items from others.
struct PlanOutline {
  let root: Part

  /// A mapping of the plan: all of it, or an item of a list.
  struct Part {
    let tree: Tree
    let entries: [String: Tree.Entry]

    init?(_ tree: Tree) {
      guard case .mapping(let entries) = tree.content else { return nil }
      self.tree = tree
      self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    }

    /// The text of a key; nil where it has none.
    subscript(_ key: String) -> String? {
      guard case .scalar(let text, _)? = entries[key]?.value.content, !text.isEmpty else { return nil }
      return text
    }

    /// Where the value of a key stands, else the part itself.
    func place(of key: String) -> Place { entries[key]?.value.place ?? tree.place }

    /// The items of a list that are mappings.
    func parts(_ key: String) -> [Part] {
      guard case .list(let items)? = entries[key]?.value.content else { return [] }
      return items.compactMap { Part($0) }
    }

    /// The metrics, however the plan writes them.
    var metrics: [Part] { entries["metric"].flatMap { Part($0.value) }.map { [$0] } ?? parts("metrics") }
  }

  init?(_ tree: Tree) {
    guard let root = Part(tree) else { return nil }
    self.root = root
  }

  var goals: [Part] { root.parts("goals") }
  var features: [(goal: Part, feature: Part)] { goals.flatMap { goal in goal.parts("features").map { (goal, $0) } } }
  var parked: [Part] { root.parts("parking-lot") }

  /// The ids of a kind that are taken.
  func ids(of parts: [Part]) -> Set<String> { Set(parts.compactMap { $0["id"] }) }
}
