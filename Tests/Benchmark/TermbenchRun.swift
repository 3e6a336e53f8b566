import ParleyCore
import TerminalProbe

/// A second opinion: termbench.py measures the same programs with the same keys, and prints its own table.
struct TermbenchRun {
  let script: String
  let samples: Samples

  func run(_ subjects: [Subject]) throws {
    let scratch = try Scratch()
    let plan = scratch.write(BenchPlan.text, to: Subject.planName)
    let profiles = JSON.object(subjects.map { .init($0.name, profile($0, plan: plan, temporary: scratch.path)) })
    let file = scratch.write(profiles.pretty, to: "profiles.json")
    let command =
      [
        "python3", script, "compare", "--rounds", "1", "-q", "-P", file, "--runs", "\(samples.starts)", "--nkeys",
        "\(samples.keys)", "--idle", samples.seconds.shown(0),
      ] + subjects.map(\.name)
    let run = try Run(command, directory: scratch.path, timeout: 1800)
    print("\n" + run.output + run.errors)
  }

  private func profile(_ subject: Subject, plan: String, temporary: String) -> JSON {
    let command = subject.command.map { $0 == Subject.planName ? plan : $0 }
    let store = subject.pause == nil ? [] : ["--store", "{home}/store"]
    return .object([
      .init("cmd", JSON(command + store)), .init("ready", .string(pattern(subject.ready))),
      .init("prekeys", .string(keys(subject.lead))), .init("keys", .string(keys(subject.keys))),
      .init("env", ["TMPDIR": .string(temporary)]),
    ])
  }

  private func pattern(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1.isLetter || $1.isNumber || $1 == " " ? String($1) : "\\\($1)" }
  }

  private func keys(_ presses: [Subject.Press]) -> String {
    presses.map { press in
      switch press {
      case .text(let text): text
      case .key(.up): "<Up>"
      case .key(.down): "<Down>"
      case .key(let key): "<\(key)>"
      }
    }.joined()
  }
}
