import Testing

@testable import ParleyTerminal

@Suite("The mouse")
struct MouseTests {
  /// The keys of some reads, one after the other.
  private func keys(_ reads: String...) -> [Key] {
    var decoder = KeyDecoder()
    return reads.flatMap { read in
      for byte in read.utf8 { decoder.add(.byte(byte)) }
      return decoder.drained()
    }
  }

  @Test("A press, a release and the wheel come with their place, counted from 0, however large")
  func read() {
    #expect(
      keys("\u{1b}[<0;12;5M\u{1b}[<0;12;5m") == [
        .mouse(Mouse(.press, at: Point(x: 11, y: 4))), .mouse(Mouse(.release, at: Point(x: 11, y: 4))),
      ])
    #expect(keys("\u{1b}[<64;1;1M") == [.mouse(Mouse(.wheelUp, at: Point(x: 0, y: 0)))])
    #expect(keys("\u{1b}[<65;300;120M") == [.mouse(Mouse(.wheelDown, at: Point(x: 299, y: 119)))])
  }

  @Test(
    "Other buttons, motion, held modifiers, nonsense and the old form mean nothing, and the next key counts",
    arguments: [
      "\u{1b}[<1;2;2M", "\u{1b}[<2;2;2M", "\u{1b}[<35;2;2M", "\u{1b}[<4;2;2M", "\u{1b}[<0;0;2M", "\u{1b}[<M",
      "\u{1b}[<0;2M", "\u{1b}[<0;2;99999999999999999999M", "\u{1b}[M !!", "\u{1b}[Mngy",
    ])
  func ignored(_ bytes: String) {
    #expect(keys(bytes + "n") == [.character("n")])
    #expect(keys(bytes, "n") == [.character("n")])
  }

  @Test("Wherever a slow line parts it, none of its bytes is taken for a key of the session")
  func parted() {
    let whole = "\u{1b}[<0;12;5M"
    for length in 1..<whole.utf8.count {
      let (first, rest) = (whole.prefix(length), whole.dropFirst(length))
      let seen = keys(String(first), String(rest)).filter { $0 != .escape && $0 != .alt("[") }
      #expect(seen == [.mouse(Mouse(.press, at: Point(x: 11, y: 4)))], "parted after \(length)")
    }
  }

  @Test("What is typed after an Escape, or after a sequence that has lost its end, is typed")
  func typed() {
    #expect(keys("\u{1b}", "[a") == [.escape, .character("["), .character("a")])
    #expect(keys("\u{1b}", "[") == [.escape, .character("[")])
    #expect(keys("\u{1b}[", "a") == [.alt("["), .character("a")])
    #expect(keys("\u{1b}[<0;1", "n") == [.character("n")])
  }

  @Test("What is marked is found, the last on top, and only where it is asked for; a picture is the same without")
  func marks() {
    enum Thing: ClickTarget { case one, two }
    var frame = Frame(size: Size(columns: 10, rows: 3))
    frame.mark(Rect(x: 0, y: 0, width: 5, height: 1), as: Thing.one)
    #expect(frame.target(at: Point(x: 0, y: 0)) == nil)
    let bare = frame
    frame.keepMarks()
    frame.mark(Rect(x: 0, y: 0, width: 5, height: 1), as: Thing.one)
    frame.mark(Rect(x: 4, y: 0, width: 5, height: 1), as: Thing.two)
    #expect(frame.target(at: Point(x: 3, y: 0)) as? Thing == .one)
    #expect(frame.target(at: Point(x: 4, y: 0)) as? Thing == .two)
    #expect(frame.target(at: Point(x: 4, y: 1)) == nil)
    #expect(frame == bare)
    frame.coverMarks()
    #expect(frame.target(at: Point(x: 4, y: 0)) == nil)
  }
}
