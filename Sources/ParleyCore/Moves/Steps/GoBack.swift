/// `back`: goes back to the step before.
public struct GoBack: Verb {
  public init() {}

  public static let syntax = Syntax<Self>(.back, "goes back to the step before", example: "back", Self.init)
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let agenda = session.state.agenda
    let place = session.state.place(in: agenda)
    guard place.previous >= 0 else { throw .wrongStep(.nothingBefore) }
    return [StepEntered(step: agenda[place.previous]).event]
  }
}
