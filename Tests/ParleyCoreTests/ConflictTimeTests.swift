import ParleyCore
import Testing

@Suite("The countdown of a conflict (M18, M26)")
struct ConflictTimeTests {
  private static let opening = "conflict Speed between=ceo,vp-eng goal=activation"

  @Test("It has ten minutes of its own from its opening; the step's go on beneath it")
  func own() {
    var table = Table.at("goal:activation")
    table.must("+4:00 \(Self.opening)")
    #expect(Countdown(ofConflictIn: table.state, at: table.now)?.text == "10:00")
    let later = table.now.adding(seconds: 90)
    #expect(Countdown(ofConflictIn: table.state, at: later)?.text == "8:30")
    #expect(Countdown(foremostIn: table.state, at: later)?.text == "8:30")
    #expect(Countdown(table.state, at: later)?.text == "4:30")
    table.must("+1:30 resolve A because=b")
    #expect(Countdown(ofConflictIn: table.state, at: table.now) == nil)
    #expect(Countdown(foremostIn: table.state, at: table.now)?.text == "4:30")
  }

  @Test(
    "Calm, the last two minutes, the last minute, over time",
    arguments: [
      (479, "2:01", Countdown.Phase.calm), (480, "2:00", .lastTwoMinutes), (540, "1:00", .lastMinute),
      (600, "+0:00", .overtime), (661, "+1:01", .overtime),
    ])
  func phases(seconds: Int, text: String, phase: Countdown.Phase) throws {
    var table = Table.at("goal:activation")
    table.must(Self.opening)
    let countdown = try #require(Countdown(ofConflictIn: table.state, at: table.now.adding(seconds: seconds)))
    #expect(countdown.text == text)
    #expect(countdown.phase == phase)
  }

  @Test("The plan says how long; without a timebox the step's countdown stays the one that counts")
  func planned() {
    var plan = Plan.quarter
    plan.timeboxes.conflict = 4
    var table = Table.at("goal:activation", plan)
    table.must(Self.opening)
    #expect(Countdown(ofConflictIn: table.state, at: table.now)?.plannedText == "4:00")
    plan.timeboxes.conflict = 0
    table = Table.at("goal:activation", plan)
    table.must("+1:00 \(Self.opening)")
    #expect(Countdown(ofConflictIn: table.state, at: table.now) == nil)
    #expect(Countdown(foremostIn: table.state, at: table.now)?.text == "9:00")
  }

  @Test("A pause of the session does not count, even one that began before the conflict")
  func pause() {
    var table = Table.at("goal:activation")
    table.must("pause", "+3:00 \(Self.opening)")
    #expect(Countdown(ofConflictIn: table.state, at: table.now.adding(seconds: 900))?.text == "10:00")
    table.must("+5:00 resume", "+2:00 pause", "+30:00 resume", "+1:00 note x")
    #expect(Countdown(ofConflictIn: table.state, at: table.now)?.text == "7:00")
    #expect(Countdown(table.state, at: table.now)?.text == "7:00")
  }

  @Test("Going back to an earlier step ends a pause, and the conflict counts on")
  func back() {
    var table = Table.at("goal:activation")
    table.must(Self.opening, "+1:00 pause", "+9:00 back", "+1:00 note x")
    #expect(Countdown(ofConflictIn: table.state, at: table.now)?.text == "8:00")
  }

  @Test("More time is more time for the conflict and for its step")
  func extended() {
    var table = Table.at("goal:activation")
    table.must(Self.opening, "+1:00 extend 5")
    #expect(Countdown(ofConflictIn: table.state, at: table.now)?.text == "14:00")
    #expect(Countdown(table.state, at: table.now)?.text == "14:00")
  }

