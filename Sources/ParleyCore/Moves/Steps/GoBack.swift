/// `back`: goes back to the step before.
public struct GoBack: Verb {
  /// The step that it is to go from, as it was written: somebody else may have left it in the same moment. Nil is the one
  /// at hand.
  public var from: String?

  public init(from: String? = nil) { self.from = from }

  public static let syntax = Syntax<Self>(
    .back, "goes back to the step before", example: "back", Self.init,
    .option("from", .step, \.from))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkStep(from, for: name)
    let agenda = session.state.agenda
    let place = session.state.place(in: agenda)
    guard place.previous >= 0 else { throw .wrongStep(.nothingBefore) }
    return [StepEntered(step: agenda[place.previous]).event]
  }
}
