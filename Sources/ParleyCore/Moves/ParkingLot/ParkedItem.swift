/// Something raised that is not decided now (M16, M20, M22).
public struct ParkedItem: Hashable, Sendable {
  public var id: ItemID
  public var text: String
  public var by: StakeholderID?
  public var kind: ItemKind
  public var goal: GoalID?
  public var owner: StakeholderID?
  public var due: CalendarDate?
  public var state: Status
  /// Why it became a feature of its goal.
  public var because: String?
  /// Its key in the tool that it comes from, and where it stands there.
  public var ref: String?
  public var url: String?

  /// What has become of an item.
  public enum Status: String, Hashable, Sendable, CaseIterable { case parked, served, withdrawn, displaced }

  public init(
    id: ItemID, text: String, by: StakeholderID? = nil, kind: ItemKind = .idea, goal: GoalID? = nil,
    owner: StakeholderID? = nil, due: CalendarDate? = nil, state: Status = .parked, because: String? = nil,
    ref: String? = nil, url: String? = nil
  ) {
    self.id = id
    self.text = text
    self.by = by
    self.kind = kind
    self.goal = goal
    self.owner = owner
    self.due = due
    self.state = state
    self.because = because
    self.ref = ref
    self.url = url
  }

  /// Whether it still waits for someone: served and withdrawn items do not.
  public var isOpen: Bool { state == .parked || state == .displaced }
}

extension ParkedItem.Status: Coded {}

extension ParkedItem: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("text", \.text), Member("by", \.by), Member("kind", \.kind),
    Member("goal", \.goal), Member("owner", \.owner), Member("due", \.due), Member("state", \.state),
    Member("because", \.because), Member("ref", \.ref), Member("url", \.url))

  func redacted(by redaction: Redaction) -> ParkedItem { redaction.redacted(self, naming: \.goal) }
}

extension Session {
  /// A parked item that still waits for someone; throws `bad-argument` where it does not.
  func openItem(_ id: ItemID) throws(Refusal) -> ParkedItem {
    guard let item = state.item(id) else { throw .unknownID(.item(id), near: nil, known: []) }
    if !item.isOpen { throw .badArgument(.itemIs(id.text, state: item.state.rawValue)) }
    return item
  }
}
