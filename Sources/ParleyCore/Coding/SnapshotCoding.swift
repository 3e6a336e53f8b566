// Theory: a snapshot is never kept: it goes from a host to a terminal of the same version (`wireVersion`), so its
// members may change with that. Nothing of it is on disk, where only events are.
extension Snapshot {
  /// The snapshot as the wire has it.
  public var json: JSON {
    .compact(
      ("next", .integer(nextNumber)), ("items", .integer(given.items)), ("decisions", .integer(given.decisions)),
      ("comments", .integer(given.comments)), ("assumptions", .integer(given.assumptions)),
      ("alternatives", .integer(given.alternatives)), ("killCriteria", .integer(given.killCriteria)),
      ("reasons", .integer(given.reasons)), ("clusters", .integer(given.clusters)),
      ("undoable", undoable?.json ?? .null), ("state", state.json))
  }

  package init(fields: Fields) throws(CodingFault) {
    nextNumber = try fields.int("next")
    given = Session.Given(
      items: try fields.int("items"), decisions: try fields.int("decisions"), comments: try fields.int("comments"),
      assumptions: try fields.int("assumptions"), alternatives: try fields.int("alternatives"),
      killCriteria: try fields.int("killCriteria"), reasons: try fields.int("reasons"),
      clusters: try fields.int("clusters"))
    undoable = fields.has("undoable") ? try Entry(fields: fields.object("undoable")) : nil
    state = try State(fields: fields.object("state"))
  }
}
