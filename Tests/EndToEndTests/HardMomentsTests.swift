import TerminalProbe
import Testing

@Suite("Hard moments in the real program at 80 × 24")
struct HardMomentsTests {
  /// Up to the third goal, the first two settled.
  private static let atDeals =
    SessionRoom.toFirstGoal
    + [
      "dot cs-head green", "dot vp-sales green", "dot vp-eng green", "dot ceo green", "confirm", "next",
      "dot cs-head green", "dot vp-sales green", "dot vp-eng green", "dot ceo green", "confirm", "next", "",
    ].joined(separator: "\n")

  private func record(_ program: Program) throws -> [String: Any] {
    try members(try program.run("record", "q3", "--format", "json").output)
  }

  @Test("A displacement: the picture follows the choice, the room accepts it, ledger and record keep it (M17)")
  func displacement() throws {
    let room = try SessionRoom(after: Self.atDeals)
    try room.see("Accelerate deal-to-close time", "3/3")
    try room.view(9, "Nothing has moved out for anything yet.", "Committed at the start, and now")
    try room.press("1", "Goals by timeframe")
    try room.press("PDeploy without worry\t1\tDeploys a week\t\t1\t5\n", "What moves out*", "Q3 2027 holds 3 goals")
    try room.press("5", "↷ Accelerate dea", "+ Deploy without worry", "→ Accelerate deal-to-close time: to Q4 2027")
    try room.see("0/3 becomes 1/3")
    try room.press("\t13\n", "accepted by Ada Obi, Vera Engel")
    try room.view(9, "Deploy without worry displaced Accelerate deal-to-close time; accepted by Ada Obi")
    try room.see("Q3 2027 3 3 3 ███ full", "Q4 2027 0 1 3 █░░")
    try room.stop()
    let trade = try #require(try list(try record(room.program), "tradeoffs").first)
    #expect(trade["gained"] as? String == "deploy-without-worry")
    #expect(trade["displaced"] as? String == "deal-close")
    #expect(trade["accepted"] as? [String] == ["ceo", "vp-eng"])
  }

  @Test("Drift: a settled matter is named before anyone touches it; it is parked, or the session openly changes (M22)")
  func drift() throws {
    let room = try SessionRoom(after: Self.atDeals)
    try room.see("Accelerate deal-to-close time")
    try room.command(
      "dot ceo red goal=activation layer=metric", "Settled in this session: Improve activation rate",
      "park the question")
    try room.press("p", "Decided already: to be asked elsewhere")
    try room.press("Is forty still right?\t1\n", "P2 parked: Is forty still right?", "✓ confirmed")
    try room.press("!s", "Status report")
    try room.press("May went well\n", "P3 parked: May went well")
    try room.press("!k", "Another kind of session", "stands in the record with its reason")
    try room.press("The quarter is not over\tr\n", "this is now a session of kind review")
    try room.press(":", "next goes on to the next step")
    try room.screen.key(.up)
    try room.see("goal=activation")
    try room.screen.key(.control("u"))
    try room.see("next goes on to the next step")
    try room.screen.key(.backspace)
    try room.screen.wait(untilGone: "goes on to the next step")
    try room.command("adjust activation target=35 because=\"New data\"", "Settled in this session")
    try room.press("o", "Improve activation rate: adjusted")
    try room.stop()
    let record = try record(room.program)
    let parked = try list(record, "parkingLot").dropFirst()
    #expect(parked.map { $0["kind"] as? String } == ["question", "status"])
    #expect(parked.first?["by"] as? String == "ceo")
    let change = try #require(try list(record, "kindChanges").first)
    #expect(change["to"] as? String == "review")
    #expect(change["because"] as? String == "The quarter is not over")
    #expect(try room.program.commands().contains("kind review because=\"The quarter is not over\""))
    #expect(!(try room.program.commands().contains { $0.hasPrefix("dot ceo red") }))
  }

