/// Someone who gets the record, by the id under which they comment (M31).
public struct Reader: Hashable, Sendable {
  public var id: StakeholderID
  public var name: String
  public var email: String?
}

extension Plan {
  /// Whether its documents go to people who may be somewhere else: some have an address or a zone of their own, or all
  /// call in.
  public var goesElsewhere: Bool {
    remote || stakeholders.contains { $0.email != nil || $0.zone != nil } || inform.contains { $0.email != nil }
  }

  /// The people who get the record and were not asked. Whoever has no id in the plan has one made of their name.
  public var readers: [Reader] { inform.readers(besides: stakeholders.map(\.id)) }

  /// Everyone who may comment, for whoever looks for one by name or address.
  public var commenters: [Stakeholder] {
    stakeholders
      + readers.map { reader in
        var person = Stakeholder(id: reader.id, name: reader.name)
        person.email = reader.email
        return person
      }
  }
}

extension [Recipient] {
  func readers(besides people: [StakeholderID]) -> [Reader] {
    var taken = Set(people).union(compactMap(\.id))
    return map { recipient in
      if let id = recipient.id { return Reader(id: id, name: recipient.name, email: recipient.email) }
      let words = recipient.name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      let base = words.isEmpty ? "reader" : String(words.joined(separator: "-").prefix(48))
      var (id, turn) = (StakeholderID(base), 1)
      while !taken.insert(id).inserted {
        turn += 1
        id = StakeholderID("\(base)-\(turn)")
      }
      return Reader(id: id, name: recipient.name, email: recipient.email)
    }
  }
}
