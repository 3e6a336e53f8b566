import ParleyCore
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyScreens

/// What a second costs, and that nothing jumps.
@Suite struct TickTests {
  private func cells(_ size: Size, at seconds: Int, after start: SampleSession) -> [Cell] {
    var session = start
    session.wait(0, seconds)
    return session.view().frame(size: size).cells
  }

  @Test func aSecondChangesLittleMoreThanItsDigits() throws {
    let start = try SampleSession.atChurn()
    var changes: [Int] = []
    for second in 0..<120 {
      let size = Size(columns: 80, rows: 24)
      let pairs = zip(cells(size, at: second, after: start), cells(size, at: second + 1, after: start))
      changes.append(pairs.count { $0 != $1 })
    }
    #expect((changes.max() ?? 0) <= 9)
    #expect(changes.reduce(0, +) <= 2 * 120)
  }

  @Test func aSecondTouchesOnlyTheCountdownOnAWideScreen() throws {
    let start = try SampleSession.atChurn()
    let size = Size(columns: 120, rows: 34)
    let layout = ScreenLayout(Rect(size))
    for second in 0..<25 {
      let pairs = zip(cells(size, at: second, after: start), cells(size, at: second + 1, after: start))
      let changed = pairs.enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
      let points = changed.map { Point(x: $0 % size.columns, y: $0 / size.columns) }
      #expect(points.allSatisfy { layout.side.contains($0) || $0.y == 0 })
    }
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 80, rows: 40), Size(columns: 120, rows: 34)])
  func everythingElseKeepsItsPlaceThroughTheWholeTimebox(_ size: Size) throws {
    let start = try SampleSession.atChurn()
    let layout = ScreenLayout(Rect(size))
    let first = start.view().frame(size: size)
    for seconds in [60, 151, 152, 200, 211, 212, 271] {
      var session = start
      session.wait(0, seconds)
      let frame = session.view().frame(size: size)
      for y in layout.main.y..<layout.main.maxY { #expect(row(y, of: frame, layout) == row(y, of: first, layout)) }
    }
  }

  private func row(_ y: Int, of frame: Frame, _ layout: ScreenLayout) -> String {
    (0..<layout.main.maxX).map { frame[$0, y].text }.joined()
  }

  @Test func theNextChangeIsTheNextSecondOrTheNextMinute() throws {
    var session = try SampleSession.atChurn()
    session.wait(0, 1)
    var view = session.view()
    view.now = Instant(milliseconds: view.now.milliseconds + 400)
    #expect(view.nextChange?.milliseconds == view.now.milliseconds + 600)
    try session.give("pause")
    view = session.view()
    #expect(view.nextChange.map { Int($0.milliseconds % 60_000) } == 0)
    #expect(try SampleSession.closed().view().nextChange == nil)
  }

  @Test func noPictureChangesBeforeTheNextChange() throws {
    for screen in GoldenScreen.all {
      let view = try screen.view()
      guard let next = view.nextChange else { continue }
      var later = view
      later.now = Instant(milliseconds: next.milliseconds - 1)
      let size = Size(columns: 120, rows: 34)
      #expect(later.frame(size: size) == view.frame(size: size), "\(screen.name)")
    }
  }
}
