import ParleyCore
import Testing

@Suite("The clock of a rehearsal or replay")
struct StageClockTests {
  let start = Instant(milliseconds: 1_000_000)

  @Test("It runs faster by its speed, from its first reading on")
  func speed() {
    var clock = StageClock(at: start, speed: 10)
    clock.pass(toMs: 500)
    #expect(clock.now == start)
    clock.pass(toMs: 1500)
    #expect(clock.now == start.adding(seconds: 10))
    #expect(clock.instant(atMs: 2000) == start.adding(seconds: 15))
    #expect(clock.wait(until: start.adding(seconds: 20)) == 1000)
  }

  @Test("A change of speed counts from now on")
  func changes() {
    var clock = StageClock(at: start, speed: 10)
    clock.pass(toMs: 0)
    clock.pass(toMs: 1000)
    clock.goFaster()
    #expect(clock.speed == 12)
    clock.pass(toMs: 2000)
    #expect(clock.now == start.adding(seconds: 22))
    for _ in 0..<20 { clock.goFaster() }
    #expect(clock.speed == 60)
    for _ in 0..<20 { clock.goSlower() }
    #expect(clock.speed == 1)
    #expect(StageClock(at: start, speed: 900).speed == 60)
  }

  @Test("A stopped clock stands still, and nothing comes due")
  func stopped() {
    var clock = StageClock(at: start, speed: 60)
    clock.pass(toMs: 0)
    clock.stop()
    clock.pass(toMs: 9000)
    #expect(clock.now == start)
    #expect(clock.wait(until: start.adding(seconds: 1)) == nil)
    clock.goOn()
    clock.pass(toMs: 10_000)
    #expect(clock.now == start.adding(seconds: 60))
  }

  @Test("A held clock runs no faster than the machine's")
  func held() {
    var clock = StageClock(at: start, speed: 60)
    clock.pass(toMs: 0)
    clock.pass(toMs: 3000, isHeld: true)
    #expect(clock.now == start.adding(seconds: 3))
    clock.jump(to: start)
    clock.pass(toMs: 4000)
    #expect(clock.now == start.adding(seconds: 60))
  }
}
