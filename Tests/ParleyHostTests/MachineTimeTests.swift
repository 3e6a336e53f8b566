import ParleyCore
import ParleyHost
import ParleyJournal
import Testing

/// The machine's clocks, as a test sets them.
private final class Clocks {
  var reading: ClockReading
  init(_ reading: ClockReading) { self.reading = reading }
  func pass(_ ms: Int64) {
    reading.bootMs += ms
    reading.wallMs += ms
  }
}

@Suite("The session's time")
struct MachineTimeTests {
  private let clocks = Clocks(Table.reading)
  private let hour: Int64 = 3_600_000

  private func time() -> MachineTime {
    MachineTime(after: Table.at, reading: Table.reading) { [clocks] in clocks.reading }
  }

  private func seconds(_ time: MachineTime) -> Int { time.now.at.seconds(since: Table.at) }

  @Test("passes as the machine's does, asleep or awake")
  func passes() {
    let time = time()
    clocks.pass(90_000)
    #expect(seconds(time) == 90)
    #expect(time.now.boottimeMs == Table.reading.bootMs + 90_000)
  }

  @Test("is not moved by a change of the wall clock", arguments: [-1, 1] as [Int64])
  func wallClock(sign: Int64) {
    let time = time()
    clocks.pass(60_000)
    clocks.reading.wallMs += sign * hour
    #expect(seconds(time) == 60)
    #expect(seconds(self.time()) == 60)
  }

  @Test("goes on through the time in which there was no host")
  func nextHost() {
    clocks.pass(600_000)
    let time = time()
    clocks.pass(1000)
    #expect(seconds(time) == 601)
  }

  @Test("goes on through a restart of the machine, by the wall clock")
  func restart() {
    clocks.reading = ClockReading(bootID: "next boot", bootMs: 5000, wallMs: Table.reading.wallMs + 300_000)
    let time = time()
    #expect(seconds(time) == 300)
    clocks.pass(10_000)
    #expect(seconds(time) == 310)
  }

  @Test("never runs backwards, even when the machine comes up with its clock behind")
  func behind() {
    clocks.reading = ClockReading(bootID: "next boot", bootMs: 5000, wallMs: Table.reading.wallMs - hour)
    let time = time()
    #expect(seconds(time) == 0)
    clocks.pass(2000)
    #expect(seconds(time) == 2)
  }
}
