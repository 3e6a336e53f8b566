import ParleyCore
import ParleyPlan
import Testing

@Suite("Survey answers")
struct SurveyAnswersTests {
  private let people = [
    Stakeholder(id: StakeholderID("ceo"), name: "Ada Obi"), Stakeholder(id: StakeholderID("eng"), name: "王 美玲"),
  ]

  @Test("The table names people by id or by name, and an empty cell is no answer")
  func read() {
    let table = "Who,Outcome,Worry,Non-negotiable\nceo,\"Growth, again\",,Board\n王 美玲,Calm,,\n"
    let answers = SurveyAnswers(bytes: Array(table.utf8), people: people)
    #expect(answers.faults == [])
    let map = answers.added(to: StakeholderMap(entries: [StakeholderID("ceo"): .init(influence: .high)]))
    #expect(map.entries[StakeholderID("ceo")]?.survey?.outcome == "Growth, again")
    #expect(map.entries[StakeholderID("ceo")]?.influence == .high)
    #expect(map.entries[StakeholderID("eng")]?.survey == .init(outcome: "Calm"))
  }

  @Test(
    "Unknown people, double answers, missing names and unknown columns are reported",
    arguments: [
      ("who\nzebra\n", 2), ("who\nceo\nAda Obi\n", 3), ("outcome\nx\n", 1), ("who,mood\nceo,x\n", 1), ("", 1),
    ])
  func faults(table: String, line: Int) {
    #expect(SurveyAnswers(bytes: Array(table.utf8), people: people).faults.map(\.line) == [line])
  }
}
