import TerminalProbe

/// The sandbox of a program under test. Every start has a home of its own, with the plan in it and an empty store, so
/// that none finds the remains of another.
final class Sandbox {
  let subject: Subject
  /// The home of the program started last.
  private(set) var home: Scratch

  init(_ subject: Subject) throws {
    self.subject = subject
    home = try Scratch()
    settleIn()
  }

  /// Moves to a new home.
  func move() throws {
    home = try Scratch()
    settleIn()
  }

  private func settleIn() { home.write(BenchPlan.text, to: Subject.planName) }

  var environment: [String: String] {
    [
      "PARLEY_STORE": home.path("store"), "TMPDIR": home.path, "XDG_CONFIG_HOME": home.path("config"),
      "XDG_DATA_HOME": home.path("data"), "SHELL": "/bin/sh",
    ]
  }

  /// The program in a terminal, just started, in a new home.
  func start() throws -> Recorder {
    try move()
    return try open(subject.command)
  }

  /// Another terminal that shows the same as the last one; for programs that cannot do this, a new start.
  func join() throws -> Recorder { try subject.joining.map(open) ?? start() }

  private func open(_ command: [String]) throws -> Recorder {
    try Recorder(
      command: command, environment: environment, size: (Sandbox.columns, Sandbox.rows), directory: home.path)
  }

  /// The program, started and fully on the screen, at a point where its keys mean something.
  func led() throws -> Recorder {
    let recorder = try start()
    try recorder.waitUntilWhole(subject.ready)
    for press in subject.lead { recorder.press(press) }
    recorder.listen(Sandbox.settling)
    return recorder
  }

  static let columns = 80
  static let rows = 24
  /// Milliseconds between the first screen and measuring.
  static let settling = 1300.0
  /// Milliseconds of silence that end an answer.
  static let quiet = 30.0
}

extension Recorder {
  /// Reads until the screen shows the text and is quiet.
  func waitUntilWhole(_ text: String) throws {
    let end = Recorder.now + 10_000
    while Recorder.now < end && !isAtEnd {
      listenUntilQuiet(Sandbox.quiet, limit: 250)
      if picture.contains(text) { return }
    }
    throw ProbeFailure.timedOut(waitingFor: "\"\(text)\"", seconds: 10, picture)
  }

  func press(_ press: Subject.Press) {
    send(bytes(of: press))
    listenUntilQuiet(50, limit: 1000)
  }

  func bytes(of press: Subject.Press) -> [UInt8] {
    switch press {
    case .text(let text): Array(text.utf8)
    case .key(let key): bytes(of: key)
    }
  }

  /// Ends the program and all that it has started.
  func end() {
    hangUp()
    ProcessTree.endAll()
  }
}
