import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("Every role at its own terminal, at the same time")
struct RolesTests {
  @Test(
    "Two facilitators, a note-taker, a stakeholder, a projector and a cockpit share one session, each with its own view"
  )
  func together() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let second = try room.program.screen("join", "q3", "--role", "facilitator", size: (120, 34))
    let desk = try room.program.screen("join", "q3", "--role", "note-taker")
    let own = try room.program.screen("join", "q3", "--as", "vp-eng")
    let projector = try room.program.screen("join", "q3", size: (120, 34))
    try second.wait(for: "Goals by timeframe")
    try desk.wait(for: "Just said")
    try own.wait(for: "Your dots")
    try projector.wait(for: "Goals by timeframe")
    try ownDot(room, second, desk, own)
    try captured(room, second, desk)
    // Whoever gives a command first is heard first, and both see it at once.
    try second.send("u")
    try second.wait(for: "Take back what the note-taker gave?")
    try second.send("u")
    try room.see("took back what the note-taker gave: “noted: Who")
    let shown = projector.picture.words
    for prompt in ["? help", "Ask “", "g y r", ": command"] { #expect(!shown.contains(prompt), "\(prompt)") }
    #expect(shown.contains("Ask next"))
    try room.stop()
    for probe in [second, desk, own, projector] {
      #expect(try probe.waitForExit() == .exited(0))
      #expect(probe.leftovers == [])
    }
  }

