import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("A screen in a real shell, whose processes are killed, stopped and hung up from outside")
struct CaretakerTests {
  /// One of the two processes at the terminal, or both.
  enum Target: CaseIterable { case caretaker, worker, group }

  @Test("After kill -9 the shell has its terminal as before, and 137; the session goes on", arguments: ["bash", "sh"])
  func killed(_ name: String) throws {
    let shell = try ShellRoom(name)
    try shell.runPlan()
    // Words that are half typed are not the shell's, and a form shows the cursor.
    try shell.screen.send("oecho half a sen")
    try shell.screen.wait(for: "echo half a sen")
    try shell.signal(.worker, SIGKILL)
    try shell.isBack()
    #expect(shell.screen.picture.words.contains("this terminal was killed; the session goes on: parley resume"))
    #expect(!shell.screen.picture.contains("In the room"))
    try shell.hasEnded(128 + SIGKILL)
    try shell.command("parley resume", "In the room")
    try shell.screen.send("o")
    try shell.screen.wait(for: "echo half a sen")
    try shell.screen.key(.escape)
    try shell.screen.wait(untilGone: "echo half a sen")
    try shell.stopSession()
    try shell.hasEnded(0)
  }

  @Test("The same in a replay, a rehearsal and the demonstration, each with what is true of it")
  func killedElsewhere() throws {
    let shell = try ShellRoom("sh")
    #expect(try shell.program.playExample().code == 0)
    try shell.command("parley demo", "Riders who stay")
    try shell.signal(.worker, SIGKILL)
    try shell.isBack()
    try shell.screen.wait(for: "this terminal was killed; nothing of the demonstration is kept")
    try shell.command("clear; parley replay q3", "REPLAY")
    try shell.signal(.worker, SIGKILL)
    try shell.isBack()
    try shell.screen.wait(for: "nothing is lost: parley replay shows it again")
    try shell.command("clear; parley rehearse --case sunset", "Support Agent")
    try shell.signal(.worker, SIGKILL)
    try shell.isBack()
    try shell.screen.wait(for: "the rehearsal ended with it")
  }

  @Test("A death by another signal is passed on as that signal", arguments: [SIGUSR1, SIGALRM, SIGSYS, SIGKILL])
  func otherDeath(_ signal: Int32) throws {
    let room = try SessionRoom()
    room.screen.terminateWorker(signal)
    #expect(try room.screen.waitForExit() == .signalled(signal))
    #expect(room.screen.leftovers == [])
    #expect(room.screen.picture.words.contains("this terminal was killed; the session goes on"))
    #expect(room.screen.titlesAreBalanced)
  }

