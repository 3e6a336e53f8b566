import ParleyJournal

/// The machine that a simulated host runs on, as far as its clocks go: they move only when they are told to.
final class SimulatedMachine {
  private(set) var reading: ClockReading
  private var boots = 1

  init(upForMs: Int64 = 1_000_000) {
    reading = ClockReading(bootID: "boot-1", bootMs: upForMs, wallMs: 1_814_191_200_000)
  }

  /// Time passes; asleep or awake is the same to CLOCK_BOOTTIME.
  func pass(milliseconds: Int64) {
    reading.bootMs += milliseconds
    reading.wallMs += milliseconds
  }

  /// Someone sets the wall clock.
  func setWall(by milliseconds: Int64) { reading.wallMs += milliseconds }

  /// It goes down and comes up again, a minute later by the wall clock.
  func restart() {
    boots += 1
    reading.bootID = "boot-\(boots)"
    reading.bootMs = 5000
    reading.wallMs += 60_000
  }
}
