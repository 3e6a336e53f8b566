import ParleyCore
import ParleyTerminal
import Testing

@testable import ParleyScreens

/// What holds on every screen at any size.
@Suite struct EverySizeTests {
  @Test(arguments: GoldenScreen.all)
  func drawsAtEverySizeWithinItsRectangle(_ screen: GoldenScreen) throws {
    let view = try screen.view()
    for size in screen.name == "goal" ? Self.everySize : Self.someSizes {
      let rect = Rect(x: 2, y: 1, width: size.columns, height: size.rows)
      var frame = Frame(size: Size(columns: size.columns + 4, rows: size.rows + 2))
      frame.fill(frame.bounds, with: "~")
      view.draw(into: &frame, in: rect)
      expectUntouched(frame, outside: rect)
    }
  }

  private static let everySize = (0...130).flatMap { columns in
    (0...40).map { Size(columns: columns, rows: $0) }
  }

  /// Around the places where the arrangement changes.
  private static let someSizes = [0, 1, 2, 5, 11, 23, 38, 59, 60, 61, 70, 79, 80, 99, 100, 101, 130, 160, 200].flatMap {
    columns in
    [0, 1, 2, 3, 5, 8, 15, 16, 17, 20, 23, 24, 30, 32, 40, 45, 50].map { Size(columns: columns, rows: $0) }
  }

  private func expectUntouched(_ frame: Frame, outside rect: Rect) {
    for y in 0..<frame.size.rows {
      for x in 0..<frame.size.columns where !rect.contains(Point(x: x, y: y)) && frame[x, y].text != "~" {
        Issue.record("\(rect) drew “\(frame[x, y].text)” at \(x), \(y)")
        return
      }
    }
  }

  @Test(arguments: GoldenScreen.all) func withoutUnicodeThereIsOnlyASCII(_ screen: GoldenScreen) throws {
    guard screen.name != "wide" else { return }
    var view = try screen.view()
    view.look.signs = .ascii
    for size in GoldenScreenTests.sizes {
      #expect(view.frame(size: size).picture.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(arguments: GoldenScreen.all) func theSameViewMakesTheSameFrame(_ screen: GoldenScreen) throws {
    let view = try screen.view()
    let size = Size(columns: 120, rows: 34)
    #expect(view.frame(size: size) == view.frame(size: size))
  }

  @Test(arguments: GoldenScreen.all) func aThemeWithABackgroundLeavesNoCellWithout(_ screen: GoldenScreen) throws {
    var view = try screen.view()
    view.look.theme = try ThemeCatalogue().load("light").theme
    let frame = view.frame(size: Size(columns: 120, rows: 34))
    #expect(frame.cells.allSatisfy { $0.style.background != nil })
  }
}
