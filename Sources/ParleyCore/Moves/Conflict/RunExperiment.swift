/// `experiment "WHAT" metric= until= owner=`: ends the conflict with a short trial (M18, M47).
public struct RunExperiment: Verb {
  public var what: String
  public var metric: String
  public var until: Due
  public var owner: StakeholderID

  public static let syntax = Syntax<Self>(
    .experiment, "ends the conflict with an experiment", rule: "M18, M47",
    example: "experiment \"Two weeks of weekly releases\" metric=\"Incidents\" until=+14d owner=vp-eng", Self.init,
    .place("WHAT", .text, \.what, label: "What we try"), .key("metric", .text, \.metric, label: "Measured by"),
    .key("until", .date, \.until, label: "Until"),
    .key("owner", .who, \.owner))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    _ = try session.conflictAtHand()
    let day = until.date(at: occasion.at)
    return [ConflictEnded(ending: .experiment(what: what, metric: metric, until: day, owner: owner)).event]
  }
}
