import ParleyCore

/// Reads one stakeholder of the plan, with the public and the private facts.
struct StakeholderReader {
  /// The speakers of seats that belong to nobody: on a shared terminal `@screen` must mean one of them.
  static let seats: Set<String> = ["facilitator", "note-taker", "stakeholder", "screen", "cockpit"]

  var stakeholder: Stakeholder
  var page: PrivatePage
  /// The private keys in the plan itself, each with its place.
  var privateKeys: [String: Place]
  var place: Place

  init?(_ tree: Tree, known: KnownIDs, given: inout [String: Int], faults: FaultList) {
    guard let reader = MappingReader(tree, as: PlanFormat.stakeholder, faults: faults) else { return nil }
    let id = reader.newID(StakeholderID.self, kind: "stakeholder", given: &given)
    if let id, Self.seats.contains(id.text), let place = reader.entries["id"]?.value.place {
      faults.add(.reservedID(id.text), at: place)
    }
    stakeholder = Stakeholder(
      id: id ?? StakeholderID(""), name: reader.text("name") ?? "", role: reader.text("role"),
      absent: reader.flag("absent") ?? false, email: reader.address("email"), zone: reader.zone("zone"))
    page = PrivatePage(reader, known)
    privateKeys = Dictionary(PrivatePage.keys.compactMap { key in reader.keyPlace(key).map { (key, $0) } }) { $1 }
    place = tree.place
  }

  /// The name for a message, even when the file has none.
  var shownName: String {
    if !stakeholder.name.isEmpty { return stakeholder.name }
    return stakeholder.id.text.isEmpty ? "this person" : stakeholder.id.text
  }
}
