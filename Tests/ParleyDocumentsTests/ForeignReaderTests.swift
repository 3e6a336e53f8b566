import Foundation
import ParleyCore
import ParleyDocuments
import ParleyPlan
import Testing

@Suite("Programs that are not Parley read its documents")
struct ForeignReaderTests {
  @Test(
    "A table has as many cells in each row, none of which is a formula",
    .enabled(if: ForeignReader.has("csv, json")))
  func csv() throws {
    for (name, record) in try ExampleDocumentTests.records() {
      let rows = try #require(
        try objects(
          ForeignReader.read(
            RecordDocument.csv(record),
            """
            import csv, io, json
            rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
            print(json.dumps([dict(zip(rows[0], row), cells=str(len(row) - len(rows[0]))) for row in rows[1:]]))
            """)))
      func count(_ section: String) -> Int { rows.count { $0["section"] == section } }
      #expect(count("positions") == record.goals.flatMap(\.dots).count, "\(name)")
      #expect(count("goals") == record.goals.count && count("metrics") == record.goals.flatMap(\.goal.metrics).count)
      #expect(count("parking-lot") == record.parkingLot.count && count("trade-offs") == record.tradeOffs.count)
      #expect(rows.allSatisfy { $0["cells"] == "0" })
      for cell in rows.flatMap(\.values) { #expect(!"=+-@\t\r".contains(cell.first ?? "x")) }
      #expect(rows.first { $0["section"] == "decisions" }?["id"] == record.decisions.first?.id.text)
    }
  }

  @Test(
    "A mail has its own headers and no other, the subject as it was, and both bodies",
    .enabled(if: ForeignReader.has("email, json")))
  func mail() throws {
    for (name, record) in try ExampleDocumentTests.records() {
      let mail = try #require(
        try objects(
          ForeignReader.read(
            try RecordDocument.eml(record),
            """
            import email, email.policy, json
            mail = email.message_from_bytes(data, policy=email.policy.default)
            print(json.dumps([{
              "subject": mail["Subject"], "headers": " ".join(mail.keys()), "defects": str(len(mail.defects)),
              "addresses": " ".join(a.addr_spec for h in ("From", "To") for a in mail[h].addresses),
              "nameless": " ".join(g.display_name or "" for h in ("From", "To") for g in mail[h].groups).strip(),
              "date": mail["Date"].datetime.isoformat(),
              "plain": mail.get_body(("plain",)).get_content(), "html": mail.get_body(("html",)).get_content(),
              "attached": next(mail.iter_attachments()).get_content()}]))
            """))?.first)
      #expect(mail["subject"] == "\(record.title.cleaned) — alignment record", "\(name)")
      #expect(
        mail["headers"] == "From To Subject Date Message-ID X-Unsent MIME-Version Content-Type", "\(name)")
      let known = [record.mailboxes.sendFrom] + record.attendance.map(\.email) + record.inform.map(\.email)
      #expect(mail["addresses"] == known.compactMap { $0 }.joined(separator: " ") && mail["defects"] == "0")
      if name == "saas-q3" { #expect(mail["nameless"]?.contains("Maya Lindt Ada Obi, Victor Sand") == true) }
      #expect(mail["date"] == record.asOf.description)
      #expect(mail["plain"]?.contains(record.goals[0].goal.name.cleaned.prefix(20)) == true)
      let html = mail["html"]?.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
      #expect(html == (try RecordDocument.html(record)))
      #expect(mail["attached"]?.contains("BEGIN:VCALENDAR") == true)
    }
  }

  @Test(
    "A calendar has an event for the session and for everything that is owed by a day",
    .enabled(if: ForeignReader.has("icalendar, json")))
  func calendar() throws {
    for (name, record) in try ExampleDocumentTests.records() {
      let events = try #require(
        try objects(
          ForeignReader.read(
            RecordDocument.ics(record),
            """
            import icalendar, json
            calendar = icalendar.Calendar.from_ical(data)
            print(json.dumps([{
              "uid": str(e["UID"]), "summary": str(e["SUMMARY"]), "start": e.decoded("DTSTART").isoformat(),
              "errors": str(len(e.errors))} for e in calendar.walk("VEVENT")]))
            """)))
      let dated = record.owed.filter { $0.due != nil }
      #expect(
        events.map { $0["uid"] } == ["session"].appending(dated.map(\.key)).map { "\(record.id)-\($0)@parley.invalid" })
      #expect(events.dropFirst().map { $0["summary"] } == dated.map { $0.sentence(in: .english) }, "\(name)")
      #expect(events.allSatisfy { $0["errors"] == "0" })
      #expect(
        events.dropFirst().map { String($0["start"]?.prefix(10) ?? "") }
          == dated.compactMap { $0.due?.date.description })
    }
  }

  @Test(
    "A session before a change of clocks, and what is owed after it, are right in every zone; the stamp is in UTC",
    .enabled(if: ForeignReader.has("icalendar, json")))
  func zones() throws {
    let plan = Plan(
      title: "Q4", timeframes: [], stakeholders: [Stakeholder(id: StakeholderID("ceo"), name: "Ada Obi")], goals: [])
    var zoned = plan
    zoned.zone = "Europe/Berlin"
    let day = try #require(CalendarDate("2027-10-30"))
    var record = PlayedSession(opening: zoned, id: "q4", at: Instant(day, hour: 14)).record
    record.started = Instant(day, hour: 14)
    record.ended = Instant(day, hour: 15)
    let zone = try #require(ZoneTimes(of: "Europe/Berlin", around: record.asOf))
    let due = record.owed.map { (record, $0, Optional(zone)) }
    for text in [RecordDocument.ics(record, zone: zone), DueDocument.ics(due)] {
      let events = try #require(
        try objects(
          ForeignReader.read(
            text,
            """
            import icalendar, json, datetime
            calendar = icalendar.Calendar.from_ical(data)
            zones = {str(z["TZID"]): z.to_tz() for z in calendar.walk("VTIMEZONE")}
            def utc(e, name):
              at = e[name].dt
              if not isinstance(at, datetime.datetime): return str(at)
              zone = zones.get(e[name].params.get("TZID"))
              at = zone.localize(at.replace(tzinfo=None)) if zone else at
              return at.astimezone(datetime.timezone.utc).isoformat()
            print(json.dumps([{
              "uid": str(e["UID"]), "start": utc(e, "DTSTART"), "stamp": e["DTSTAMP"].to_ical().decode()}
              for e in calendar.walk("VEVENT")]))
            """)))
      let starts = Dictionary(events.map { ($0["uid"] ?? "", $0["start"] ?? "") }) { first, _ in first }
      if let session = starts["q4-session@parley.invalid"] { #expect(session == "2027-10-30T12:00:00+00:00") }
      // A day later by the clock on the wall, which is 25 hours.
      #expect(starts["q4-record@parley.invalid"] == "2027-10-31T14:00:00+00:00")
      #expect(events.allSatisfy { $0["stamp"] == "20271030T120000Z" }, "\(events)")
      #expect(text.split(separator: "BEGIN:VTIMEZONE").count == 2)
    }
    #expect(try RecordDocument.eml(record, zone: zone).contains("Date: Sat, 30 Oct 2027 12:00:00 +0000\r\n"))
    #expect(try RecordDocument.markdown(record).contains("ended 2027-10-30 15:00 (Europe/Berlin)."))
  }

  private func objects(_ json: String) throws -> [[String: String]]? {
    try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]]
  }
}

extension [String] {
  fileprivate func appending(_ others: [String]) -> [String] { self + others }
}
