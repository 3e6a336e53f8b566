extension RecordSection {
  /// The people who get the record besides those who were asked.
  public static let recipients = RecordSection(
    "recipients",
    RecordLayout(.words("recipients.heading"), if: "recipients", [.list([.value(".")], rows: "rows")])
  ) { record, _ in
    record.inform.isEmpty ? [:] : ["recipients": .group(["rows": .texts(record.inform.map(\.name.shown))])]
  }
  .json("inform", \.inform) { person in
    ["id": JSON(person.id), "name": .string(person.name), "email": JSON(person.email)]
  }
  .spreadsheet("informed") { record, _ in
    record.inform.map { [.id: $0.id?.text ?? "", .name: $0.name, .who: $0.name, .value: $0.email ?? ""] }
  }
}
