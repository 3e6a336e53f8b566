extension RecordSection {
  /// The note-taker's notes, and when they were made.
  public static let notes = RecordSection(
    "notes", RecordLayout(.words("notes.heading"), if: "notes", [.list([.value(".")], rows: "rows")])
  ) { record, names in
    record.notes.isEmpty
      ? [:] : ["notes": .group(["rows": .texts(record.notes.map { "\(names.words.time($0.at)) \($0.text.shown)" })])]
  }
  .spreadsheet("notes") { record, names in
    record.notes.map { [.name: $0.text, .value: names.words.time($0.at)] }
  }
  .on(screen: "Notes") { record, _ in record.notes.map { .paragraph("\($0.at.clock)  \($0.text)") } }
}
