// Theory: a debrief goes through a rehearsal by its moments, as someone would who had sat beside the facilitator: what
// was said, what was written, what would have been better and why. It knows what people meant and how their minds moved,
// so it says what each of them had needed (Remedy), which no screen of a live session could.

/// A rehearsal moment by moment.
public struct Debrief: Hashable, Sendable {
  public var moments: [Moment]

  /// Something that was said, or left undone.
  public struct Moment: Hashable, Sendable {
    public var at: Instant
    public var step: Step
    public var verdict: Verdict
    /// Who, and what it was.
    public var head: String
    /// Their words; nil where nobody spoke.
    public var said: String?
    /// The command that was given.
    public var wrote: String?
    /// What would have been better; nil where nothing would.
    public var better: String?
    /// The rule behind it.
    public var rule: String
  }

  /// What became of it.
  public enum Verdict: Hashable, Sendable {
    case good, moved, otherwise, missed
  }

  init(_ performance: Performance, _ state: State, at now: Instant) {
    let retold = Retold(performance: performance, state: state)
    var all = performance.said.filter { $0.isToBeCaptured && $0.at <= now }.map { retold.moment($0) }
    all += performance.shifts.filter(\.turn.isMove).map { retold.moment($0) }
    all += performance.slights.compactMap { retold.moment($0) }
    all += performance.conflicts.compactMap { retold.moment($0) }
    moments = all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// The steps that had moments, in their order.
  public var steps: [Step] {
    moments.reduce(into: []) { steps, moment in if !steps.contains(moment.step) { steps.append(moment.step) } }
  }
}

/// Tells moments with what is known of them.
private struct Retold {
  let performance: Performance
  let state: State

  private func name(_ who: StakeholderID) -> String { state.name(who) }
  private func title(_ goal: GoalID) -> String { state.goal(goal)?.goal.name ?? goal.text }

  func moment(_ utterance: Utterance) -> Debrief.Moment {
    let advice = advice(utterance)
    let capture = utterance.capture
    let verdict: Debrief.Verdict = capture == nil ? .missed : capture?.isRight == true ? .good : .otherwise
    return Debrief.Moment(
      at: utterance.at, step: utterance.step, verdict: verdict,
      head: "\(name(utterance.who)), \(utterance.matter.name)", said: utterance.text, wrote: capture?.line,
      better: advice.better, rule: advice.rule)
  }

  func moment(_ shift: Performance.Shift) -> Debrief.Moment {
    let to = shift.to?.colour.rawValue ?? "green"
    let (why, rule): (String, String) =
      if case .move(let move) = shift.turn { (move.told, move.rule) } else { ("", "") }
    return Debrief.Moment(
      at: shift.at, step: step(at: shift.at), verdict: .moved,
      head: "\(name(shift.who)) moved to \(to) on “\(title(shift.goal))”: \(why)", rule: rule)
  }

  /// What is told with what was said needs no moment of its own.
  func moment(_ taken: Performance.SlightTaken) -> Debrief.Moment? {
    let on = taken.goal.map { " at “\(title($0))”" } ?? ""
    switch taken.what {
    case .spokenFor:
      return Debrief.Moment(
        at: taken.at, step: step(at: taken.at), verdict: .otherwise,
        head: "\(name(taken.who)) got a dot\(on) without a word",
        better: "H gives them the word; their dot comes after it.", rule: "M13")
    case .passedOver:
      return Debrief.Moment(
        at: taken.at, step: taken.goal.map { .goal($0) } ?? step(at: taken.at), verdict: .missed,
        head: "\(name(taken.who)) was against it\(on), and was not asked",
        better: "Ask whoever has not spoken, least influence first, before you settle.", rule: "M13")
    case .misheard, .requestLost, .quarrelLeft, .repeated: return nil
    }
  }

  func moment(_ conflict: Performance.Held) -> Debrief.Moment? {
    guard let flaw = conflict.flaw, let ended = conflict.ended else { return nil }
    let people = conflict.between.map(name).joined(separator: " and ")
    let (head, better): (String, String) =
      switch flaw {
      case .noQuarrel:
        ("\(people) were given a conflict, and had not clashed", "Name the two who spoke against each other.")
      case .unheard:
        (
          "The conflict of \(people) ended before both were heard",
          "Write down both positions, and what is beneath each."
        )
      case .noAnswer:
        (
          "The conflict of \(people) ended with an answer to neither",
          "End it with something of what they argued: a decision, a trial with a measure, or a decider."
        )
      }
    return Debrief.Moment(
      at: ended, step: step(at: ended), verdict: .otherwise, head: head, better: better, rule: "M18")
  }

  private func step(at moment: Instant) -> Step {
    performance.visits.last { $0.at <= moment }?.step ?? .lobby
  }

  private func advice(_ utterance: Utterance) -> (better: String?, rule: String) {
    guard let capture = utterance.capture else { return missed(utterance) }
    if !capture.isRight { return otherwise(utterance, capture) }
    switch utterance.matter {
    case .position(let goal, let colour, _) where colour.objects: return (unmoved(utterance.who, goal), "M14")
    case .request where capture.item.flatMap(state.item)?.isOpen ?? false:
      return ("Then ask the one question: which of our goals would that serve?", "M16")
    default: return (nil, utterance.matter.rule)
    }
  }

