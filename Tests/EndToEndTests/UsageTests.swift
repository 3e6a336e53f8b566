import TerminalProbe
import TestFixtures
import Testing

@Suite("Wrong usage, help and version")
struct UsageTests {
  @Test(
    "Wrong usage is one line and 64",
    arguments: [
      ["chek"], ["frobnicate", "--help"], ["check"], ["check", "a", "b"], ["check", "--jsn", "a"], ["play", "a"],
      ["play", "a", "b", "--format", "xml"], ["new"], ["new", "x", "--kind", "party"], ["record"], ["journal"],
      ["--nonsense"], ["sessions", "extra"], ["host-process", "x"], ["run"], ["record", "x", "-o"],
      ["sned", "x", "next"],
    ])
  func usage(arguments: [String]) throws {
    let program = try Program()
    let run = try program.shell("\"$parley\" \(arguments.map { "'\($0)'" }.joined(separator: " "))")
    #expect(run.isFault(64), "\(run.errors)")
  }

  @Test("A word that is nearly a command gets a suggestion")
  func near() throws {
    #expect(try Program().run("chek").errors.contains("did you mean `check`?"))
  }

  @Test(
    "Every command has help with an example, and says its version",
    arguments: [
      "demo", "tutor", "new", "check", "run", "resume", "sessions", "play", "record", "journal", "verify", "doctor",
      "themes",
    ])
  func help(command: String) throws {
    let program = try Program()
    for flag in ["-h", "--help"] {
      let run = try program.run(command, flag)
      #expect(run.code == 0 && run.errors.isEmpty)
      #expect(run.output.contains("$ parley \(command)"))
    }
    #expect(try program.run(command, "--version").output.hasPrefix("parley "))
  }

  @Test("The overview lists every command that there is, and none that people do not need")
  func overview() throws {
    let program = try Program()
    let run = try program.run("--help")
    #expect(run.code == 0)
    for command in ["demo", "tutor", "new", "check", "run", "resume", "sessions", "play", "record", "verify", "doctor"]
    {
      #expect(run.output.contains("  \(command) "))
    }
    #expect(!run.output.contains("host-process"))
    #expect(try program.run("help", "play").output.contains("parley play"))
  }

  @Test("parley alone shows the overview, at a terminal and anywhere else")
  func alone() throws {
    let program = try Program()
    let probe = try program.terminal(size: (100, 120))
    try probe.wait(for: "parley demo")
    #expect(try probe.waitForExit() == .exited(0))
    let run = try program.run()
    #expect(run.code == 0 && run.errors.isEmpty && run.output.contains("$ parley demo"))
  }

  @Test("The tutor teaches the keys of the full screen, and says so line by line")
  func plainTutor() throws {
    let run = try Program().run("tutor", "--plain")
    #expect(run.isFault(64))
    #expect(run.errors.contains("the keys of the full screen"))
  }

  @Test("An unreadable file is 66, an unwritable place 73", arguments: ["check", "run"])
  func missing(command: String) throws {
    let program = try Program()
    #expect(try program.run(command, "nothing.yaml").isFault(66))
    #expect(try program.run(command, program.scratch.path).isFault(66))
    #expect(try program.run("new", "no/such/folder/plan.yaml").isFault(73))
  }

  @Test("An argument with control characters cannot reach the terminal")
  func hostileArgument() throws {
    let run = try Program().run("check", "a\u{1B}[31m\nb")
    #expect(run.isFault(66))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test(
    "Without a terminal, a command that needs one says so and leaves nothing behind",
    arguments: ["run", "demo", "tutor", "resume"])
  func noTerminal(command: String) throws {
    let program = try Program()
    _ = try program.playExample()
    let run =
      switch command {
      case "run": try program.run("run", example("saas-q3.yaml"))
      case "resume": try program.run("resume", "q3")
      default: try program.run(command)
      }
    #expect(run.isFault(64))
    #expect(try program.run("sessions").output.split(separator: "\n").count == 1)
  }
}
