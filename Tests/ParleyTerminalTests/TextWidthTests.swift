import CNcurses
import Testing

@testable import ParleyTerminal

@Suite("Widths of text")
struct TextWidthTests {
  @Test(
    "a text takes the columns a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한글", 4), ("ｶﾅ", 2), ("→●▲■", 4),
      ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("❤️", 1), ("1️⃣", 1), ("का", 2), ("ไทย", 3), ("สวัสดี", 4),
      ("a\u{200b}b", 2), ("\u{202e}abc", 3), ("a\tb\r\nc", 5), ("\u{1b}[31m", 5), ("\u{fffd}", 1),
    ])
  func widthOf(_ text: String, _ width: Int) {
    #expect(Text.displayWidth(text) == width)
  }

  @Test("drawn text takes as many columns as measured")
  func drawnAsMeasured() {
    for text in ["👨‍👩‍👧‍👦!", "🇩🇪", "काम", "e\u{301}\u{302}", "\u{301}x", "漢\u{200d}字", "a\u{e0041}b"] {
      #expect(Text.displayWidth(Text.sanitised(text)) == Text.displayWidth(text), "\(text)")
      var frame = Frame(size: Size(columns: 20, rows: 1))
      #expect(frame.write(text, at: Point(x: 0, y: 0)) == Text.displayWidth(text), "\(text)")
    }
  }

  @Test("the quick table of widths agrees with the system's, and holds no mark and no joiner")
  func quickTable() {
    for value in UInt32(0)..<0x20000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let quick = ScalarKind.simpleWidth(scalar)
      guard quick > 0 else { continue }
      #expect(cn_width(value) == Int32(quick), "U+\(String(value, radix: 16))")
      #expect(!scalar.properties.isDefaultIgnorableCodePoint, "U+\(String(value, radix: 16))")
      #expect((String(scalar) + String(scalar)).count == 2, "U+\(String(value, radix: 16))")
      #expect(("a" + String(scalar) + "漢").count == 3, "U+\(String(value, radix: 16))")
    }
  }
}
