import ParleyCore

/// A value read from a file, with its place and the file.
struct Located<Value> {
  var value: Value
  var place: Place
  var file: String
}

extension Located: Equatable where Value: Equatable {}

/// Reads the keys of one mapping, and reports those that the format does not know.
struct MappingReader {
  let place: Place
  let entries: [String: Tree.Entry]
  let order: [Tree.Entry]
  let faults: FaultList
  /// What may stand in it.
  let format: PlanMapping
  /// Its name in a message: `a goal`.
  let owner: String

  /// Nil when the value is no mapping, which is reported.
  init?(_ tree: Tree, as format: PlanMapping, faults: FaultList) {
    guard let entries = MappingReader.entries(of: tree, as: format.name, faults) else { return nil }
    self.init(place: tree.place, entries: entries, as: format, owner: format.name, faults: faults)
    guard !format.isOpen else { return }
    let keys = format.keys.map(\.name)
    for entry in entries where format[entry.key] == nil {
      let near = nearName(to: entry.key.lowercased(), among: keys)
      faults.add(.unknownKey(entry.key, in: owner, near: near, known: keys), at: entry.keyPlace)
    }
  }

  init(place: Place, entries: [Tree.Entry], as format: PlanMapping, owner: String, faults: FaultList) {
    self.place = place
    self.format = format
    self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    order = entries
    self.owner = owner
    self.faults = faults
  }

  static func entries(of tree: Tree, as owner: String, _ faults: FaultList) -> [Tree.Entry]? {
    switch tree.content {
    case .mapping(let entries): return entries
    case .refused: return nil
    case .scalar, .list:
      faults.add(.notAMapping(owner), at: tree.place)
      return nil
    }
  }

  func has(_ key: String) -> Bool { entries[key] != nil }

  func keyPlace(_ key: String) -> Place? { entries[key]?.keyPlace }

  /// Whether the format wants the key.
  func isRequired(_ key: String) -> Bool { format[key]?.isRequired ?? false }

  /// The value of a key; a missing one is reported where the format wants it.
  func given(_ key: String) -> Tree? { isRequired(key) ? required(key) : tree(key) }

  /// The value of a key; nil when it is missing, empty (which is reported) or reported already.
  func tree(_ key: String, isRequired: Bool = false) -> Tree? {
    guard let entry = entries[key], !entry.value.isRefused else { return nil }
    guard !entry.value.isEmpty else {
      faults.add(.emptyValue(key, isRequired: isRequired), at: entry.keyPlace)
      return nil
    }
    return entry.value
  }

  /// Like ``tree(_:)``, but reports a missing key at the first line of the mapping.
  func required(_ key: String) -> Tree? {
    if !has(key) { faults.add(.missingKey(key, in: owner), at: place) }
    return tree(key, isRequired: true)
  }

  /// The mapping under a key.
  func mapping(_ key: String) -> MappingReader? {
    guard let tree = tree(key), let inner = format[key]?.value.inner else { return nil }
    return MappingReader(tree, as: inner, faults: faults)
  }

  /// The items under a key; a scalar is a list of one.
  func items(_ key: String, isRequired: Bool = false) -> [Tree]? {
    guard let tree = tree(key, isRequired: isRequired) else { return nil }
    switch tree.content {
    case .list(let items):
      for item in items where item.isEmpty { faults.add(.emptyItem, at: item.place) }
      return items.filter { !$0.isEmpty && !$0.isRefused }
    case .scalar: return [tree]
    case .mapping, .refused:
      faults.add(.notAList("`\(key)`"), at: tree.place)
      return nil
    }
  }
}
