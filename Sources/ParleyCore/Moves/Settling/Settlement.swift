/// How a goal was settled (M15).
public enum Settlement: Hashable, Sendable {
  case confirmed(note: String?, dissent: Process?)
  case adjusted(because: String?, dissent: Process?)
  case deferred(Process)
  case dropped(because: String)
  case leftOpen(because: String, notAsked: [StakeholderID])

  /// How an open disagreement on a confirmed or adjusted goal will be decided.
  public var dissent: Process? {
    switch self {
    case .confirmed(_, let process), .adjusted(_, let process): process
    case .deferred, .dropped, .leftOpen: nil
    }
  }

  /// The outcome as the record names it.
  public var name: String { outcome.rawValue }

  /// How goals are settled. The raw values are frozen.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case confirmed, adjusted, deferred, dropped
    case leftOpen = "left-open"
  }

  package var outcome: Outcome {
    switch self {
    case .confirmed: .confirmed
    case .adjusted: .adjusted
    case .deferred: .deferred
    case .dropped: .dropped
    case .leftOpen: .leftOpen
    }
  }
}

/// Who decides later, by when, by which criteria (M15, M18).
public struct Process: Hashable, Sendable {
  public var decider: StakeholderID
  public var by: CalendarDate
  public var criteria: String
  public var options: [String]

  public init(decider: StakeholderID, by: CalendarDate, criteria: String, options: [String] = []) {
    self.decider = decider
    self.by = by
    self.criteria = criteria
    self.options = options
  }
}

extension Settlement.Outcome: Coded {}

extension Settlement: CodedObject {
  package static let codec = Codec<Self>(choosing: "outcome", \.outcome) { outcome in
    switch outcome {
    case .confirmed:
      Codec({ .confirmed(note: $0, dissent: $1) }, Member("note", \.reason), Member("dissent", \.dissent))
    case .adjusted:
      Codec({ .adjusted(because: $0, dissent: $1) }, Member("because", \.reason), Member("dissent", \.dissent))
    case .deferred: Codec({ .deferred($0) }, Member(ofForm: "process", \.process))
    case .dropped: Codec({ .dropped(because: $0) }, Member(ofForm: "because", \.reason))
    case .leftOpen:
      Codec(
        { .leftOpen(because: $0, notAsked: $1) }, Member(ofForm: "because", \.reason), Member("notAsked", \.notAsked))
    }
  }

  private var reason: String? {
    switch self {
    case .confirmed(let note, _): note
    case .adjusted(let because, _): because
    case .dropped(let because), .leftOpen(let because, _): because
    case .deferred: nil
    }
  }

  private var process: Process? { if case .deferred(let process) = self { process } else { nil } }

  private var notAsked: [StakeholderID] { if case .leftOpen(_, let people) = self { people } else { [] } }
}

extension Process: CodedObject {
  package static let codec = Codec(
    Self.init, Member("decider", \.decider), Member("by", \.by), Member("criteria", \.criteria),
    Member("options", \.options))
}

/// A goal was settled, with the people who were not in the room and had given no dot (M25).
public struct GoalSettled: EventPayload {
  public var goal: GoalID
  public var settlement: Settlement
  public var absentees: [StakeholderID]

  public init(goal: GoalID, settlement: Settlement, absentees: [StakeholderID] = []) {
    self.goal = goal
    self.settlement = settlement
    self.absentees = absentees
  }

  package static let name = Event.Name.goalSettled
  package static let codec = Codec(
    Self.init, Member("goal", \.goal), Member("settlement", \.settlement), Member("absentees", \.absentees))
  package var event: Event { .goalSettled(self) }

  package func apply(to state: inout State, at: Instant) {
    state.edit(goal) {
      $0.settlement = settlement
      $0.absentees = Set(absentees)
    }
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? { "\(narrator.name(goal)): \(settlement.words)" }
}
