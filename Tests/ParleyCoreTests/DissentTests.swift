import ParleyCore
import Testing

@Suite("What is agreed on over dissent looks so (M15)")
struct DissentTests {
  /// Churn was confirmed over the red dot of the VP of sales.
  private func settled(_ before: String..., by line: String = "confirm") -> Table {
    var table = Table.at("goal:churn")
    for green in Table.greens { table.must(green) }
    table.must("dot vp-sales red layer=metric note=\"Too slow\"")
    for line in before { table.must(line) }
    table.must("\(line) decider=ceo by=2027-07-05 criteria=\"The data of June\"")
    return table
  }

  @Test("The sentence, the goal, its row in the record and its step say so; JSON has it as the last key")
  func words() throws {
    for (line, words) in [
      ("confirm", "confirmed over dissent"), ("adjust churn target=6 because=x", "adjusted over dissent"),
    ] {
      let table = settled(by: line)
      #expect(table.session.entries.last?.sentence(in: table.state)?.contains(": \(words)") == true)
      #expect(table.goal("churn").outcomeWords == words)
      let row = try #require(Record(of: table.session).goals.first { $0.goal.id == "churn" })
      #expect(row.became(in: .english) == words && row.isOverDissent)
      #expect(row.outcome.rawValue == words.split(separator: " ").first.map(String.init))
      #expect(Roadmap(table.state).cards.first { $0.id == "churn" }?.isOverDissent == true)
      #expect(AgendaView(table.state, at: table.now).rows.filter(\.isOverDissent).map(\.short) == ["Churn"])
      #expect(json("churn", of: table)?["dissent"] == .bool(true))
      #expect(json("activation", of: table)?["dissent"] == .bool(false))
    }
  }

  @Test("Once nobody is red any more, it is an agreement")
  func over() {
    var table = settled()
    table.must("dot vp-sales green")
    #expect(table.goal("churn").outcomeWords == "confirmed")
    #expect(Record(of: table.session).disagreements.isEmpty)
  }

  @Test("With the same decider, day and criteria as a conflict on the goal it is one disagreement, else it is two")
  func oneDisagreement() {
    let escalate = "escalate to=ceo by=2027-07-05 criteria=\"The data of June\" options=\"A|B\""
    let conflict = "conflict \"Speed or care\" between=vp-sales,cs-head"
    #expect(topics(settled(conflict, escalate)) == ["Speed or care"])
    let postpone = "postpone decider=ceo by=2027-07-05 criteria=\"The data of June\""
    #expect(topics(settled(conflict, postpone)) == ["Speed or care"])
    for other in [
      escalate.replacing("to=ceo", "to=vp-eng"), escalate.replacing("07-05", "07-06"),
      escalate.replacing("of June", "of July"),
    ] {
      #expect(topics(settled(conflict, other)) == ["Speed or care", "Reduce monthly churn"], "\(other)")
    }
    #expect(topics(settled("\(conflict) goal=activation", escalate)) == ["Speed or care", "Reduce monthly churn"])
  }

  @Test("A conflict is about the goal on the table where it names none; where there is none, it is about no goal")
  func conflictGoal() {
    #expect(settled("conflict T between=ceo,vp-eng", "resolve D because=B").state.conflicts.first?.goal == "churn")
    let context = Table.given(.quarter, "next", "next", "conflict T between=ceo,vp-eng")
    #expect(context.state.conflicts.first?.goal == nil)
  }

  @Test("Goals say whose they are, why, and what was said on settling them, as the last keys")
  func keys() throws {
    var table = Table.at("goal:activation")
    for green in Table.greens { table.must(green) }
    table.must("confirm note=\"As long as trials hold\"")
    let members = try #require(json("activation", of: table))
    #expect(members["note"]?.text == "As long as trials hold")
    guard case .object(let keys) = members else { return }
    #expect(
      keys.map(\.key).filter(["owner", "rationale", "note", "dissent"].contains) == [
        "owner", "rationale", "note", "dissent",
      ])
    #expect((keys.firstIndex { $0.key == "owner" } ?? 0) > (keys.firstIndex { $0.key == "features" } ?? 99))
  }

  private func topics(_ table: Table) -> [String] { Record(of: table.session).disagreements.map(\.topic) }

  private func json(_ goal: String, of table: Table) -> JSON? {
    guard case .array(let goals)? = Record(of: table.session).json["goals"] else { return nil }
    return goals.first { $0["id"]?.text == goal }
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}

