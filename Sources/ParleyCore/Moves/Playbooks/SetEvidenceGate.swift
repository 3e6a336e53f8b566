/// `playbook gate "EVIDENCE" reach=N`: different appetite for risk: how far to go, on which evidence, when to stop (M40).
public struct SetEvidenceGate: Verb {
  public var evidence: String
  /// From 1 (incremental) to 5 (transformational).
  public var reach: Int
  public var by: Due?
  public var stop: String?
  public var goal: GoalID?

  public static let syntax = Syntax<Self>(
    .gate, "different appetite for risk: how far to go (1 to 5), on which evidence, when to stop",
    rule: "M40", example: "playbook gate \"Ten customers pay\" reach=3 by=+30d stop=\"Fewer than three by May\"",
    Self.init,
    .place("EVIDENCE", .text, \.evidence), .key("reach", .scale, \.reach),
    .option("by", .date, \.by, label: "Evidence by"),
    .option("stop", .text, \.stop), .option("goal", .goal, \.goal))
  public static let permission = Permission<Self>.facilitator()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let gate = Sheet.EvidenceGate(
      reach: reach, evidence: evidence, by: by?.date(at: occasion.at), stop: stop, goal: goal)
    return [SheetFilled(sheet: .gate(gate)).event]
  }
}

extension Sheet.EvidenceGate {
  static let coding = Codec<Sheet>(
    { .gate(Self(reach: $0, evidence: $1, by: $2, stop: $3, goal: $4)) }, Member(ofForm: "reach", \.gate?.reach),
    Member(ofForm: "evidence", \.gate?.evidence), Member("by", \.gate?.by), Member("stop", \.gate?.stop),
    Member("goal", \.gate?.goal))
}

extension Sheet {
  fileprivate var gate: EvidenceGate? { if case .gate(let gate) = self { gate } else { nil } }
}
