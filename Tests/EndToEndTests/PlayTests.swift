import TerminalProbe
import TestFixtures
import Testing

@Suite("play: a script on a virtual clock")
struct PlayTests {
  private func playedRecord() throws -> [String: Any] {
    let run = try Program().run(
      "play", example("saas-q3.yaml"), example("saas-q3.script"), "--format", "json", "--strict")
    #expect(run.code == 0 && run.errors.isEmpty)
    return try members(run.output)
  }

  @Test("A private note is kept for the map alone; without a store nowhere")
  func privateNote() throws {
    let program = try Program()
    program.scratch.write("next\n+01:00 note \"He bluffs\" private=true\nnote \"Open to all\"\n", to: "script")
    let played = try program.run("play", example("saas-q3.yaml"), "script", "--format", "md")
    #expect(played.code == 0 && !played.output.contains("bluffs") && played.output.contains("Open to all"))
    #expect(try program.run("play", example("saas-q3.yaml"), "script", "--store", program.store).code == 0)
    for format in ["md", "json", "html", "csv"] {
      let record = try program.run("record", "q3", "--format", format)
      #expect(record.code == 0 && !record.output.contains("bluffs"), "\(format)")
      if format == "md" || format == "html" { #expect(record.output.contains("Open to all"), "\(format)") }
    }
    let journal = try program.run("journal", "q3").output
    #expect(!journal.contains("bluffs") && journal.contains(#""line":"note""#) && journal.contains("privately-noted"))
    #expect(try program.run("map", "q3").output.contains("14:01:** He bluffs"))
    #expect(try program.run("map", "q3", "--format", "html").output.contains("<dd dir=\"auto\">He bluffs</dd>"))
    // Nothing beside the private file has a word of it, the logs of the database included.
    let files = try program.shell("grep -lr bluffs store").output.split(separator: "\n")
    #expect(files.count == 1 && files[0].hasSuffix(".private"))
  }

  @Test("The example session gives the goals of its example record")
  func goals() throws {
    let goals = try list(try playedRecord(), "goals")
    #expect(goals.map { $0["id"] as? String } == ["activation", "churn", "reliability", "deal-close"])
    #expect(goals.map { $0["outcome"] as? String } == ["confirmed", "confirmed", "confirmed", "adjusted"])
    #expect(goals.map { $0["priority"] as? Int } == [1, 2, 3, 4])
    #expect(goals[3]["timeframe"] as? String == "q4")
    #expect(try list(goals[0], "features").map { $0["id"] as? String } == ["checklist", "sample-data", "P2"])
    #expect(try list(goals[2], "conditions").map { $0["by"] as? String } == ["vp-sales"])
    #expect(try list(goals[1], "conditions").count == 1)
  }

  @Test("The example session gives the trade-off, vote and times of its example record")
  func rest() throws {
    let record = try playedRecord()
    let tradeOffs = try list(record, "tradeoffs")
    #expect(tradeOffs.map { $0["gained"] as? String } == ["reliability"])
    #expect(tradeOffs.map { $0["displaced"] as? String } == ["deal-close"])
    let parked = try list(record, "parkingLot")
    #expect(parked.map { $0["state"] as? String } == ["parked", "served", "parked"])
    let votes = try list(record, "votes")
    #expect(votes.first?["turnout"] as? [String] == ["ceo", "vp-sales", "vp-eng", "cs-head"])
    let tally = votes.first?["tally"] as? [String: Int]
    #expect(tally == ["activation": 3, "churn": 2, "deal-close": 1, "reliability": 2])
    let caveats = try list(record, "acknowledgements").filter { $0["caveat"] is String }
    #expect(caveats.map { $0["answer"] as? String } == ["Design in Q3, build in Q4"])
    #expect(try list(record, "decisions").count == 1)
    #expect(try list(record, "followUps").count == 1)
    let context = try list(record, "pacing").first { $0["step"] as? String == "context" }
    #expect(context?["planned"] as? Int == 360)
    #expect(context?["actual"] as? Int == 370)
  }

  @Test("What moved out for a proposal that is dropped is back, and the record lists nothing as gained")
  func takenBack() throws {
    let folder = fixture("journals/17-dropped-proposal")
    let run = try Program().run("play", "\(folder)/plan.yaml", "\(folder)/script", "--format", "json", "--strict")
    #expect(run.code == 0 && run.errors.isEmpty)
    let record = try members(run.output)
    let goals = try list(record, "goals")
    #expect(goals.map { $0["id"] as? String } == ["a", "b"])
    #expect(goals.map { $0["outcome"] as? String } == ["confirmed", "dropped"])
    #expect(goals[0]["timeframe"] as? String == "q1")
    #expect(try list(record, "tradeoffs").map { $0["void"] as? Bool } == [true])
  }

  @Test(
    "A refused line is reported with its place and code; with --strict it makes 65, and the record comes all the same")
  func refused() throws {
    let program = try Program()
    program.scratch.write("next\nconfirm\nfrobnicate\nnote \"open\n\n+00:61 next\n", to: "a.script")
    let run = try program.run("play", example("saas-q3.yaml"), "a.script", "--format", "json")
    #expect(run.code == 0)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != " " } } == ["a.script:2:", "a.script:3:", "a.script:4:", "a.script:6:"])
    #expect(
      lines.map { $0.split(separator: " ")[2] } == ["wrong-step:", "unknown-verb:", "bad-argument:", "bad-argument:"])
    let strict = try program.run("play", example("saas-q3.yaml"), "a.script", "--format", "json", "--strict")
    #expect(strict.code == 65)
    #expect(strict.output == run.output)
  }

