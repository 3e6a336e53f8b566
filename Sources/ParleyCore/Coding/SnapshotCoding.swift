// Theory: a snapshot is never kept: it goes from a host to a terminal of the same version (`wireVersion`), so its
// members may change with that. Nothing of it is on disk, where only events are.
extension Snapshot {
  /// The snapshot as the wire has it.
  public var json: JSON {
    .compact(
      ("next", .integer(nextNumber)), ("items", .integer(given.items)), ("decisions", .integer(given.decisions)),
      ("comments", .integer(given.comments)), ("undoable", undoable?.json ?? .null), ("state", state.json))
  }

  package init(fields: Fields) throws(CodingFault) {
    nextNumber = try fields.int("next")
    given = Session.Given(
      items: try fields.int("items"), decisions: try fields.int("decisions"), comments: try fields.int("comments"))
    undoable = fields.has("undoable") ? try Entry(fields: fields.object("undoable")) : nil
    state = try State(fields: fields.object("state"))
  }
}
