import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("rehearse and replay: before it counts, and after")
struct RehearseTests {
  @Test("A rehearsal is kept apart from sessions, marked wherever it appears, and its report is printed")
  func rehearsal() throws {
    let program = try Program()
    let probe = try program.terminal("rehearse", example("saas-q3.yaml"), "--seed", "7", "--speed", "60")
    try probe.wait(for: "REHEARSAL · Q3 alignment")
    try probe.send("n")
    try probe.wait(for: "What is open today")
    try probe.send("nn")
    try probe.wait(for: "Improve activation rate")
    try probe.send(";")
    try probe.wait(for: "to write down")
    try probe.send("q")
    try probe.wait(for: "Leave the rehearsal?")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(try program.run("sessions").output.isEmpty)
    let report = try program.run("rehearse", "--report", example("saas-q3.yaml"))
    #expect(report.code == 0)
    #expect(report.output.hasPrefix("REHEARSAL · Q3 alignment\nreal mood, seed 7"))
    #expect(report.output.contains("Craft"))
    #expect(report.output.contains("Moment by moment") && report.output.contains("--seed 7 --from goal:activation"))
    #expect(try program.run("rehearse", "--report", "-o", "debrief.txt").code == 0)
    #expect(try program.shell("stat -c %a debrief.txt").output == "600\n")
    let file = try program.shell("ls rehearsals/*.parley").output.split(separator: "\n").map(String.init)
    #expect(file == ["rehearsals/rehearsal-q3-alignment-2027-06-28.parley"])
    #expect(try program.run("record", program.scratch.path(file[0])).output.contains("REHEARSAL"))
    #expect(try program.run("record", "rehearsal").code == 66)
    #expect(try program.run("sessions", "--store", program.scratch.path("rehearsals")).output.contains("REHEARSAL"))
    #expect(try program.shell("mkdir -p store; cp rehearsals/*.parley store/").code == 0)
    #expect(try program.run("sessions").output.isEmpty)
    #expect(try program.run("due").output.isEmpty)
  }

  @Test("In a solo rehearsal one key goes from step to step, and the pacing is printed")
  func solo() throws {
    let program = try Program()
    let probe = try program.terminal("rehearse", "--case", "sunset", "--solo", "--speed", "60")
    try probe.wait(for: "One key goes on")
    try probe.send("\r")
    try probe.wait(for: "Decided")
    try probe.send("\r")
    try probe.wait(for: "Lantern, the ticket system")
    try probe.send("\r")
    try probe.wait(for: "Tickets in Lantern")
    try probe.send("q")
    try probe.wait(for: "Leave the rehearsal?")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
    let report = try program.run("rehearse", "--report").output
    #expect(report.contains("alone") && report.contains("Lantern is switched off") && !report.contains("Craft"))
  }

  @Test("Alone and aloud at 80 × 24 zero rings the terminal's bell, once a step")
  func aloud() throws {
    let program = try Program()
    let plan = """
      parley: 1
      title: Aloud
      timeframes: [{id: q1, name: Q1, capacity: 3}]
      stakeholders: [{id: ada, name: Ada Roth}]
      goals: [{id: calm, name: Fewer outages, timeframe: q1, metric: {name: Outages, baseline: 9, target: 2}}]
      boundary: {open: [The target]}
      timeboxes: {boundary: 1, goal: 1, priorities: 1, features: 1, read-back: 1}
      """
    try plan.write(toFile: program.scratch.path("aloud.yaml"), atomically: true, encoding: .utf8)
    let probe = try program.terminal("rehearse", "aloud.yaml", "--solo", "--speed", "30", size: (80, 24))
    try probe.wait(for: "One key goes on")
    #expect(probe.picture.bells == 0)
    for (bells, title) in ["What is open today", "Fewer outages"].enumerated() {
      try probe.send("\r")
      try probe.wait(for: title)
      try probe.wait(until: "the bell") { $0.bells == bells + 1 }
      // Half a minute more is counted up in silence.
      _ = probe.listen(seconds: 1)
      #expect(probe.picture.bells == bells + 1)
    }
    try probe.send("q")
    try probe.wait(for: "Leave the rehearsal?")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
  }