  @Test("Lines may end in CRLF and the file begin with a byte-order mark; an empty script is a session in its lobby")
  func lineEnds() throws {
    let program = try Program()
    program.scratch.write("\u{FEFF}next\r\n\r\nnote \"x\"\r\n", to: "a.script")
    let run = try program.run("play", example("saas-q3.yaml"), "a.script", "--strict")
    #expect(run.code == 0 && run.errors.isEmpty)
    program.scratch.write("", to: "empty.script")
    let record = try members(
      try program.run("play", example("saas-q3.yaml"), "empty.script", "--format", "json").output)
    #expect(record["status"] as? String == "proposal")
  }

  @Test("A missing script is 66, one that is not text is 65 with its line, and nothing is played")
  func unreadable() throws {
    let program = try Program()
    #expect(try program.run("play", example("saas-q3.yaml"), "nothing.script").isFault(66))
    #expect(try program.run("play", example("saas-q3.yaml"), ".").isFault(66))
    _ = try program.shell(#"printf 'next\n\377\n' > bad.script"#)
    let run = try program.run("play", example("saas-q3.yaml"), "bad.script", "--store", program.store)
    #expect(run.isFault(65))
    #expect(run.errors.contains("bad.script:2:"))
    #expect(try program.run("sessions").output.isEmpty)
  }

  @Test("Without a start the clock begins at nine on the first day of 2000")
  func usualStart() throws {
    let program = try Program()
    program.scratch.write(
      """
      parley: 1
      title: Small
      timeframes: [{id: q3, name: Q3}]
      stakeholders: [{id: ceo, name: Ada Obi}]
      goals: [{id: one, name: One, timeframe: q3, metric: {name: N, baseline: 0, target: 1}}]
      """, to: "plan.yaml")
    program.scratch.write("+01:30 next", to: "a.script")
    let run = try program.run("play", "plan.yaml", "a.script", "--format", "json")
    let session = try #require(try members(run.output)["session"] as? [String: Any])
    #expect(session["started"] as? String == "2000-01-01T09:01:30")
    #expect(session["id"] as? String == "small-2000-01-01")
  }

  @Test("Playing twice gives the same bytes, as Markdown too")
  func same() throws {
    let program = try Program()
    let first = try program.run("play", example("saas-q3.yaml"), example("saas-q3.script"))
    let second = try program.run("play", example("saas-q3.yaml"), example("saas-q3.script"))
    #expect(first.output == second.output)
    #expect(first.output.hasPrefix("---\n"))
  }
}
