import ArgumentParser
import CVterm
import Glibc
import TerminalProbe

/// Measures Parley beside other full-screen programs, in one run, from outside: through a pseudo-terminal and /proc.
@main
struct ParleyBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley-bench",
    abstract: "Measures parley beside vim and htop, and says what is over its budget.",
    discussion: """
      Judge the ratios rather than the milliseconds: other work on the machine counts in all columns. “bare” is the \
      least that a kept command costs here: two processes that hand one key over a socket and to the disk, and nothing \
      else. The quantities:

      \(Quantities.explanation)
      """)

  @Option(help: "The program to measure (default: the parley built beside this one).")
  var parley: String?

  @Option(help: "Also write the figures to this file, as JSON.")
  var json: String?

  @Flag(help: "Few samples and short windows: a look, not a verdict.")
  var quick = false

  @Option(help: "Only these, with commas between: start, quiet, keys, fan-out, resize, opening, log.")
  var stages = Stage.allCases.map(\.rawValue).joined(separator: ",")

  @Option(help: "Only these programs, with commas between.")
  var programs = "parley,vim,htop,bare"

  @Option(help: "A termbench.py to run on the same programs afterwards.")
  var termbench: String?

  @Option(help: "Who besieges the facilitator: screens (50 real ones), readers (50 lines that only read) or nobody.")
  var crowd = Crowd.screens

  @Flag(inversion: .prefixedNo, help: "Whether one more floods the host meanwhile.")
  var flood = true

  @Option(help: .hidden)
  var audience: String?

  @Option(help: .hidden)
  var readers: String?

  @Option(help: .hidden)
  var attack: String?

  @Option(help: .hidden)
  var baseline: String?

  @Option(help: .hidden)
  var disk: String?

  func run() throws {
    if let audience { try Audience.sit(audience) }
    if let readers { try Audience.listen(on: readers) }
    if let attack { Attack.run(on: attack) }
    if let baseline { try Baseline.terminal(disk: [realPath("/proc/self/exe"), "--disk", baseline]) }
    if let disk { try Baseline.disk(file: disk) }
    _ = parley_adopt_orphans()
    let samples = quick ? Samples.few : .many
    let program = try realPath(parley ?? builtProgram("parley"))
    let subjects = try [Subject.parley(program), .vim(), .htop(), .bare(realPath("/proc/self/exe"))].filter {
      programs.split(separator: ",").contains(Substring($0.name)) && isInstalled($0)
    }
    let load = MachineLoad()
    let rows = try Measuring(
      stages: wantedStages, samples: samples, load: LoadScenario(crowd: crowd, floods: flood), announce: announce
    ).rows(of: subjects)
    let report = Report(
      rows: rows, programs: subjects.map(\.name), samples: samples, foreignLoad: load.foreignPercent)
    announce("")
    print(report.table)
    if let json { try report.json.write(toFile: json) }
    if let termbench { try TermbenchRun(script: termbench, samples: samples).run(subjects) }
  }

  private var wantedStages: Set<Stage> {
    get throws {
      try Set(
        stages.split(separator: ",").map { word in
          guard let stage = Stage(rawValue: String(word)) else {
            throw ValidationError("there is no stage “\(word)”")
          }
          return stage
        })
    }
  }

  private func realPath(_ path: String) throws -> String {
    guard let real = realpath(path, nil) else { throw ValidationError("\(path): there is no such program") }
    defer { free(real) }
    return String(cString: real)
  }

  private func isInstalled(_ subject: Subject) -> Bool {
    let found = (try? Run(["sh", "-c", "command -v \"$0\"", subject.command[0]]).code) == 0
    if !found { print("\(subject.name) is not installed: left out") }
    return found
  }

  /// Shows the current measurement when a person waits for it.
  private func announce(_ what: String) {
    if isatty(STDERR_FILENO) == 1 {
      let line = Array("\r\u{1B}[K\(what)".utf8)
      _ = write(STDERR_FILENO, line, line.count)
    }
  }
}

/// The stages of measuring; all of them unless the command line says otherwise.
enum Stage: String, CaseIterable {
  case start, quiet, keys
  case fanOut = "fan-out"
  case resize, opening, log
}

/// The number of samples for each stage.
struct Samples {
  let starts: Int
  let keys: Int
  let seconds: Double
  let events: Int
  let openings: Int
  let sessions: Int

  static let many = Samples(starts: 20, keys: 200, seconds: 10, events: 100_000, openings: 5, sessions: 500)
  static let few = Samples(starts: 5, keys: 40, seconds: 3, events: 10_000, openings: 2, sessions: 50)
}
