import ParleyCore
import ParleyDocuments
import Testing

@Suite("The record as a document")
struct RecordDocumentTests {
  @Test("The session of these tests is played without a refusal")
  func played() {
    #expect(PlayedSession.whole().refusals == [])
  }

  @Test("A session that was held reads as its golden files do")
  func golden() throws {
    let record = PlayedSession.whole().record
    try expectGolden(RecordDocument.json(record), "whole.json")
    try expectGolden(try RecordDocument.markdown(record), "whole.md")
    try expectGolden(try RecordDocument.html(record), "whole.html")
    try expectGolden(RecordDocument.csv(record), "whole.csv")
    try expectGolden(RecordDocument.ics(record), "whole.ics")
    try expectGolden(try RecordDocument.eml(record), "whole.eml")
  }

  @Test("A session that has only been opened is a proposal with nothing in it")
  func opened() throws {
    let record = PlayedSession().record
    try expectGolden(RecordDocument.json(record), "opened.json")
    try expectGolden(try RecordDocument.markdown(record), "opened.md")
  }

  @Test("The title says proposal until the session closes, then agreed; closed early, it says that and why")
  func standing() throws {
    func title(_ record: Record) throws -> Substring? {
      try RecordDocument.markdown(record).split(separator: "\n").first { $0.hasPrefix("# ") }
    }
    var record = PlayedSession().record
    #expect(try title(record) == "# Q3 alignment — proposal")
    record = PlayedSession.whole().record
    #expect(try title(record) == "# Q3 alignment — agreed, open for comment")
    record.status = .final
    #expect(try title(record) == "# Q3 alignment — agreed, final")
    record.closedEarly = "Fire alarm"
    #expect(try title(record) == "# Q3 alignment — closed early")
    #expect(try RecordDocument.markdown(record).contains("because: Fire alarm"))
  }

  @Test("The same journal gives the same bytes, read back from its lines too")
  func same() throws {
    let session = PlayedSession.whole().session
    let entries = try session.entries.map { try Entry(json: try #require(JSON(Array($0.json.line.utf8)))) }
    let again = try #require(Session(entries: entries))
    #expect(RecordDocument.json(Record(of: session)) == RecordDocument.json(Record(of: again)))
    #expect(try RecordDocument.markdown(Record(of: session)) == RecordDocument.markdown(Record(of: again)))
  }

  @Test("No dot is told by colour alone")
  func words() throws {
    let text = try RecordDocument.markdown(PlayedSession.whole().record)
    for word in ["● green", "▲ yellow", "■ red", "○ abstains", "absent"] { #expect(text.contains(word)) }
  }

  @Test("Every key is there, known or not", arguments: [true, false])
  func keys(isWhole: Bool) throws {
    let record = isWhole ? PlayedSession.whole().record : PlayedSession().record
    let json = try #require(JSON(Array(RecordDocument.json(record).utf8)))
    for (path, expected) in contract {
      let found = objects(at: path, in: json)
      if isWhole || ["", "session", "attendance", "goals", "acknowledgements"].contains(path) {
        #expect(!found.isEmpty, "\(path)")
      }
      for object in found { #expect(object == expected.split(separator: " ").map(String.init), "\(path)") }
    }
  }
}

/// The keys of the objects at each path, in their order.
private let contract = [
  "": """
  parley status session attendance goals tradeoffs decisions parkingLot disagreements followUps votes \
  acknowledgements comments pacing review playbooks impacts gaps kindChanges \
  cancelledVotes previous carried unreviewed readings question assumptions alternatives killCriteria risks answered \
  links zone timeframes boundary inform northStar redLines outcomes commitments
  """,
  "playbooks": "pathfinders portfolio split tracks gates",
  "playbooks.pathfinders": "question try metric until owner goal stop",
  "playbooks.portfolio": "goal value fit risk score",
  "playbooks.split": "core adjacent new",
  "playbooks.tracks": "track what unlocks goal",
  "playbooks.gates": "reach evidence by stop goal",
  "impacts": "who gives costs goal decision",
  "gaps": "what owner due",
  "commitments": "who what goal due",
  "links": "name url",
  "kindChanges": "from to because at",
  "session": "id title kind started ended facilitator noteTaker",
  "attendance": "who name role arrived left",
  "goals": """
  id name timeframe priority outcome metrics adjustments conditions dots objections features positions owner \
  rationale note dissent raci url ref share
  """,
  "goals.raci": "accountable responsible consulted informed",
  "goals.positions": "who colour first how layer cause note condition",
  "goals.metrics": "name unit baseline target",
  "goals.adjustments": "what from to because",
  "goals.conditions": "text by",
  "goals.dots": "ceo eng late",
  "goals.objections": "who colour layer cause note how",
  "goals.features": "id name url ref",
  "tradeoffs": "gained displaced because accepted acceptedBy void",
  "decisions": "id what because consequences until replaces",
  "parkingLot": "id text by kind goal owner due state because url ref",
  "timeframes": "id name from to capacity",
  "boundary": "decided open outOfScope",
  "inform": "id name email",
  "northStar": "name unit baseline target",
  "disagreements": "topic goal between positions outcome process consents",
  "disagreements.positions": "who text interest",
  "disagreements.process": "kind decider by criteria options gives costs",
  "followUps": "text owner due with",
  "votes": "dots turnout tally ties",
  "cancelledVotes": "dots turnout",
  "acknowledgements": "who acknowledged caveat answer hadLeft",
  "comments": "id who text reply",
  "pacing": "step planned actual",
  "review": "goal target actual result because name unit",
]

/// The keys of every object that a path leads to, through lists.
private func objects(at path: String, in json: JSON) -> [[String]] {
  var values = [json]
  for key in path.split(separator: ".") {
    values = values.compactMap { $0[String(key)] }.flatMap { $0.list ?? [$0] }
  }
  return values.compactMap { if case .object(let members) = $0 { members.map(\.key) } else { nil } }
}
