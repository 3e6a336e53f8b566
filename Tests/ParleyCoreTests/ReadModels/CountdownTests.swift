import ParleyCore
import Testing

@Suite("The countdown of a step (M26)")
struct CountdownTests {
  @Test("Nothing is timed in the lobby and after closing")
  func untimed() {
    var table = Table()
    #expect(Countdown(table.state, at: table.now) == nil)
    table.must("next", "close early because=x")
    #expect(Countdown(table.state, at: table.now) == nil)
  }

  @Test(
    "The time left, its text, and how pressing it is",
    arguments: [
      (0, "10:00", Countdown.Phase.calm), (1, "9:59", .calm), (479, "2:01", .calm), (480, "2:00", .lastTwoMinutes),
      (539, "1:01", .lastTwoMinutes), (540, "1:00", .lastMinute), (599, "0:01", .lastMinute), (600, "+0:00", .overtime),
      (601, "+0:01", .overtime), (4200, "+60:00", .overtime),
    ])
  func reading(seconds: Int, text: String, phase: Countdown.Phase) throws {
    let table = Table.at("goal:activation")
    let countdown = try #require(Countdown(table.state, at: table.now.adding(seconds: seconds)))
    #expect(countdown.text == text)
    #expect(countdown.phase == phase)
    #expect(countdown.plannedText == "10:00")
  }

  @Test("A pause stops it, however long, and an extension gives it more")
  func pausing() throws {
    var table = Table.at("goal:activation")
    table.must("+1:00 pause")
    #expect(Countdown(table.state, at: table.now.adding(seconds: 9000))?.text == "9:00")
    #expect(Countdown(table.state, at: table.now)?.untilNextSecond == nil)
    table.must("+120:00 resume", "+0:30 extend 5")
    #expect(Countdown(table.state, at: table.now)?.text == "13:30")
    #expect(Countdown(table.state, at: table.now)?.isPaused == false)
  }

  @Test("Coming back to a step finds the time that was left")
  func revisit() throws {
    var table = Table.at("context")
    table.must("+2:00 back", "+1:00 next")
    #expect(Countdown(table.state, at: table.now)?.text == "4:00")
  }

  @Test("The countdown says when the second ends, so that a screen changes just then")
  func nextSecond() throws {
    let table = Table.at("context")
    let now = Instant(milliseconds: table.now.milliseconds + 1250)
    #expect(Countdown(table.state, at: now)?.untilNextSecond == 750)
    #expect(Countdown(table.state, at: now)?.elapsed == 1)
  }

  @Test("A clock before the step's start counts nothing")
  func earlier() {
    let table = Table.at("context")
    #expect(Countdown(table.state, at: table.now.adding(seconds: -50))?.elapsed == 0)
  }
}

@Suite("The session's time (M26)")
struct SessionTimeTests {
  @Test("In the lobby it is the sum of all timeboxes, features for every goal among them")
  func lobby() throws {
    let table = Table()
    let time = try #require(SessionTime(table.state, at: table.now))
    #expect(time.minutesLeft == 71)
    #expect(time.delta == 71 - 90)
    #expect(time.projectedEnd == table.now.adding(seconds: 71 * 60))
  }

  @Test("Within the timebox the end stays where it is, over it the end moves")
  func moving() throws {
    var table = Table()
    table.must("next")
    let end = try #require(SessionTime(table.state, at: table.now)).projectedEnd
    #expect(SessionTime(table.state, at: table.now.adding(seconds: 170))?.projectedEnd == end)
    #expect(SessionTime(table.state, at: table.now.adding(seconds: 240))?.projectedEnd == end.adding(seconds: 60))
  }

  @Test("A step that is left early brings the end nearer, a goal that is dropped too")
  func nearer() throws {
    var table = Table.at("goal:activation")
    let before = try #require(SessionTime(table.state, at: table.now)).minutesLeft
    table.must("drop activation because=x")
    #expect(SessionTime(table.state, at: table.now)?.minutesLeft == before - 4)
    table.must("next")
    #expect(SessionTime(table.state, at: table.now)?.minutesLeft == before - 14)
  }

  @Test("A proposed extension shows its cost")
  func cost() throws {
    var table = Table.at("goal:activation")
    table.must("+12:00 note x")
    let now = try #require(SessionTime(table.state, at: table.now))
    let extended = try #require(SessionTime(table.state, at: table.now, extending: 5))
    #expect(extended.minutesLeft - now.minutesLeft == 3)
  }

  @Test("Minutes are those that two clocks show")
  func minutes() throws {
    let table = Table.at("boundary")
    for seconds in stride(from: 0, to: 170, by: 7) {
      let now = table.now.adding(seconds: seconds)
      let time = try #require(SessionTime(table.state, at: now))
      #expect(time.minutesLeft == time.projectedEnd.secondOfDay / 60 - now.secondOfDay / 60)
    }
  }

  @Test("At the read-back only its own time is left, and after closing none")
  func end() {
    var table = Table.at("read-back")
    #expect(SessionTime(table.state, at: table.now)?.minutesLeft == 10)
    table.must("ack ceo", "ack vp-eng", "ack cs-head", "ack vp-sales", "close")
    #expect(SessionTime(table.state, at: table.now) == nil)
  }

  @Test("Back at an earlier step, a settled goal costs nothing more, an open one what it has left")
  func back() throws {
    var table = Table.at("goal:churn")
    table.must("+4:00 goto context")
    let time = try #require(SessionTime(table.state, at: table.now))
    #expect(time.minutesLeft == 6 + 6 + 10 + 10 + 12 + 10)
  }
}
