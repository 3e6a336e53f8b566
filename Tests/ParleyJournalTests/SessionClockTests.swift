import ParleyCore
import Testing

@testable import ParleyJournal

@Suite struct SessionClockTests {
  let last = Sample.start
  let reading = ClockReading(bootID: "a", bootMs: 1_000_000, wallMs: 9_000_000)

  private func passed(_ now: ClockReading, at bootMs: Int64) -> Int64 {
    SessionClock(after: last, reading: reading, now: now).now(bootMs).milliseconds - last.milliseconds
  }

  @Test("A session that opens begins at its own time and runs on evenly")
  func opening() {
    let clock = SessionClock(opening: last, reading: reading)
    #expect(clock.now(1_000_000) == last)
    #expect(clock.now(1_090_500).milliseconds == last.milliseconds + 90_500)
  }

  @Test("After a restart of the host the time in between has passed")
  func hostRestart() {
    #expect(passed(ClockReading(bootID: "a", bootMs: 1_060_000, wallMs: 9_060_000), at: 1_061_000) == 61_000)
  }

  @Test("A change of the wall clock moves nothing", arguments: [Int64(-3_600_000), 3_600_000, 86_400_000_000])
  func wallClock(change: Int64) {
    #expect(passed(ClockReading(bootID: "a", bootMs: 1_060_000, wallMs: 9_060_000 + change), at: 1_060_000) == 60_000)
  }

  @Test("Sleep counts, whatever the wall clock says after it")
  func asleep() {
    #expect(passed(ClockReading(bootID: "a", bootMs: 8_200_000, wallMs: 9_000_001), at: 8_200_000) == 7_200_000)
  }

  @Test("After a restart of the machine the wall clock tells")
  func reboot() {
    #expect(passed(ClockReading(bootID: "b", bootMs: 30_000, wallMs: 9_300_000), at: 31_000) == 301_000)
    #expect(passed(ClockReading(bootID: "b", bootMs: 5_000_000, wallMs: 9_300_000), at: 5_000_000) == 300_000)
  }

  @Test("A machine that does not name its boots goes by the wall clock")
  func namelessBoot() {
    let clock = SessionClock(
      after: last, reading: ClockReading(bootID: "", bootMs: 10, wallMs: 9_000_000),
      now: ClockReading(bootID: "", bootMs: 900_000, wallMs: 9_005_000))
    #expect(clock.now(900_000).milliseconds - last.milliseconds == 5000)
  }

  @Test("Time never runs backwards")
  func backwards() {
    #expect(passed(ClockReading(bootID: "b", bootMs: 30_000, wallMs: 1000), at: 30_000) == 0)
    #expect(passed(ClockReading(bootID: "a", bootMs: 1_060_000, wallMs: 0), at: 1_000_000) == 60_000)
  }

  @Test("A file that tells of impossible times does no harm", arguments: [Int64.min, Int64.max])
  func impossible(time: Int64) {
    let far = ClockReading(bootID: "a", bootMs: time, wallMs: time)
    for now in [ClockReading(bootID: "a", bootMs: 5, wallMs: 5), ClockReading(bootID: "b", bootMs: 5, wallMs: 5)] {
      let clock = SessionClock(after: last, reading: far, now: now)
      #expect(clock.now(5).milliseconds - last.milliseconds >= 0)
      #expect(clock.now(time) >= clock.now(5))
    }
  }

  @Test("A countdown that ran over a restart of the host and a reboot is right")
  func countdown() throws {
    let scratch = Scratch()
    let journal = try scratch.journal(notes: 1)
    journal.close()
    let again = try Journal.open(journal.file, access: .holder)
    _ = try again.entries()
    let (at, reading) = try #require(again.lastClock)
    #expect(at == Sample.start.adding(seconds: 1))
    let rebooted = ClockReading(bootID: "other", bootMs: 400, wallMs: reading.wallMs + 120_000)
    let clock = SessionClock(after: at, reading: reading, now: rebooted)
    #expect(clock.now(1400) == Sample.start.adding(seconds: 1 + 120 + 1))
  }

  @Test("The machine's clocks can be read, and run on")
  func now() {
    let first = ClockReading.now()
    let second = ClockReading.now()
    #expect(first.bootID == second.bootID)
    #expect(first.bootMs > 0)
    #expect(second.bootMs >= first.bootMs)
    #expect(abs(first.localTime.milliseconds - first.wallMs) <= 14 * 3_600_000)
  }
}
