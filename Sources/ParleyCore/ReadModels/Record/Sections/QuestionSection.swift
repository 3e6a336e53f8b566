extension RecordSection {
  /// The one question of a check-in or a decision journal, and its answer (M36, M42).
  public static let question = RecordSection(finding: "question", "The question") { record, names in
    guard let question = record.findings.question else { return [] }
    return [question.text.shown] + (answer(to: question, record, names).map { [$0] } ?? [])
  }
  .json("question") { $0.findings.question?.recordJSON ?? .null }
  .on(.pane(heading: "The question", .question))

  private static func answer(to question: Question, _ record: Record, _ names: RecordNames) -> String? {
    switch question.ending {
    case .decided(let id): "Decided: \(id) \(record.decisions.first { $0.id == id }?.what.shown ?? "")"
    case .postponed(let process):
      "Not decided: \(names.of(process.decider)) decides by \(process.by), by this: \(process.criteria.shown)"
    case nil: record.kind == .decisionJournal ? nil : "Not answered"
    }
  }
}

extension Question {
  fileprivate var recordJSON: JSON {
    var decision: DecisionID?
    var process: JSON = .null
    switch ending {
    case .decided(let id): decision = id
    case .postponed(let open):
      process = ["decider": JSON(open.decider), "by": JSON(open.by), "criteria": .string(open.criteria)]
    case nil: break
    }
    return ["text": .string(text), "decision": JSON(decision), "process": process]
  }
}
