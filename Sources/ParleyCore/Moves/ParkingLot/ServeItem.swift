/// `serve P1 goal=GOAL`: the answer to a request: it becomes a feature of a goal (M16). A goal that is full names what
/// moves out (M17).
public struct ServeItem: Verb {
  public var item: ItemID
  public var goal: GoalID
  public var displacing: FeatureID?
  public var because: String?

  public init(item: ItemID, goal: GoalID, displacing: FeatureID? = nil, because: String? = nil) {
    self.item = item
    self.goal = goal
    self.displacing = displacing
    self.because = because
  }

  public static let syntax = Syntax<Self>(
    .serve, "a parked item becomes a feature of a goal", rule: "M16, M17", example: "serve P2 goal=churn", Self.init,
    .place("P1", .item, \.item), .key("goal", .goal, \.goal, label: "Goal it serves"),
    .option("displacing", .feature, \.displacing), .option("because", .text, \.because))
  public static let permission = Permission<Self>.facilitator(opens: .features)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let goal = try session.presented(goal, for: name)
    _ = try session.openItem(item)
    let served = Served(item: item, goal: goal.id, because: because).event
    let features = goal.goal.features
    guard let displacing else {
      if let capacity = goal.goal.capacity, features.count >= capacity {
        throw .needsDisplacement(.goal(name: goal.goal.name, capacity: capacity, features: features.map(\.name)))
      }
      return [served]
    }
    guard let displaced = features.first(where: { $0.id == displacing }) else {
      throw .badArgument(.notAFeatureOf(feature: displacing.text, goal: goal.goal.name))
    }
    let parked = ParkedItem(
      id: session.given.next(.item), text: displaced.name, kind: .feature, goal: goal.id, state: .displaced,
      ref: displaced.ref, url: displaced.url)
    return [
      FeatureDisplaced(feature: displacing, from: goal.id, to: parked).event, served,
      TradedOff(tradeOff: TradeOff(gained: item.text, displaced: displacing.text, because: because)).event,
    ]
  }
}

/// A parked item has become a feature of a goal, with the item's id.
public struct Served: EventPayload {
  public var item: ItemID
  public var goal: GoalID
  public var because: String?

  public init(item: ItemID, goal: GoalID, because: String? = nil) {
    self.item = item
    self.goal = goal
    self.because = because
  }

  package static let name = Event.Name.served
  package static let codec = Codec(
    Self.init, Member("item", \.item), Member("goal", \.goal), Member("because", \.because))
  package var event: Event { .served(self) }

  package func apply(to state: inout State, at: Instant) {
    guard let served = state.item(item) else { return }
    state.edit(item) {
      $0.state = .served
      $0.goal = goal
      $0.because = because
    }
    state.edit(goal) {
      $0.goal.features.append(Feature(id: FeatureID(item.text), name: served.text, ref: served.ref, url: served.url))
    }
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? {
    let state = narrator.state
    let isFree = state.showsFeatures && state.isFreeAddition(item)
    return "\(item) serves \(narrator.name(goal))" + (isFree ? "; nothing was named that moves out" : "")
  }
}

extension State {
  /// Whether a parked item became a feature of a goal that takes any number, and nothing was named that moves out for it
  /// (M17).
  func isFreeAddition(_ item: ItemID) -> Bool {
    guard let served = self.item(item), served.state == .served, let goal = served.goal.flatMap(goal) else {
      return false
    }
    return goal.goal.capacity == nil && !tradeOffs.contains { $0.gained == item.text }
  }
}

/// A feature has moved out of a goal for another one; it is parked as an item of its own (M17).
public struct FeatureDisplaced: EventPayload {
  public var feature: FeatureID
  public var from: GoalID
  public var to: ParkedItem

  public init(feature: FeatureID, from: GoalID, to: ParkedItem) {
    self.feature = feature
    self.from = from
    self.to = to
  }

  package static let name = Event.Name.featureDisplaced
  package static let codec = Codec(Self.init, Member("feature", \.feature), Member("from", \.from), Member("to", \.to))
  package var event: Event { .featureDisplaced(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(from) { $0.goal.features.removeAll { $0.id == feature } }
    state.edit(ItemID(feature.text)) { $0.state = .displaced }
    state.parkingLot.append(to)
  }
  package func redacted(by redaction: Redaction) -> Self? {
    Self(feature: feature, from: redaction.redacted(from), to: to.redacted(by: redaction))
  }
  package func sentence(by narrator: Narrator) -> String? {
    "\(to.text) moves out of \(narrator.name(from)) and is parked as \(to.id)"
  }
  package var givenID: GivenID? { GivenID(.item, to.id) }
}
