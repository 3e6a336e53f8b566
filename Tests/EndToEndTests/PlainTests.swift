import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("The session line by line")
struct PlainTests {
  /// The whole of a small session, as it is typed.
  private static let lines = """
    help
    next
    next
    where
    next
    dot cs-head green
    dot vp-sales yellow layer=metric note="Forty is a lot"
    confirm
    dot vp-eng abstain
    dot ceo green
    confirm
    no such command
    park "Push notifications for trials" by=vp-sales
    next
    stop

    """

  @Test("From standard input to the record, without an escape", arguments: [["--plain"], []])
  func pipe(flag: [String]) throws {
    let program = try Program()
    let run = try Run(
      [try builtProgram("parley"), "run", example("saas-q3.yaml")] + flag, input: Self.lines,
      environment: program.environment.merging(flag.isEmpty ? ["ACCESSIBLE": "1"] : [:]) { $1 },
      directory: program.scratch.path)
    #expect(run.code == 0)
    #expect(!run.output.utf8.contains(0x1b) && !run.errors.utf8.contains(0x1b) && !run.output.utf8.contains(7))
    #expect(run.errors.contains("is saved; go on with: parley resume"))
    for words in [
      "now: Improve activation rate", "Carla Stein: green on Improve activation rate",
      "refused: ", "Improve activation rate: confirmed", "P2 parked", "now: Reduce monthly churn",
    ] {
      #expect(run.output.contains(words), "\(words)\n\(run.output)")
    }
    #expect(!run.outputIsHeldOpen)
    let record = try members(try program.run("record", "q3", "--format", "json").output)
    let goal = try #require(try list(record, "goals").first)
    #expect(goal["outcome"] as? String == "confirmed")
    #expect(
      goal["dots"] as? [String: String] == [
        "cs-head": "green", "vp-sales": "yellow", "vp-eng": "abstain", "ceo": "green",
      ])
    #expect(try list(record, "parkingLot").map { $0["text"] as? String }.last == "Push notifications for trials")
    #expect(try program.run("verify").code == 0)
  }

  @Test("When the input ends, the session goes on, and the next reader hears where it is")
  func inputEnds() throws {
    let program = try Program()
    let parley = try builtProgram("parley")
    let first = try Run(
      [parley, "run", example("saas-q3.yaml"), "--plain"], input: "next\nnote \"Half a line",
      environment: program.environment,
      directory: program.scratch.path)
    #expect(first.code == 0)
    #expect(try program.run("sessions").output.contains("live at boundary"))
    let second = try Run(
      [parley, "resume", "--plain"], input: "where\nstop\n", environment: program.environment,
      directory: program.scratch.path)
    #expect(second.output.contains("Head count for Q3") || second.output.contains("What is open today"))
    #expect(try program.run("sessions").output.contains("open at boundary"))
  }

  enum Way: CaseIterable { case controlC, terminate, hangUp, quit, endOfInput }

  @Test("A seat whose host has died, and is looked for, can be left at once", arguments: Way.allCases)
  func leftWhileHostIsGone(_ way: Way) throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let seat = try room.program.screen("join", "q3", "--as", "vp-eng", "--plain")
    try seat.wait(until: "the prompt") { $0.rows.contains(">") }
    // Nobody is left who would start the host again.
    try room.press("q", "Leave?")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    kill(try room.program.holder(), SIGKILL)
    try wait(forPromptAfter: "host lost", on: seat)
    try leave(seat, way)
    // The host is looked for sixty seconds long.
    let ending = try seat.waitForExit(timeout: 15)
    switch way {
    case .controlC: #expect(ending == .exited(128 + SIGINT))
    case .terminate: #expect(ending == .exited(128 + SIGTERM))
    case .hangUp: #expect(ending == .exited(128 + SIGHUP))
    case .quit, .endOfInput: #expect(ending == .exited(0))
    }
  }

  /// An Enter in the moment in which the prompt is written again would be held for words.
  private func wait(forPromptAfter news: String, on seat: Probe) throws {
    try seat.wait(until: "the prompt after the news") { picture in
      picture.words.contains(news) && picture.rows.last { !$0.isEmpty } == ">"
    }
  }

  private func leave(_ seat: Probe, _ way: Way) throws {
    switch way {
    case .controlC: try seat.key(.control("c"))
    case .terminate: seat.terminate(SIGTERM)
    case .hangUp: seat.terminate(SIGHUP)
    case .quit: try seat.send("quit\n")
    case .endOfInput: try seat.key(.control("d"))
    }
  }

  @Test("What is typed while the host is looked for is given once it is back, and nothing can be stopped meanwhile")
  func typedWhileHostIsGone() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let seat = try room.program.screen("join", "q3", "--as", "vp-eng", "--plain")
    try seat.wait(until: "the prompt") { $0.rows.contains(">") }
    try room.press("q", "Leave?")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    kill(try room.program.holder(), SIGKILL)
    try wait(forPromptAfter: "host lost", on: seat)
    try seat.send("stop\n")
    try wait(forPromptAfter: "the host is lost: stop when it is back", on: seat)
    try seat.send("dot vp-eng green\n")
    try room.resume()
    try seat.wait(for: "the host is back; nothing was lost")
    try seat.wait(for: "you: green")
    #expect(try room.program.commands().filter { $0.contains("dot") }.count == 1)
    try room.stop()
    #expect(try seat.waitForExit() == .exited(0))
  }

  @Test("On a terminal its settings stay, a lost host is reported, and typed text is kept")
  func onTerminal() throws {
    let program = try Program()
    let screen = try program.screen("run", example("saas-q3.yaml"), environment: ["ACCESSIBLE": "1"])
    try screen.wait(until: "the prompt") { $0.rows.contains(">") }
    #expect(screen.termios?.isByLine == true && screen.termios?.echoes == true)
    kill(try program.holder(), SIGKILL)
    try wait(forPromptAfter: "the host is back; nothing was lost", on: screen)
    try screen.send("next\n")
    try screen.wait(until: "the first step") { $0.words.contains("now: What is open today") }
    try screen.key(.control("c"))
    #expect(try screen.waitForExit() == .exited(128 + SIGINT))
    #expect(screen.leftovers == [])
    #expect(!screen.transcript.contains(0x1b))
    #expect(try program.commands().filter { $0.hasPrefix("next") }.count == 1)
  }

  @Test("News in the middle of a line writes it again; it can still be edited, and is given whole")
  func tornLine() throws {
    let program = try Program()
    let screen = try program.screen("run", example("saas-q3.yaml"), "--plain", size: (100, 30))
    try screen.wait(until: "the prompt") { $0.rows.contains(">") }
    try screen.send("next\nnext\nnext\n")
    try screen.wait(until: "the goal") { $0.words.contains("now: Improve activation rate") && $0.lastRow == ">" }
    try screen.send("park \"Half a tought")
    try screen.wait(until: "the words") { $0.lastRow == "> park \"Half a tought" }
    #expect(try program.run("send", "q3", "dot", "cs-head", "green").code == 0)
    try screen.wait(until: "the line again") {
      $0.words.contains("Carla Stein: green") && $0.lastRow == "> park \"Half a tought"
    }
    try screen.send(bytes: [0x7f, 0x7f, 0x7f, 0x7f, 0x7f])
    try screen.send("hought\" by=ceo")
    try screen.wait(until: "the edited line") { $0.lastRow == "> park \"Half a thought\" by=ceo" }
    try screen.send("\n")
    try screen.wait(for: "P2 parked: Half a thought")
    #expect(screen.termios?.isByLine == true && screen.termios?.echoes == true)
    try screen.key(.control("z"))
    _ = try screen.waitForStop()
    screen.foreground()
    try screen.wait(until: "the prompt again") { $0.lastRow == ">" }
    try screen.send("stop\n")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(screen.leftovers == [] && !screen.transcript.contains(0x1b))
  }

  /// A seat of somebody's own, line by line, at which their ballot is open.
  private func beginBallot(in room: SessionRoom) throws -> Probe {
    try room.see("Silent vote")
    let seat = try room.program.screen("join", "q3", "--as", "vp-eng", "--plain")
    try seat.wait(until: "the prompt") { $0.rows.contains(">") }
    try seat.send("v\n")
    try seat.wait(for: "ballot, not shown>")
    return seat
  }

  @Test("A ballot that is typed at a terminal is nowhere in what the terminal was sent")
  func unseenBallot() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal + "vote open\n")
    let seat = try beginBallot(in: room)
    #expect(seat.termios?.echoes == false)
    let before = seat.bytesOut
    try seat.send("2 3 3\n")
    try seat.wait(for: "cast it?>")
    try seat.send("\n")
    try seat.wait(until: "the prompt") { $0.words.contains("you have voted") && $0.lastRow == ">" }
    #expect(!String(decoding: seat.transcript.dropFirst(before), as: UTF8.self).contains("2 3"))
    #expect(seat.termios?.echoes == true)
    try seat.key(.control("c"))
    #expect(try seat.waitForExit() == .exited(128 + SIGINT))
    #expect(seat.leftovers == [])
  }

  @Test("A ballot that is being typed when the vote is taken back is shown to nobody, and is no command")
  func unfinishedBallot() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal + "vote open\n")
    let seat = try beginBallot(in: room)
    let before = seat.bytesOut
    try seat.send("2 3 3")
    #expect(try room.program.run("send", "q3", "vote", "cancel").code == 0)
    try seat.wait(until: "the prompt") { $0.lastRow == ">" }
    #expect(seat.termios?.echoes == true)
    try seat.send("\nwhere\n")
    try seat.wait(for: "Improve activation rate")
    #expect(!String(decoding: seat.transcript.dropFirst(before), as: UTF8.self).contains("2 3"))
    #expect(try room.program.commands().last == "vote cancel")
  }
}

extension Picture {
  /// The last row with something on it.
  fileprivate var lastRow: String { rows.last { !$0.isEmpty } ?? "" }
}
