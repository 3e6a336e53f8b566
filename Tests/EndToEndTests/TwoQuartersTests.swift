import Foundation
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

  /// The first quarter with a question that was left to the CEO, then what was said and measured in the weeks after, and a
  /// plan for the review that was written by hand.
  private func weeksAfter() throws -> Program {
    let program = try Program()
    let run = try program.shell(
      """
      sed 's/2027/2020/g' '\(example("saas-q3.yaml"))' > q3.yaml
      sed 's/2027/2020/g' '\(example("saas-q3.script"))' | grep -v '^+08:00 close$' > q3.script
      cat > end.script <<'END'
      conflict "Who pays the sync" between=vp-sales,vp-eng
      escalate to=ceo by=2020-07-03 criteria="Cost of a year" options="Sales|Engineering"
      close
      END
      cat q3.script end.script > all.script
      "$parley" play q3.yaml all.script --store "$PARLEY_STORE" --strict > q3.md
      "$parley" outcome q3/K1 "It covers 80 %" --result partly-met && "$parley" measure activation 38
      "$parley" new whole.yaml --from "\(first)" && sed '/^parking-lot/,/^$/d; /^    last: /d' whole.yaml > q4.yaml
      cp whole.private.yaml q4.private.yaml
      """)
    #expect(run.code == 0, "\(run.errors)")
    return program
  }

  @Test("The next review opens on what was left open, what hung on a condition, what came of it and what was measured")
  func opening() throws {
    let room = try SessionRoom("q4.yaml", size: (120, 70), in: try weeksAfter())
    try room.press(
      "n", "Left open in “Q3 alignment”", "Who pays the sync: Ada Obi decides by 2020-07-03, by: Cost of a year",
      "Agreed on a condition", "Deal-to-close comes first in Q4", "Decided in “Q3 alignment”",
      "D1 Deal-to-close moves to Q4", "What came of it since", "It covers 80 % (partly met)", "measured 38 on",
      "How the checklist stores its state")
  }

  @Test("A review carries on what was parked, and its plan what waits for someone, with an owner and a day")
  func carriedOn() throws {
    let program = try weeksAfter()
    let played = try program.shell("echo next > q4.script; \"$parley\" play q4.yaml q4.script --format json")
    let parked = try list(try members(played.output), "parkingLot")
    #expect(parked.map { $0["text"] as? String } == ["Push notifications", "How the checklist stores its state"])
    #expect(parked.last?["owner"] as? String == "vp-eng")
    let plan = program.scratch.read("whole.yaml") ?? ""
    #expect(
      plan.contains("Still open: Who pays the sync — Cost of a year") && plan.contains("last: {target: 40, actual: 38}")
    )
    #expect(
      plan.contains("Deal-to-close comes first in Q4\"") && !plan.contains("text: \"Condition on Reduce monthly churn"))
    #expect(
      plan.contains("# what came of it: The health score covers every account by August: It covers 80 % (partly met)"))
    for line in plan.split(separator: "\n") { #expect(line.utf8.count <= 160, "\(line)") }
    #expect(try program.run("check", "whole.yaml").code == 0)
  }

  @Test("A review that continues no session asks nobody to agree to what has ended")
  func ended() throws {
    let program = try Program()
    program.scratch.write("next\n", to: "q3.script")
    let played = try program.run("play", example("q3-review.yaml"), "q3.script", "--format", "json")
    let record = try members(played.output)
    #expect(try list(record, "goals").map { $0["id"] as? String } == ["mobile", "apac-market", "conversion"])
    let results = try list(record, "review").map { "\($0["goal"] ?? ""): \($0["result"] ?? "")" }
    #expect(results == ["mobile: missed", "activation: partly-met", "tickets: met", "enterprise: exceeded"])
    #expect(record["previous"] is NSNull)
  }

  @Test("The map says who has blocked in earlier sessions; no other document does")
  func blocked() throws {
    let program = try weeksAfter()
    let map = try program.run("map", "q4.yaml").output
    #expect(map.contains("**Has blocked, 2020-06-28:** red on Accelerate deal-to-close time at first, then green"))
    #expect(map.contains("at odds with Vera Engel over Who pays the sync (Q3 alignment)"))
    for open in [try program.run("preread", "q4.yaml").output, try program.run("update").output] {
      #expect(!open.contains("Has blocked"))
    }
  }
}
