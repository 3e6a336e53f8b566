import ParleyCore
import Testing

@Suite("The line for a status bar")
struct StatusLineTests {
  @Test("It says the step, its countdown, and when the session will end")
  func text() {
    var table = Table.at("goal:activation")
    #expect(StatusLine(table.state, at: table.now).text.hasPrefix("Activation 10:00 · ends "))
    let over = StatusLine(table.state, at: table.now.adding(seconds: 645))
    #expect(over.text.hasPrefix("Activation +0:45 · ends "))
    #expect(over.phase == "overtime")
    table.must("pause")
    #expect(StatusLine(table.state, at: table.now).text.hasPrefix("Activation 10:00 paused · ends "))
    #expect(StatusLine(table.state, at: table.now).phase == "paused")
  }

  @Test("The lobby and a closed session have no countdown, a closed one no end")
  func untimed() {
    var table = Table()
    #expect(StatusLine(table.state, at: table.now).text.hasPrefix("Lobby · ends "))
    table.must("next", "close early because=x")
    #expect(StatusLine(table.state, at: table.now).text == "Closed")
    #expect(StatusLine(table.state, at: table.now).json["left"] == nil)
  }

  @Test("A goal that has not been presented is not named (M12)")
  func unpresented() {
    let table = Table.at("context")
    for word in ["Improve activation", "Activation"] {
      #expect(!StatusLine(table.state, at: table.now).json.pretty.contains(word))
    }
  }

  @Test(
    "A template has its fields filled in",
    arguments: [
      ("{name} {countdown}", "Activation 10:00"), ("{{name} {name}", "{name} Activation"),
      ("{phase}/{planned}", "calm/10:00"),
      ("plain", "plain"), ("", ""), ("{step}", "goal:activation"),
    ])
  func template(template: String, text: String) throws {
    let table = Table.at("goal:activation")
    #expect(try StatusLine(table.state, at: table.now).text(template) == text)
  }

  @Test("The fault names an unknown field", arguments: [("{nmae}", "nmae"), ("{name", "name"), ("{}", "")])
  func unknown(template: String, name: String) {
    let table = Table.at("context")
    #expect(throws: StatusLine.UnknownField(name: name)) {
      try StatusLine(table.state, at: table.now).text(template)
    }
  }
}
