extension RecordSection {
  /// Where to find what belongs to the session: a recording, a dashboard, the roadmap.
  public static let links = RecordSection(
    table: "links", "links.heading", \.links,
    [
      RecordColumn("name", "name") { link, _ in link.name.shown },
      RecordColumn("address", "url") { link, _ in link.url.shown.leading(to: link.url) },
    ]
  )
  .json("links", \.links) { ["name": .string($0.name), "url": .string($0.url)] }
  .spreadsheet("links") { record, _ in record.links.map { [.name: $0.name, .value: $0.url] } }
}

extension DocumentWording {
  /// Names with where they lead, a line each.
  public func links(_ links: [Link]) -> [String] {
    links.map { labelled($0.name.shown, $0.url.shown.leading(to: $0.url)) }
  }
}
