/// `dot WHO COLOUR`: someone's position on a goal (M13, M14).
public struct GiveDot: Verb {
  public var who: StakeholderID
  /// Nil clears it.
  public var colour: Dot.Colour?
  /// Nil is the goal on the table.
  public var goal: GoalID?
  public var layer: Dot.Layer?
  public var cause: Dot.Cause?
  public var condition: String?
  public var note: String?
  public var how: Dot.How?

  public init(
    who: StakeholderID, colour: Dot.Colour?, goal: GoalID? = nil, layer: Dot.Layer? = nil, cause: Dot.Cause? = nil,
    condition: String? = nil, note: String? = nil, how: Dot.How? = nil
  ) {
    self.who = who
    self.colour = colour
    self.goal = goal
    self.layer = layer
    self.cause = cause
    self.condition = condition
    self.note = note
    self.how = how
  }

  public static let syntax = Syntax<Self>(
    .dot, "someone's position on a goal", rule: "M13, M14",
    example: "dot vp-eng red layer=metric note=\"Not reachable by June\"",
    speakerIsWho: true, Self.init, .place("WHO", .who, \.who), .place("COLOUR", .colour, \.colour),
    .option("goal", .goal, \.goal, label: "On"), .option("layer", .choice, \.layer), .option("cause", .choice, \.cause),
    .option("condition", .text, \.condition), .option("note", .text, \.note), .option("how", .how, \.how))
  public static let permission = Permission<Self>.everyone(\.who, opens: .goals)

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let goal = try session.presented(goal, for: name)
    guard let colour else {
      return [DotCleared(goal: goal.id, who: who).event] + session.reopening(goal, voiding: goal.reopens)
    }
    if colour.objects, layer == nil, condition == nil { throw .needsLayer(colour) }
    let isOwn = occasion.seat.isOwnSeat(of: who)
    if how == .own, !isOwn { throw .badArgument(.ownForAnother(session.state.name(who))) }
    let dot = Dot(colour: colour, layer: layer, cause: cause, note: note, how: isOwn ? .own : how ?? .spoken)
    var events = [DotGiven(goal: goal.id, who: who, dot: dot).event]
    if let condition {
      events.append(ConditionSet(goal: goal.id, condition: Condition(text: condition, by: who)).event)
    }
    return colour == .red ? events + session.reopening(goal, voiding: true) : events
  }

  /// Only what opens a goal again touches it.
  public func drift(in state: State, on day: CalendarDate) -> Drift.Matter? {
    guard colour == .red || colour == nil else { return nil }
    return (goal ?? state.goalOnTable?.id).flatMap(state.drift(touching:))
  }
}

/// A position was given; a new one takes the place of the one before.
public struct DotGiven: EventPayload {
  public var goal: GoalID
  public var who: StakeholderID
  public var dot: Dot

  public init(goal: GoalID, who: StakeholderID, dot: Dot) {
    self.goal = goal
    self.who = who
    self.dot = dot
  }

  package static let name = Event.Name.dotGiven
  package static let codec = Codec(
    { DotGiven(goal: $0, who: $1, dot: Dot(colour: $2, layer: $3, cause: $4, note: $5, how: $6)) },
    Member("goal", \.goal), Member("who", \.who), Member("colour", \.dot.colour), Member("layer", \.dot.layer),
    Member("cause", \.dot.cause), Member("note", \.dot.note), Member("how", \.dot.how))
  package var event: Event { .dotGiven(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(goal) {
      let before = $0.dots.updateValue(dot, forKey: who)
      if before == nil, $0.firstColours[who] == nil { $0.firstColours[who] = dot.colour }
    }
    if state.goalOnTable?.id == goal { state.heard.insert(who) }
    // A dot after the conflict about its goal was resolved is consent or the lack of it (M46).
    state.editLastConflict { conflict in
      guard case .resolved = conflict.ending, conflict.goal == goal else { return }
      conflict.consents.insert(who)
    }
  }

  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }

  package func sentence(by narrator: Narrator) -> String? {
    let about = dot.layer.map { ", about \($0.phrase)" } ?? ""
    let note = dot.note.map { ": “\($0)”" } ?? ""
    return "\(narrator.name(who)): \(dot.colour.rawValue) on \(narrator.name(goal))\(about)\(note)"
  }
}

/// A position was taken back; the person's objection and conditions on the goal go with it.
public struct DotCleared: EventPayload {
  public var goal: GoalID
  public var who: StakeholderID

  public init(goal: GoalID, who: StakeholderID) {
    self.goal = goal
    self.who = who
  }

  package static let name = Event.Name.dotCleared
  package static let codec = Codec(Self.init, Member("goal", \.goal), Member("who", \.who))
  package var event: Event { .dotCleared(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(goal) {
      $0.dots[who] = nil
      $0.conditions.removeAll { $0.by == who }
    }
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(narrator.name(who)): no dot on \(narrator.name(goal))"
  }
}

/// A red or cleared dot has opened a settled goal again (M15).
public struct GoalReopened: EventPayload {
  public var goal: GoalID

  public init(goal: GoalID) { self.goal = goal }

  package static let name = Event.Name.goalReopened
  package static let codec = Codec(Self.init, Member("goal", \.goal))
  package var event: Event { .goalReopened(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(goal) {
      $0.settlement = nil
      $0.absentees = []
      // Its outcome of before does not come back with its place.
      $0.stood?.settlement = nil
      $0.stood?.absentees = []
    }
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? { "\(narrator.name(goal)) is open again" }
}

extension ValueKind<Dot.How> {
  /// Nobody has to write `own`, and nobody is offered it: it is what the host knows of a dot from its giver's own seat.
  static let how: Self = {
    let read = choice.read
    let offered = Dot.How.allCases.filter { $0 != .own }.map(\.rawValue)
    return Self(.choice(offered), text: \.rawValue, read: read)
  }()
}

extension Session {
  fileprivate func reopening(_ goal: GoalState, voiding: Bool) -> [Event] {
    var events = goal.reopens ? [GoalReopened(goal: goal.id).event] : []
    if voiding, !state.acknowledgements.isEmpty { events.append(AcknowledgementsVoided().event) }
    return events
  }

  /// The goal that is named, or is on the table; throws `wrong-step` when it has not been presented yet.
  func presented(_ id: GoalID?, for verb: VerbName) throws(Refusal) -> GoalState {
    guard let goal = id.map(state.goal) ?? state.goalOnTable else { throw .wrongStep(.noGoalOnTable(verb)) }
    if !goal.isPresented { throw .wrongStep(.notPresented(goal: goal.id.text)) }
    return goal
  }
}

extension GoalState {
  /// Whether a red dot opens it again: a deferred or dropped goal stays what it is.
  fileprivate var reopens: Bool {
    switch settlement {
    case .confirmed, .adjusted, .leftOpen: true
    case .deferred, .dropped, nil: false
    }
  }
}
