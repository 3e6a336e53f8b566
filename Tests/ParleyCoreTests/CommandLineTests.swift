import ParleyCore
import TestFixtures
import Testing

@Suite("The command language")
struct CommandLineTests {
  @Test(
    "Every refusal of grammar comes before the others",
    arguments: [
      ("nxt", "unknown-verb"), ("frobnicate", "unknown-verb"), ("next now", "bad-argument"),
      ("dot ceo", "bad-argument"),
      ("dot ceo grene", "bad-argument"), ("dot nobody green", "unknown-id"),
      ("dot ceo green layre=metric", "bad-argument"),
      ("dot ceo red layer=size", "bad-argument"), ("note", "bad-argument"), ("note \"\"", "bad-argument"),
      ("note \"open", "bad-argument"), ("+1:75 next", "bad-argument"), ("+x next", "bad-argument"),
      ("+1:5 next", "bad-argument"),
      ("@ceo", "bad-argument"), ("extend x", "bad-argument"), ("park X kind=a kind=b", "bad-argument"),
      ("propose Bad-Id N timeframe=q3 metric=M baseline=1 target=2", "bad-argument"),
      ("propose x N timeframe=q3 metric=M baseline=inf target=2", "bad-argument"),
      ("propose x N timeframe=q3 metric=M baseline=0x10 target=2", "bad-argument"),
      ("rank churn 0", "bad-argument"), ("rank churn 99999999999999999999", "bad-argument"),
      ("follow-up X owner=ceo due=tomorrow", "bad-argument"), ("close now", "bad-argument"),
      ("vote maybe", "bad-argument"),
    ])
  func grammar(line: String, code: String) {
    var table = Table()
    #expect(table.refusal(line) == code)
  }

  @Test("A text of more than 4,096 bytes is refused, not cut")
  func tooLong() {
    var table = Table()
    #expect(table.refusal("note " + String(repeating: "x", count: 4097)) == "bad-argument")
    table.must("note " + String(repeating: "x", count: 4096))
  }

  @Test("Words are cut as in a shell")
  func words() {
    var table = Table()
    table.must("note 'it is' # a comment", "note \"a \\\"quoted\\\" # word\"", "note two\\ words")
    #expect(table.state.notes.map(\.text) == ["it is"] + ["a \"quoted\" # word", "two words"])
    #expect(table.when("# only a comment") == .failure(.badArgument(.noCommand)))
    #expect(ScriptLine("  # only a comment").line.isEmpty)
    #expect(ScriptLine("  # only a comment").fault == nil)
  }

  @Test("A value may hold an equals sign; a quoted word is never a key")
  func equals() {
    var table = Table()
    table.must("note \"a=b\"", "park x=1 kind=idea".replacing("x=1", with: "\"x=1\""))
    #expect(table.state.parkingLot.last?.text == "x=1")
    table.must("decide X because=a=b")
    #expect(table.state.decisions.last?.because == "a=b")
  }

  @Test("Control characters and marks that hide are not kept")
  func hostile() {
    var table = Table()
    table.must("note \"a\u{1B}[31mb\u{202E}c\u{200B}d\te\"")
    #expect(table.state.notes.map(\.text) == ["a[31mbcd e"])
  }

  @Test("Time passes even if the command is refused")
  func time() {
    var table = Table()
    #expect(table.when("+90:30 nonsense") != .success([]))
    table.must("note x")
    #expect(table.state.notes.last?.at.description == "2027-06-28T15:30:30")
  }

  @Test(
    "What is quoted reads back as it was",
    arguments: ["a", "two words", "q\"uote", "b\\ack", "#x", "k=v", "ü 王", "it's"])
  func quoting(text: String) {
    var table = Table()
    table.must("note \(CommandLine.quoted(text))")
    #expect(table.state.notes.last?.text == text)
  }

  @Test("Every command has an example that its own grammar reads")
  func examples() throws {
    for grammar in CommandGrammar.all {
      let line = ScriptLine(grammar.example)
      #expect(throws: Never.self, "\(grammar.example)") {
        let read = try CommandLine(line.line, by: line.speaker ?? .facilitator)
        let again = try CommandLine(read.command.line, by: .facilitator)
        #expect(AnyHashable(again.command) == AnyHashable(read.command))
      }
      #expect(CommandLine.verb(in: line.line) == grammar.verb)
      #expect(grammar.usage.hasPrefix(grammar.verb.rawValue))
    }
  }

  @Test("Random lines are read or refused, and never change a session by being refused")
  func random() {
    var generator = Chance(seed: 7)
    let pieces = [
      "dot", "ceo", "green", "\"", "'", "\\", "=", "goal=", "churn", "+1:00", "@", "@ceo", "#", " ", "propose", "q3",
      "\u{0}", "é", "🏳️‍🌈", "next", "undo", "close early because=x", "serve P1 goal=churn", "move churn to=q4 because=x",
    ]
    var table = Table.at("goal:churn")
    for _ in 0..<3000 {
      let line = (0..<Int.random(in: 1...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
      }
      let before = table.session
      if case .failure = table.when(line.joined(separator: Bool.random(using: &generator) ? " " : "")) {
        #expect(table.session == before)
      }
    }
    #expect(Session(entries: table.session.entries)?.state == table.state)
  }
}
