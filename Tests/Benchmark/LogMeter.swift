import TerminalProbe

/// How long `parley log WORDS` searches a store of many sessions, files in the cache: a whole run. Only Parley is
/// measured.
struct LogMeter {
  let search: Spread?

  init(_ sandbox: Sandbox, sessions: Int, count: Int) throws {
    try sandbox.move()
    let environment = sandbox.environment
    let parley = sandbox.subject.command[0]
    let script = sandbox.home.write(LogMeter.script, to: "log.script")
    func run(_ arguments: [String]) throws {
      let run = try Run([parley] + arguments, environment: environment, directory: sandbox.home.path, timeout: 600)
      guard run.code == 0 else {
        throw ProbeFailure.ranTooLong(command: [parley] + arguments, seconds: 0, output: "", errors: run.errors)
      }
    }
    for number in 1...sessions {
      let plan = sandbox.home.write(
        BenchPlan.text.replacing(BenchPlan.title, with: "Session \(number)"), to: Subject.planName)
      try run(["play", plan, script, "--store", environment["PARLEY_STORE"] ?? ""])
    }
    var found: [Double] = []
    // The first run warms the caches up and does not count.
    for round in 0...count {
      let began = Recorder.now
      try run(["log", "deployments", "august"])
      if round > 0 { found.append(Recorder.now - began) }
    }
    search = Spread(found)
  }

  /// The result of an hour: dots, remarks, decisions, a condition.
  private static var script: String {
    let decisions = (1...4).map {
      "decide \"Deployments of part \($0) wait until August\" because=\"Every release of part \($0) has failed once\""
    }
    let goal = (1...8).map { "dot p\($0) green condition=\"Person \($0) sees the first figures in August\"" }
    return BenchPlan.script(commands: 120) + (["goto goal:g1"] + goal + decisions).joined(separator: "\n")
      + "\nclose early because=\"The hour is over\"\n"
  }
}
