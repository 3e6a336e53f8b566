/// `next`: goes on to the next step (M10).
public struct GoNext: Verb {
  /// The step that it is to go from, as it was written: somebody else may have left it in the same moment. Nil is the one
  /// at hand.
  public var from: String?

  public init(from: String? = nil) { self.from = from }

  public static let syntax = Syntax<Self>(
    .next, "goes on to the next step", rule: "M10", example: "next", Self.init,
    .option("from", .step, \.from))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkStep(from, for: name)
    return [StepEntered(step: try session.nextStep()).event]
  }
}

extension State {
  /// Throws `wrong-step` where this is not the step at hand any more.
  func checkStep(_ from: String?, for verb: VerbName) throws(Refusal) {
    guard let from, from != step.text else { return }
    throw .wrongStep(.movedOn(verb, from: from, now: titles(of: step).title))
  }
}

/// A step was entered: its countdown begins, and a goal that comes to the table is presented (M12).
public struct StepEntered: EventPayload {
  public var step: Step

  public init(step: Step) { self.step = step }

  package static let name = Event.Name.stepEntered
  package static let codec = Codec(Self.init, Member("step", \.step))
  package var event: Event { .stepEntered(self) }

  package func apply(to state: inout State, at: Instant) {
    state.leaveStep(at)
    if state.step == .lobby, state.started == nil { state.started = at }
    state.step = step
    state.visit = Visit(since: at)
    state.editOpenConflict { $0.visit.goOn(at: at) }
    state.heard = []
    if step != .lobby, step != .closed, !state.isVisited(step) {
      state.times.append(StepTime(step: step, planned: state.plannedSeconds(of: step)))
    }
    if case .goal(let id) = step { state.edit(id) { $0.isPresented = true } }
  }

  package func redacted(by redaction: Redaction) -> Self? { Self(step: step.redacted(by: redaction)) }

  package func sentence(by narrator: Narrator) -> String? {
    let seconds = narrator.state.plannedSeconds(of: step)
    let time = seconds % 60 == 0 ? counted(seconds / 60, "minute") : minutesAndSeconds(seconds)
    return "now: \(narrator.state.titles(of: step).title)" + (seconds > 0 ? ", \(time)" : "")
  }
}
