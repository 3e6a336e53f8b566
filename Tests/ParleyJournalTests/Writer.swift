import Foundation
import TerminalProbe

/// The `journal-writer` of this package, as a process that can be killed.
final class Writer {
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()
  private var pending: [UInt8] = []

  /// - Parameter faults: what its disk and its clock do to it (see CFaults.h).
  init(_ arguments: [String], faults: [String: String] = [:]) throws {
    if !faults.isEmpty {
      let library = ["LD_PRELOAD": try builtProgram("libparley-faults.so")]
      process.environment = ProcessInfo.processInfo.environment.merging(library) { $1 }.merging(faults) { $1 }
    }
    process.executableURL = URL(fileURLWithPath: Writer.program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardInput = input
    try process.run()
  }

  /// The build puts it beside the program that runs the tests.
  private static let program: String = {
    let runner = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return runner.deletingLastPathComponent().appendingPathComponent("journal-writer").path
  }()

  var pid: Int32 { process.processIdentifier }

  /// Its next line of output; nil when it has ended.
  func nextLine() -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      pending += more
    }
  }

  /// Kills it at once, and returns its output so far.
  @discardableResult
  func kill() -> [String] {
    Foundation.kill(pid, SIGKILL)
    return rest()
  }

  /// Lets it end, and returns its output until then.
  @discardableResult
  func rest() -> [String] {
    var lines: [String] = []
    while let line = nextLine() { lines.append(line) }
    process.waitUntilExit()
    return lines
  }

  var status: Int32 { process.terminationStatus }
}