  @Test("Whoever takes the end back finds the conflict open with the time it would have had; taking back a pause too")
  func undo() {
    var table = Table.at("goal:activation")
    table.must(Self.opening, "argue ceo A", "+2:00 resolve B because=c", "+1:00 undo")
    #expect(table.state.openConflict?.positions.count == 1)
    #expect(table.state.decisions.isEmpty)
    #expect(Countdown(ofConflictIn: table.state, at: table.now)?.text == "7:00")
    table.must("pause", "+2:00 undo")
    #expect(Countdown(ofConflictIn: table.state, at: table.now)?.text == "5:00")
    table.must("undo", "undo")
    #expect(table.state.conflicts.isEmpty)
    #expect(Countdown(foremostIn: table.state, at: table.now)?.text == "5:00")
  }

  @Test("A restart reads the journal and has the same conflict at the same second, at every entry on the way")
  func restart() throws {
    var table = Table.at("goal:activation")
    table.must(
      "+1:00 \(Self.opening)", "argue ceo A interest=B", "+1:00 pause", "+1:00 extend 2", "+1:00 resume", "+1:00 undo",
      "+1:00 resolve C because=d", "dot ceo green", "+0:10 undo", "+0:10 undo")
    for count in 1...table.session.entries.count {
      let again = try #require(Session(entries: Array(table.session.entries.prefix(count))))
      var followed = try #require(Session(entries: [table.session.entries[0]]))
      for entry in table.session.entries.prefix(count).dropFirst() { followed.append(entry) }
      #expect(again.state == followed.state)
      #expect(
        Countdown(ofConflictIn: again.state, at: table.now) == Countdown(ofConflictIn: followed.state, at: table.now))
    }
    #expect(Session(entries: table.session.entries)?.state == table.state)
  }

  @Test("The time of a conflict is time of its step, pauses included")
  func actual() {
    var table = Table.at("goal:activation")
    table.must(Self.opening, "+8:00 pause", "+1:00 resume", "+1:00 resolve A because=b")
    table.must("dot ceo green", "dot vp-eng green", "dot cs-head green", "dot vp-sales green", "confirm", "next")
    let row = AgendaView(table.state, at: table.now).rows.first { $0.step?.text == "goal:activation" }
    #expect(row?.actual == 600)
  }
}

@Suite("What is said in a conflict (M18, M46, M47)")
struct ConflictCueTests {
  @Test("The two take turns, and whoever else speaks does not change whose turn it is")
  func turns() {
    var table = Table.at("goal:activation")
    table.must("conflict Speed between=vp-eng,ceo goal=activation")
    #expect(table.state.openConflict?.nextToSpeak == "vp-eng")
    table.must("argue vp-eng A")
    #expect(table.state.openConflict?.nextToSpeak == "ceo")
    table.must("argue cs-head B")
    #expect(table.state.openConflict?.nextToSpeak == "ceo")
    table.must("argue ceo C")
    #expect(table.state.openConflict?.nextToSpeak == "vp-eng")
  }

  @Test("First what each holds, then what is beneath it, then the strategy, and in time a way out")
  func cards() {
    var table = Table.at("goal:activation")
    table.must("conflict Speed between=vp-eng,ceo goal=activation")
    func cue() -> String {
      let cue = Cue(table.state, at: table.now)
      return "\(cue?.card.rawValue ?? "") \(cue?.person?.text ?? "")"
    }
    #expect(cue() == "position vp-eng")
    table.must("argue vp-eng A interest=Sleep")
    #expect(cue() == "position ceo")
    table.must("argue ceo B")
    #expect(cue() == "interest ceo")
    table.must("argue ceo C interest=Growth")
    #expect(cue() == "strategy ")
    table.must("+8:00 note x")
    #expect(cue() == "ladder ")
  }

  @Test("Who is asked first is who has not spoken yet")
  func asked() {
    var table = Table.at("goal:activation")
    table.must("conflict Speed between=vp-eng,ceo goal=activation")
    #expect(AskNext(table.state)?.matter == .positions)
    #expect(AskNext(table.state)?.waiting == ["vp-eng", "ceo"])
    table.must("argue vp-eng A")
    #expect(AskNext(table.state)?.waiting == ["ceo"])
  }