  @Test("Each playbook is filled in by keys, shown as a picture, and found in the record (M40)")
  func playbooks() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("Improve activation rate")
    try room.view(10, "no cause named yet", "it appears on a plot of value by fit")
    try room.press("\n", "weigh a goal: value, fit, risk")
    try room.press("w", "What is it worth?")
    try room.press("542\n", "value × fit × (6 − risk)", "80 ● 1 Improve activation rate")
    try room.press("\n", "share out effort")
    try room.press("s\n", "70 % core · 20 % adjacent · 10 % new")
    try room.screen.key(.down)
    try room.see("Which small experiment would show the way?")
    try room.press("\n", "Same goal, different path")
    try room.press("Does a guide help?\tOne cohort\tActivation\t\t4\n", "Does a guide help? Try One cohort")
    try room.screen.key(.down)
    try room.see("What pays soon, what pays late, and what unlocks what?")
    try room.press("\n", "Track", "Unlocks")
    try room.press("One data model\tReports\t\tf\n", "Far: pays late", "One data model", "unlocks Reports")
    try room.screen.key(.down)
    try room.see("How far do we go, on which evidence, and when do we stop?")
    try room.press("\n", "How far, on which evidence")
    try room.press("Ten customers pay\t\t\t\t3\n", "Evidence Ten customers pay", "incremental")
    try room.stop()
    let sheets = try #require(try record(room.program)["playbooks"] as? [String: Any])
    let text = "\(sheets)"
    for words in ["Does a guide help?", "One data model", "Ten customers pay", "70"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("A request is parked by f, its words, who, Enter; the question comes after, and refusing leaves it (M16)")
  func request() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("Improve activation rate")
    try room.press(
      "fDark mode\t2\n", "P2 Dark mode", "Which of our goals would that serve?", "no goal: is one missing?")
    try room.escape("no goal: is one missing?")
    try room.view(4, "P2 Dark mode", "asked by Victor Sand")
    try room.stop()
    let item = try #require(try list(try record(room.program), "parkingLot").last)
    #expect(item["state"] as? String == "parked")
    #expect(item["by"] as? String == "vp-sales")
  }

  @Test("A late dot first brings a quiet cue; H lists the people who have spoken, and a red dot offers the conflict")
  func voices() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("0 of 4 heard")
    try room.screen.key(.right)
    try room.see("dot for Ada Obi")
    let picture = try room.press("g", "Ada Obi: green", "1 of 4 heard")
    let cue = try #require(picture.row(containing: "Ask "))
    #expect(cue.contains("“Carla, ") && !cue.contains("Ada"))
    try room.press("H", "Carla Stein has spoken", "2 of 4 heard", "heard, no dot")
    try room.press("r", "Carla Stein: red")
    try room.press("Forty is a lot\nm\n", "dot for Victor Sand f request")
    try room.stop()
  }

  @Test("Phrases of the plan come before those of config.toml, and both before Parley's")
  func phrases() throws {
    let program = try Program()
    program.scratch.write(
      """
      parley: 1
      title: Words
      timeframes: [{id: q3, name: Q3}]
      stakeholders: [{id: ceo, name: Ada Obi}]
      goals: [{id: churn, name: Reduce churn, timeframe: q3, metric: {name: Churn, baseline: 8, target: 5}}]
      phrases: {opening: Welcome to our room}
      """, to: "words.yaml")
    #expect(try program.shell("mkdir parley").code == 0)
    program.scratch.write(
      "[phrases]\nopening = \"Not this one\"\nsilent = \"{name}, say it in one word\"\n", to: "parley/config.toml")
    let room = try SessionRoom("words.yaml", environment: ["XDG_CONFIG_HOME": program.scratch.path], in: program)
    try room.see("“Welcome to our room”")
    try room.press("n", "“Ada, say it in one word”")
    try room.press("!", "That is a report, or decided already. May I park it?")
    try room.escape("May I park it?")
    try room.stop()
  }
}
