import ParleyCore

/// The ids of a plan, collected before anything refers to them.
struct KnownIDs {
  var timeframes: Set<String>?
  var stakeholders: Set<String>?
  var goals: Set<String>?

  /// Nothing is known of a plan that cannot be read, so that no reference is found fault with.
  init() {}

  init(_ root: MappingReader) {
    timeframes = KnownIDs.ids(in: root, "timeframes")
    stakeholders = KnownIDs.ids(in: root, "stakeholders")
    goals = KnownIDs.ids(in: root, "goals")
  }

  /// Nil when the list itself cannot be read: then no reference to it can be checked. An item without an `id` may mean
  /// any of its words, so that one misspelt key does not make its references unknown as well.
  private static func ids(in root: MappingReader, _ key: String) -> Set<String>? {
    guard case .list(let items)? = root.entries[key]?.value.content else { return nil }
    var ids: Set<String> = []
    for item in items {
      guard case .mapping(let entries) = item.content else { continue }
      if case .scalar(let id, _)? = entries.first(where: { $0.key == "id" })?.value.content {
        ids.insert(id)
      } else {
        for case .scalar(let word, _) in entries.map(\.value.content) where !word.isEmpty { ids.insert(word) }
      }
    }
    return ids
  }
}

extension MappingReader {
  /// The id of a new thing: well formed and not taken.
  func newID<Kind>(_ type: ID<Kind>.Type, kind: String, given: inout [String: Int]) -> ID<Kind>? {
    guard let tree = required("id"), let text = scalar(tree, of: "id") else { return nil }
    guard ID<Kind>.isWellFormed(text) else {
      if text.isEmpty {
        faults.add(.emptyValue("id", isRequired: true), at: keyPlace("id") ?? tree.place)
      } else {
        faults.add(.badID(text), at: tree.place)
      }
      return nil
    }
    if let line = given[text] {
      faults.add(.duplicateID(text, of: kind, firstLine: line), at: tree.place)
      return nil
    }
    given[text] = tree.place.line
    return ID<Kind>(text)
  }

  /// The id of something in the plan.
  func reference<Kind>(
    _ key: String, to type: ID<Kind>.Type, kind: String, known: Set<String>?
  ) -> ID<Kind>? {
    given(key).flatMap { reference($0, of: key, kind: kind, known: known) }
  }

  func references<Kind>(_ key: String, to type: ID<Kind>.Type, kind: String, known: Set<String>?) -> [ID<Kind>] {
    (items(key) ?? []).compactMap { reference($0, of: key, kind: kind, known: known) }
  }

  private func reference<Kind>(_ tree: Tree, of key: String, kind: String, known: Set<String>?) -> ID<Kind>? {
    guard let text = scalar(tree, of: key) else { return nil }
    guard !text.isEmpty else {
      faults.add(.emptyValue(key), at: keyPlace(key) ?? tree.place)
      return nil
    }
    if let known, !known.contains(text) {
      let near = nearName(to: text, among: known.sorted())
      faults.add(.unknownID(text, of: kind, near: near), at: tree.place)
      return nil
    }
    return ID<Kind>(text)
  }
}
