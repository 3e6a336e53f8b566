/// `playbook portfolio GOAL`: different goals: what one is worth, how it fits, what it risks (M40).
public struct WeighGoal: Verb {
  public var goal: GoalID
  /// 1 to 5 each.
  public var value: Int
  public var fit: Int
  public var risk: Int

  public static let syntax = Syntax<Self>(
    .portfolio, "different goals: what one is worth, how it fits, what it risks; 1 to 5 each",
    rule: "M40", example: "playbook portfolio churn value=5 fit=4 risk=2", Self.init, .place("GOAL", .goal, \.goal),
    .key("value", .scale, \.value), .key("fit", .scale, \.fit), .key("risk", .scale, \.risk))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [SheetFilled(sheet: .weight(Sheet.Weight(goal: goal, value: value, fit: fit, risk: risk))).event]
  }
}

extension Sheet.Weight {
  static let coding = Codec<Sheet>(
    { .weight(Self(goal: $0, value: $1, fit: $2, risk: $3)) }, Member(ofForm: "goal", \.weight?.goal),
    Member(ofForm: "value", \.weight?.value), Member(ofForm: "fit", \.weight?.fit),
    Member(ofForm: "risk", \.weight?.risk))
}

extension Sheet {
  fileprivate var weight: Weight? { if case .weight(let weight) = self { weight } else { nil } }
}
