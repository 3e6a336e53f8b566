import ParleyCore
import TestFixtures
import Testing

@Suite("A simulated session: a host, ten terminals, a disk that fails, clocks that jump")
struct SimulationTests {
  /// One seed where PARLEY_SEED names it; else as many as there are time for.
  static let seeds = Sweep.seed.map { $0...$0 } ?? 1...(UInt64(Sweep.runs(24, whole: 500)))

  @Test("keeps its laws after every step", .tags(.slow), arguments: seeds)
  func laws(seed: UInt64) throws {
    let simulation = try Simulation(seed: seed)
    try simulation.run(steps: 120)
    if Sweep.seed != nil { print(simulation.trace.joined(separator: "\n")) }
  }

  @Test("is all of its seed: the same one gives the same entries again")
  func isItsSeed() throws {
    for seed: UInt64 in [3, 14] {
      let runs = try (0..<2).map { _ in
        let simulation = try Simulation(seed: seed)
        try simulation.run(steps: 80)
        return simulation
      }
      #expect(runs[0].trace == runs[1].trace)
      #expect(runs[0].entries.map(\.line) == runs[1].entries.map(\.line))
      #expect(runs[0].entries.map(\.at) == runs[1].entries.map(\.at))
    }
  }

  @Test("reaches what it is there for: failures, hosts that die, and nearly every event")
  func reach() throws {
    var reached = Simulation.Reach()
    for seed: UInt64 in 1...34 {
      let simulation = try Simulation(seed: seed)
      try simulation.run(steps: 120, isHeld: false)
      let one = simulation.reached
      reached.acknowledged += one.acknowledged
      reached.failures += one.failures
      reached.crashes += one.crashes
      reached.lost += one.lost
      reached.midway += one.midway
      reached.events.formUnion(one.events)
    }
    #expect(reached.acknowledged > 1000 && reached.failures > 20 && reached.crashes > 20 && reached.lost > 20)
    #expect(reached.midway > 10)
    let wanted: Set = [
      "undone", "redone", "vote-revealed", "vote-cancelled", "ballot-cast", "conflict-ended", "goal-settled",
      "goal-reopened",
      "goal-adjusted", "goal-proposed", "traded-off", "served", "withdrawn", "left", "arrived", "paused", "resumed",
      "kind-changed", "acknowledged", "closed", "commented", "answer-kept", "reason-given", "assumed", "result-given",
    ]
    #expect(reached.events.isSuperset(of: wanted), "\(wanted.subtracting(reached.events)) missing")
  }
}
