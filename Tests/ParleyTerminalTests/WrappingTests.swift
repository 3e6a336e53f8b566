import ParleyTerminal
import Testing

@Suite("Wrapping, truncating, padding")
struct WrappingTests {
  @Test(
    "lines break at spaces, between wide characters, and inside words that are too long",
    arguments: [
      ("", 5, [""]), ("abc", 5, ["abc"]), ("one two three", 7, ["one two", "three"]),
      ("one  two", 20, ["one two"]), ("a\nb", 5, ["a", "b"]), ("a\r\n\r\nb", 5, ["a", "", "b"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("ab cdefgh", 3, ["ab", "cde", "fgh"]),
      ("漢字かな", 5, ["漢字", "かな"]), ("go 漢字かな", 6, ["go 漢", "字かな"]), ("漢", 1, ["\u{fffd}"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]), ("  lead", 10, ["lead"]),
      ("word\u{202e} x", 4, ["word", "x"]),
    ])
  func wrap(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(Text.wrapped(text, toWidth: width) == lines)
  }

  @Test("no line is wider than the width, and no letter is lost")
  func neverTooWide() {
    let text = "Deals stall in 評価の段階 while 👩‍🚀 releases slip, and supercalifragilistic words come 🇩🇪."
    for width in 2...40 {
      let lines = Text.wrapped(text, toWidth: width)
      #expect(lines.allSatisfy { Text.displayWidth($0) <= width })
      let letters = lines.joined().filter { $0 != " " }
      #expect(letters == Text.sanitised(text).filter { $0 != " " })
    }
  }

  @Test("no width gives no lines")
  func noWidth() {
    #expect(Text.wrapped("abc", toWidth: 0).isEmpty)
    #expect(Text.wrapped("abc", toWidth: -3).isEmpty)
  }

  @Test(
    "a cut is marked, and falls between characters",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("漢字かな", 5, "漢字…"), ("漢字かな", 4, "漢…"), ("abc", 1, "…"),
      ("abc", 0, ""), ("abc", -1, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("a\tb", 3, "a b"),
    ])
  func truncate(_ text: String, _ width: Int, _ expected: String) {
    #expect(Text.truncated(text, toWidth: width) == expected)
  }

  @Test("an ellipsis without room is left out")
  func wideEllipsis() {
    #expect(Text.truncated("abcdef", toWidth: 2, ellipsis: "...") == "ab")
    #expect(Text.truncated("abcdef", toWidth: 4, ellipsis: "...") == "a...")
  }

  @Test("padding fills to the width exactly")
  func padding() {
    #expect(Text.padded("漢", toWidth: 5) == "漢   ")
    #expect(Text.padded("漢", toWidth: 5, alignment: .trailing) == "   漢")
    #expect(Text.padded("ab", toWidth: 5, alignment: .centre) == " ab  ")
    #expect(Text.padded("漢字", toWidth: 3) == "漢…")
    #expect(Text.displayWidth(Text.padded("漢字かな", toWidth: 6)) == 6)
  }
}
