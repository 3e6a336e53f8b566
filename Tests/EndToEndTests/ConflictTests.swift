import TerminalProbe
import TestFixtures
import Testing

@Suite("A conflict in the real program (M18)")
struct ConflictTests {
  /// Up to the second goal, with dots that do not agree.
  private static let beginning = """
    next
    next
    next
    dot cs-head green
    dot vp-sales green
    dot vp-eng green
    dot ceo green
    confirm
    next
    dot cs-head green
    dot vp-sales green

    """

  @Test(
    "By keys through an argument on both sides, a refusal and a resolution, into the record",
    arguments: [
      (80, 24), (120, 34),
    ])
  func resolved(size: (columns: Int, rows: Int)) throws {
    let room = try SessionRoom(after: Self.beginning)
    try room.see("Each point of churn is forty accounts")
    try room.stop()
    try room.resume(size: size)
    room.veiled = Secrets.ofThePlan + ["Deal velocity", "Accelerate"]
    try room.see("Each point of churn is forty accounts")
    try room.press("x", "A conflict between two", "10 minutes of its own")
    try room.press("Is five worth it?\n23\n", "Conflict: Reduce monthly churn", "▶ Victor Sand")
    try argue(room)
    try room.press(
      "n", "Not yet: the session goes on once the conflict has ended", "resolve: the decision, and because")
    try room.press("r", "Resolve: Is five worth it?", "Stands until 2027-09-30")
    try room.press("Four, the mails first\tOne point is forty accounts\n", "D1: Four, the mails first")
    try room.see("Victor, can you live with what we decided")
    try room.press("g", "Vera, can you live with what we decided")
    try room.press("y", "Vera Engel: yellow on Reduce monthly churn")
    try room.press("Mails in July\nm\n", "about the metric target: “Mails in July”")
    try room.see("Ada")
    try room.stop()
    try isInRecord(room.program)
  }

  private func argue(_ room: SessionRoom) throws {
    try room.press("\n", "Victor Sand argues", "Victor, what do you hold")
    try room.press("No mails, no five\tDeals this quarter\n", "“No mails, no five”", "▶ Vera Engel")
    try room.press("\n", "Vera Engel argues")
    try room.press("Each mail is an incident\n", "Interest: not said yet", "▶ Victor Sand")
    try room.screen.key(.right, .right)
    try room.see("▶ Carla Stein speaks next")
    try room.press("\n", "Carla Stein argues")
    try room.press("Both lose accounts\n", "Carla Stein: Both lose accounts", "▶ Victor Sand")
  }

  private func isInRecord(_ program: Program) throws {
    let record = try members(try program.run("record", "q3", "--format", "json").output)
    let conflict = try #require(try list(record, "disagreements").first)
    #expect(conflict["topic"] as? String == "Is five worth it?")
    #expect(conflict["goal"] as? String == "churn")
    #expect(conflict["between"] as? [String] == ["vp-sales", "vp-eng"])
    #expect(conflict["outcome"] as? String == "resolved")
    let positions = try list(conflict, "positions")
    #expect(positions.map { $0["who"] as? String } == ["vp-sales", "vp-eng", "cs-head"])
    #expect(positions.first?["interest"] as? String == "Deals this quarter")
    let decision = try #require(try list(record, "decisions").first)
    #expect(decision["because"] as? String == "One point is forty accounts")
    #expect(decision["until"] as? String == "2027-09-30")
    let page = try program.run("record", "q3").output
    #expect(page.contains("## Resolved disagreements") && page.contains("Decided: Four, the mails first"))
  }

  @Test("Two minutes before its end the ways out appear; a host that dies and comes back has the same second")
  func short() throws {
    let script = Self.beginning + "conflict Speed between=vp-sales,vp-eng goal=churn\n+08:20 note x\n"
    let room = try SessionRoom(after: script)
    let picture = try room.see("Time is short: four ways out", "P postpone decider, by when, criteria", "conflict")
    let left = try #require(picture.secondsLeft)
    #expect((80...100).contains(left))
    try room.stop()
    try room.resume()
    let again = try #require(try room.see("Time is short: four ways out").secondsLeft)
    #expect(again <= left && again > left - 20)
    try room.press("S", "Escalate: Speed", "+7d")
    try room.press("Weekly|Monthly\tCost of delay\n", "Who decides is missing")
    try room.press("1", "escalated: Ada Obi decides by", "with Victor Sand and Vera Engel")
    try room.see("Goals by timeframe")
    try room.stop()
  }

  @Test("A script plays all four ways out into the record, JSON and Markdown: arguments, interests, options, process")
  func played() throws {
    let program = try Program()
    let script =
      Self.beginning + """
        conflict "Speed or safety" between=vp-sales,vp-eng goal=churn
        +2:00 argue vp-sales "Deals wait" interest="Revenue this quarter"
        @vp-eng argue "Each release breaks"
        +3:00 next
        escalate to=ceo by=+20d criteria="Cost of delay" options="Weekly|Monthly"
        conflict "Five or four" between=cs-head,vp-eng
        experiment "Two weeks of mails" metric="Replies" until=+14d owner=cs-head
        conflict "Who calls" between=cs-head,ceo
        postpone decider=ceo by=+3d criteria="Cohorts of June"
        conflict "Which tool" between=cs-head,ceo
        resolve "The one we have" because="It is paid" until=2027-12-31

        """
    program.scratch.write(script, to: "a.script")
    let run = try program.run("play", example("saas-q3.yaml"), "a.script", "--format", "json")
    #expect(run.errors.contains("a.script:15: refused: conflict-open: "))
    #expect(run.errors.split(separator: "\n").count == 1)
    let record = try members(run.output)
    let rows = try list(record, "disagreements")
    #expect(rows.map { $0["outcome"] as? String } == ["escalated", "experiment", "postponed", "resolved"])
    let process = try #require(rows[0]["process"] as? [String: Any])
    #expect(process["options"] as? [String] == ["Weekly", "Monthly"])
    #expect(process["criteria"] as? String == "Cost of delay")
    #expect(process["decider"] as? String == "ceo")
    #expect(try list(rows[0], "positions").map { $0["interest"] as? String } == ["Revenue this quarter", nil])
    #expect(rows[3]["process"] is String == false)
    let tasks = try list(record, "followUps")
    #expect(tasks.map { $0["due"] as? String } == ["2027-07-05", "2027-07-01"])
    #expect(tasks.first?["with"] as? [String] == ["vp-sales", "vp-eng"])
    let pace = try list(record, "pacing").first { $0["step"] as? String == "goal:churn" }
    #expect(pace?["actual"] as? Int == 300)
    let page = try program.run("play", example("saas-q3.yaml"), "a.script").output
    for words in [
      "**Speed or safety** (escalated)", "Victor Sand: Deals wait (interest: Revenue this quarter)",
      "Weekly", "Monthly", "Cost of delay", "**Five or four** (experiment)", "Two weeks of mails", "Cohorts of June",
      "Decided: The one we have",
    ] { #expect(page.contains(words), "\(words)") }
  }
}
