/// `playbook track TRACK "WHAT"`: different horizons: a step on one of two tracks, and what it unlocks (M40).
public struct AddTrackStep: Verb {
  public var track: Sheet.Track
  public var what: String
  public var unlocks: String?
  public var goal: GoalID?

  public static let syntax = Syntax<Self>(
    .track, "different horizons: a step on one of two tracks, and what it unlocks",
    rule: "M40", example: "playbook track near \"Clean up the events\" unlocks=\"Self-service reports\"", Self.init,
    .place("TRACK", .choice, \.track), .place("WHAT", .text, \.what), .option("unlocks", .text, \.unlocks),
    .option("goal", .goal, \.goal))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let step = Sheet.TrackStep(track: track, what: what, unlocks: unlocks, goal: goal)
    return [SheetFilled(sheet: .track(step)).event]
  }
}

extension Sheet.Track: Coded {}

extension Sheet.TrackStep {
  static let coding = Codec<Sheet>(
    { .track(Self(track: $0, what: $1, unlocks: $2, goal: $3)) }, Member(ofForm: "track", \.step?.track),
    Member(ofForm: "what", \.step?.what), Member("unlocks", \.step?.unlocks), Member("goal", \.step?.goal))
}

extension Sheet {
  fileprivate var step: TrackStep? { if case .track(let step) = self { step } else { nil } }
}
