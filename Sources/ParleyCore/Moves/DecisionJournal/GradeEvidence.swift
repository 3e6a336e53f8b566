/// `evidence A1 LEVEL`: grades the evidence of an assumption anew (M42).
public struct GradeEvidence: Verb {
  public var assumption: AssumptionID
  public var level: Evidence
  public var note: String?

  public static let syntax = Syntax<Self>(
    .evidence, "grades the evidence of an assumption anew", rule: "M42",
    example: "evidence A1 survey note=\"Forty answers in May\"",
    Self.init, .place("A1", .assumption, \.assumption), .place("LEVEL", .choice, \.level),
    .option("note", .text, \.note, label: "How we know"))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkDecisionJournal(name)
    guard var graded = session.state.findings.assumptions.first(where: { $0.id == assumption }) else { return [] }
    graded.evidence = level
    graded.note = note ?? graded.note
    return [Assumed(assumption: graded).event]
  }
}
