import Glibc
import TerminalProbe
import Testing

@testable import ParleyHost

@Suite("Random faults")
struct FaultRunTests {
  /// The number of runs. PARLEY_FAULT_RUNS asks for more, such as 200 before a release.
  static let runs = getenv("PARLEY_FAULT_RUNS").flatMap { Int(String(cString: $0)) } ?? 40

  @Test(
    "killed, stopped, cut off, with a full disk: acknowledged commands are kept once, and everyone matches a replay",
    arguments: 1...runs)
  func run(seed: Int) throws {
    let run = try FaultRun(seed: UInt64(seed), executable: builtProgram("parley"))
    try run.run(steps: 30)
  }
}
