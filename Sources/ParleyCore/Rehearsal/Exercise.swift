/// What a practice case has one do besides its lesson: the way out that worked where it happened.
public enum Exercise: String, Hashable, Sendable, CaseIterable {
  /// Two who need the same thing for opposite reasons.
  case options
  case debtPlan = "debt-plan"
  /// The end of something that people live in.
  case impactInNumbers = "impact-in-numbers"
  case madeTogether = "made-together"
  case gatekeepers
  /// Something that many will pay for and steer.
  case board
  case oneDocument = "one-document"
  case quarterlyReview = "quarterly-review"

  /// What to do, in a sentence.
  public var task: String {
    switch self {
    case .options: "Put options beside each other, or try one: escalate … options=\"A|B\", experiment, alternative."
    case .debtPlan: "A debt plan that both sign: decide “… debt …” until a day, and a follow-up with both of them."
    case .impactInNumbers: "Say in numbers what it costs those who live in it: impact WHO costs=\"130 macros …\"."
    case .madeTogether: "Let them write the way out: their condition on the goal, or a follow-up that they own."
    case .gatekeepers: "A gatekeeper for each phase: playbook gate, twice at least, each with its day."
    case .board: "A board whose chair goes round: decide “… board … chair …”."
    case .oneDocument: "One strategic document: link \"NAME\" URL."
    case .quarterlyReview: "A review every quarter: follow-up \"Review …\" owner= due=."
    }
  }

  /// Whether the session has it.
  public func isDone(in state: State) -> Bool {
    switch self {
    case .options: state.conflicts.contains { $0.ending?.hasOptions ?? false } || state.findings.alternatives.count > 1
    case .debtPlan:
      state.decisions.contains { $0.until != nil && $0.what.has("debt") }
        && state.followUps.contains { ($0.with + [$0.owner]).count > 1 }
    case .impactInNumbers: state.impacts.contains { $0.costs?.contains(where: \.isNumber) ?? false }
    case .madeTogether:
      state.goals.contains { goal in goal.conditions.contains { $0.by != nil && $0.by != goal.goal.owner } }
        || state.followUps.contains { follow in state.goals.allSatisfy { $0.goal.owner != follow.owner } }
    case .gatekeepers: state.sheets.count(where: \.isDatedGate) > 1
    case .board: state.decisions.contains { $0.what.has("board") || $0.what.has("chair") }
    case .oneDocument: state.links.count > state.plan.links.count
    case .quarterlyReview: state.followUps.contains { $0.text.has("review") }
    }
  }
}

extension Lesson {
  /// What its case has one do besides.
  public var exercises: [Exercise] {
    switch self {
    case .holdTheConflict: [.options, .debtPlan]
    case .askTheSilent: [.impactInNumbers, .madeTogether, .gatekeepers]
    case .nameTheLayer: [.board, .oneDocument, .quarterlyReview]
    case .listen: []
    }
  }
}

extension Conflict.Ending {
  fileprivate var hasOptions: Bool {
    switch self {
    case .experiment: true
    case .escalated(let process), .postponed(let process): process.options.count > 1
    case .resolved: false
    }
  }
}

extension Sheet {
  fileprivate var isDatedGate: Bool { if case .gate(let gate) = self { gate.by != nil } else { false } }
}

extension String {
  fileprivate func has(_ word: String) -> Bool { lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(word) } }
}

/// What to read before a rehearsal: the situation, who will be there and what each wants, and what to practise.
public struct RehearsalBrief: Hashable, Sendable {
  private let plan: Plan
  private let map: StakeholderMap
  private let lesson: Lesson?

  public init(_ plan: Plan, _ map: StakeholderMap, lesson: Lesson?) {
    (self.plan, self.map, self.lesson) = (plan, map, lesson)
  }

  /// As text, in lines of 76 columns.
  public var lines: [String] {
    let parts = [situation, goals, people, practice].filter { !$0.isEmpty }
    return [plan.ownTitle, ""] + Array(parts.joined(separator: [""]))
  }

  private var situation: [String] {
    let context = plan.context
    return [context?.context, context?.conflict, context?.resolution, context?.evidence].compactMap { $0 }.flatMap {
      $0.set(under: "  ", first: "  ")
    }
  }

  private var goals: [String] {
    ["What is on the table"]
      + plan.goals.flatMap { goal in
        let metric = goal.metrics.first.map { ": \($0.name), \($0.baseline.numeral) to \($0.targetText)" } ?? ""
        return "\(goal.name)\(metric)".set(under: "    ", first: "  ")
      }
  }

  private var people: [String] {
    ["Who will be there"]
      + plan.stakeholders.flatMap { person in
        let entry = map.entries[person.id]
        let metric = map.metric(of: person).map { "answers for \($0)" }
        let authority: String? =
          switch map.authority(of: person) {
          case .veto: "has a veto"
          case .decides: "decides"
          case .advises, nil: nil
          }
        let leader = entry?.follows.flatMap { id in plan.stakeholders.first { $0.id == id } }
        let follows = leader.map { "goes with \($0.name)" }
        let head = [person.name, person.role].compactMap { $0 }.joined(separator: ", ")
        let facts = [metric, authority, follows].compactMap { $0 }.joined(separator: ", ")
        let interest = entry?.interest.map { ". Wants: \($0)" } ?? ""
        return "\(head)\(facts.isEmpty ? "" : ": \(facts)")\(interest)".ended.set(under: "    ", first: "  ")
      }
  }

  private var practice: [String] {
    guard let lesson else { return [] }
    return ["What to practise"] + lesson.aim.set(under: "  ", first: "  ")
      + lesson.exercises.flatMap { $0.task.set(under: "    ", first: "  · ") }
  }
}