  @Test("From the debrief a rehearsal begins again at the step that is read, with the same people")
  func again() throws {
    let program = try Program()
    let probe = try program.terminal(
      "rehearse", example("saas-q3.yaml"), "--seed", "7", "--speed", "60", size: (80, 24))
    try probe.wait(for: "REHEARSAL · Q3 alignment")
    for (key, place) in [("n", "What is open today"), ("n", "Context"), ("n", "Improve activation rate")] {
      try probe.send(key)
      try probe.wait(for: place)
    }
    try probe.send(";")
    try probe.wait(for: "to write down")
    try probe.send("L")
    try probe.wait(for: "r again")
    try probe.send("\t")
    try probe.send("r")
    try probe.wait(for: "Again, from where?")
    try probe.send("\r")
    try probe.wait(untilGone: "Again, from where?")
    try probe.wait(for: "Nobody has said anything yet")
    try probe.send("q")
    try probe.wait(for: "Leave the rehearsal?")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(try program.shell("ls rehearsals/*.parley | wc -l").output.filter(\.isNumber) == "2")
    let report = try program.run("rehearse", "--report", example("saas-q3.yaml")).output
    #expect(report.contains("seed 7, from "), "\(report)")
  }

  @Test("A past session is shown again, and cannot be changed")
  func replay() throws {
    let program = try Program()
    #expect(try program.playExample().code == 0)
    let before = try program.run("journal", "q3").output
    let probe = try program.terminal("replay", "q3", "--speed", "1")
    try probe.wait(for: "REPLAY")
    try probe.send("nnn")
    try probe.wait(for: "Improve activation rate")
    try probe.send("c")
    try probe.wait(for: "nothing can be changed")
    try probe.send("/Salesforce\r")
    try probe.wait(for: "53/54")
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(try program.run("journal", "q3").output == before)
    #expect(try program.run("replay", "nothing").isFault(66))
  }

  @Test("A cast file has a header, events in the order of time, a marker a step, and no ballot")
  func cast() throws {
    let program = try Program()
    #expect(try program.playExample().code == 0)
    #expect(try program.run("replay", "q3", "--cast", "q3.cast", "--speed", "20").code == 0)
    let lines = try program.shell("cat q3.cast").output.split(separator: "\n").map(String.init)
    let header = try members(lines[0])
    #expect(header["version"] as? Int == 2 && header["width"] as? Int == 100 && header["height"] as? Int == 30)
    let events = try lines.dropFirst().map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
    }
    #expect(events.allSatisfy { $0.count == 3 && $0[0] is Double && $0[2] is String })
    let times = events.compactMap { $0[0] as? Double }
    #expect(times == times.sorted())
    let marks = events.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String }
    #expect(marks.first == "What is open today" && marks.last == "Read-back" && marks.count == 12)
    #expect(Set(events.compactMap { $0[1] as? String }) == ["o", "m"])
    #expect(!lines.joined().contains("activation=1"))
    #expect(try program.run("replay", "q3", "--cast", "q3.cast").isFault(73))
  }

  @Test(
    "What is wrong with the words or the files is told before it is told that there is no terminal",
    arguments: [
      (["rehearse", "--case", "nosuch"], 66, "nosuch"), (["rehearse", "nosuch.yaml"], 66, "nosuch.yaml"),
      (["rehearse", "--case", "sunset", "--solo", "--from", "nosuch"], 64, "nosuch"),
      (["rehearse", "--case", "sunset", "--theme", "nosuch"], 66, "nosuch"),
      (["drill", "nosuch.yaml"], 66, "nosuch.yaml"), (["tutor", "--theme", "nosuch"], 66, "nosuch"),
      (["demo", "--theme", "nosuch"], 66, "nosuch"), (["run", "nosuch.yaml"], 66, "nosuch.yaml"),
      (["run", example("saas-q3.yaml"), "--share", "nosuchgroup"], 66, "nosuchgroup"),
      (["run", example("saas-q3.yaml"), "--theme", "nosuch"], 66, "nosuch"), (["resume", "nosuch"], 66, "nosuch"),
      (["join", "nosuch"], 66, "nosuch"), (["replay", "nosuch"], 66, "nosuch"),
    ] as [([String], Int32, String)])
  func wrongBefore(words: [String], code: Int32, name: String) throws {
    let run = try Program().run(all: words)
    #expect(run.code == code && run.output.isEmpty && run.errors.contains(name), "\(run.code) \(run.errors)")
    #expect(!run.errors.contains("no terminal"))
  }

  @Test("With nothing wrong it is told that there is no terminal", arguments: ["demo", "tutor", "rehearse", "run"])
  func noTerminal(command: String) throws {
    let plan = ["rehearse", "run"].contains(command) ? [example("saas-q3.yaml")] : []
    let run = try Program().run(all: [command] + plan)
    #expect(run.code == 64 && run.errors.contains("no terminal"), "\(run.code) \(run.errors)")
  }

  @Test("A rehearsal that is not possible is refused in a line")
  func faults() throws {
    let program = try Program()
    #expect(try program.run("rehearse").isFault(64))
    #expect(try program.run("rehearse", example("saas-q3.yaml"), "--speed", "61").isFault(64))
    #expect(try program.run("rehearse", example("saas-q3.yaml"), "--case", "sunset").isFault(64))
    #expect(try program.run("rehearse", "--report").isFault(66))
    let cases = try program.run("rehearse", "--cases")
    #expect(cases.code == 0 && cases.output.contains("sunset"))
  }
}

