extension Event {
  /// Reads what ``json`` gives; throws for an event that this version does not know.
  public init(json: JSON) throws(CodingFault) { self = try Fields.read(json, Event.init(fields:)) }

  init(fields: Fields) throws(CodingFault) {
    let name = try fields.text("event")
    if let event = try Event.simple(name, fields) {
      self = event
    } else if let event = try Event.aboutGoal(name, fields) {
      self = event
    } else if let event = try Event.aboutItem(name, fields) {
      self = event
    } else if let event = try Event.aboutMoment(name, fields) {
      self = event
    } else if let event = try Event.aboutKeeping(name, fields) {
      self = event
    } else if let finding = try Finding(name, fields) {
      self = .found(finding)
    } else {
      throw CodingFault(member: "event \(name)")
    }
  }

  private static func simple(_ name: String, _ fields: Fields) throws(CodingFault) -> Event? {
    switch name {
    case "opened": return .opened(id: try fields.text("id"), plan: try Plan(fields: fields.object("plan")))
    case "step-entered":
      guard let step = Step(try fields.text("step")) else { throw CodingFault(member: "step") }
      return .stepEntered(step)
    case "paused": return .paused
    case "resumed": return .resumed
    case "extended": return .extended(minutes: try fields.int("minutes"))
    case "arrived": return .arrived(try fields.id("who"))
    case "left": return .left(try fields.id("who"))
    case "heard": return .heard(try fields.id("who"))
    default: return nil
    }
  }

  private static func aboutGoal(_ name: String, _ fields: Fields) throws(CodingFault) -> Event? {
    switch name {
    case "dot-given": .dotGiven(try fields.id("goal"), try fields.id("who"), try Dot(fields: fields))
    case "dot-cleared": .dotCleared(try fields.id("goal"), try fields.id("who"))
    case "condition-set":
      .conditionSet(try fields.id("goal"), Condition(text: try fields.text("text"), by: fields.optionalID("by")))
    case "goal-reopened": .goalReopened(try fields.id("goal"))
    case "goal-adjusted": .goalAdjusted(try fields.id("goal"), try Adjustment(fields: fields.object("adjustment")))
    case "goal-settled":
      .goalSettled(
        try fields.id("goal"), try Settlement(fields: fields.object("settlement")), absentees: fields.ids("absentees"))
    case "goal-proposed": .goalProposed(try Goal(fields: fields.object("goal")), after: fields.optionalID("after"))
    case "metric-added": .metricAdded(try fields.id("goal"), try Metric(fields: fields.object("metric")))
    case "traded-off":
      .tradedOff(
        TradeOff(
          gained: try fields.text("gained"), displaced: try fields.text("displaced"),
          because: fields.optionalText("because")))
    case "trade-off-accepted": .tradeOffAccepted(try fields.int("number"), by: fields.ids("by"))
    case "ordered": .ordered(fields.ids("order"))
    default: nil
    }
  }

  private static func aboutItem(_ name: String, _ fields: Fields) throws(CodingFault) -> Event? {
    switch name {
    case "requested": .requested(try ParkedItem(fields: fields.object("item")))
    case "parked": .parked(try ParkedItem(fields: fields.object("item")))
    case "assigned":
      .assigned(try fields.id("item"), owner: try fields.id("owner"), due: fields.optionalDate("due"))
    case "served": .served(try fields.id("item"), goal: try fields.id("goal"))
    case "withdrawn": .withdrawn(try fields.id("item"))
    case "feature-displaced":
      .featureDisplaced(
        try fields.id("feature"), from: try fields.id("from"), to: try ParkedItem(fields: fields.object("to")))
    default: nil
    }
  }

  private static func aboutMoment(_ name: String, _ fields: Fields) throws(CodingFault) -> Event? {
    switch name {
    case "conflict-opened":
      .conflictOpened(
        topic: try fields.text("topic"), between: fields.ids("between"), goal: fields.optionalID("goal"))
    case "argued": .argued(try Conflict.Position(fields: fields.object("position")))
    case "conflict-ended": .conflictEnded(try Conflict.Ending(fields: fields.object("ending")))
    case "consented": .consented(fields.ids("by"))
    case "vote-opened": .voteOpened(dots: try fields.int("dots"), max: try fields.int("max"))
    case "ballot-cast": .ballotCast(try fields.id("who"))
    case "vote-revealed": .voteRevealed(tally: try fields.tally())
    case "vote-cancelled": .voteCancelled
    default: nil
    }
  }

  private static func aboutKeeping(_ name: String, _ fields: Fields) throws(CodingFault) -> Event? {
    switch name {
    case "decided": .decided(try Decision(fields: fields.object("decision")))
    case "followed-up": .followedUp(try FollowUp(fields: fields.object("followUp")))
    case "noted": .noted(try fields.text("text"))
    case "kind-changed": .kindChanged(try fields.choice("kind"), because: try fields.text("because"))
    case "sheet-filled": .sheetFilled(try Sheet(fields: fields.object("sheet")))
    case "impact-noted": .impactNoted(try Impact(fields: fields.object("impact")))
    case "gap-found": .gapFound(try Gap(fields: fields.object("gap")))
    case "acknowledged": .acknowledged(try fields.id("who"), caveat: fields.optionalText("caveat"))
    case "acknowledgements-voided": .acknowledgementsVoided
    case "answered": .answered(try fields.id("who"), try fields.text("text"))
    case "closed": .closed(early: fields.optionalText("early"))
    case "commented":
      .commented(Comment(id: try fields.id("id"), who: try fields.id("who"), text: try fields.text("text")))
    case "replied": .replied(try fields.id("id"), try fields.text("text"))
    case "finalised": .finalised
    case "undone": .undone(try fields.int("entry"))
    default: nil
    }
  }
}
