extension Entry {
  /// The entry as the journal and the wire hold it.
  public var json: JSON {
    .compact(
      ("n", .integer(number)), ("at", .integer(Int(at.milliseconds))), ("by", .string(by.coded)),
      ("line", .string(line)), ("events", .array(events.map(\.json))))
  }

  /// Reads what ``json`` gives.
  public init(json: JSON) throws(CodingFault) {
    let fields = Fields(json)
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
