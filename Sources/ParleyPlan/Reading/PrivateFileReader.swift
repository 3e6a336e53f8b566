import ParleyCore

/// `FILE.private.yaml`: pages of the stakeholder map, by stakeholder id.
struct PrivateFileReader {
  let faults: FaultList
  /// The ids of the plan.
  let known: KnownIDs
  /// The private keys in the plan itself, by stakeholder.
  let inPlan: [String: Set<String>]

  func pages(of tree: Tree) -> [String: PrivatePage] {
    var pages: [String: PrivatePage] = [:]
    for entry in MappingReader.entries(of: tree, as: "the private file", faults) ?? [] {
      if let people = known.stakeholders, !people.contains(entry.key) {
        let near = nearName(to: entry.key, among: people.sorted())
        faults.add(.unknownID(entry.key, of: "stakeholder", near: near), at: entry.keyPlace)
      }
      pages[entry.key] = page(of: entry)
    }
    return pages
  }

  private func page(of entry: Tree.Entry) -> PrivatePage? {
    guard !entry.value.isEmpty else {
      faults.add(.emptyValue(entry.key), at: entry.keyPlace)
      return nil
    }
    let owner = "what is private of \(quoted(entry.key))"
    guard let entries = MappingReader.entries(of: entry.value, as: owner, faults) else { return nil }
    for inner in entries { tellMisplaced(inner, person: entry.key, owner) }
    let reader = MappingReader(
      place: entry.value.place, entries: entries, as: PlanFormat.privatePage, owner: owner, faults: faults)
    return PrivatePage(reader, known)
  }

  private func tellMisplaced(_ entry: Tree.Entry, person: String, _ owner: String) {
    let key = entry.key
    if inPlan[person]?.contains(key) == true {
      faults.add(.alsoInPrivateFile(key: key, person: person), at: entry.keyPlace)
    } else if PlanFormat.publicFacts.contains(where: { $0.name == key }) {
      faults.add(.publicKeyInPrivateFile(key), at: entry.keyPlace)
    } else if !PrivatePage.keys.contains(key) {
      let near = nearName(to: key.lowercased(), among: PrivatePage.keys)
      faults.add(.unknownKey(key, in: owner, near: near, known: PrivatePage.keys), at: entry.keyPlace)
    }
  }
}
