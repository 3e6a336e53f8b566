// Theory: an event is a JSON object with its name first. The names and members below are frozen: what a
// version has written every later one reads. A changed event gets a new name, and the old one is lifted
// to it where it is read. Members that are nil or empty are left out.
extension Event {
  /// The event as the journal holds it, and as `parley journal` prints it.
  public var json: JSON {
    switch self {
    case .opened(let id, let plan): .compact(("event", "opened"), ("id", .string(id)), ("plan", plan.json))
    case .stepEntered(let step): .compact(("event", "step-entered"), ("step", .string(step.text)))
    case .paused: ["event": "paused"]
    case .resumed: ["event": "resumed"]
    case .extended(let minutes): ["event": "extended", "minutes": .integer(minutes)]
    case .arrived(let who): ["event": "arrived", "who": JSON(who)]
    case .left(let who): ["event": "left", "who": JSON(who)]
    case .heard(let who): ["event": "heard", "who": JSON(who)]
    case .dotGiven, .dotCleared, .conditionSet, .goalReopened, .goalAdjusted, .goalSettled, .goalProposed,
      .metricAdded, .tradedOff, .tradeOffAccepted, .ordered:
      goalJSON
    case .requested, .parked, .assigned, .served, .withdrawn, .featureDisplaced: itemJSON
    case .conflictOpened, .argued, .conflictEnded, .consented, .voteOpened, .ballotCast, .voteRevealed, .voteCancelled:
      momentJSON
    case .sheetFilled(let sheet): ["event": "sheet-filled", "sheet": sheet.json]
    case .impactNoted(let impact): ["event": "impact-noted", "impact": impact.json]
    case .gapFound(let gap): ["event": "gap-found", "gap": gap.json]
    case .found(let finding): finding.json
    case .decided, .followedUp, .noted, .kindChanged, .acknowledged, .acknowledgementsVoided, .answered, .closed,
      .commented, .replied, .finalised, .undone:
      keepingJSON
    }
  }

  private var goalJSON: JSON {
    switch self {
    case .dotGiven(let goal, let who, let dot):
      .compact(
        ("event", "dot-given"), ("goal", JSON(goal)), ("who", JSON(who)), ("colour", .choice(dot.colour)),
        ("layer", .choice(dot.layer)), ("cause", .choice(dot.cause)), ("note", JSON(dot.note)),
        ("how", .choice(dot.how)))
    case .dotCleared(let goal, let who): ["event": "dot-cleared", "goal": JSON(goal), "who": JSON(who)]
    case .conditionSet(let goal, let condition):
      .compact(
        ("event", "condition-set"), ("goal", JSON(goal)), ("text", .string(condition.text)), ("by", JSON(condition.by)))
    case .goalReopened(let goal): ["event": "goal-reopened", "goal": JSON(goal)]
    case .goalAdjusted(let goal, let adjustment):
      .compact(("event", "goal-adjusted"), ("goal", JSON(goal)), ("adjustment", adjustment.json))
    case .goalSettled(let goal, let settlement, let absentees):
      .compact(
        ("event", "goal-settled"), ("goal", JSON(goal)), ("settlement", settlement.json), ("absentees", JSON(absentees))
      )
    case .goalProposed(let goal, let after):
      .compact(("event", "goal-proposed"), ("goal", goal.json), ("after", JSON(after)))
    case .metricAdded(let goal, let metric): ["event": "metric-added", "goal": JSON(goal), "metric": metric.json]
    case .tradedOff(let tradeOff):
      .compact(
        ("event", "traded-off"), ("gained", .string(tradeOff.gained)), ("displaced", .string(tradeOff.displaced)),
        ("because", JSON(tradeOff.because)))
    case .tradeOffAccepted(let number, let people):
      ["event": "trade-off-accepted", "number": .integer(number), "by": JSON(people)]
    case .ordered(let order): ["event": "ordered", "order": JSON(order)]
    default: .null
    }
  }

  private var itemJSON: JSON {
    switch self {
    case .requested(let item): ["event": "requested", "item": item.json]
    case .parked(let item): ["event": "parked", "item": item.json]
    case .assigned(let id, let owner, let due):
      .compact(("event", "assigned"), ("item", JSON(id)), ("owner", JSON(owner)), ("due", JSON(due)))
    case .served(let id, let goal): ["event": "served", "item": JSON(id), "goal": JSON(goal)]
    case .withdrawn(let id): ["event": "withdrawn", "item": JSON(id)]
    case .featureDisplaced(let feature, let goal, let item):
      ["event": "feature-displaced", "feature": JSON(feature), "from": JSON(goal), "to": item.json]
    default: .null
    }
  }

  private var momentJSON: JSON {
    switch self {
    case .conflictOpened(let topic, let between, let goal):
      .compact(
        ("event", "conflict-opened"), ("topic", .string(topic)), ("between", JSON(between)), ("goal", JSON(goal)))
    case .argued(let position): ["event": "argued", "position": position.json]
    case .conflictEnded(let ending): ["event": "conflict-ended", "ending": ending.json]
    case .consented(let people): ["event": "consented", "by": JSON(people)]
    case .voteOpened(let dots, let max):
      ["event": "vote-opened", "dots": .integer(dots), "max": .integer(max)]
    case .ballotCast(let who): ["event": "ballot-cast", "who": JSON(who)]
    case .voteRevealed(let tally):
      [
        "event": "vote-revealed",
        "tally": .object(tally.sorted { $0.key < $1.key }.map { JSON.Member($0.key.text, .integer($0.value)) }),
      ]
    case .voteCancelled: ["event": "vote-cancelled"]
    default: .null
    }
  }

  private var keepingJSON: JSON {
    switch self {
    case .decided(let decision): ["event": "decided", "decision": decision.json]
    case .followedUp(let followUp): ["event": "followed-up", "followUp": followUp.json]
    case .noted(let text): ["event": "noted", "text": .string(text)]
    case .kindChanged(let kind, let because):
      ["event": "kind-changed", "kind": .choice(kind), "because": .string(because)]
    case .acknowledged(let who, let caveat):
      .compact(("event", "acknowledged"), ("who", JSON(who)), ("caveat", JSON(caveat)))
    case .acknowledgementsVoided: ["event": "acknowledgements-voided"]
    case .answered(let who, let text): ["event": "answered", "who": JSON(who), "text": .string(text)]
    case .closed(let early): .compact(("event", "closed"), ("early", JSON(early)))
    case .commented(let comment):
      ["event": "commented", "id": JSON(comment.id), "who": JSON(comment.who), "text": .string(comment.text)]
    case .replied(let id, let text): ["event": "replied", "id": JSON(id), "text": .string(text)]
    case .finalised: ["event": "finalised"]
    case .undone(let number): ["event": "undone", "entry": .integer(number)]
    default: .null
    }
  }
}