  @Test(
    "A signal that ends a program ends both, with one code, whichever of them it reaches",
    arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT], Target.allCases)
  func ended(_ signal: Int32, _ target: Target) throws {
    let room = try SessionRoom()
    let worker = room.screen.workerID
    #expect(worker != room.screen.processID)
    kill(target.process(room.screen.processID), signal)
    #expect(try room.screen.waitForExit() == .exited(128 + signal))
    #expect(room.screen.leftovers == [])
    #expect(room.screen.titlesAreBalanced)
    #expect(kill(worker, 0) != 0, "nobody has waited for it")
    #expect(try room.program.run("sessions").output.contains("live at lobby"))
  }

  @Test("When the caretaker is killed, the screen leaves as on a hang-up, and the session goes on")
  func caretakerKilled() throws {
    let room = try SessionRoom()
    let worker = room.screen.workerID
    kill(room.screen.processID, SIGKILL)
    #expect(try room.screen.waitForExit() == .signalled(SIGKILL))
    let end = ContinuousClock.now + .seconds(patience)
    while !room.screen.leftovers.isEmpty, ContinuousClock.now < end { _ = room.screen.listen(seconds: 0.02) }
    #expect(room.screen.leftovers == [])
    #expect(room.screen.titlesAreBalanced)
    // What has ended has no command line left, whether it was taken note of or not.
    while try !room.program.shell("cat /proc/\(worker)/cmdline").output.isEmpty {
      try #require(ContinuousClock.now < end, "it works on")
    }
    #expect(try room.program.run("sessions").output.contains("live at lobby"))
    try room.resume()
    try room.see("In the room")
    try room.stop()
  }

  @Test(
    "Stopped from outside, the job is stopped for the shell; fg draws the session again, and its keys work",
    arguments: [SIGTSTP, SIGSTOP], Target.allCases)
  func stopped(_ signal: Int32, _ target: Target) throws {
    let shell = try ShellRoom("bash")
    try shell.runPlan()
    try shell.signal(target, signal)
    try shell.screen.wait(for: "Stopped")
    if signal == SIGTSTP { try shell.isBack() }
    try shell.goOn()
  }

  @Test("Ctrl-Z gives the shell its terminal; bg does not paint over it; fg draws the session again, many times")
  func controlZ() throws {
    let shell = try ShellRoom("bash")
    try shell.runPlan()
    for round in 0..<5 {
      try shell.screen.key(.control("z"))
      try shell.screen.wait(until: "the shell") { !$0.isAlternate && $0.contains("Stopped") }
      try shell.isBack()
      if round == 1 {
        try shell.command("clear; bg; until jobs | grep Stopped; do :; done", "Stopped")
        try shell.isBack()
      }
      try shell.goOn()
    }
    try shell.stopSession()
    try shell.hasEnded(0)
  }

  @Test("A screen that is killed while it is stopped leaves the shell alone")
  func killedWhileStopped() throws {
    let shell = try ShellRoom("bash")
    try shell.runPlan()
    let (job, worker) = try shell.processes()
    try shell.screen.key(.control("z"))
    try shell.screen.wait(until: "the shell") { !$0.isAlternate && $0.contains("Stopped") }
    kill(worker, SIGKILL)
    try shell.command("clear; echo still here", "still here")
    let before = shell.screen.transcript.count
    try shell.screen.send("fg\n")
    try shell.screen.wait(until: "the job to end") { _ in kill(job, 0) != 0 }
    // What is typed before the prompt stands is echoed above it.
    try shell.isBack()
    try shell.hasEnded(128 + SIGKILL)
    #expect(!String(decoding: shell.screen.transcript.dropFirst(before), as: UTF8.self).contains("\u{1b}[?1049l"))
    try shell.isBack()
  }

  @Test("A stopped worker that is continued from outside works on where no shell could continue its caretaker")
  func withoutShell() throws {
    let program = try Program()
    // The program leads the session of its terminal, as in a window that runs nothing else.
    let recorder = try Recorder(
      command: [try builtProgram("parley"), "run", example("saas-q3.yaml")], environment: program.environment,
      directory: program.scratch.path)
    try recorder.wait(for: "In the room")
    let screen = recorder.workerID
    #expect(screen != recorder.processID)
    kill(screen, SIGSTOP)
    recorder.listen(100)
    kill(screen, SIGCONT)
    recorder.send(Array("n".utf8))
    try recorder.wait(for: "Head count for Q3")
    recorder.send(Array("q".utf8))
    try recorder.wait(for: "Leave?")
    recorder.send(Array("s".utf8))
    try recorder.wait(for: "is saved; go on with")
    var status: Int32 = -1
    #expect(waitpid(recorder.processID, &status, 0) == recorder.processID && status == 0)
  }

  @Test("Without a terminal, line by line, and for a command that shows no session, nobody is left behind")
  func noCaretaker() throws {
    let program = try Program()
    let plain = try program.screen("run", example("saas-q3.yaml"), "--plain")
    try plain.wait(until: "the prompt") { $0.rows.contains(">") }
    #expect(plain.workerID == plain.processID)
    try plain.send("stop\n")
    #expect(try plain.waitForExit() == .exited(0))
    let missing = try program.screen("resume", "nothing-of-that-name")
    #expect(try missing.waitForExit() == .exited(66))
    #expect(missing.leftovers == [])
  }

  @Test("The caretaker keeps less than a megabyte to itself, however long the screen works, and sleeps meanwhile")
  func memory() throws {
    let room = try SessionRoom()
    let before = try Caretaker(room.screen.processID)
    #expect(before.descriptors == ["0", "1", "2"])
    try room.press("n", "Head count for Q3")
    for round in 0..<20 { try room.press("oRound \(round)\n", "noted: Round \(round)") }
    let after = try Caretaker(room.screen.processID)
    #expect(after.ownKilobytes < 1000)
    #expect(after.wakeUps == before.wakeUps)
    try room.stop()
  }
}

extension CaretakerTests.Target {
  /// The process, or the negative group, of the job that this process leads.
  fileprivate func process(_ job: pid_t) -> pid_t {
    switch self {
    case .caretaker: job
    case .worker: TerminalProbe.worker(of: job)
    case .group: -job
    }
  }
}

/// What the kernel says about a caretaker.
private struct Caretaker {
  let ownKilobytes: Int
  let wakeUps: Int
  let descriptors: [String]

