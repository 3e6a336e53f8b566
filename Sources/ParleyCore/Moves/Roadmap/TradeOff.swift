/// What was gained and what moved out for it (M17). Both are goals, or both are features.
public struct TradeOff: Hashable, Sendable {
  public var gained: String
  public var displaced: String
  public var because: String?
  /// Who said that they accept it, in the order of the plan (M46).
  public var accepted: [StakeholderID] = []
  /// Whether its gain was given up: it is listed as taken back.
  public var isVoid = false

  public init(gained: String, displaced: String, because: String? = nil) {
    self.gained = gained
    self.displaced = displaced
    self.because = because
  }
}

extension TradeOff: CodedObject {
  package static let codec = Codec(
    Self.init, Member("gained", \.gained), Member("displaced", \.displaced), Member("because", \.because)
  ).with([CodedField("accepted", \.accepted), CodedField("void", \.isVoid)])

  /// Both are goals, or both are features, whose ids no goal's number is.
  func redacted(by redaction: Redaction) -> TradeOff {
    var seen = self
    let ids = [gained, displaced].map { GoalID($0) }
    guard ids.allSatisfy({ redaction.whole.goal($0) != nil }) else { return seen }
    (seen.gained, seen.displaced) = (redaction.redacted(ids[0]).text, redaction.redacted(ids[1]).text)
    return seen
  }
}

/// Something came in for which something else moved out (M17).
public struct TradedOff: EventPayload {
  public var tradeOff: TradeOff

  public init(tradeOff: TradeOff) { self.tradeOff = tradeOff }

  package static let name = Event.Name.tradedOff
  package static let codec = Codec(
    { TradedOff(tradeOff: TradeOff(gained: $0, displaced: $1, because: $2)) }, Member("gained", \.tradeOff.gained),
    Member("displaced", \.tradeOff.displaced), Member("because", \.tradeOff.because))
  package var event: Event { .tradedOff(self) }

  package func apply(to state: inout State, at: Instant) {
    state.tradeOffs.append(tradeOff)
    let (gained, displaced) = (GoalID(tradeOff.gained), GoalID(tradeOff.displaced))
    // A goal that is carried forward comes in after it is said what makes room for it; an item makes no goal move.
    guard state.item(ItemID(tradeOff.gained)) == nil else { return }
    state.edit(displaced) { $0.stood?.madeRoomFor = gained }
    state.edit(gained) { $0.hasYielded = false }
  }
  package func redacted(by redaction: Redaction) -> Self? { Self(tradeOff: tradeOff.redacted(by: redaction)) }
  package func sentence(by narrator: Narrator) -> String? {
    let (gained, displaced) = (
      narrator.state.tradedName(tradeOff.gained), narrator.state.tradedName(tradeOff.displaced)
    )
    return "\(gained) comes in, \(displaced) moves out"
  }
}

extension State {
  /// The name of a goal, a feature, or a parked item that was traded off.
  func tradedName(_ id: String) -> String {
    if let goal = goal(GoalID(id)) { return shownName(of: goal) }
    return goals.lazy.flatMap(\.goal.features).first { $0.id.text == id }?.name ?? item(ItemID(id))?.text ?? id
  }
}
