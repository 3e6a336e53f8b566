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
  /// What each option gives and costs, in their order; a list may end early, and a text be empty.
  public var gives: [String] = []
  public var costs: [String] = []
  /// Whether the conflict and the dissent on a goal were left to it both: they are one disagreement. Sessions of before did
  /// not keep it, and have two.
  var isShared = false

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

  /// What was said on settling it; who decides a deferred one says it with the process.
  var reason: String? {
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
    Member("options", \.options)
  ).with([CodedField("shared", \.isShared), CodedField("gives", \.gives), CodedField("costs", \.costs)])

  /// The options, each with what it gives and costs where that was said: `Weekly (gives: speed; costs: a tester)`.
  func optionWords(_ words: DocumentWording) -> [String] {
    options.enumerated().map { place, option in
      let sides = [("process.gives", gives), ("process.costs", costs)].compactMap { name, sides in
        sides.indices.contains(place) && !sides[place].isEmpty ? words.labelled(words[name], sides[place]) : nil
      }
      return sides.isEmpty ? option : "\(option) (\(words.series(sides)))"
    }
  }

  /// Whether the same person decides, by the same day and criteria.
  func isSame(as other: Process) -> Bool {
    decider == other.decider && by == other.by && criteria == other.criteria
  }
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
      // The goal that moves out is settled with its move; later somebody has settled where it stands.
      if $0.stood?.madeRoomFor != nil { $0.stood = nil }
      if $0.isAgreed { $0.hasYielded = false }
    }
  }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.goal) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(narrator.name(goal)): \(settlement.dissent == nil ? settlement.words : settlement.overDissent)"
  }
}
