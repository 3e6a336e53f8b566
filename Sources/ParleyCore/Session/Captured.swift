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

  /// What has become of an item.
  public enum Status: String, Hashable, Sendable, CaseIterable { case parked, served, withdrawn, displaced }

  public init(
    id: ItemID, text: String, by: StakeholderID? = nil, kind: ItemKind = .idea, goal: GoalID? = nil,
    owner: StakeholderID? = nil, due: CalendarDate? = nil, state: Status = .parked
  ) {
    self.id = id
    self.text = text
    self.by = by
    self.kind = kind
    self.goal = goal
    self.owner = owner
    self.due = due
    self.state = state
  }

  /// Whether it still waits for someone: served and withdrawn items do not.
  public var isOpen: Bool { state == .parked || state == .displaced }
}

/// What was gained and what moved out for it (M17). Both are goals, or both are features.
public struct TradeOff: Hashable, Sendable {
  public var gained: String
  public var displaced: String
  public var because: String?
  /// Who said that they accept it, in the order of the plan (M46).
  public var accepted: [StakeholderID] = []

  public init(gained: String, displaced: String, because: String? = nil) {
    self.gained = gained
    self.displaced = displaced
    self.because = because
  }
}

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

/// What someone will do after the session, and by when (M32).
public struct FollowUp: Hashable, Sendable {
  public var text: String
  public var owner: StakeholderID
  public var due: CalendarDate
  public var with: [StakeholderID]

  public init(text: String, owner: StakeholderID, due: CalendarDate, with: [StakeholderID] = []) {
    self.text = text
    self.owner = owner
    self.due = due
    self.with = with
  }
}

/// A comment on the record in the comment window (M31).
public struct Comment: Hashable, Sendable {
  public var id: CommentID
  public var who: StakeholderID
  public var text: String
  public var reply: String?

  public init(id: CommentID, who: StakeholderID, text: String, reply: String? = nil) {
    self.id = id
    self.who = who
    self.text = text
    self.reply = reply
  }
}

/// A stakeholder's word on the read-back (M21).
public struct Acknowledgement: Hashable, Sendable {
  public var caveat: String?
  public var answer: String?

  public init(caveat: String? = nil, answer: String? = nil) {
    self.caveat = caveat
    self.answer = answer
  }

  public var isOpen: Bool { caveat != nil && answer == nil }
}

/// When someone was in the room (M25).
public struct Attendance: Hashable, Sendable {
  public var isPresent: Bool
  /// Whether they were in the room when the lobby was left.
  public var isFromStart: Bool
  /// Nil for whoever was there from the start, or never came.
  public var arrived: Instant?
  /// Nil for who stayed, or came back.
  public var left: Instant?

  public init(isPresent: Bool, arrived: Instant? = nil, left: Instant? = nil) {
    self.isPresent = isPresent
    isFromStart = isPresent
    self.arrived = arrived
    self.left = left
  }
}

/// A silent vote (M19). It holds who has voted, never who voted for what.
public struct Vote: Hashable, Sendable {
  public var dots: Int
  public var max: Int
  public var turnout: [StakeholderID] = []
  /// Nil until the reveal; goals without dots are left out.
  public var tally: [GoalID: Int]?

  public init(dots: Int, max: Int) {
    self.dots = dots
    self.max = max
  }
}

/// A note for the record, in its order.
public struct Note: Hashable, Sendable {
  public var text: String
  public var at: Instant

  public init(text: String, at: Instant) {
    self.text = text
    self.at = at
  }
}
