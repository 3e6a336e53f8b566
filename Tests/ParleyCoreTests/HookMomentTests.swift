import ParleyCore
import TestFixtures
import Testing

@Suite("Moments at which hooks run")
struct HookMomentTests {
  private func moments(_ lines: String...) -> [HookMoment] {
    var table = Table.given(.quarter)
    return lines.flatMap { line in
      let before = HookMoment.Place(table.state)
      table.must(line)
      return HookMoment.passed(from: before, to: HookMoment.Place(table.state))
    }
  }

  @Test("Leaving the lobby, each step, the close, the final record; and nothing else that happens")
  func all() {
    #expect(moments("next") == [.onStart, .onStep])
    #expect(moments("note Hello", "leave ceo", "arrive ceo").isEmpty)
    #expect(moments("next", "back", "next") == [.onStart, .onStep, .onStep, .onStart, .onStep])
    #expect(moments("next", "undo") == [.onStart, .onStep, .onStep])
    #expect(
      moments("next", "close early because=Fire", "+3000:00 finalise") == [.onStart, .onStep, .onClose, .onFinal])
  }

  @Test("Each says when it comes, and has an example that a shell takes")
  func words() {
    for moment in HookMoment.allCases {
      #expect(!moment.does.isEmpty && !moment.example.contains("\n"))
    }
  }
}
