import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("The : line")
struct AppPromptTests {
  private func at(_ text: String) -> Room {
    var room = Room()
    room.press("n n n :")
    room.type(text)
    return room
  }

  @Test(
    "Tab completes verbs, ids, names and fixed words",
    arguments: [
      ("conf", "tab tab", "conflict "), ("dot cs", "tab", "dot cs-head "), ("dot ceo y", "tab", "dot ceo yellow "),
      ("dot ceo yellow la", "tab", "dot ceo yellow layer="),
      ("dot ceo yellow layer=me", "tab", "dot ceo yellow layer=metric "), ("goto rea", "tab", "goto read-back "),
      ("serve P", "tab", "serve P1 "), ("close e", "tab", "close early "), ("vote o", "tab", "vote open "),
      ("follow-up \"x\" owner=ceo due=+7d with=ceo,vp-e", "tab", "follow-up \"x\" owner=ceo due=+7d with=ceo,vp-eng "),
      ("move activation to=q4 displacing=activation:q", "tab tab", "move activation to=q4 displacing=activation:q4 "),
      ("note \"dot c", "tab", "note \"dot c"), ("nothing ", "tab", "nothing "),
    ])
  func completion(typed: String, keys: String, expected: String) {
    var room = at(typed)
    room.press(keys)
    #expect(room.prompt?.editor.text == expected)
  }

  @Test(":quit asks what q asks, and says nothing in the session", arguments: ["quit", "q"])
  func quits(word: String) {
    var room = at(word)
    room.press("enter")
    #expect(room.prompt == nil)
    #expect(room.screen.contains("leave it running; parley resume comes back"))
    room.press("esc")
    #expect(!room.screen.contains("leave it running") && !room.screen.contains("no command"))
  }

  @Test("Tab goes round all candidates, and back")
  func cycles() {
    var room = at("dot vp-")
    room.press("tab")
    #expect(room.prompt?.editor.text == "dot vp-sales ")
    room.press("tab")
    #expect(room.prompt?.editor.text == "dot vp-eng ")
    room.press("backtab")
    #expect(room.prompt?.editor.text == "dot vp-sales ")
    #expect(room.screen.contains("Vera Engel"))
  }

  @Test("The cursor shows where the next character goes, and is nowhere else")
  func cursor() {
    var room = at("dot ceo")
    #expect(room.frame.cursor.map { room.frame[$0.x - 1, $0.y].text } == "o")
    room.press("left left")
    #expect(room.frame.cursor.map { room.frame[$0.x, $0.y].text } == "e")
    room.press("esc")
    #expect(room.frame.cursor == nil)
    room.press("p")
    room.type("Push")
    #expect(room.frame.cursor.map { room.frame[$0.x - 1, $0.y].text } == "h")
    room.press("esc q")
    #expect(room.frame.cursor == nil)
  }

  @Test("What the verb still expects stands beside it while it is typed")
  func usage() {
    var room = at("rank ")
    #expect(room.screen.contains("GOAL N"))
    room.type("churn ")
    #expect(room.prompt?.usage?.contains("GOAL") == false)
  }

  @Test("A refusal stands with the line, and the words stay until they are right")
  func refusal() {
    var room = at("confirm")
    room.press("enter")
    #expect(room.prompt?.line == "confirm")
    #expect(room.prompt?.refusal?.contains("M13") == true)
    #expect(room.screen.contains("M13"))
    room.press("C-u")
    room.type("note hello")
    room.press("enter")
    #expect(room.model.overlays.isEmpty)
    #expect(room.state.notes.count == 1)
  }

  @Test("Esc leaves the line; it opens empty, and ↑ brings the words back")
  func unsent() {
    var room = at("note half a tho")
    room.press("esc")
    #expect(room.model.overlays.isEmpty)
    room.press(":")
    #expect(room.prompt?.line == "")
    room.press("up")
    #expect(room.prompt?.line == "note half a tho")
  }

  @Test("Arrows recall what was given, and what was being typed")
  func history() {
    var room = at("note one")
    room.press("enter")
    room.give("note two")
    room.press(":")
    room.type("note thr")
    room.press("up")
    #expect(room.prompt?.line == "note two")
    room.press("up up")
    #expect(room.prompt?.line == "note one")
    room.press("down down")
    #expect(room.prompt?.line == "note thr")
  }

  @Test("A line of eight thousand quotes is as quick as any")
  func hostileLine() {
    var room = at("")
    room.press(.paste(String(repeating: "\" ", count: 40_000)))
    room.press("tab enter")
    #expect(room.prompt?.refusal != nil)
  }
}
