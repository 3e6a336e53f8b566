/// An entry of the decision log: we do X because Y; the consequences are Z; this stands until D (M34).
public struct Decision: Hashable, Sendable {
  public var id: DecisionID
  public var what: String
  public var because: String
  public var consequences: String?
  public var until: CalendarDate?
  public var replaces: DecisionID?

  public init(
    id: DecisionID, what: String, because: String, consequences: String? = nil, until: CalendarDate? = nil,
    replaces: DecisionID? = nil
  ) {
    self.id = id
    self.what = what
    self.because = because
    self.consequences = consequences
    self.until = until
    self.replaces = replaces
  }
}

extension DecisionID {
  /// The session and the decision in it that `q3-alignment-2027-06-28/D1` names; nil for one of this session.
  public var elsewhere: (session: String, decision: DecisionID)? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].first == "D", Int(parts[1].dropFirst()) != nil else {
      return nil
    }
    return (parts[0], DecisionID(parts[1]))
  }
}

extension Decision: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("what", \.what), Member("because", \.because),
    Member("consequences", \.consequences), Member("until", \.until), Member("replaces", \.replaces))
}
