import ParleyCore
import ParleyTerminal
import Testing

@testable import ParleyUI

@Suite("The keys of one read")
struct AppPasteTests {
  private func keys(_ text: String) -> [Key] {
    text.map { $0 == "\n" ? .enter : $0 == "\t" ? .tab : .character($0) }
  }

  private var room: Room {
    var room = Room()
    room.press("n n n")
    return room
  }

  @Test(
    "What a hand or a script gives at once stays keys",
    arguments: [
      "g", "gyr", "ggggc", "jjjjjjjjjjjjjjj", "oSaid to a host that dies", ":dot ceo red layer=metric\n", "n\n",
      "oYes\n",
    ])
  func typed(text: String) {
    #expect(room.model.reading(keys(text), isRest: false) == keys(text))
  }

  @Test(
    "What no hand gives at once is a paste",
    arguments: [
      "Customers want it now", "nobody agrees\nconfirm it\n", "oh no\nthis is bad\n", "a\nb\nc\nd and more\n",
    ])
  func pasted(text: String) {
    #expect(room.model.reading(keys(text), isRest: false) == [.paste(text)])
  }

  @Test("In a form a line with its line break is text, and so is what follows a paste at once; a few keys are typed")
  func inForm() {
    var room = room
    room.press("y")
    for text in ["m\n", "a lot\n", "\t1\t2\t3\t+7d\n", "Forty is a lot", "Forty is a lot\tm"] {
      #expect(room.model.reading(keys(text), isRest: false) == keys(text))
    }
    let lines = "Forty is a lot\nand nobody asked us\n"
    for text in ["Forty is a lot\n", "Forty is a lot\nm\n", "Forty is a lot\tm\n", lines] {
      #expect(room.model.reading(keys(text), isRest: false) == [.paste(text)])
    }
    #expect(room.model.reading(keys("m\n"), isRest: true) == [.paste("m\n")])
    #expect(room.model.reading([.up, .enter], isRest: true) == [.up, .enter])
  }

  @Test("A pasted line whose first letter opens a form stays in it, and sends nothing")
  func opening() {
    var room = room
    let read = room.model.reading(keys("oh no, this is bad\n"), isRest: false)
    #expect(read == [.character("o"), .paste("h no, this is bad\n")])
    let before = room.lines
    for key in read { room.press(key) }
    #expect(room.form?.value(of: "TEXT") == "h no, this is bad" && room.lines == before)
    #expect(room.screen.contains("a line break that is pasted sends nothing; Enter does"))
    room.press("enter")
    #expect(room.lines.last == "note \"h no, this is bad\"")
  }

  @Test("In the list of help a pasted line does nothing but search")
  func inHelp() {
    var room = room
    room.press("?")
    #expect(room.model.reading(keys("confirm it\n"), isRest: false) == [.paste("confirm it\n")])
  }
}
