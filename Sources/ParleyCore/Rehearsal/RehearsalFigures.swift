/// A rehearsal in numbers, for comparison with another one.
public struct RehearsalFigures: Hashable, Sendable {
  /// Seconds over the plan, over all steps; and the planned and the actual time of all steps.
  public var secondsOver = 0
  public var secondsPlanned = 0
  public var secondsTaken = 0
  /// The utterances to be written down; those that were; those that were written down as meant.
  public var toCapture = 0
  public var captured = 0
  public var right = 0
  /// Seconds from a word to its capture, at the median.
  public var delay = 0

  public var requests = 0
  /// Requests that were brought to a goal, or taken back.
  public var redirected = 0
  /// Requests in the parking lot, without an answer.
  public var parked = 0
  /// How often someone waited to be asked, and how often they were.
  public var silences = 0
  public var asked = 0
  /// Dots given for people who had said nothing.
  public var mouths = 0
  public var disagreements = 0
  /// Conflicts that ended within their time, between those who clashed and with an answer to them; and the others.
  public var conflictsHeld = 0
  public var conflictsOver = 0
  public var objections = 0
  public var objectionsCaptured = 0
  /// Objections written down with the layer meant.
  public var rightLayers = 0
  public var drifts = 0
  /// Drifts that were named as such.
  public var named = 0

  /// How much of everyone's minds, on the goals that were on the table, was for them: before, where whoever follows
  /// somebody goes with that one, and as it stands; in per cent.
  public var supportBefore = 0
  public var support = 0
  /// How often a mind became friendlier, and how often harder.
  public var softened = 0
  public var hardened = 0
  /// How often someone was gone past.
  public var slights = 0
  /// How often the most senior one stepped in for someone.
  public var interventions = 0
  public var vetoes = 0
  public var vetoesAnswered = 0
  /// Objections that were not said in the room.
  public var corridor = 0
  /// The recall poll's score, in per cent; nil while it is not over.
  public var recall: Int?

  public init() {}

  /// Requests that nobody wrote down, or not so that one could know them again.
  public var lost: Int { requests - redirected - parked }

  /// The percentage of utterances that are on record as meant; 100 when nothing was said.
  public var share: Int { toCapture == 0 ? 100 : right * 100 / toCapture }
}

extension RehearsalFigures {
  /// - Parameter performance: nil alone.
  init(_ performance: Performance?, _ state: State, at now: Instant) {
    let rows = state.rehearsedRows(at: now)
    secondsOver = rows.reduce(0) { $0 + $1.over }
    secondsPlanned = rows.reduce(0) { $0 + $1.planned }
    secondsTaken = rows.reduce(0) { $0 + ($1.actual ?? 0) }
    guard let performance else { return }
    countSaid(performance, state)
    silences = performance.silences.count
    asked = performance.silences.count { performance.hasAsked($0) }
    mouths = performance.mouths.count
    let limit = max(1, state.plan.timeboxes.conflict) * 60
    conflictsHeld = performance.conflicts.count { conflict in
      conflict.flaw == nil && conflict.ended.map { $0.seconds(since: conflict.opened) <= limit } ?? false
    }
    conflictsOver = performance.conflicts.count - conflictsHeld
    countMinds(performance, state)
  }

  private mutating func countMinds(_ performance: Performance, _ state: State) {
    let cast = performance.cast
    let goals = state.goals.filter(\.isPresented).map(\.goal)
    let places = goals.flatMap { goal in cast.people.map { (goal, $0) } }
    func share(_ leaning: (Goal, Persona) -> Leaning?) -> Int {
      let minds = places.compactMap { leaning($0.0, $0.1) }
      return minds.isEmpty ? 0 : minds.count { $0 == .isFor } * 100 / minds.count
    }
    supportBefore = share { cast.entering($1, $0, among: state.plan.goals) }
    support = share { performance.mind(of: $1, on: $0, state).stance.leaning }
    softened = performance.shifts.count(where: \.turn.isMove)
    hardened = performance.shifts.count - softened
    slights = performance.slights.count
    interventions = performance.interventions
    corridor = performance.corridor(state).count
    recall = RehearsalRecall(performance, state)?.share
  }

  private mutating func countSaid(_ performance: Performance, _ state: State) {
    let said = performance.said.filter(\.isToBeCaptured)
    toCapture = said.count
    captured = said.count { $0.capture != nil }
    right = said.count { $0.capture?.isRight == true }
    let delays = said.compactMap { utterance in utterance.capture.map { $0.at.seconds(since: utterance.at) } }.sorted()
    delay = delays.isEmpty ? 0 : delays[delays.count / 2]
    for utterance in said {
      switch utterance.matter {
      case .request: count(request: utterance, state)
      case .position(_, let colour, _) where colour.objects:
        objections += 1
        objectionsCaptured += utterance.capture == nil ? 0 : 1
        rightLayers += utterance.capture?.hasLayer == true ? 1 : 0
      case .disagreement: disagreements += 1
      case .veto:
        vetoes += 1
        vetoesAnswered += utterance.capture == nil ? 0 : 1
      case .status, .reopening, .depth:
        drifts += 1
        named += utterance.capture?.isRight == true ? 1 : 0
      default: break
      }
    }
  }

  private mutating func count(request: Utterance, _ state: State) {
    requests += 1
    guard let capture = request.capture, capture.isRight, let item = capture.item.flatMap(state.item) else { return }
    if item.isOpen { parked += 1 } else { redirected += 1 }
  }
}

extension State {
  /// The steps that were rehearsed: entered, and none before the one at which it began.
  func rehearsedRows(at now: Instant) -> [AgendaView.Row] {
    let rows = AgendaView(self, at: now).rows
    let first = plan.rehearsal?.from.flatMap { from in rows.firstIndex { $0.step?.text == from } } ?? 0
    return rows[first...].filter { $0.actual != nil }
  }
}

extension Performance {
  /// How often the most senior one stepped in for someone who was not heard.
  var interventions: Int {
    said.count { utterance in
      if case .insistence(let number) = utterance.matter { said[number - 1].who != utterance.who } else { false }
    }
  }

  /// Whether someone who waited for it was asked at that goal.
  public func hasAsked(_ silence: Silence) -> Bool {
    questions.contains { $0.who == silence.who && $0.step == .goal(silence.goal) }
  }
}
