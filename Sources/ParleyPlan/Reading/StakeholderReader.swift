import ParleyCore

/// Reads one stakeholder of the plan, with the public and the private facts.
struct StakeholderReader {
  static let publicKeys = ["id", "name", "role", "metric", "authority", "absent", "email"]
  /// The speakers of seats that belong to nobody: on a shared terminal `@screen` must mean one of them.
  static let seats: Set<String> = ["facilitator", "note-taker", "stakeholder", "screen", "cockpit"]
  static let keys = publicKeys + PrivatePage.keys

  var stakeholder: Stakeholder
  var page: PrivatePage
  /// The private keys in the plan itself.
  var privateKeys: Set<String>
  var place: Place
  var metricPlace: Place?

  init?(_ tree: Tree, given: inout [String: Int], faults: FaultList) {
    guard let reader = MappingReader(tree, as: "a stakeholder", keys: Self.keys, faults: faults) else { return nil }
    let id = reader.newID(StakeholderID.self, kind: "stakeholder", given: &given)
    if let id, Self.seats.contains(id.text), let place = reader.entries["id"]?.value.place {
      faults.add(.reservedID(id.text), at: place)
    }
    stakeholder = Stakeholder(
      id: id ?? StakeholderID(""), name: reader.name("name", required: true) ?? "", role: reader.name("role"),
      metric: reader.text("metric"), authority: reader.choice("authority", of: Authority.self),
      absent: reader.flag("absent") ?? false,
      email: reader.address("email"))
    page = PrivatePage(reader)
    privateKeys = Set(PrivatePage.keys.filter(reader.has))
    place = tree.place
    metricPlace = reader.entries["metric"]?.value.place
  }

  /// The name for a message, even when the file has none.
  var shownName: String {
    if !stakeholder.name.isEmpty { return stakeholder.name }
    return stakeholder.id.text.isEmpty ? "this person" : stakeholder.id.text
  }
}
