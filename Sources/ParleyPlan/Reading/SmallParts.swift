import ParleyCore

extension MappingReader {
  func timeframe(
    _ tree: Tree, given: inout [String: Int]
  ) -> (timeframe: Timeframe, capacityPlace: Place?)? {
    let keys = ["id", "name", "from", "to", "capacity"]
    guard let reader = MappingReader(tree, as: "a timeframe", keys: keys, faults: faults) else { return nil }
    let id = reader.newID(TimeframeID.self, kind: "timeframe", given: &given)
    let name = reader.name("name", required: true)
    let from = reader.date("from")
    let to = reader.date("to")
    if let from, let to, to.value < from.value {
      let places = [from.place, to.place]
      faults.add(
        .endsBeforeItBegins(from: "\(from.value)", to: "\(to.value)"), at: places.max() ?? tree.place)
    }
    let timeframe = Timeframe(
      id: id ?? TimeframeID(""), name: name ?? "", from: from?.value, to: to?.value,
      capacity: reader.int("capacity", least: 1))
    return (timeframe, reader.entries["capacity"]?.value.place)
  }

  func parkingLot(_ known: KnownIDs) -> [ParkedIdea] {
    let keys = ["text", "by", "kind", "goal", "owner", "due", "ref", "url"]
    return (items("parking-lot") ?? []).compactMap { item in
      guard let reader = MappingReader(item, as: "a parked item", keys: keys, faults: faults) else { return nil }
      return ParkedIdea(
        text: reader.text("text", required: true) ?? "",
        by: reader.reference("by", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders),
        kind: reader.choice("kind", of: ItemKind.self) ?? .idea,
        goal: reader.reference("goal", to: GoalID.self, kind: "goal", known: known.goals),
        owner: reader.reference("owner", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders),
        due: reader.date("due")?.value, ref: reader.name("ref"), url: reader.link("url"))
    }
  }

  func links() -> [Link] {
    (items("links") ?? []).compactMap { item in
      guard let reader = MappingReader(item, as: "a link", keys: ["name", "url"], faults: faults) else { return nil }
      let name = reader.name("name", required: true)
      _ = reader.required("url")
      guard let name, let url = reader.link("url") else { return nil }
      return Link(name: name, url: url)
    }
  }

  /// Those who get the record. Nobody has to make up an id for them.
  func recipients() -> [Recipient] {
    var given: [String: Int] = [:]
    return (items("inform") ?? []).compactMap { item in
      guard let reader = MappingReader(item, as: "someone to inform", keys: ["id", "name", "email"], faults: faults)
      else {
        return nil
      }
      let id = reader.has("id") ? reader.newID(StakeholderID.self, kind: "person to inform", given: &given) : nil
      return Recipient(id: id, name: reader.name("name", required: true) ?? "", email: reader.address("email"))
    }
  }

  func timeboxes(_ kind: SessionKind) -> Timeboxes {
    let boxes: [(key: String, box: WritableKeyPath<Timeboxes, Int>)] = [
      ("review", \.review), ("boundary", \.boundary), ("context", \.context), ("vote", \.vote), ("goal", \.goal),
      ("priorities", \.priorities), ("conflict", \.conflict), ("features", \.features), ("read-back", \.readBack),
    ]
    var timeboxes = Timeboxes()
    // A session on features alone only looks at the earlier agreement, and does not review it.
    if kind == .featuresOnly { timeboxes.review = 5 }
    let parts = Step.Part.allCases.map(\.rawValue)
    guard let reader = mapping("timeboxes", keys: boxes.map(\.key) + parts) else { return timeboxes }
    for part in Step.Part.allCases {
      if let minutes = reader.int(part.rawValue, least: 0, most: 1440) { timeboxes.parts[part] = minutes }
    }
    for (key, box) in boxes {
      if let minutes = reader.int(key, least: 0, most: 1440) { timeboxes[keyPath: box] = minutes }
    }
    return timeboxes
  }

  func voteRules() -> VoteRules {
    guard let reader = mapping("vote", keys: ["dots", "max", "step", "fewest"]) else { return VoteRules() }
    return VoteRules(
      dots: reader.int("dots", least: 1), max: reader.int("max", least: 1), step: reader.flag("step") ?? false,
      fewest: reader.int("fewest", least: 1))
  }

  /// An unknown name of a card does no harm, and is reported only when it looks like a slip.
  func phrases() -> [String: String] {
    guard let tree = tree("phrases"), let entries = MappingReader.entries(of: tree, as: "`phrases`", faults) else {
      return [:]
    }
    let reader = MappingReader(place: tree.place, entries: entries, owner: "`phrases`", faults: faults)
    let cards = Phrases.Card.allCases.map(\.rawValue)
    var phrases: [String: String] = [:]
    for entry in entries {
      if let near = nearName(to: entry.key, among: cards), !cards.contains(entry.key) {
        faults.add(.unknownKey(entry.key, in: "`phrases`", near: near, known: cards), at: entry.keyPlace)
      }
      phrases[entry.key] = reader.text(entry.key)
    }
    return phrases
  }
}
