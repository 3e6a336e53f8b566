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
      "g", "gyr", "ggggc", "jjjjjjjjjjjjjjj", "oSaid to a host that dies\n", ":dot ceo red layer=metric\n", "n\n",
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

  @Test("In a form one line and its keys are typed, further lines are text, and so is what follows a paste at once")
  func inForm() {
    var room = room
    room.press("y")
    for text in ["Forty is a lot\nm\n", "Forty is a lot\tm\n", "Is it worth it?\n23\n"] {
      #expect(room.model.reading(keys(text), isRest: false) == keys(text))
    }
    let lines = "Forty is a lot\nand nobody asked us\n"
    #expect(room.model.reading(keys(lines), isRest: false) == [.paste(lines)])
    #expect(room.model.reading(keys("m\n"), isRest: true) == [.paste("m\n")])
    #expect(room.model.reading([.up, .enter], isRest: true) == [.up, .enter])
  }
}