@Suite("Two people of one name (M30)")
struct NamesakeTests {
  private func table(_ first: String?, _ second: String?) -> Table {
    var plan = Plan.quarter
    plan.stakeholders[0] = Stakeholder(id: "ceo", name: "Kai Moor", role: first)
    plan.stakeholders[1] = Stakeholder(id: "vp-sales", name: "kai  moor", role: second)
    return Table(plan)
  }

  @Test("are told apart by their roles, and by their ids where those are missing or the same")
  func apart() {
    for (first, second, names) in [
      ("CEO", "VP Sales", ["Kai Moor (CEO)", "kai  moor (VP Sales)"]),
      ("VP", "VP", ["Kai Moor (ceo)", "kai  moor (vp-sales)"]),
      (nil, "VP Sales", ["Kai Moor (ceo)", "kai  moor (VP Sales)"]),
    ] as [(String?, String?, [String])] {
      let state = table(first, second).state
      #expect([state.name("ceo"), state.name("vp-sales")] == names)
      #expect(state.name("vp-eng") == "Vera Engel" && state.name("nobody") == "nobody")
    }
  }

  @Test("are two in sentences, refusals, the decision process, the record and the pre-read")
  func everywhere() {
    var table = table("CEO", "VP Sales")
    table.reach("goal:churn")
    for green in Table.greens.dropLast() { table.must(green) }
    guard case .failure(let refusal) = table.when("confirm") else { return }
    #expect(refusal.sentence.contains("Kai Moor (CEO) is silent"))
    table.must("dot ceo red layer=metric", "confirm decider=vp-sales by=+7d criteria=x")
    #expect(table.session.entries.dropLast().last?.sentence(in: table.state)?.hasPrefix("Kai Moor (CEO): red") == true)
    let record = Record(of: table.session)
    let names = RecordNames(record)
    #expect(names.of(StakeholderID("ceo")) == "Kai Moor (CEO)")
    #expect(
      record.disagreements.first?.process.map(table.state.words)?.hasPrefix("kai  moor (VP Sales) decides") == true)
    #expect(RecordNames(table.state.plan).of(StakeholderID("vp-sales")) == "kai  moor (VP Sales)")
    #expect(record.attendance.map(\.name).prefix(2) == ["Kai Moor", "kai  moor"])
  }
}

@Suite("What may be meant otherwise is said")
struct DoubtTests {
  private func said(_ line: String) -> String {
    var table = Table.at("goal:activation")
    table.must(line)
    return table.session.entries.last?.sentence(in: table.state) ?? ""
  }

  @Test(
    "A day that is over",
    arguments: [
      "park x due=2020-01-01", "follow-up x owner=ceo due=2020-01-01",
      "defer activation decider=ceo by=2020-01-01 criteria=x", "decide x because=y until=2020-01-01",
    ])
  func day(line: String) {
    #expect(said(line).hasSuffix("; 2020-01-01 is before today"))
    #expect(!said(line.replacing("2020-01-01", "2027-06-28")).contains("before"))
    #expect(!said(line.replacing("2020-01-01", "+0d")).contains("before"))
  }

  @Test("A number with a point before three digits")
  func number() {
    #expect(said("metric churn M baseline=1.200 target=3").hasSuffix("; 1.200 was read as 1.2"))
    #expect(said("metric churn M baseline=1.2 target=1200").contains("read as") == false)
    #expect(["1.200", "-12.500", "100.000"].map(doubtfulNumber) == [1.2, -12.5, 100])
    #expect(
      ["1.20", "1200.000", "0.125", "1.2000", ".200", "1.200e3", "x.200", "1.2.300"].allSatisfy {
        doubtfulNumber($0) == nil
      })
  }

  @Test("Words that look like a day or a number are words")
  func words() { #expect(!said("note \"1.200 by 2020-01-01\"").contains("read as")) }

  @Test("So many of a thing")
  func plural() {
    #expect([0, 1, 2].map { counted($0, "minute") } == ["0 minutes", "1 minute", "2 minutes"])
    #expect(counted(1, "kill criterion", "kill criteria") == "1 kill criterion")
    #expect(said("vote open dots=1 max=1").contains("1 dot each"))
    var plan = Plan.quarter
    plan.timeboxes.boundary = 1
    var table = Table(plan)
    table.must("next")
    #expect(table.session.entries.last?.sentence(in: table.state)?.hasSuffix(", 1 minute") == true)
  }
}