  /// A dot with its layer, by two keys at the stakeholder's own terminal.
  private func ownDot(_ room: SessionRoom, _ second: Probe, _ desk: Probe, _ own: Probe) throws {
    try own.send("y")
    try own.wait(for: "what it is about")
    try own.send("Forty is a lot\nm\n")
    let said = "Vera Engel: yellow on Improve activation rate, about the metric target"
    try room.see(said)
    for probe in [second, desk] { try probe.wait(until: said) { $0.words.contains("Vera Engel: yellow on") } }
    let dots = try room.program.run("journal", "q3").output.split(separator: "\n")
      .map { try members(String($0)) }.compactMap { $0["event"] as? [String: Any] }
      .filter { $0["event"] as? String == "dot-given" }
    #expect(dots.count == 1)
    #expect(dots.first?["how"] as? String == "own")
    #expect(dots.first?["who"] as? String == "vp-eng")
    #expect(dots.first?["layer"] as? String == "metric")
    try own.send("?")
    let help = try own.wait(for: "Enter does it")
    for other in ["goes on to the next step", "settles the goal", "parks it"] { #expect(!help.words.contains(other)) }
    try own.key(.escape)
  }

  private func captured(_ room: SessionRoom, _ second: Probe, _ desk: Probe) throws {
    try desk.send("o")
    try desk.wait(for: "Enter sends")
    try desk.send("Who writes the guide?\n")
    try desk.wait(for: "noted: Who writes the guide?")
    try room.see("noted: Who writes the guide?")
    try second.wait(for: "noted: Who writes the guide?")
  }

  @Test("The cockpit shows likely objections; no other terminal ever receives a word of them")
  func cockpit() throws {
    let room = try SessionRoom()
    let cockpit = try room.program.screen("join", "q3", "--role", "cockpit", size: (120, 34))
    let own = try room.program.screen("join", "q3", "--as", "vp-eng")
    let desk = try room.program.screen("join", "q3", "--role", "note-taker")
    let projector = try room.program.screen("join", "q3", size: (120, 34))
    try cockpit.wait(for: "cockpit")
    for key in ["n", "n", "n"] { try cockpit.send(key) }
    for probe in [own, desk, projector] { try probe.wait(for: "Improve activation rate") }
    try room.see("▶ Activation")
    // Down to the second in the order to ask.
    try cockpit.send("jj")
    try cockpit.wait(for: "Anything that moves deal velocity out of Q3")
    let shown = cockpit.picture.words
    for word in ["dangerous", "Discount approval in the app", "Tech debt eats the quarter", "Not heard"] {
      #expect(shown.contains(word), "\(word)")
    }
    for key in [2, 5, 3, 8] {
      try room.screen.key(.function(key))
      try own.key(.function(key))
    }
    try room.screen.send("1")
    try cockpit.send("g")
    try room.see("Victor Sand: green on Improve activation rate")
    for probe in [room.screen, own, desk, projector] {
      let sent = String(decoding: probe.transcript, as: UTF8.self)
      for secret in ["deal velocity out", "dangerous", "Discount approval", "Tech debt", "misaligned"] {
        #expect(!sent.contains(secret), "\(secret)")
      }
    }
    try cockpit.send("q")
    try cockpit.wait(for: "The session goes on without this terminal.")
    try cockpit.send("l")
    #expect(try cockpit.waitForExit() == .exited(0))
    try room.stop()
    for probe in [own, desk, projector] { #expect(try probe.waitForExit() == .exited(0)) }
  }

  @Test("Someone who comes late sees the state at once, and goes through the dots that they missed")
  func late() throws {
    let room = try SessionRoom(
      after: "leave vp-eng\nnext\nnext\nnext\n@cs-head dot green\n@ceo dot green\n@vp-sales dot green\nconfirm\nnext\n"
        + "arrive vp-eng\n")
    try room.see("▶ Churn")
    let own = try room.program.screen("join", "q3", "--as", "vp-eng")
    let shown = try own.wait(for: "m missed 1")
    #expect(shown.words.contains("✓ confirmed") && shown.words.contains("0 of 2"))
    try own.send("m")
    try own.wait(for: "Improve activation rate was confirmed without a dot of yours")
    try own.send("g")
    try own.wait(for: "Your dots")
    try own.wait(for: "Your dot on this goal: can you live with it?")
    try own.send("g")
    try own.wait(for: "2 of 2")
    try room.see("Vera Engel: green on Reduce monthly churn")
    try room.stop()
    #expect(try own.waitForExit() == .exited(0))
  }

  @Test("Two facilitators who press next in the same moment go on by one step, and the second of them is told")
  func twoAtOnce() throws {
    let room = try SessionRoom()
    let second = try room.program.screen("join", "q3", "--role", "facilitator", size: (80, 24))
    try second.wait(for: "In the room")
    // Neither hears of the other before both have pressed.
    let host = try room.program.holder()
    kill(host, SIGSTOP)
    try room.screen.send("n")
    try second.send("n")
    kill(host, SIGCONT)
    for probe in [room.screen, second] { try probe.wait(for: "Head count for Q3") }
    #expect(try room.program.run("send", "q3", "note", "Both heard").code == 0)
    for probe in [room.screen, second] { try probe.wait(for: "noted: Both heard") }
    let told = [room.screen, second].filter {
      String(decoding: $0.transcript, as: UTF8.self).contains("no more at lobby")
    }
    #expect(told.count == 1)
    #expect(try room.program.commands().filter { $0.hasPrefix("next") } == ["next from=lobby"])
    try room.stop()
    #expect(try second.waitForExit() == .exited(0))
  }

  @Test("A stopped host is reported, with the time since it was last heard, and all goes on with it")
  func silent() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let own = try room.program.screen("join", "q3", "--as", "vp-eng")
    try own.wait(for: "Your dots")
    let host = try room.program.holder()
    kill(host, SIGSTOP)
    try own.send("g")
    try own.wait(for: "the host does not answer, last heard")
    kill(host, SIGCONT)
    try own.wait(for: "Your dot on this goal is green")
    #expect(try room.program.commands().filter { $0.contains("dot") }.count == 1)
    try room.stop()
    #expect(try own.waitForExit() == .exited(0))
  }

  @Test("A stopped host is reported even when nobody does anything, as long as time runs")
  func silentUnasked() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let own = try room.program.screen("join", "q3")
    try own.wait(for: "▶ Activation")
    let host = try room.program.holder()
    kill(host, SIGSTOP)
    try own.wait(for: "the host does not answer, last heard")
    kill(host, SIGCONT)
    try own.wait(untilGone: "the host does not answer")
    try room.stop()
    #expect(try own.waitForExit() == .exited(0))
  }

  @Test("When the host dies with nobody to start it, a terminal counts, can be left, and comes back to the same seat")
  func lost() throws {
    let program = try Program()
    let host = try program.screen("host", example("saas-q3.yaml"))
    try host.wait(for: "q3-alignment")
    for _ in 0..<3 { #expect(try program.run("send", "q3", "next").code == 0) }
    let own = try program.screen("join", "q3", "--as", "vp-eng")
    try own.wait(for: "Your dots")
    try own.send("f")
    try own.wait(for: "Feature request")
    try own.send("Half a word")
    try own.wait(for: "Half a word")
    kill(try program.holder(), SIGKILL)
    try own.wait(for: "host lost, restarting, last heard")
    let again = try program.screen("host", "q3")
    try own.wait(for: "the host is back")
    #expect(own.picture.words.contains("Half a word"))
    try own.send(" more\n")
    try own.wait(for: "P2 parked: Half a word more")
    #expect(try program.commands().filter { $0.hasPrefix("request") }.count == 1)
    again.terminate(SIGTERM)
    #expect(try own.waitForExit() == .exited(0))
    _ = host
  }
}