  /// What someone would have needed whose objection is on record, and stands.
  private func unmoved(_ who: StakeholderID, _ goal: GoalID) -> String? {
    guard let person = performance.cast.person(who), let goal = state.goal(goal)?.goal else { return nil }
    let stance = performance.mind(of: person, on: goal, state).stance
    guard stance.colour.objects else { return nil }
    let remedy = performance.cast.remedy(for: person, stance, on: goal)
    return "It is on record, and it stands. Say: “\(remedy.sentences[1])” Then \(remedy.command) (\(remedy.rule))."
  }

  private func missed(_ utterance: Utterance) -> (better: String?, rule: String) {
    let who = utterance.who.text
    let better: String =
      switch utterance.matter {
      case .position(_, let colour, let layer) where colour.objects:
        "dot \(who) \(colour.rawValue), \(layer.map { "about \($0.phrase)" } ?? "about what they say"), in their words."
      case .position(_, let colour, _): "dot \(who) \(colour.rawValue): one key, before you go on."
      case .request: "f with their words, then: which of our goals would that serve?"
      case .service: "Take the answer: the goal that they named, or take the request back."
      case .disagreement: "x with both names: ten minutes of its own, then an experiment, a decision or a decider."
      case .status: "Name it as a report, and p puts it elsewhere."
      case .reopening: "Say that it is decided, and p parks it; or reopen it openly."
      case .concern: "p with their words: it belongs to no goal, and must not be lost."
      case .plea: "H: they have been heard; the order is made by all."
      case .argument: "Write down the position, and the interest beneath it."
      case .depth: "Does it move the goal? If not, p makes it a follow-up."
      case .acknowledgement: "Their yes, or their caveat in their words, before you close."
      case .consent: "Write down that they can live with it."
      case .arrival: "arrive \(who): from here they count, and before they do not."
      case .departure: "leave \(who): what comes after is not their silence."
      case .veto: "Leave it to them (decider=\(who)), or open it again: dot \(who) red."
      default: "w writes it down."
      }
    return (better, utterance.matter.rule)
  }

  private func otherwise(_ utterance: Utterance, _ capture: Utterance.Capture) -> (better: String?, rule: String) {
    switch utterance.matter {
    case .position(_, _, let layer) where !capture.hasLayer:
      return (
        "It is about \(layer?.phrase ?? "what they say"), not \(capture.instead ?? "that"): "
          + "what would have to change for a yes?", "M14"
      )
    case .position: return ("Their own words, so that they know them again at the read-back.", "M14")
    case .service(_, let goal):
      return (goal.map { "They named ‘\(title($0))’." } ?? "They took it back.", "M16")
    case .reopening: return ("It was decided: park it, and say so kindly.", "M22")
    case .assumption(let evidence): return ("They have it from \(evidence.rawValue), and said so.", "M42")
    case .acknowledgement(let caveat):
      return (caveat.map { "The caveat, in their words: “\($0)”" } ?? "They had no caveat.", "M21")
    default: return ("In their own words: what stands there could be anything.", utterance.matter.rule)
    }
  }
}

extension Move {
  /// What was done, as it follows a colon.
  var told: String {
    switch self {
    case .asked: "you asked them by name"
    case .heard: "their words are on record as they meant them"
    case .metricNamed: "you named what they answer for"
    case .messageUsed: "you used the message that was framed for them"
    case .answered: "the conflict was held, and answered what they argued"
    case .allyMoved: "whom they follow had moved"
    case .evidencePromised: "someone finds the evidence"
    case .roomMade: "something moves out for it"
    case .conditionTaken: "their condition is on record"
    case .trialAgreed: "it is tried first"
    case .termsChanged: "you changed what they objected to"
    }
  }

  var rule: String {
    switch self {
    case .asked, .allyMoved: "M13"
    case .heard: "M14"
    case .metricNamed: "M48"
    case .messageUsed: "M1"
    case .answered: "M18"
    case .evidencePromised: "M49"
    case .roomMade: "M17"
    case .conditionTaken: "M24"
    case .trialAgreed: "M47"
    case .termsChanged: "M15"
    }
  }
}

extension Utterance.Matter {
  /// The rule of the method that it is about.
  var rule: String {
    switch self {
    case .position(_, let colour, _): colour.objects ? "M14" : "M13"
    case .request, .service: "M16"
    case .concern: "M20"
    case .disagreement, .argument: "M18"
    case .status, .reopening: "M22"
    case .plea: "M17"
    case .depth: "M20"
    case .acknowledgement: "M21"
    case .consent: "M46"
    case .learning: "M9"
    case .reason: "M43"
    case .assumption: "M42"
    case .question: "M36"
    case .excuse: "M37"
    case .arrival, .departure: "M25"
    case .veto: "M15"
    case .insistence, .remark: "M13"
    }
  }
}
