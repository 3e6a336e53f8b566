extension RecordSection {
  /// Where to find what belongs to the session: a recording, a dashboard, the roadmap.
  public static let links = RecordSection(
    table: "links", "Links", \.links,
    [
      RecordColumn("Name", "name") { link, _ in link.name.shown },
      RecordColumn("Address", "url") { link, _ in link.url.shown.leading(to: link.url) },
    ]
  )
  .json("links", \.links) { ["name": .string($0.name), "url": .string($0.url)] }
  .spreadsheet("links") { record, _ in record.links.map { [.name: $0.name, .value: $0.url] } }
}
