import ParleyCore

extension MappingReader {
  func timeframe(
    _ tree: Tree, given: inout [String: Int]
  ) -> (timeframe: Timeframe, capacityPlace: Place?)? {
    guard let reader = MappingReader(tree, as: PlanFormat.timeframe, faults: faults) else { return nil }
    let id = reader.newID(TimeframeID.self, kind: "timeframe", given: &given)
    let name = reader.text("name")
    let from = reader.date("from")
    let to = reader.date("to")
    if let from, let to, to.value < from.value {
      let places = [from.place, to.place]
      faults.add(
        .endsBeforeItBegins(from: "\(from.value)", to: "\(to.value)"), at: places.max() ?? tree.place)
    }
    let timeframe = Timeframe(
      id: id ?? TimeframeID(""), name: name ?? "", from: from?.value, to: to?.value,
      capacity: reader.int("capacity"))
    return (timeframe, reader.entries["capacity"]?.value.place)
  }

  func parkingLot(_ known: KnownIDs) -> [ParkedIdea] {
    return (items("parking-lot") ?? []).compactMap { item in
      guard let reader = MappingReader(item, as: PlanFormat.parkedItem, faults: faults) else { return nil }
      return ParkedIdea(
        text: reader.text("text") ?? "",
        by: reader.reference("by", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders),
        kind: reader.choice("kind", of: ItemKind.self) ?? .idea,
        goal: reader.reference("goal", to: GoalID.self, kind: "goal", known: known.goals),
        owner: reader.reference("owner", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders),
        due: reader.date("due")?.value, ref: reader.text("ref"), url: reader.link("url"))
    }
  }

  func links() -> [Link] {
    (items("links") ?? []).compactMap { item in
      guard let reader = MappingReader(item, as: PlanFormat.link, faults: faults) else { return nil }
      let name = reader.text("name")
      guard let url = reader.link("url"), let name else { return nil }
      return Link(name: name, url: url)
    }
  }

  /// Those who get the record. Nobody has to make up an id for them.
  func recipients() -> [Recipient] {
    var given: [String: Int] = [:]
    return (items("inform") ?? []).compactMap { item in
      guard let reader = MappingReader(item, as: PlanFormat.recipient, faults: faults) else { return nil }
      let id = reader.has("id") ? reader.newID(StakeholderID.self, kind: "person to inform", given: &given) : nil
      return Recipient(id: id, name: reader.text("name") ?? "", email: reader.address("email"))
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
    guard let reader = mapping("timeboxes") else { return timeboxes }
    for part in Step.Part.allCases {
      if let minutes = reader.int(part.rawValue) { timeboxes.parts[part] = minutes }
    }
    for (key, box) in boxes {
      if let minutes = reader.int(key) { timeboxes[keyPath: box] = minutes }
    }
    return timeboxes
  }

  func voteRules() -> VoteRules {
    guard let reader = mapping("vote") else { return VoteRules() }
    return VoteRules(
      dots: reader.int("dots"), max: reader.int("max"), step: reader.flag("step") ?? false,
      fewest: reader.int("fewest"))
  }

  /// An unknown name of a card does no harm, and is reported only when it looks like a slip.
  func phrases() -> [String: String] {
    guard let reader = mapping("phrases") else { return [:] }
    let cards = Phrases.Card.allCases.map(\.rawValue)
    var phrases: [String: String] = [:]
    for entry in reader.order {
      if let near = nearName(to: entry.key, among: cards), !cards.contains(entry.key) {
        faults.add(.unknownKey(entry.key, in: reader.owner, near: near, known: cards), at: entry.keyPlace)
      }
      phrases[entry.key] = reader.text(entry.key)
    }
    return phrases
  }
}
