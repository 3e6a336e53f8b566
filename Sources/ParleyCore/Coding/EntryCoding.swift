extension Entry {
  /// The entry as the journal and the wire hold it.
  public var json: JSON {
    .compact(
      ("n", .integer(number)), ("at", .integer(Int(at.milliseconds))), ("by", .string(by.coded)),
      ("line", .string(line)), ("events", .array(events.map(\.json))))
  }

  /// Reads what ``json`` gives.
  public init(json: JSON) throws(CodingFault) { self = try Fields.read(json, Entry.init(fields:)) }

  /// Reads the text of ``json``, without making values of what is not asked for: the way for long journals.
  public init(jsonText text: UnsafeBufferPointer<UInt8>) throws(CodingFault) {
    self = try Fields.read(text, Entry.init(fields:))
  }

  package init(fields: Fields) throws(CodingFault) {
    number = try fields.int("n")
    at = Instant(milliseconds: Int64(try fields.int("at")))
    by = Speaker(coded: try fields.text("by"))
    line = try fields.text("line")
    events = try fields.list("events", Event.init(fields:))
  }
}

extension Speaker {
  // A stakeholder may have the id "screen": the mark keeps it apart from the role.
  fileprivate var coded: String {
    if case .stakeholder(let id) = self { "@\(id)" } else { text }
  }

  fileprivate init(coded: String) {
    self = coded.hasPrefix("@") ? .stakeholder(StakeholderID(String(coded.dropFirst()))) : Speaker(coded)
  }
}