@Suite("What to prepare, and two minutes of practice")
struct PreparationTests {
  @Test("The forecast is printed from the map alone, told as private, and written so that nobody else can read it")
  func forecast() throws {
    let program = try Program()
    let run = try program.run("rehearse", example("saas-q3.yaml"), "--forecast")
    #expect(run.code == 0 && run.errors.contains("private"))
    #expect(run.output.hasPrefix("Forecast · Q3 alignment\n"))
    #expect(run.output.contains("Victor Sand") && run.output.contains("    Say   “"))
    #expect(try program.run("rehearse", "--case", "platform", "--forecast", "-o", "forecast.txt").code == 0)
    #expect(try program.shell("stat -c %a forecast.txt").output == "600\n")
    #expect(try program.run("rehearse", "--forecast").isFault(64))
    #expect(try program.run("rehearse", "--case", "platform", "--forecast", "--solo").isFault(64))
    let map = try program.run("map", "--case", "platform")
    #expect(map.code == 0 && map.output.contains("Ansgar Weiss") && map.errors.contains("private"))
    #expect(try program.run("map").isFault(64))
  }

  @Test("A drill line by line asks, explains and keeps the streak; a drill on the screen is left at once with q")
  func drill() throws {
    let program = try Program()
    let lines = try program.shell(
      "export XDG_STATE_HOME=$PWD/state; printf '1\n9\n2\n3\nq\n' | $parley drill --plain --seed 3")
    #expect(lines.code == 0, "\(lines.errors)")
    #expect(lines.output.contains("of 3 right") && lines.output.contains("(M"))
    #expect(try program.shell("stat -c %a state/parley/drill.json").output == "600\n")
    let again = try program.shell("export XDG_STATE_HOME=$PWD/state; printf 'q\n' | $parley drill --plain --seed 3")
    #expect(again.output.contains("0 of 0 right"))
    let probe = try program.terminal("drill", "--seed", "3", size: (80, 24))
    try probe.wait(for: "or arrows and Enter")
    try probe.send("1")
    try probe.wait(for: "the next one")
    try probe.send("\r")
    try probe.wait(for: "or arrows and Enter")
    try probe.send("q")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(try program.run("drill", "nothing.yaml").code == 66)
  }

  @Test("A practice case begins with its brief")
  func brief() throws {
    let program = try Program()
    let probe = try program.terminal("rehearse", "--case", "quarter", "--seed", "2", size: (80, 24))
    try probe.wait(for: "Before you begin")
    try probe.wait(for: "Who will be there")
    try probe.send("q")
    try probe.wait(for: "Nobody has said anything yet")
    try probe.send("'")
    try probe.wait(for: "Nothing waits.")
    try probe.send("q")
    try probe.send("q")
    try probe.wait(for: "Leave the rehearsal?")
    try probe.send("l")
    #expect(try probe.waitForExit() == .exited(0))
  }
}

@Suite("rehearse and replay line by line")
struct PlainRehearsalTests {
  @Test("People are heard as sentences, the report is read out, and a replay tells what was said")
  func lines() throws {
    let program = try Program()
    let plan = example("saas-q3.yaml")
    let steps = "next\nnext\nnext\n;\n;\nL\nquit\n"
    let run = try program.shell(
      "(printf '\(steps)') | $parley rehearse \(plan) --plain --seed 7 --speed 60")
    #expect(run.code == 0)
    #expect(!run.output.contains("\u{1B}"))
    let report = try #require(run.output.range(of: "Craft"))
    let heard = try #require(run.output.range(of: ": “"))
    #expect(heard.lowerBound < report.lowerBound)
    let replay = try program.run("replay", "--plain", "rehearsal-q3")
    #expect(replay.code == 0)
    #expect(replay.output.contains(": “"))
    #expect(try program.run("replay", "rehearsal-q3", "--cast", "q3.cast").code == 0)
    #expect(try program.shell("cat q3.cast").output.contains("Said"))
  }
}
