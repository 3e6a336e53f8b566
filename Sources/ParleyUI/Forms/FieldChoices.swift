import ParleyCore
import ParleyScreens

/// What a form offers for an argument: what the session has of its kind, and nothing that is not on the table yet
/// (M12).
struct FieldChoices {
  let state: State

  /// The content of a field for an argument of this kind.
  func content(for kind: ArgumentKind, of verb: VerbName? = nil) -> FormField.Content {
    if verb == .comment, kind == .who { return .choice(ChoiceList(commenters)) }
    if let list = list(for: kind) { return .choice(list) }
    return .text(LineEditor("", limit: kind == .name ? 200 : 4096))
  }

  private func list(for kind: ArgumentKind) -> ChoiceList? {
    switch kind {
    case .who: ChoiceList(people)
    case .people: ChoiceList(people, takesSeveral: true)
    case .goal: ChoiceList(goals)
    case .timeframe: ChoiceList(timeframes)
    case .destination: ChoiceList(timeframes + [parkingLot])
    case .item: ChoiceList(items)
    case .feature: ChoiceList(ChoiceList.numbered(features(of: nil)))
    case .decision: ChoiceList(decisions)
    case .pastGoal: ChoiceList(pastGoals)
    case .assumption:
      ChoiceList(ChoiceList.numbered(state.findings.assumptions.map { ($0.id.text, "\($0.id) \($0.text)") }))
    case .alternative:
      ChoiceList(ChoiceList.numbered(state.findings.alternatives.map { ($0.id.text, "\($0.id) \($0.text)") }))
    case .cluster: ChoiceList(ChoiceList.numbered(state.findings.clusters.map { ($0.id.text, "\($0.id) \($0.name)") }))
    case .reasons: ChoiceList(reasons, takesSeveral: true)
    case .step: ChoiceList(ChoiceList.numbered(steps.map { ($0.text, $0.text) }))
    case .choice(let words): ChoiceList(ChoiceList.words(words, labels: ChoiceWording.labels))
    default: nil
    }
  }

  var people: [ChoiceList.Option] {
    ChoiceList.numbered(state.plan.stakeholders.map { ($0.id.text, $0.name) })
  }

  /// Those who were asked, then those who only get the record: all of them may comment on it.
  private var commenters: [ChoiceList.Option] {
    ChoiceList.numbered(state.plan.commenters.map { ($0.id.text, $0.name) })
  }

  var goals: [ChoiceList.Option] {
    // By the number that stands beside each on the screen, which follows the priorities.
    state.goals.filter(\.isPresented).compactMap { goal in state.number(of: goal.id).map { ($0, goal) } }
      .sorted { $0.0 < $1.0 }.map { number, goal in
        ChoiceList.Option(
          value: goal.id.text, label: goal.goal.name, key: number < 10 ? Character("\(number)") : nil)
      }
  }

  private var steps: [Step] {
    state.agenda.filter { if case .goal(let id) = $0 { state.goal(id)?.isPresented ?? false } else { true } }
  }

  private var timeframes: [ChoiceList.Option] {
    ChoiceList.numbered(state.plan.timeframes.map { ($0.id.text, $0.name) })
  }

  private var parkingLot: ChoiceList.Option {
    ChoiceList.Option(value: "parking-lot", label: "off the roadmap", key: "0")
  }

  private var items: [ChoiceList.Option] {
    ChoiceList.numbered(state.parkingLot.filter(\.isOpen).map { ($0.id.text, "\($0.id) \($0.text)") })
  }

  /// Those of the last period, then those of this one that are known to all.
  private var pastGoals: [ChoiceList.Option] {
    let past = state.pastGoals.map { ($0.id.text, $0.name) }
    let own = state.goals.filter { $0.isPresented || !state.kind.settlesGoals }.map { ($0.id.text, $0.goal.name) }
    return ChoiceList.numbered(past + own.filter { goal in !past.contains { $0.0 == goal.0 } })
  }

  /// Those in no cluster first.
  private var reasons: [ChoiceList.Option] {
    let loose = state.looseReasons
    let others = state.findings.reasons.filter { !loose.contains($0) }
    return ChoiceList.numbered((loose + others).map { ($0.id.text, "\($0.id) \($0.text)") })
  }

  private var decisions: [ChoiceList.Option] {
    let own = state.decisions.map { ($0.id.text, "\($0.id) \($0.what)") }
    // A final record never changes: what it decided is replaced from here (M31).
    let before = state.plan.before.map { last in
      last.decisions.map { ("\(last.id)/\($0.id)", "\(last.title): \($0.id) \($0.what)") }
    }
    return ChoiceList.numbered(own + (before ?? []))
  }

  func features(of goal: GoalID?) -> [(value: String, label: String)] {
    let goals = goal.flatMap(state.goal).map { [$0] } ?? state.goals.filter(\.isPresented)
    return goals.flatMap(\.goal.features).map { ($0.id.text, $0.name) }
  }

  /// Every way of making room in a timeframe: each of its goals, to each other place (M17).
  func displacements(from timeframe: TimeframeID, except goal: GoalID?) -> [(value: String, label: String)] {
    let places = state.plan.timeframes.filter { $0.id != timeframe }.map { ($0.id.text, "to \($0.name)") }
    let exits = places + [("parking-lot", "off the roadmap")]
    return state.occupants(of: timeframe).filter { $0.id != goal }.flatMap { occupant in
      exits.map { ("\(occupant.id):\($0.0)", "\(state.shownName(of: occupant)) \($0.1)") }
    }
  }
}

/// What people say for the words of the command language.
enum ChoiceWording {
  static let labels: [String: String] = {
    var labels = [
      "spoken": "said here", "own": "given themselves", "pre-read": "from the pre-read", "proxy": "said for them",
      "follow-up": "follow-up", "status": "status report",
    ]
    for layer in Dot.Layer.allCases { labels[layer.rawValue] = layer.phrase }
    for cause in Dot.Cause.allCases { labels[cause.rawValue] = cause.words }
    return labels
  }()
}
