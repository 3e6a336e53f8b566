import TerminalProbe
import TestFixtures
import Testing

@testable import ParleyHost

@Suite("Random faults")
struct FaultRunTests {
  /// What needs no process of its own is simulated in `SimulationTests`, a hundred times as often.
  static let runs = Sweep.runs(16, whole: 200)

  @Test(
    """
    killed, stopped, cut off, with a full disk and a clock that jumps, one upon another: acknowledged commands are kept \
    once, the time is right, and everyone matches a replay
    """,
    .tags(.slow), arguments: 1...runs)
  func run(seed: Int) throws {
    let run = try FaultRun(seed: UInt64(seed), executable: builtProgram("parley"))
    try run.run(steps: 30)
  }
}