  @Test("After a resolution each of the two is asked by name for their dot, whatever it was before (M46)")
  func consent() {
    var table = Table.at("goal:activation")
    table.must("dot ceo green", "conflict Speed between=vp-eng,ceo goal=activation", "resolve A because=b until=+30d")
    #expect(table.state.decisions.last?.until == CalendarDate("2027-07-28"))
    #expect(table.state.consentsSought == ["vp-eng", "ceo"])
    #expect(AskNext(table.state)?.matter == .consents)
    #expect(Cue(table.state, at: table.now)?.card == .consent)
    #expect(Cue(table.state, at: table.now)?.text.hasPrefix("Vera, ") == true)
    table.must("dot vp-eng red layer=metric")
    #expect(table.state.consentsSought == ["ceo"])
    #expect(Cue(table.state, at: table.now)?.text.hasPrefix("Ada, ") == true)
    table.must("dot ceo green")
    #expect(table.state.consentsSought == [])
    #expect(AskNext(table.state)?.matter == .dots)
    table.must("undo")
    #expect(table.state.consentsSought == ["ceo"])
  }

  @Test("A conflict that was not about the goal on the table asks both for consent in words, which the record keeps")
  func consentInWords() {
    var table = Table.at("priorities")
    #expect(table.refusal("consent ceo") == "bad-argument")
    table.must("conflict Speed between=vp-eng,ceo")
    #expect(table.refusal("consent ceo") == "conflict-open")
    table.must("resolve A because=b")
    #expect(table.state.consentsSought == ["vp-eng", "ceo"])
    #expect(AskNext(table.state)?.matter == .consents)
    #expect(Cue(table.state, at: table.now)?.text.hasPrefix("Vera, ") == true)
    table.must("consent vp-eng")
    #expect(table.state.consentsSought == ["ceo"])
    #expect(Record(of: table.state, until: table.now).disagreements.first?.consents == ["vp-eng"])
    #expect(table.refusal("@ceo consent ceo") == "not-permitted")
    #expect(table.refusal("consent nobody") == "unknown-id")
    table.must("consent ceo,vp-eng")
    #expect(table.state.consentsSought == [])
    #expect(Record(of: table.state, until: table.now).disagreements.first?.consents == ["ceo", "vp-eng"])
    table.must("undo")
    #expect(table.state.consentsSought == ["ceo"])
    table.must("conflict Scope between=vp-eng,ceo", "postpone decider=ceo by=+3d criteria=data")
    #expect(table.refusal("consent ceo") == "bad-argument")
  }

  @Test("At a goal the silent are asked for their dots before the two are asked for consent to something else")
  func consentWaitsForDots() {
    var table = Table.at("goal:activation")
    table.must("conflict Speed between=vp-eng,ceo goal=churn", "resolve A because=b")
    #expect(AskNext(table.state)?.matter == .dots)
    for line in Table.greens { table.must(line) }
    #expect(AskNext(table.state)?.matter == .consents)
    table.must("consent vp-eng,ceo")
    #expect(table.state.consentsSought == [])
  }

  @Test("A red dot on the goal of a resolved conflict is an answer, and no consent")
  func redIsNoConsent() {
    var table = Table.at("goal:activation")
    table.must("conflict Speed between=vp-eng,ceo goal=activation", "resolve A because=b")
    table.must("dot ceo green", "dot vp-eng red layer=metric")
    #expect(table.state.consentsSought == [])
    #expect(Record(of: table.state, until: table.now).disagreements.first?.consents == ["ceo"])
  }

  @Test("Consent is asked of nobody who has left, on no other goal, and after no other way out")
  func noConsent() {
    var table = Table.at("goal:activation")
    table.must("conflict Speed between=vp-eng,ceo goal=activation", "resolve A because=b", "leave ceo")
    #expect(table.state.consentsSought == ["vp-eng"])
    table.must("back")
    #expect(table.state.consentsSought == [])
    table.must("next", "conflict B between=vp-eng,ceo goal=activation", "postpone decider=ceo by=+3d criteria=data")
    #expect(table.state.consentsSought == [])
    table.must("conflict C between=vp-eng,cs-head goal=churn", "resolve A because=b")
    #expect(table.state.consentsSought == [])
  }
}
