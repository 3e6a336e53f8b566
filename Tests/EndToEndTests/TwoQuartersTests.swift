import TerminalProbe
import TestFixtures
import Testing

@Suite("Two quarters in a row")
struct TwoQuartersTests {
  private let first = "q3-alignment-2020-06-28"

  /// Everyone is for the goal on the table.
  private let greens = ["ceo", "vp-sales", "vp-eng", "cs-head"].map { "dot \($0) green" }

  /// The next session: what was measured is reviewed, two goals are carried into the new quarter.
  private var script: String {
    let lines =
      [
        "next", "result deal-close actual=40 because=\"They waited for reliability\"",
        "carry-forward activation to=q4 because=\"Nearly there\"", "+10:00 next", "+02:00 next",
      ] + greens + ["confirm", "next"]
      + greens + ["confirm", "next"] + ["drop reliability because=\"Deployments run by themselves\"", "next"]
      + greens + ["confirm", "next", "next", "next", "next", "next"]
      + ["ack ceo", "ack vp-sales", "ack vp-eng", "ack cs-head"]
      + ["decide \"Deals stay in Q4\" because=\"They waited once\" replaces=\(first)/D1", "+05:00 close"]
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("Plan, session, record, owed items, the next plan, and the review of the results")
  func twice() throws {
    let program = try Program()
    let run = try program.shell(
      """
      sed 's/2027/2020/g' '\(example("saas-q3.yaml"))' > q3.yaml
      sed 's/2027/2020/g' '\(example("saas-q3.script"))' > q3.script
      "$parley" play q3.yaml q3.script --store "$PARLEY_STORE" --strict > q3.md
      "$parley" measure activation 38 && "$parley" measure churn 4.5
      "$parley" new q4.yaml --from "\(first)" && "$parley" check q4.yaml
      """)
    #expect(run.code == 0, "\(run.errors)")
    // The window is open, and comments come in by mail; final is final.
    program.scratch.write(
      "From: \"Victor Sand\" <v@example.org>\r\n\r\nSay that the sync is designed.\r\n> quoted\r\n", to: "answer.eml")
    let window = try program.shell(
      """
      "$parley" comment "\(first)" --from answer.eml && "$parley" send "\(first)" reply C1 "It is said now."
      """)
    #expect(window.code == 0, "\(window.errors)")
    #expect(try program.run("record", first).output.contains("Say that the sync is designed."))
    #expect(try program.run("send", first, "next").errors.contains("refused: closed"))
    #expect(try program.run("due").output.contains("\(first)/review"))

    program.scratch.write(script, to: "q4.script")
    let review = try program.run(
      "play", "q4.yaml", "q4.script", "--store", program.store, "--strict", "--format", "json")
    #expect(review.code == 0, "\(review.errors)")
    let record = try members(review.output)
    #expect(record["status"] as? String == "open-for-comment")
    let results = try list(record, "review").map { "\($0["goal"] ?? ""): \($0["result"] ?? "")" }
    #expect(results == ["activation: partly-met", "churn: met", "deal-close: missed"])
    #expect(
      try list(record, "carried").map { "\($0["from"] ?? "") \($0["goal"] ?? "")" } == ["activation activation-2"])
    #expect(record["unreviewed"] as? [String] == ["reliability"])
    let outcomes = try list(record, "goals").map { "\($0["id"] ?? "") \($0["outcome"] ?? "") \($0["timeframe"] ?? "")" }
    #expect(outcomes.contains("activation-2 confirmed q4") && outcomes.contains("reliability dropped q3"))

    let due = try program.run("due").output
    #expect(!due.contains("\(first)/review") && due.contains("\(first)/F1"))
    #expect(due.contains("q4-alignment-2020-09-30/review"))
    let log = try program.run("log", "deals").output
    #expect(log.contains("Deals stay in Q4") && log.contains("Deals keep their 42 days until October"))
    #expect(log.contains("replaces \(first)/D1") && log.contains("replaced by q4-alignment-2020-09-30/D1"))
    let card = try program.run("scorecard").output
    #expect(card.contains("Q4 alignment") && card.contains("38 %"))
    // The goal that was carried forward is the same goal, under either id.
    #expect(try program.run("measure", "activation-2", "38.75").code == 0)
    for session in ["q4", first] {
      let readings = try program.run("scorecard", session, "--format", "json").output
      for value in [#""value": 38,"#, #""value": 38.75"#] { #expect(readings.contains(value), "\(session) \(value)") }
    }
  }
}
