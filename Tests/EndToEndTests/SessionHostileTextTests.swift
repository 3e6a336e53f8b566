import TerminalProbe
import Testing

@Suite("A session that is given text of any kind")
struct SessionHostileTextTests {
  /// A hundred thousand bytes that would clear the screen, change the title, turn text round, or give commands.
  private static let paste = String(
    String(
      repeating:
        "words \u{1b}]2;evil\u{7}\u{1b}[2J\u{9b}31m\u{202e}dlo\u{202c}\u{200b}\nnext\ncl\u{8}ose early because=x\nqs\u{4}\r\n漢字é",
      count: 1200
    ).unicodeScalars.prefix(90_000))

  @Test("A pasted flood on the : line is one line, limited, and nothing of it is carried out")
  func line() throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    try room.press(":", "next goes on to the next step")
    try room.screen.paste(Self.paste)
    try room.see("漢字é")
    isUnharmed(room)
    try room.press("\n", "✗")
    try room.screen.key(.control("u"))
    try room.see("next goes on to the next step")
    try room.escape("next goes on to the next step")
    try room.press("n", "now: Context")
    #expect(try room.program.commands().filter { $0.hasPrefix("next") }.count == 2)
    try room.stop()
  }

  @Test("A pasted flood in a form is one line of words, limited, and clean in the journal")
  func form() throws {
    let room = try SessionRoom()
    try room.press("o", "Note")
    try room.screen.paste(Self.paste)
    try room.see("漢字é")
    isUnharmed(room)
    try room.screen.send("\n")
    try room.screen.wait(until: "an answer") { $0.words.contains("noted:") || $0.words.contains("✗") }
    isUnharmed(room)
    for line in try room.program.commands() {
      #expect(line.utf8.count <= 8192)
      #expect(
        line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) && $0 != "\u{202e}" })
    }
    if room.screen.picture.contains("┌ Note") { try room.escape("Enter sends") }
    try room.press("n", "Head count for Q3")
    try room.stop()
  }

  @Test("A paste outside an input gives no command")
  func pane() throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    try room.screen.paste("nnn\nqs:close early because=x\n")
    try room.see("pasted text goes into a form or the : line", "Head count for Q3")
    #expect(try room.program.commands().filter { $0.hasPrefix("next") }.count == 1)
    try room.stop()
  }

  private func isUnharmed(_ room: SessionRoom) {
    #expect(room.screen.picture.title.hasSuffix("Boundary") || room.screen.picture.title.hasPrefix("Lobby"))
    #expect(room.screen.picture.rows.first?.contains("Q3 alignment · proposal") == true)
    for byte in ["\u{9b}", "\u{202e}", "\u{200b}", "\u{1b}]2;evil"] {
      #expect(!room.screen.transcript.contains(Array(byte.utf8)))
    }
  }

  @Test("Wide, marked and joined characters move no border", arguments: [(80, 24), (120, 34)])
  func borders(size: (columns: Int, rows: Int)) throws {
    let program = try Program()
    let room = try SessionRoom(program.scratch.write(Self.plan, to: "wide.yaml"), size: size, in: program)
    var seen: [String] = [""]
    func look(_ keys: String, _ words: String..., in box: String = "") throws {
      try room.screen.send(keys)
      // What is on its way is still to come: a border that is broken then stays so.
      let picture = try room.screen.wait(until: "\(words) within whole borders, after “\(keys)”") { picture in
        words.allSatisfy(picture.words.contains) && picture.hasWholeBorders(of: box)
      }
      seen.append(picture.text)
    }
    try look("", "田中")
    try look("n", "人员编制")
    try look("n", "名前")
    try look("n", "now:", "顧客")
    try look("r", "what it is about", in: "┌ 田中 さくら: red on")
    try look("絵文字👩‍👩‍👧‍👦と\u{65}\u{301}\u{302}\nh", "about the time horizon: “")
    for key in ["OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~"] { try look("\u{1b}\(key)", "▶") }
    try look("1", "▶")
    try look("?", "Enter does it", in: "┌ Help")
    try room.escape("Enter does it")
    #expect(seen.joined().contains("👩"))
    try room.stop()
  }

  private static let plan = """
    parley: 1
    title: 顧客との合意 👩‍👩‍👧‍👦 für e\u{301}te\u{301}
    starts: 2027-06-28 14:00
    minutes: 60
    facilitator: 山田 花子
    context: {context: "名前 🇫🇷🇩🇪 im Überblick", conflict: "ﷺ 한국어 गोलियाँ", resolution: "👍🏽👍🏿 ❤️", evidence: "ｗｉｄｅ"}
    boundary:
      decided: ["人员编制 👨‍💻"]
      open: [哪些目标, "a\u{301}\u{302}\u{303}\u{304}bc"]
    timeframes:
      - {id: q3, name: 第三四半期, from: 2027-07-01, to: 2027-09-30, capacity: 3}
      - {id: q4, name: Q4 🎄, from: 2027-10-01, to: 2027-12-31, capacity: 3}
    stakeholders:
      - {id: a, name: 田中 さくら, role: 最高経営責任者兼最高執行責任者代理 🚀🚀, metric: revenue}
      - {id: b, name: "Zoë\u{301} 👩🏾‍🔬 Ωmega", role: "นักวิทยาศาสตร์", metric: churn}
    goals:
      - id: one
        name: 顧客が毎日使いたくなる製品を四半期末までに届けること 🏳️‍🌈
        timeframe: q3
        metric: {name: "利用率 👨‍👩‍👧", unit: "％", baseline: 25, target: 40}
        rationale: "なぜ今か：競合が先に進む前に。🇯🇵 e\u{301}\u{301}\u{301}\u{301}"
        owner: a
      - id: two
        name: Ñandú con diacrítico n\u{303}
        timeframe: q4
        metric: {name: 速さ, unit: 日, baseline: 42, target: 30}
        rationale: 短い
        owner: b
    """
}

extension Picture {
  /// Whether the sides of every frame, or of one that lies over others, stand in one column down to its corners.
  fileprivate func hasWholeBorders(of box: String) -> Bool {
    guard contains(box) || box.isEmpty else { return false }
    for (row, line) in cells.enumerated() where rows[row].contains(box) || box.isEmpty {
      for (column, cell) in line.enumerated() where cell.text == "┌" || cell.text == "┐" {
        let below = cells.dropFirst(row + 1).map { $0[column].text }
        if below.first(where: { !["│", "├", "┤"].contains($0) }) != (cell.text == "┌" ? "└" : "┘") { return false }
      }
    }
    return true
  }
}
