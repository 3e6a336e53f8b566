import ParleyTerminal
import Testing

@Suite("A screen in memory")
struct MemoryScreenTests {
  @Test("an unchanged frame is no change")
  func unchanged() {
    let screen = MemoryScreen(size: Size(columns: 10, rows: 2))
    var frame = Frame(size: screen.size)
    frame.write("hi", at: Point(x: 0, y: 0))
    screen.present(frame)
    screen.present(frame)
    #expect(screen.changes == 1)
    frame.cursor = Point(x: 1, y: 1)
    screen.present(frame)
    #expect(screen.changes == 2)
    #expect(screen.frame?.text(row: 0) == "hi")
  }

  @Test("a new size counts when it is taken over, and keys come once")
  func events() {
    let screen = MemoryScreen(size: Size(columns: 10, rows: 2))
    screen.drag(to: Size(columns: 40, rows: 9))
    #expect(screen.size == Size(columns: 10, rows: 2))
    screen.resize()
    #expect(screen.size == Size(columns: 40, rows: 9))
    screen.keys = [.enter]
    #expect(screen.nextKeys() == [.enter])
    #expect(screen.nextKeys().isEmpty)
    screen.setTitle("a\u{1b}b")
    #expect(screen.title == "a\u{fffd}b")
  }
}
