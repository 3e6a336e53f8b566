import ParleyTerminal
import Testing

@Suite("Text that is safe to draw")
struct SanitisingTests {
  @Test(
    "controls become visible, invisible characters go",
    arguments: [
      ("plain", "plain"), ("naïve 漢字 ●", "naïve 漢字 ●"),
      ("\u{1b}]0;evil\u{7}", "\u{fffd}]0;evil\u{fffd}"), ("\u{9b}2J", "\u{fffd}2J"),
      ("a\tb", "a b"), ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\u{2028}b", "a b"), ("a\u{7f}b", "a\u{fffd}b"),
      ("user\u{202e}nimda", "usernimda"), ("\u{2066}x\u{2069}", "x"), ("pay\u{200b}load", "payload"),
      ("x\u{feff}\u{2060}\u{ad}y", "xy"), ("a\u{e0061}\u{e007f}", "a"), ("\u{3164}", ""),
      ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("🇫🇷", "FR"), ("❤️", "❤"), ("\u{10ffff}", "\u{fffd}"), ("\u{301}", "\u{fffd}"),
    ])
  func sanitise(_ text: String, _ expected: String) {
    #expect(Text.sanitised(text) == expected)
  }

  @Test("sanitising safe text changes nothing")
  func idempotent() {
    for text in ["\u{1b}[0m", "👨‍👩‍👧🇫🇷", "का", "e\u{301}", "a\r\nb\u{202e}"] {
      let once = Text.sanitised(text)
      #expect(Text.sanitised(once) == once)
    }
  }

  @Test(
    "for a terminal with ASCII alone, signs have plain forms and everything keeps its width",
    arguments: [
      ("plain", "plain"), ("10 min · “Goal”…", "10 min - \"Goal\"~"), ("25 → 40", "25 > 40"), ("漢字", "????"),
      ("e\u{301}t", "et"), ("ü", "?"), ("🇫🇷", "FR"), ("\u{1b}[2J", "?[2J"), ("a\u{202e}b", "ab"),
    ])
  func ascii(_ text: String, _ expected: String) {
    #expect(Text.ascii(text) == expected)
    #expect(Text.displayWidth(text) == expected.count)
  }

  @Test("a pile of marks on one letter is cut to three")
  func pileOfMarks() {
    let pile = "e" + String(repeating: "\u{301}", count: 100_000) + "x"
    #expect(Text.sanitised(pile).unicodeScalars.count == 5)
    #expect(Text.displayWidth(pile) == 2)
  }

  @Test("no cell of a frame ever holds a control, a bidirectional or an invisible character")
  func nothingHostileInCells() {
    var frame = Frame(size: Size(columns: 60, rows: 40))
    var y = 0
    for first in stride(from: UInt32(0), to: 0x3000, by: 300) {
      let scalars = (first..<(first + 300)).compactMap(Unicode.Scalar.init)
      for scalar in scalars { frame.write("a\(Character(scalar))b", at: Point(x: 0, y: y % 40)) }
      for cell in frame.cells {
        for scalar in cell.text.unicodeScalars {
          #expect(scalar.properties.generalCategory != .control)
          #expect(!scalar.properties.isDefaultIgnorableCodePoint)
          #expect(scalar.properties.generalCategory != .format)
        }
      }
      y += 1
    }
  }
}
