import TerminalProbe
import TestFixtures
import Testing

@Suite("The weeks before a session: the pre-read, its answers, and the invitation")
struct BeforeCommandTests {
  /// The example, with a zone and with addresses, on the day before clocks are changed.
  private func invited(zone: String = "Europe/Berlin") throws -> Program {
    let program = try Program()
    let run = try program.shell(
      """
      sed -e 's#^starts: .*#starts: 2027-10-30 14:00\\nzone: \(zone)#' -e 's/^facilitator: .*/facilitator: Vera Engel/' \
        -e 's/^    name: Ada Obi/    name: Ada Obi\\n    email: ada@example.org/' \
        -e 's/^    name: Vera Engel/    name: Vera Engel\\n    email: vera@example.org/' '\(example("saas-q3.yaml"))' > plan.yaml
      """)
    #expect(run.code == 0, "\(run.errors)")
    return program
  }

  @Test("The invitation has the zone's own rules, the organiser, whom it asks, and an alarm, as Python reads it")
  func invitation() throws {
    let program = try invited()
    #expect(try program.run("preread", "plan.yaml", "--format", "ics", "-o", "in.ics").code == 0)
    program.scratch.write(
      """
      import datetime, icalendar
      calendar = icalendar.Calendar.from_ical(open("in.ics", "rb").read())
      entry = calendar.walk("VEVENT")[0]
      print(calendar["METHOD"], entry.decoded("DTSTART").isoformat(), entry.decoded("DTEND").isoformat())
      print(entry["ORGANIZER"], entry["ATTENDEE"], entry["ATTENDEE"].params["CN"])
      print(len(calendar.walk("VALARM")), calendar.walk("VTIMEZONE")[0]["TZID"])
      zone = calendar.walk("VTIMEZONE")[0].to_tz()
      for day in (30, 31):
          print(zone.localize(datetime.datetime(2027, 10, day, 14)).utcoffset())
      """, to: "read.py")
    let read = try program.shell("/usr/bin/python3 read.py")
    guard read.code == 0 || !read.errors.contains("No module named") else { return }
    let lines = [
      "REQUEST 2027-10-30T14:00:00+02:00 2027-10-30T15:30:00+02:00",
      "mailto:vera@example.org mailto:ada@example.org Ada Obi", "1 Europe/Berlin", "2:00:00", "1:00:00",
    ]
    #expect(read.output == lines.joined(separator: "\n") + "\n", "\(read.errors)")
  }

  @Test("A zone that is none is a fault at its value; without one the machine's is taken, and that is said")
  func zones() throws {
    let wrong = try invited(zone: "Europe/Berlim")
    #expect(
      try wrong.run("check", "plan.yaml").errors.contains(":7: `Europe/Berlim` is no time zone that this machine knows")
    )
    let program = try Program()
    func invitation(_ machine: String) throws -> Run {
      try program.run("preread", example("saas-q3.yaml"), "--format", "ics", environment: ["TZ": machine])
    }
    let here = try invitation("Asia/Tokyo")
    #expect(here.output.contains("DTSTART;TZID=Asia/Tokyo:20270628T140000\r\n") && here.output.contains("VTIMEZONE"))
    #expect(here.errors.contains("its hour is taken as the time in Asia/Tokyo, where this machine is — write `zone`"))
    // Nobody can tell the zone of a machine that does not know it itself.
    let nowhere = try invitation("XYZ+3")
    #expect(nowhere.output.contains("DTSTART:20270628T140000\r\n") && nowhere.errors.contains("nobody's time zone"))
  }

  @Test("Where people elsewhere get it, check and the pre-read say by which clock an hour is taken")
  func assumedZone() throws {
    let program = try Program()
    let plan = try program.shell(
      """
      cp '\(example("saas-q3.yaml"))' near.yaml
      sed 's/^minutes: .*/&\\nremote: true/' near.yaml > far.yaml
      """)
    #expect(plan.code == 0)
    func run(_ arguments: String...) throws -> Run {
      try program.run(all: arguments, environment: ["TZ": "Europe/Berlin"])
    }
    #expect(
      try run("check", "far.yaml").errors.contains("14:00 is taken as the time in Europe/Berlin, where this machine is")
    )
    #expect(try run("preread", "far.yaml").output.contains("2027-06-28 at 14:00 (Europe/Berlin)"))
    #expect(try !run("check", "near.yaml").errors.contains("Berlin"))
    #expect(try run("preread", "near.yaml").errors.isEmpty)
  }

  @Test("The pre-read asks for the top goals by a day and says where to; the answer goes into the map")
  func answers() throws {
    let program = try invited()
    let text = try program.run("preread", "plan.yaml").output
    #expect(text.contains("Please send your top 3 by 2027-10-29 to vera@example.org, as one line of a mail"))
    #expect(text.contains("The words for them: activation, churn,"))
    program.scratch.write(
      "From: Ada <ada@example.org>\nSubject: Re\nMessage-ID: <1@x>\n\nHello,\n\nPriorities: churn, Improve activation rate\n"
        + "Best, Ada\n", to: "answer.eml")
    program.scratch.write("who,priorities\nvp-sales,deal-close;churn\n", to: "answers.csv")
    let map = try program.run("map", "plan.yaml", "--survey", "answer.eml", "--survey", "answers.csv")
    #expect(map.output.contains("- **Puts first:** Reduce monthly churn, Improve activation rate\n"), "\(map.errors)")
    #expect(map.output.contains("- **Puts first:** Accelerate deal-to-close time, Reduce monthly churn\n"))
    program.scratch.write("who,priorities\nvp-sales,churm\n", to: "wrong.csv")
    #expect(try program.run("map", "plan.yaml", "--survey", "wrong.csv").code == 65)
    let kept = try program.shell(
      """
      printf 'ceo: {priorities: [churn]}\\nvp-sales: {priorities: [churm]}\\n' > plan.private.yaml
      "$parley" check plan.yaml
      """)
    #expect(kept.code == 65 && kept.errors.contains("there is no goal `churm`") && !kept.errors.contains("`churn`:"))
  }

  @Test("A review's pre-read begins with target, actual and result, what was given up, and who is new")
  func review() throws {
    let program = try Program()
    _ = try program.playExample()
    #expect(try program.run("measure", "churn", "4.5").code == 0)
    #expect(try program.run("new", "q4.yaml", "--from", "q3").code == 0)
    let text = try program.run("preread", "q4.yaml").output
    #expect(text.contains("| Reduce monthly churn | Monthly churn | 5 % | 4.5 % | met | – |"))
    #expect(
      text.contains("| Improve activation rate | Trials activated within 14 days | 40 % | – | not known yet | – |"))
    #expect(text.contains("- Improve deployment reliability came in, Accelerate deal-to-close time moved out"))
    #expect(text.contains("- The record of Q3 alignment: q3-alignment-2027-06-28") && text.contains("**New here?**"))
    let (results, goals) = (text.firstRange(of: "## What came of"), text.firstRange(of: "## Goals"))
    #expect(results.flatMap { first in goals.map { first.lowerBound < $0.lowerBound } } == true)
    #expect(try !program.run("preread", example("saas-q3.yaml")).output.contains("New here?"))
  }
}
