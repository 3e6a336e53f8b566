extension RecordSection {
  /// The one question of a check-in or a decision journal, and its answer (M36, M42).
  public static let question = RecordSection(finding: "question", "findings.question") { record, names in
    guard let question = record.findings.question else { return [] }
    return [question.text.shown] + (answer(to: question, record, names).map { [$0] } ?? [])
  }
  .json("question") { $0.findings.question?.recordJSON ?? .null }
  .on(.pane(heading: "The question", .question))

  private static func answer(to question: Question, _ record: Record, _ names: RecordNames) -> String? {
    let words = names.words
    switch question.ending {
    case .decided(let id):
      let what = record.decisions.first { $0.id == id }?.what.shown ?? ""
      return words("findings.decided", ["what": "\(id) \(what)"])
    case .postponed(let process):
      return words(
        "findings.not-decided",
        [
          "who": names.of(process.decider), "day": words.longDay(process.by), "criteria": process.criteria.shown,
        ])
    case nil: return record.kind == .decisionJournal ? nil : words["findings.not-answered"]
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
