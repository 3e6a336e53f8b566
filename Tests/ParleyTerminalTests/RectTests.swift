import ParleyTerminal
import Testing

@Suite("Dividing rectangles")
struct RectTests {
  private let screen = Rect(Size(columns: 80, rows: 24))

  @Test("fixed parts come first and shares take the rest")
  func rows() {
    let parts = screen.rows([.cells(2), .share(1), .cells(1)])
    #expect(parts.map(\.height) == [2, 21, 1])
    #expect(parts.map(\.y) == [0, 2, 23])
    #expect(screen.columns([.share(2), .share(1)], gap: 1).map(\.width) == [52, 27])
    #expect(screen.columns([.share(2), .share(1)], gap: 1).map(\.x) == [0, 53])
  }

  @Test("parts never leave their rectangle, however small it is")
  func small() {
    for height in -2...6 {
      let rect = Rect(x: 5, y: 5, width: 3, height: height)
      for part in rect.rows([.cells(3), .share(1), .cells(2), .share(0)], gap: 1) {
        #expect(part.intersection(rect).height == part.height)
        #expect(part.maxY <= rect.maxY)
      }
    }
  }

  @Test("sides and insets are clamped")
  func clamped() {
    let rect = Rect(x: 2, y: 2, width: 4, height: 2)
    #expect(rect.top(5) == rect)
    #expect(rect.bottom(1) == Rect(x: 2, y: 3, width: 4, height: 1))
    #expect(rect.right(-1).isEmpty)
    #expect(rect.inset(by: 1) == Rect(x: 3, y: 3, width: 2, height: 0))
    #expect(rect.inset(by: 9).isEmpty)
    #expect(rect.row(1) == Rect(x: 2, y: 3, width: 4, height: 1))
    #expect(rect.row(2).isEmpty)
    #expect(Rect(x: 0, y: 0, width: -4, height: 3).isEmpty)
    #expect(screen.centred(Size(columns: 20, rows: 4)) == Rect(x: 30, y: 10, width: 20, height: 4))
    #expect(rect.centred(Size(columns: 20, rows: 20)) == rect)
    #expect(rect.intersection(Rect(x: 10, y: 10, width: 4, height: 4)).isEmpty)
  }
}
