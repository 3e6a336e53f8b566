import TerminalProbe

/// How long a long session takes to open, with its file in the cache: as a whole run of `parley record`, and until
/// `parley resume` shows it. Parley alone is asked.
struct OpeningMeter {
  let record: Spread?
  let resume: Spread?

  init(_ stand: Stand, events: Int, count: Int) throws {
    try stand.move()
    let parley = stand.subject.command[0]
    let script = stand.home.write(BenchPlan.script(commands: events), to: "long.script")
    let environment = stand.environment
    func run(_ arguments: String...) throws -> Double {
      let began = Recorder.now
      let run = try Run(
        [parley] + arguments, environment: environment, directory: stand.home.path, timeout: 600)
      guard run.code == 0 else {
        throw ProbeFailure.ranTooLong(command: [parley] + arguments, seconds: 0, output: "", errors: run.errors)
      }
      return Recorder.now - began
    }
    _ = try run("play", Subject.planName, script, "--store", environment["PARLEY_STORE"] ?? "")
    record = try Spread((0..<count).map { _ in try run("record", BenchPlan.session, "--format", "json") })
    resume = try Spread(
      (0..<count).compactMap { _ in
        let recorder = try stand.join()
        defer { recorder.end() }
        try recorder.waitUntilWhole(stand.subject.ready)
        return StartMeter.whole(recorder, stand.subject.ready).map { $0 - recorder.startedAt }
      })
  }
}
