extension Entry: CodedObject {
  /// The entry as the journal and the wire hold it.
  package static let codec = Codec(
    { (n, at, by, line, events, seat: Giver?, number: Int?) in
      Entry(
        number: n, at: at, by: by, line: line, events: events, seat: seat.map { Giver($0, number: number) })
    },
    Member("n", \.number), Member("at", \.at), Member("by", \.by),
    Member("line", \.line), Member("events", \.events),
    Member("seat", \.seat), Member("number", \.seat?.number))

  /// Reads what `json` gives.
  package init(json: JSON) throws(CodingFault) { self = try Fields.read(json, Entry.init(coded:)) }

  /// Reads the text of `json`, without making values of what is not asked for: the way for long journals.
  package init(jsonText text: UnsafeBufferPointer<UInt8>) throws(CodingFault) {
    self = try Fields.read(text, Entry.init(coded:))
  }
}

// A stakeholder may have the id "screen": the mark keeps it apart from the role.
extension Speaker: Coded {
  package var json: JSON {
    if case .stakeholder(let id) = self { .string("@\(id)") } else { .string(text) }
  }

  package init?(coded: Fields) {
    guard let text = coded.string else { return nil }
    self.init(coded: text)
  }

  init(coded text: String) {
    let isMarked = text.utf8.first == UInt8(ascii: "@")
    self = isMarked ? .stakeholder(StakeholderID(String(text.dropFirst()))) : Speaker(text)
  }
}
