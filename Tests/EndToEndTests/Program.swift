import Foundation
import TerminalProbe
import TestFixtures
import Testing

/// The built program, with a home and a store of its own.
final class Program {
  let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = try builtProgram("parley")
  }

  /// Hosts that a failed test left alive end with it.
  deinit { _ = try? shell("for lock in store/*.lock; do kill $(head -n 1 $lock); done") }

  var store: String { scratch.path("store") }

  var environment: [String: String] { ["PARLEY_STORE": store, "TMPDIR": scratch.path] }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(all: arguments, environment: environment)
  }

  /// The same, with the arguments as a list.
  func run(all arguments: [String], environment: [String: String] = [:]) throws -> Run {
    try Run([path] + arguments, environment: self.environment.merging(environment) { $1 }, directory: scratch.path)
  }

  /// A shell command with the program as `$parley`.
  func shell(_ script: String) throws -> Run {
    try Run(["sh", "-c", script], environment: environment.merging(["parley": path]) { $1 }, directory: scratch.path)
  }

  func terminal(_ arguments: String..., size: (columns: Int, rows: Int) = (100, 30)) throws -> Probe {
    try Probe(command: [path] + arguments, environment: environment, size: size, directory: scratch.path)
  }

  /// Plays the example session into the store.
  func playExample() throws -> Run {
    try run("play", example("saas-q3.yaml"), example("saas-q3.script"), "--store", store)
  }
}

/// The members of a JSON object.
func members(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

func list(_ object: [String: Any], _ key: String) throws -> [[String: Any]] {
  try #require(object[key] as? [[String: Any]])
}

extension Run {
  /// Whether it ended with this code, nothing on standard output, and one line `parley: WHERE: WHAT — WHAT TO DO`.
  func isFault(_ code: Int32) -> Bool {
    self.code == code && output.isEmpty && errors.hasPrefix("parley: ") && errors.hasSuffix("\n")
      && errors.dropLast().allSatisfy { $0 != "\n" } && errors.contains(" — ")
      && errors.dropFirst(8).contains(": ")
  }
}
