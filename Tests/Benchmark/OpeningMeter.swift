import TerminalProbe

/// How long a long session takes to open, with its file in the cache: as a whole run of `parley record`, and until
/// `parley resume` shows it. Only Parley is measured.
struct OpeningMeter {
  let record: Spread?
  let resume: Spread?

  init(_ sandbox: Sandbox, events: Int, count: Int) throws {
    try sandbox.move()
    let parley = sandbox.subject.command[0]
    let script = sandbox.home.write(BenchPlan.script(commands: events), to: "long.script")
    let environment = sandbox.environment
    func run(_ arguments: String...) throws -> Double {
      let began = Recorder.now
      let run = try Run(
        [parley] + arguments, environment: environment, directory: sandbox.home.path, timeout: 600)
      guard run.code == 0 else {
        throw ProbeFailure.ranTooLong(command: [parley] + arguments, seconds: 0, output: "", errors: run.errors)
      }
      return Recorder.now - began
    }
    _ = try run("play", Subject.planName, script, "--store", environment["PARLEY_STORE"] ?? "")
    record = try Spread((0..<count).map { _ in try run("record", BenchPlan.session, "--format", "json") })
    resume = try Spread(
      (0..<count).compactMap { _ in
        let recorder = try sandbox.join()
        defer { recorder.end() }
        try recorder.waitUntilWhole(sandbox.subject.ready)
        return StartMeter.moment(of: sandbox.subject.ready, in: recorder).map { $0 - recorder.startedAt }
      })
  }
}
