import ParleyCore
import Testing

@Suite("Everything owed after a session (M30–M37)")
struct OwedTests {
  /// The quarter with days, held to its end; `lines` come in the read-back.
  private func closed(_ lines: String..., checkIns: CheckInRhythm = .once) -> Record {
    var plan = Plan.quarter
    plan.checkIns = checkIns
    plan.timeframes[0].from = CalendarDate("2027-07-01")
    plan.timeframes[0].to = CalendarDate("2027-09-30")
    var table = Table(plan)
    table.reach("read-back")
    for line in lines { table.must(line) }
    for who in plan.stakeholders.map(\.id) { table.must("ack \(who)") }
    table.must("+60:00 close")
    return Record(of: table.session)
  }

  private func days(_ record: Record) -> [String: String] {
    Dictionary(record.owed.map { ($0.key, $0.due.map { "\($0.date)" } ?? "none") }) { first, _ in first }
  }

  @Test("Every session that sets goals leaves its record, the window, the poll, the check-in and the review")
  func period() {
    #expect(
      days(closed()) == [
        "record": "2027-06-29", "window": "2027-06-30", "recall": "2027-07-12", "check-in": "2027-08-15",
        "review": "2027-09-30",
      ])
  }

  @Test("Promises in the session are owed on their day, the next first")
  func said() {
    let record = closed(
      "follow-up Costs owner=ceo due=2027-07-02 with=vp-eng", "gap Cohorts owner=vp-eng due=2027-07-03",
      "park Idea owner=ceo", "park Loose", "decide Vans because=Money until=2027-12-31")
    let days = days(record)
    #expect(days["F1"] == "2027-07-02" && days["F2"] == "2027-07-03" && days["D1"] == "2027-12-31")
    #expect(days["P2"] == "none" && days["P3"] == nil)
    #expect(record.owed.map(\.key).prefix(4) == ["record", "window", "F1", "F2"])
    #expect(record.owed.last?.key == "P2")
    #expect(record.owed.first { $0.key == "F1" }?.who == ["ceo", "vp-eng"])
  }

  @Test("A plan may ask for a look every month, up to the review")
  func monthly() {
    let days = days(closed(checkIns: .monthly))
    #expect(
      days.filter { $0.key.hasPrefix("check-in") } == [
        "check-in-2027-08": "2027-08-01", "check-in-2027-09": "2027-09-01",
      ])
    #expect(days["review"] == "2027-09-30")
  }

  @Test("What people put in is owed on its day, or when the goal's timeframe ends")
  func committed() {
    let record = closed(
      "commit vp-eng \"Two engineers\" goal=churn due=2027-07-09", "@ceo commit \"A budget\" goal=churn",
      "commit ceo \"A room\"")
    let days = days(record)
    #expect(days["B1"] == "2027-07-09" && days["B2"] == "2027-09-30" && days["B3"] == "none")
    #expect(record.owed.first { $0.key == "B2" }?.who == ["ceo"])
    #expect(record.leftBehind.contains { $0.ref == "B1" && $0.what == "Two engineers" })
  }

  @Test("A replaced decision is no longer owed")
  func replaced() {
    let days = days(closed("decide Vans because=Money until=2027-12-31", "decide Bikes because=Air replaces=D1"))
    #expect(days["D1"] == nil)
  }

  @Test("Before the end only things with an owner or a day are owed")
  func open() {
    var table = Table()
    table.must("next", "follow-up Costs owner=ceo due=+7d")
    #expect(Record(of: table.session).owed.map(\.key) == ["F1"])
  }

  @Test("A day has passed when it is over, a moment at once")
  func past() throws {
    let day = try #require(CalendarDate("2027-07-02"))
    #expect(!Owed.Due.day(day).isPast(at: Instant(day, hour: 23, minute: 59)))
    #expect(Owed.Due.day(day).isPast(at: Instant(day.adding(days: 1))))
    #expect(Owed.Due.moment(Instant(day, hour: 12)).isPast(at: Instant(day, hour: 12, minute: 1)))
  }
}

@Suite("The decision log (M33, M34)")
struct LogEntryTests {
  private func record() -> Record {
    var table = Table.given(.quarter, "next", "next", "next")
    for who in Plan.quarter.stakeholders.map(\.id) { table.must("dot \(who) green") }
    table.must("request \"Push über 日本語\" by=ceo", "serve P2 goal=activation", "confirm condition=Budget")
    table.must("decide \"Old way\" because=Costs", "decide \"New way\" because=Time replaces=D1")
    return Record(of: table.session)
  }

  @Test("A decision and the one that replaces it name each other")
  func links() {
    let decisions = record().log.filter { $0.kind == .decision }
    #expect(decisions.map(\.replacedBy) == ["D2", nil])
    #expect(decisions.map(\.replaces) == [nil, "D1"])
  }

  @Test("Each word begins a word of the entry, in any case; scripts without spaces are searched within")
  func words() {
    let log = record().log
    func found(_ words: String...) -> [LogEntry.EntryKind] { log.filter { $0.holds(words) }.map(\.kind) }
    #expect(found("NEW", "wa") == [.decision])
    #expect(found("ew").isEmpty)
    #expect(found("budg") == [.condition])
    #expect(found("über") == [.feature])
    #expect(found("本") == [.feature])
    #expect(found("push", "zebra").isEmpty)
  }

  @Test("A feature leads to its goal and to the person who asked for it")
  func feature() throws {
    let feature = try #require(record().log.first { $0.holds(["push"]) })
    #expect(feature.goal == "Improve activation rate")
    #expect(feature.because?.contains("Ada Obi asked for it") == true)
  }
}
