import ParleyCore

/// What the record's templates are filled with: the values of its sections as plain text, which ``DocumentForm`` makes
/// safe for the document, what stands in its head, and YAML for the front matter.
struct RecordPage: TemplatePage {
  private let members: [String: Any]

  init(_ record: Record, in words: DocumentWording) {
    members = ValuePage(record.values(in: words)).members.merging(RecordPage.head(of: record, words)) { _, own in own }
  }

  func value(named name: String) -> Any? { members[name] }

  private static func head(of record: Record, _ words: DocumentWording) -> [String: Any] {
    [
      "session": record.id.yaml, "quotedTitle": record.title.yaml, "status": record.status.rawValue,
      "kind": record.kind.rawValue, "started": record.started?.description ?? "null",
      "ended": record.ended?.description ?? "null", "facilitator": record.facilitator?.yaml ?? "null",
      "noteTaker": record.noteTaker?.yaml ?? "null", "title": record.title.shown,
      "standing": record.standing(in: words), "remarks": record.remarks(in: words),
    ]
  }
}

/// Values as a template finds them.
private struct ValuePage: TemplatePage {
  let members: [String: Any]

  init(_ values: RecordValues) { members = values.mapValues(ValuePage.any) }

  func value(named name: String) -> Any? { members[name] }

  private static func any(_ value: RecordValue) -> Any {
    switch value {
    case .text(let text): text
    case .number(let number): number
    case .flag(let flag): flag
    case .texts(let texts): texts
    case .list(let rows): rows.map(ValuePage.init)
    case .group(let values): ValuePage(values)
    }
  }
}
