import ParleyTerminal
import Testing

@Suite("Drawing into a frame")
struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  @Test("text is drawn at its place, and reports its columns")
  func write() {
    var frame = frame(8, 2)
    #expect(frame.write("ab漢c", at: Point(x: 1, y: 1)) == 5)
    #expect(frame.picture == "\n ab漢c")
    #expect(frame[3, 1].width == 2)
    #expect(frame[4, 1].width == 0)
  }

  @Test("a wide character that the edge cuts becomes a space")
  func clipped() {
    var frame = frame(10)
    frame.fill(frame.bounds, with: ".")
    let clip = Rect(x: 3, y: 0, width: 4, height: 1)
    #expect(frame.write("漢漢漢", at: Point(x: 2, y: 0), in: clip) == 5)
    #expect(frame.picture == "... 漢 ...")
  }

  @Test("nothing is drawn outside of the clip or the frame, whatever the numbers")
  func outside() {
    var frame = frame(4, 2)
    for point in [Point(x: -9, y: 0), Point(x: 9, y: 0), Point(x: 0, y: -1), Point(x: 0, y: 7)] {
      frame.write("abc漢", at: point)
      frame.write("x", at: point, in: Rect(x: -5, y: -5, width: 1, height: 1))
      frame.fill(Rect(x: point.x, y: point.y, width: 2, height: 1), with: "#")
      frame.border(Rect(x: point.x, y: point.y, width: 3, height: 2))
    }
    #expect(frame.text(row: 1).isEmpty)
    frame.write("wxyz12", at: Point(x: -2, y: 0))
    #expect(frame.picture == "yz12\n")
  }

  @Test("half of a wide character is never left")
  func halves() {
    var frame = frame(4)
    frame.write("漢字", at: Point(x: 0, y: 0))
    frame.write("a", at: Point(x: 1, y: 0))
    #expect(frame.picture == " a字")
    frame.write("か", at: Point(x: 1, y: 0))
    #expect(frame.cells.map(\.text) == [" ", "か", "", " "])
    frame.fill(Rect(x: 2, y: 0, width: 1, height: 1), with: "-")
    #expect(frame.picture == "  -")
  }

  @Test("a background that was filled shows through text without one")
  func merging() {
    var frame = frame(3)
    frame.fill(frame.bounds, style: Style(background: .ansi(4)))
    frame.write("x", at: Point(x: 1, y: 0), style: Style(foreground: .ansi(1), attributes: .bold))
    #expect(frame[1, 0].style == Style(foreground: .ansi(1), background: .ansi(4), attributes: .bold))
    frame.fill(frame.bounds)
    #expect(frame[1, 0].style == .plain)
  }

  @Test("a border has its titles, and cuts what has no room")
  func border() {
    var frame = frame(16, 4)
    frame.border(frame.bounds, title: "Churn", trailing: "10:00")
    frame.divider(frame.bounds, y: 2, title: "Ask next please")
    #expect(
      frame.picture == """
        ┌ Chu… ─ 10:00 ┐
        │              │
        ├ Ask next pl… ┤
        └──────────────┘
        """)
  }

  @Test("a border is drawn in ASCII too, and never on less than two rows and columns")
  func asciiBorder() {
    var frame = frame(6, 3)
    frame.border(frame.bounds, title: "T", glyphs: .ascii)
    #expect(frame.picture == "+ T -+\n|    |\n+----+")
    for size in [(0, 0), (1, 1), (1, 5), (5, 1), (-3, 4)] {
      var small = self.frame(5, 5)
      small.border(Rect(x: 0, y: 0, width: size.0, height: size.1), title: "Title", trailing: "x")
      #expect(small.picture == "\n\n\n\n")
    }
  }

  @Test("every size from nothing to forty columns takes a bordered pane with titles")
  func anySize() {
    for columns in 0...40 {
      for rows in 0...6 {
        var frame = frame(columns, rows)
        frame.border(frame.bounds, title: "漢字 title", trailing: "3")
        frame.divider(frame.bounds, y: 2, title: "More", trailing: "12")
        for y in 0..<rows {
          let cells = (0..<columns).map { frame[$0, y] }
          #expect(cells.reduce(0) { $0 + Int($1.width) } == columns)
        }
      }
    }
  }

  @Test("a syllable of several parts keeps them all, each in its cell")
  func syllables() {
    var frame = frame(6)
    #expect(frame.write("काम", at: Point(x: 0, y: 0)) == 3)
    #expect(frame.cells.prefix(3).map(\.text) == ["क", "\u{93e}", "म"])
  }

  @Test("styles have a plane of their own")
  func stylePlane() {
    let red = Style(foreground: .ansi(1))
    var frame = frame(6, 2)
    frame.write("abc", at: Point(x: 1, y: 0), style: red)
    frame.write("d", at: Point(x: 0, y: 1), style: Style(attributes: .dim))
    #expect(frame.styles(by: [red: "r"]) == " rrr\n?")
    frame.tint(Rect(x: 0, y: 0, width: 2, height: 1), style: Style(attributes: .reverse))
    #expect(frame[1, 0].style == Style(foreground: .ansi(1), attributes: .reverse))
  }
}
