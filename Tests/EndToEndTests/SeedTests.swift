import Foundation
import TerminalProbe
import TestFixtures
import Testing

/// The seeds of the method: each is checked, sent round, played, written down, and gone on with.
@Suite("From the plan to the weeks after, as different teams do it")
struct SeedTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/seeds")

  /// The files of a team, in a year that is over, with the session played into the store.
  private func played(_ team: String, before: String = "") throws -> Program {
    let program = try Program()
    let run = try program.shell(
      """
      for file in '\(Self.folder.path)'/\(team)*; do sed 's/2027/2020/g' "$file" > "$(basename "$file")"; done
      chmod 600 *.yaml
      \(before)
      "$parley" check \(team).yaml && "$parley" preread \(team).yaml > preread.md
      "$parley" play \(team).yaml \(team).script --store "$PARLEY_STORE" --strict --format json > record.json
      """)
    #expect(run.code == 0 && run.errors.split(separator: "\n").allSatisfy { !$0.contains("refused") }, "\(run.errors)")
    return program
  }

  private func record(_ program: Program) throws -> [String: Any] {
    try members(program.scratch.read("record.json") ?? "")
  }

  private func outcomes(_ record: [String: Any]) throws -> [String] {
    try list(record, "goals").map { "\($0["id"] ?? "") \($0["outcome"] ?? "") \($0["timeframe"] ?? "")" }
  }

  @Test(
    "Three founders: a vote of three, an experiment for the two who disagree, and what is left of it in the next plan")
  func founders() throws {
    let program = try played("founders")
    let record = try record(program)
    #expect(try outcomes(record) == ["paying confirmed now", "stay confirmed next"])
    #expect(try list(record, "votes").first?["tally"] as? [String: Int] == ["paying": 3, "stay": 3])
    let preread = program.scratch.read("preread.md") ?? ""
    #expect(preread.contains("# First hundred customers — pre-read"))
    #expect(preread.contains("North star:** Weekly active teams") && preread.contains("We never sell what customers"))
    #expect(try program.run("due").output.contains("/X1  Decide: First in or first kept"))
    #expect(try program.run("outcome", "first/X1", "They left for want of exports", "--result", "met").code == 0)
    #expect(try program.run("new", "next.yaml", "--from", "first").code == 0)
    let next = program.scratch.read("next.yaml") ?? ""
    #expect(
      next.contains("They left for want of exports") && next.contains("north-star: {name: \"Weekly active teams\""))
    #expect(next.contains("red-lines:\n  - \"We never sell what customers tell us\""))
    #expect(try program.run("check", "next.yaml").code == 0)
  }

  @Test(
    "Eight people in three zones: what each option gives and costs, a reader's comment, and the frame in the next plan")
  func enterprise() throws {
    let program = try played("enterprise")
    let record = try record(program)
    #expect(record["zone"] as? String == "Europe/Berlin")
    #expect(try list(record, "goals").map { $0["dissent"] as? Bool } == [false, true, false])
    let process = try #require(try list(record, "disagreements").first?["process"] as? [String: Any])
    #expect(process["costs"] as? [String] == ["Six months", "A double ledger", ""])
    let told = try program.run("record", "claims", "--format", "md").output
    #expect(told.contains("Wait for the season (gives: Calm in August; costs: Six months)"))
    #expect((program.scratch.read("preread.md") ?? "").contains("(Europe/Berlin)"))
    #expect(try program.run("record", "claims", "--format", "ics").output.contains("DTSTART;TZID=Europe/Berlin:2020"))
    #expect(try program.run("comment", "claims", "works-council", "Who asks the season?").code == 0)
    #expect(try program.run("record", "claims").output.contains("| Works Council | Who asks the season? |"))
    #expect(try program.run("comment", "claims", "nobody", "x").code == 65)
    #expect(try program.run("new", "next.yaml", "--from", "claims").code == 0)
    let next = program.scratch.read("next.yaml") ?? ""
    for part in [
      "zone: \"Europe/Berlin\"", "share: 30", "send-from: \"roadmap@claims.example\"", "ref: \"CL-11\"",
      "{name: \"Works Council\", email: \"council@claims.example\"}", "url: \"https://roadmap.claims.example/2020\"",
      "No claim is decided without a person",
    ] {
      #expect(next.contains(part), "\(part)")
    }
    #expect(try program.run("check", "next.yaml").code == 0)
  }

  @Test("A start-up of four, over two quarters: from the export to the review of what came of it")
  func startUp() throws {
    let program = try played(
      "startup", before: "\"$parley\" new startup.yaml --from startup.csv --merge 2> merged.txt")
    #expect(
      program.scratch.read("merged.txt")?.contains("2 features and 1 parked item added; 3 are there already") == true)
    #expect(try outcomes(try record(program)) == ["trials confirmed q2", "answers confirmed q2"])
    let weeks = try program.shell(
      """
      session=q2-goals-2020-03-29
      "$parley" outcome $session/K1 "The guide was shown" --result met
      "$parley" feature $session/guide shipped
      "$parley" feature $session/sample-data blocked --owner ruth --note "Waits for legal"
      "$parley" measure trials 7 --session $session && "$parley" update $session > update.md
      "$parley" new next.yaml --from $session && "$parley" new next.yaml --from startup.csv --merge
      "$parley" check next.yaml
      """)
    #expect(weeks.code == 0 && weeks.errors.contains("next.yaml: 1 feature added"), "\(weeks.errors)")
    let update = program.scratch.read("update.md") ?? ""
    #expect(update.contains("- A guided start — for Trials become customers (Ben Obi)"))
    #expect(update.contains("- Sample data: Waits for legal") && update.contains("The guide was shown — met"))
    let review = try program.run(
      "play", "next.yaml", "startup-2.script", "--store", program.store, "--strict", "--format", "json")
    #expect(review.code == 0, "\(review.errors)")
    let second = try members(review.output)
    #expect(try outcomes(second) == ["trials-2 confirmed q3", "answers dropped q2"])
    let results = try list(second, "review").map { "\($0["goal"] ?? ""): \($0["result"] ?? "")" }
    #expect(results == ["trials: missed", "answers: met"])
    #expect(second["previous"] as? String == "q2-goals-2020-03-29")
  }

  @Test("A quarterly review with ten: every document of it is written, and the next one goes on from it")
  func review() throws {
    let program = try Program()
    let run = try program.shell(
      """
      sed 's/2027/2020/g' '\(example("q3-review.yaml"))' > review.yaml
      sed 's/2027/2020/g' '\(example("q3-review.script"))' > review.script
      "$parley" check review.yaml 2> /dev/null && "$parley" preread review.yaml 2> /dev/null > preread.md
      "$parley" play review.yaml review.script --store "$PARLEY_STORE" --strict --format json > record.json || exit 1
      id=$("$parley" sessions | cut -d' ' -f1)
      for format in md html csv ics eml; do "$parley" record $id --format $format > record.$format || exit 1; done
      "$parley" update $id > update.md && "$parley" scorecard $id > card.md
      "$parley" new next.yaml --from $id && "$parley" check next.yaml 2> /dev/null
      """)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    let record = try record(program)
    #expect(try list(record, "attendance").count == 10 && list(record, "review").count == 4)
    for name in ["record.md", "record.html", "record.csv", "record.ics", "record.eml", "update.md", "card.md"] {
      #expect((program.scratch.read(name) ?? "").utf8.count > 200, "\(name)")
    }
  }
}
