import ParleyCore
import ParleyScreens
import TestFixtures
import Testing

@testable import ParleyUI

@Suite("Spreading what is left, on the screen (M26)")
struct AppSpreadTests {
  private func late() -> Room {
    var room = Room(.quarter)
    room.press("n")
    room.wait(40 * 60)
    room.press("n")
    room.wait(1)
    return room
  }

  @Test("When the session runs over, one key shows how what is left would be spread, Enter takes it, u takes it back")
  func taken() {
    var room = late()
    #expect(room.hints.contains("% spread"))
    #expect(room.screen.contains("18 late"))
    room.press("%")
    for words in ["less each; ends 15:30", "Read-back", "10:00", "Enter", "u takes it back"] {
      #expect(room.screen.contains(words), "\(words)")
    }
    room.press("enter")
    room.wait(1)
    #expect(room.lines.last == "rebalance")
    #expect(room.state.agreedEnd?.clock == "15:30" && !room.screen.contains("18 late"))
    #expect(!room.hints.contains("% spread"))
    room.press("u")
    #expect(room.state.agreedEnd == nil && room.state.replanned.isEmpty)
  }

  @Test("Esc leaves the times as they are; another end is five minutes away")
  func otherEnd() {
    var room = late()
    room.press("% esc")
    #expect(room.state.replanned.isEmpty && room.model.overlays.isEmpty)
    room.press("% right right left")
    #expect(room.screen.contains("ends 15:35"))
    room.press("enter")
    #expect(room.lines.last == "rebalance end=15:35")
  }

  @Test("An end that is too near is not taken: the minutes that are missing are said, and a later end is offered")
  func tooNear() {
    var room = late()
    room.wait(38 * 60)
    room.press("%")
    #expect(room.screen.contains("missing to give every step"))
    room.press("enter")
    #expect(room.state.replanned.isEmpty)
    room.press("right right right right right")
    #expect(room.screen.contains("ends 15:55"))
    room.press("enter")
    #expect(room.state.agreedEnd?.clock == "15:55")
  }

  @Test("After a late start the planned end can be the one on the clock, or the planned length from the start")
  func lateStart() {
    var room = Room(.quarter)
    room.wait(600)
    room.press("n %")
    #expect(room.screen.contains("ends 15:40, as long as planned") && room.screen.contains("ends 15:30, by the clock"))
    room.press("down enter")
    #expect(room.lines.last == "rebalance end=15:30" && room.state.agreedEnd?.clock == "15:30")
  }

  @Test("The card at zero offers it with the end that it gives, and goes once it is taken")
  func offered() {
    var room = Room(.quarter)
    room.press("n n n")
    room.wait(601)
    #expect(room.screen.contains("spread what is left"))
    room.press("% enter")
    #expect(!room.model.offersOvertime)
  }

  @Test("The agenda says when each step is expected")
  func agenda() {
    var room = Room(.quarter)
    room.press("n 7")
    #expect(room.screen.contains("begins") && room.screen.contains("14:49"))
  }
}
