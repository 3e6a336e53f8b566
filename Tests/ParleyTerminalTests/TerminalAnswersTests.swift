import Testing

@testable import ParleyTerminal

@Suite("What a terminal answers")
struct TerminalAnswersTests {
  private static let light = "\u{1b}]11;rgb:ffff/fafa/f0f0\u{1b}\\"
  private static let dark = "\u{1b}]11;rgb:1010/1414/1a1a\u{7}"
  private static let mode = "\u{1b}[?2026;2$y"

  /// What is typed of these reads, as keys.
  private func keys(
    _ reads: [String], atMs now: Int64 = 10, _ answers: inout TerminalAnswers
  ) -> [Key] {
    var decoder = KeyDecoder()
    return reads.flatMap { read in
      for byte in read.utf8 { for typed in answers.take(byte, atMs: now) { decoder.add(.byte(typed)) } }
      for typed in answers.drained() { decoder.add(.byte(typed)) }
      return decoder.drained()
    }
  }

  private var asked: TerminalAnswers {
    var answers = TerminalAnswers()
    _ = answers.ask(atMs: 0)
    return answers
  }

  @Test("The background is light or dark, in the forms that terminals use")
  func background() {
    let forms = [
      (Self.light, true), (Self.dark, false), ("\u{1b}]11;rgb:ff/ff/ff\u{7}", true), ("\u{1b}]11;rgb:f/f/f\u{7}", true),
      ("\u{1b}]11;rgba:0000/2b2b/3636/ffff\u{1b}\\", false), ("\u{1b}]11;rgb:fdfd/f6f6/e3e3\u{7}", true),
    ]
    for (text, isLight) in forms {
      var answers = asked
      #expect(keys([text], &answers) == [] && answers.isLight == isLight, "\(text.debugDescription)")
    }
    var answers = asked
    #expect(keys(["\u{1b}]11;rgb:zz/00/00\u{7}"], &answers) == [] && answers.isLight == nil)
  }

  @Test(
    "Frames are shown whole only where the mode is known", arguments: zip(0...4, [false, true, true, false, false]))
  func modes(state: Int, isKnown: Bool) {
    var answers = asked
    #expect(keys(["\u{1b}[?2026;\(state)$y"], &answers) == [])
    #expect(answers.synchronizesOutput == isKnown)
  }

  @Test("However an answer is cut into pieces, none of it is a key, and the keys around it count")
  func pieces() {
    for text in [Self.light, Self.dark, Self.mode] {
      for cut in 2..<text.utf8.count {
        let place = text.utf8.index(text.startIndex, offsetBy: cut)
        var answers = asked
        let typed = keys(["n" + text[..<place], text[place...] + "g"], &answers)
        // After two bytes the Alt of a bracket is as likely.
        let expected: [Key] =
          [.character("n")] + (cut == 2 ? [.alt(text.contains("]") ? "]" : "[")] : []) + [.character("g")]
        #expect(typed == expected, "\(text.debugDescription) cut at \(cut)")
        #expect(answers.isLight != nil || answers.synchronizesOutput)
      }
    }
  }

  @Test("Cut after its Escape, the rest of an answer is known all the same")
  func afterEscape() {
    var answers = asked
    #expect(keys(["\u{1b}", String(Self.light.dropFirst()), "x"], &answers) == [.escape, .character("x")])
    #expect(answers.isLight == true)
  }

  @Test("Escape, Alt and brackets are typed without delay while an answer is expected")
  func typed() {
    var answers = asked
    #expect(
      keys(["\u{1b}", "]", "\u{1b}x", "[", "\u{1b}]"], &answers) == [
        .escape, .character("]"), .alt("x"), .character("["), .alt("]"),
      ])
    #expect(keys(["11;rgb", "\u{1b}[A"], &answers).isEmpty == false)
  }

  @Test("An answer that breaks off is dropped, and what is typed after it counts")
  func brokenOff() {
    var answers = asked
    #expect(keys(["\u{1b}]11;rgb:ffff/ff", "n"], &answers) == [.character("n")])
    #expect(answers.isLight == nil)
    #expect(keys(["\u{1b}[?2026;", "q"], &answers) == [.character("q")])
  }

  @Test("An answer that comes late changes nothing and is no key; after a second none is waited for")
  func late() {
    var answers = asked
    #expect(answers.isExpecting(atMs: 900) && !answers.isExpecting(atMs: 1000))
    #expect(keys([Self.light + "n"], atMs: 5000, &answers) == [.character("n")] && answers.isLight == nil)
  }

  @Test("A terminal that was not asked is not listened to")
  func unasked() {
    var answers = TerminalAnswers()
    #expect(keys([Self.mode + "n"], &answers) == [.character("n")] && !answers.synchronizesOutput)
    #expect(!answers.isExpecting(atMs: 0))
  }
}