  init(_ pid: pid_t) throws {
    let run = try Run(["sh", "-c", "cat /proc/\(pid)/smaps_rollup /proc/\(pid)/status"])
    ownKilobytes = Caretaker.sum(of: ["Private_Clean", "Private_Dirty"], in: run.output)
    wakeUps = Caretaker.sum(of: ["voluntary_ctxt_switches"], in: run.output)
    descriptors = try Run(["ls", "/proc/\(pid)/fd"]).output.split(separator: "\n").map(String.init)
    #expect(run.code == 0 && ownKilobytes > 0)
  }

  private static func sum(of names: [String], in text: String) -> Int {
    text.split(separator: "\n").reduce(0) { sum, line in
      let words = line.split(whereSeparator: \.isWhitespace)
      return names.contains { words.first == $0 + ":" } ? sum + (Int(words[1]) ?? 0) : sum
    }
  }
}

/// A real shell in a terminal, with the program in its PATH as `parley`.
final class ShellRoom {
  let program: Program
  let screen: Probe
  private let leftoversBefore: [String]

  init(_ name: String) throws {
    program = try Program()
    let folder = program.scratch.path("bin")
    #expect(try program.shell("mkdir bin && ln -s $parley bin/parley").code == 0)
    // The line editor would change the settings at each prompt.
    let options = name == "bash" ? ["--norc", "--noprofile", "--noediting"] : []
    screen = try Probe(
      command: [name] + options + ["-i"],
      environment: program.environment.merging(["PS1": "ready> ", "PATH": "\(folder):/usr/bin:/bin"]) { $1 },
      size: (100, 30), directory: program.scratch.path)
    try screen.wait(for: "ready>")
    leftoversBefore = screen.leftovers
  }

  func command(_ line: String, _ words: String) throws {
    try screen.send(line + "\n")
    try screen.wait(until: words) { $0.words.contains(words) && !$0.words.contains(line) }
  }

  /// Up to the lobby. Once a key has been answered, so has the program what it asks of its terminal: a shell that gets
  /// hold of the terminal before that would take the answer for keys.
  func runPlan() throws {
    try command("parley run \(example("saas-q3.yaml"))", "In the room")
    try screen.send("?")
    try screen.wait(for: "Enter does it")
    try screen.key(.escape)
    try screen.wait(untilGone: "Enter does it")
  }

  /// The job in the foreground, and the process in it that works.
  func processes() throws -> (job: pid_t, worker: pid_t) {
    let job = try #require(children(of: screen.processID).first)
    #expect(worker(of: job) != job)
    return (job, worker(of: job))
  }

  func signal(_ target: CaretakerTests.Target, _ signal: Int32) throws {
    #expect(kill(target.process(try processes().job), signal) == 0)
  }

  /// The shell asks for the next command, in the terminal as it was.
  func isBack() throws {
    try screen.wait(until: "an empty prompt") { picture in
      picture.rows.map { $0.filter { $0 != " " } }.last { !$0.isEmpty } == "ready>"
    }
    #expect(screen.leftovers == leftoversBefore)
    #expect(screen.titlesAreBalanced)
  }

  /// The last job's status, asked for with words that must be echoed.
  func hasEnded(_ status: Int32) throws {
    try screen.send("echo status $?\n")
    try screen.wait(for: "ready> echo status $?")
    try screen.wait(for: "status \(status)")
  }

  /// Brings the job back, and does something in it.
  func goOn() throws {
    try screen.send("fg\n")
    try screen.wait(until: "the session") { $0.isAlternate && $0.words.contains("In the room") }
    try screen.send("o")
    try screen.wait(for: "Esc closes")
    try screen.key(.escape)
    try screen.wait(untilGone: "Esc closes")
  }

  func stopSession() throws {
    try screen.send("q")
    try screen.wait(for: "Leave?")
    try screen.send("s")
    try screen.wait(for: "is saved; go on with")
    try isBack()
  }
}

extension Probe {
  /// Whether each window title that was put aside has been taken back.
  fileprivate var titlesAreBalanced: Bool {
    let text = String(decoding: transcript, as: UTF8.self)
    return text.matches(of: /\e\[22;2t/).count == text.matches(of: /\e\[23;2t/).count
  }
}

extension Recorder {
  /// Reads on until these words are on the screen.
  fileprivate func wait(for words: String) throws {
    let end = Recorder.now + patience * 1000
    while !picture.words.contains(words) {
      try #require(Recorder.now < end, "waited in vain for \(words):\n\(picture)")
      read(within: 100)
    }
  }
}
