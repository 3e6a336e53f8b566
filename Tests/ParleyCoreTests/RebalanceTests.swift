import ParleyCore
import TestFixtures
import Testing

// The quarter: boundary 3, context 6, three goals of 10, priorities 10, features 4 each, read-back 10; 71 of 90 minutes.
@Suite("Spreading what is left of the session (M26)")
struct RebalanceTests {
  private func planned(_ table: Table) -> [String: Int] {
    Dictionary(
      AgendaView(table.state, at: table.now).rows.map { ($0.step?.text ?? "features", $0.planned) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("The steps to come get what is left until the planned end, in proportion, to the second")
  func proportion() throws {
    var table = Table.given(.quarter, "next", "+40:00 next")
    // Fifty minutes are left: six for the context at hand, 44 for 62 minutes of steps.
    #expect(SessionTime(table.state, at: table.now)?.delta == 18)
    table.must("rebalance")
    let times = planned(table)
    let parts: [(step: String, minutes: Int)] = [
      ("goal:activation", 10), ("goal:churn", 10), ("goal:deal-close", 10), ("priorities", 10), ("features", 12),
      ("read-back", 10),
    ]
    for (step, minutes) in parts {
      let share = minutes * 60 * 44 / 62
      #expect(abs((times[step] ?? 0) - share) <= 3, "\(step)")
    }
    #expect(parts.reduce(0) { $0 + (times[$1.step] ?? 0) } == 44 * 60)
    #expect(times["context"] == 360)
    let time = try #require(SessionTime(table.state, at: table.now))
    #expect(time.projectedEnd == Instant("2027-06-28T15:30:00") && time.delta == 0)
    table.must("undo")
    #expect(SessionTime(table.state, at: table.now)?.delta == 18)
  }

  @Test("The step that is entered has its new time, in the countdown and in the record's pacing")
  func entered() throws {
    var table = Table.given(.quarter, "next", "+40:00 next", "rebalance", "next")
    let given = try #require(planned(table)["goal:activation"])
    #expect(given < 600 && Countdown(table.state, at: table.now)?.planned == given)
    let pacing = Record(of: table.session).json["pacing"]?.list ?? []
    #expect(pacing.map { $0["step"]?.text } == ["boundary", "context", "goal:activation"])
    #expect(pacing.last?["planned"] == .integer(given))
    // What it has used counts where it is left and comes back.
    table.must("+01:00 back", "rebalance end=15:45")
    #expect((planned(table)["goal:activation"] ?? 0) > given)
    let end = try #require(SessionTime(table.state, at: table.now)).projectedEnd
    #expect(end == Instant("2027-06-28T15:45:00"))
  }

  @Test("An end that is named is what ahead and behind are measured against from then on")
  func namedEnd() throws {
    var table = Table.given(.quarter, "+10:00 next")
    #expect(SessionTime(table.state, at: table.now)?.plannedEnd.clock == "15:40")
    table.must("rebalance end=15:30")
    #expect(SessionTime(table.state, at: table.now)?.plannedEnd.clock == "15:30")
    #expect(SessionTime(table.state, at: table.now)?.delta == 0)
    // More than planned is spread too: 80 minutes are left for 71.
    #expect((planned(table)["goal:churn"] ?? 0) > 600)
    let before = table.state
    table.must("+00:00 rebalance")
    #expect(table.state == before)
  }

  @Test("No step falls below a third of its plan, however often it is spread; what is missing is said in minutes")
  func third() throws {
    var table = Table.given(.quarter, "next")
    let ends = ["14:26", "14:25", "14:24"]
    var codes: [String?] = []
    for end in ends { codes.append(table.refusal("rebalance end=\(end)")) }
    // Three minutes for the boundary at hand; a third of 68 is 22:40.
    #expect(codes == [nil, "bad-argument", "bad-argument"])
    #expect(throws: Refusal.badArgument(.tooLittleTime(minutes: 2, end: "14:24"))) {
      try TimeSpread(table.state, to: Instant("2027-06-28T14:24:00"), at: table.now)
    }
    #expect(Refusal.badArgument(.tooLittleTime(minutes: 2, end: "14:24")).sentence.contains("2 minutes are missing"))
    #expect(Refusal.badArgument(.tooLittleTime(minutes: 1, end: "14:24")).argument == "end")
    for row in AgendaView(table.state, at: table.now).rows where row.progress == .ahead {
      let step = try #require(row.step ?? Step("features:churn"))
      #expect(row.planned * 3 >= table.state.timebox(of: step) * 60)
    }
    table.must("rebalance end=15:30")
    #expect((planned(table)["goal:churn"] ?? 0) > 600)
  }

  @Test("Where nothing is to come nothing is spread, and an end is a time of day")
  func refused() {
    var table = Table.at("read-back")
    #expect(table.refusal("rebalance") == "wrong-step")
    for end in ["24:00", "9:5", "0930", "15:60", "later", "-1:00"] {
      #expect(table.refusal("rebalance end=\(end)") == "bad-argument", "\(end)")
    }
    #expect(table.refusal("@note-taker rebalance") == "not-permitted")
  }

  @Test("The nearest time of day is meant, past midnight too")
  func nearest() throws {
    let late = try #require(Instant("2027-06-28T23:30:00"))
    let early = try #require(Instant("2027-06-29T00:10:00"))
    #expect(ClockTime("0:45")?.nearest(to: late) == Instant("2027-06-29T00:45:00"))
    #expect(ClockTime("23:50")?.nearest(to: late) == Instant("2027-06-28T23:50:00"))
    #expect(ClockTime("23:50")?.nearest(to: early) == Instant("2027-06-28T23:50:00"))
    #expect(ClockTime("9:05")?.text == "09:05")
  }

  @Test("What it would do is said before: so many steps, so much less, and when it ends")
  func words() throws {
    var plan = Plan.quarter
    plan.timeboxes.features = 0
    plan.timeboxes.readBack = 10
    let table = Table.given(plan, "next", "+40:00 next")
    let spread = try TimeSpread(table.state, at: table.now)
    // Five steps of ten minutes share 44.
    #expect(spread.text == "5 steps, 1:12 less each; ends 15:30")
    #expect(try TimeSpread(Table().state, at: Table().now).text == "10 steps, 0:48 to 2:41 more each; ends 15:30")
  }

  @Test("Whoever does not lead is told the times, and no goal before its turn (M12)")
  func redacted() throws {
    let table = Table.given(.quarter, "next", "rebalance")
    let entry = try #require(table.session.entries.last)
    for viewer in Viewer.allCases {
      let text = Redaction(table.state, for: viewer).redacted(entry).json.line
      #expect(text.contains("rebalanced") && !text.contains("churn"))
      let seen = table.session.seen(by: viewer).state
      #expect(SessionTime(seen, at: table.now) == SessionTime(table.state, at: table.now))
      #expect(
        AgendaView(seen, at: table.now).rows.map(\.planned)
          == AgendaView(table.state, at: table.now).rows.map(\.planned))
    }
  }

  @Test("The agenda says when each step to come is expected")
  func expected() throws {
    var table = Table.given(.quarter, "next")
    let rows = AgendaView(table.state, at: table.now).rows
    #expect(
      rows.map { $0.expected?.clock ?? "-" } == [
        "-", "14:03", "14:09", "14:19", "14:29", "14:39", "14:49", "15:01",
      ])
    table.must("+05:00 next", "next", "skip activation because=x", "next")
    let later = AgendaView(table.state, at: table.now).rows
    #expect(later.prefix(4).allSatisfy { $0.expected == nil } && later[4].expected?.clock == "14:15")
  }
}
