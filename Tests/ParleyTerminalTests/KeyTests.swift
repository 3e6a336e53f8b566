import Testing

@testable import ParleyTerminal

@Suite("Keys")
struct KeyTests {
  @Test(
    "a keymap's names are read, and written back",
    arguments: [
      ("a", Key.character("a")), ("A", .character("A")), ("<", .character("<")), ("?", .character("?")),
      ("-", .character("-")), (":", .character(":")), ("é", .character("é")), ("space", .character(" ")),
      ("enter", .enter), ("tab", .tab), ("backtab", .backTab), ("escape", .escape), ("page-up", .pageUp),
      ("f1", .function(1)), ("f12", .function(12)), ("C-x", .control("x")), ("C-space", .control(" ")),
      ("C-_", .control("_")), ("M-x", .alt("x")), ("M-X", .alt("X")), ("M--", .alt("-")), ("C", .character("C")),
    ])
  func names(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
    #expect(key.name == name)
  }

  @Test(
    "other names for the same key are read too",
    arguments: [
      ("esc", Key.escape), ("return", .enter), ("S-tab", .backTab), ("pageup", .pageUp), ("C-X", .control("x")),
      ("C-i", .tab), ("C-m", .enter), ("C-[", .escape), ("C-@", .control(" ")),
    ])
  func alternatives(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(
    "anything else is no key", arguments: ["", "xx", "C-", "C-xy", "C-é", "f0", "f64", "f01", "\u{1b}", "M-", "F1"])
  func noKeys(_ name: String) {
    #expect(Key(name: name) == nil)
  }

  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    for byte in text.utf8 { decoder.add(.byte(byte)) }
    return decoder.drained()
  }

  @Test("bytes become characters and control keys")
  func bytes() {
    #expect(keys("aé漢 ") == [.character("a"), .character("é"), .character("漢"), .character(" ")])
    #expect(keys("\r\n\t\u{7f}\u{8}") == [.enter, .enter, .tab, .backspace, .backspace])
    #expect(keys("\u{1}\u{1a}\u{0}\u{1f}") == [.control("a"), .control("z"), .control(" "), .control("_")])
  }

  @Test("an Escape is a key when nothing follows, and Alt when a character does")
  func escapes() {
    #expect(keys("\u{1b}") == [.escape])
    #expect(keys("\u{1b}x") == [.alt("x")])
    #expect(keys("\u{1b}[") == [.alt("[")])
    #expect(keys("\u{1b}\u{1b}") == [.escape, .escape])
    #expect(keys("\u{1b}\r") == [.escape, .enter])
  }

  @Test("an unknown sequence is swallowed whole, and the next key counts")
  func unknownSequences() {
    #expect(keys("\u{1b}[27;5;9~g") == [.character("g")])
    #expect(keys("\u{1b}[Iy") == [.character("y")])
    #expect(keys("\u{1b}Oyr") == [.character("r")])
    #expect(keys("\u{1b}]11;rgb:0000/0000/0000\u{7}n") == [.character("n")])
    #expect(keys("\u{1b}P>|term\u{1b}\\n") == [.alt("\\"), .character("n")])
  }

  @Test("bytes that are not UTF-8 are left out, and the next character counts")
  func brokenBytes() {
    var decoder = KeyDecoder()
    for byte: UInt8 in [0xff, 0x61, 0x80, 0xc3, 0x28, 0xe6, 0xbc, 0xc3, 0xa4, 0xed, 0xa0, 0x80] {
      decoder.add(.byte(byte))
    }
    #expect(decoder.drained() == [.character("a"), .character("("), .character("ä")])
  }

  @Test("a character that comes in two pieces is one key")
  func pieces() {
    var decoder = KeyDecoder()
    decoder.add(.byte(0xc3))
    #expect(decoder.drained().isEmpty)
    decoder.add(.byte(0xa4))
    #expect(decoder.drained() == [.character("ä")])
  }

  private func paste(_ text: String, into decoder: inout KeyDecoder) {
    decoder.add(.pasteBegins)
    for byte in text.utf8 { decoder.add(.byte(byte)) }
    decoder.add(.pasteEnds)
  }

  @Test("a paste is one key, its line breaks are newlines, and no key inside it acts")
  func pastes() {
    var decoder = KeyDecoder()
    paste("q\rc\u{1b}x", into: &decoder)
    decoder.add(.key(.up))
    #expect(decoder.drained() == [.paste("q\nc\u{1b}x"), .up])
  }

  @Test("a paste goes on over several reads, and ends with Control-C if the terminal never does")
  func unfinishedPaste() {
    var decoder = KeyDecoder()
    decoder.add(.pasteBegins)
    decoder.add(.byte(0x61))
    #expect(decoder.drained().isEmpty)
    decoder.add(.key(.up))
    decoder.add(.byte(0x62))
    decoder.add(.byte(3))
    decoder.add(.byte(0x71))
    #expect(decoder.drained() == [.paste("ab"), .control("c"), .character("q")])
  }

  @Test("a paste has at most 64 KiB")
  func longPaste() {
    var decoder = KeyDecoder()
    paste(String(repeating: "漢", count: 100_000), into: &decoder)
    guard case .paste(let text)? = decoder.drained().first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count <= 64 * 1024)
    #expect(text.utf8.count > 64 * 1024 - 3)
  }
}
