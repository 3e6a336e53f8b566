// Theory: a snapshot is never kept: it goes from a host to a terminal of the same version (`wireVersion`), so its
// members may change with that. Nothing of it is on disk, where only events are.
extension Snapshot: CodedObject {
  package static let codec = Codec(
    Self.init(nextNumber:state:undoable:redoable:given:), Member("next", \.nextNumber), Member("state", \.state),
    Member("undoable", \.undoable), Member("redoable", \.redoable), Member("given", \.given))
}

extension GivenIDs: CodedObject {
  package static let codec = Codec(Self.init(last:), Member("last", \.last))
}
