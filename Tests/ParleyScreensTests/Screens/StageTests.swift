import ParleyCore
import ParleyTerminal
import ScreenFixtures
import TestFixtures
import Testing

@testable import ParleyScreens

/// The goal at hand as the room sees it.
@Suite struct StageTests {
  private static let sizes =
    [60, 80, 99, 100, 120, 160, 200].flatMap { columns in
      [16, 24, 34, 50].map { Size(columns: columns, rows: $0) }
    } + [Size(columns: 46, rows: 24), Size(columns: 50, rows: 30)]

  private static let seeds: Range<UInt64> = 0..<(Sweep.isWhole ? 12 : 3)

  /// What stands between the steps and the words to say, without the side.
  private func main(_ view: SessionView, _ size: Size) -> [String] {
    let rect = view.layout(Rect(size)).main
    let frame = view.frame(size: size)
    return (rect.y..<rect.maxY).map { y in (rect.x..<rect.maxX).map { frame[$0, y].text }.joined() }
  }

  /// A session at its last goal but one, made by chance: names of every length, up to ten people and four timeframes.
  private func session(_ seed: UInt64) throws -> SampleSession {
    var chance = Chance(seed: seed)
    let words = ["Riders", "parcels", "churn", "of", "the", "winter", "reliability", "time-to-value", "モバイル", "Größe"]
    func name(_ most: Int) -> String {
      (0...chance.next(most)).map { _ in chance.one(of: words) }.joined(separator: " ")
    }
    var plan = Plan.saas
    plan.timeframes = (0...chance.next(4)).map { Timeframe(id: TimeframeID("t\($0)"), name: name(2), capacity: 9) }
    plan.stakeholders = (0...(1 + chance.next(9))).map {
      Stakeholder(id: StakeholderID("p\($0)"), name: "Zo\($0) \(name(2))", role: chance.next(2) == 0 ? nil : name(2))
    }
    plan.askOrder = plan.stakeholders.map(\.id)
    plan.parkingLot = []
    plan.goals = (0...(1 + chance.next(5))).map { number in
      let metric = Metric(
        name: name(3), unit: chance.one(of: ["%", "days", nil]), baseline: Double(chance.next(2000)) / 4, target: -1)
      return Goal(
        id: GoalID("g\(number)"), name: "\(number) \(name(9))", timeframe: chance.one(of: plan.timeframes).id,
        metrics: [metric])
    }
    var session = SampleSession(plan)
    try session.give("next", "next", "next")
    for _ in plan.goals.dropLast(2) {
      try session.give(plan.stakeholders.map { "dot \($0.id) \(chance.one(of: ["green", "abstain"]))" })
      try session.give("confirm", "next")
    }
    for person in plan.stakeholders where chance.next(2) == 0 {
      try session.give("dot \(person.id) yellow layer=metric note=\"\(name(12))\"")
    }
    return session
  }

  @Test("At no size is a name of a goal or a person cut", arguments: seeds)
  func names(_ seed: UInt64) throws {
    let session = try session(seed)
    let names =
      session.state.goals.filter(\.isPresented).map(\.goal.name) + session.state.plan.stakeholders.map(\.name)
    for size in Self.sizes {
      let shown = main(session.view(), size).filter { $0.contains("…") }
      for name in names {
        let cuts = (4..<max(5, name.count)).map { "\(name.prefix($0))…" }
        let row = shown.first { row in cuts.contains { row.contains($0) } }
        #expect(row == nil, "\(name) at \(size.columns) × \(size.rows)")
      }
    }
  }

  @Test("The grid stands on every goal step, with everyone's dots on the goal at hand", arguments: seeds)
  func grid(_ seed: UInt64) throws {
    let session = try session(seed)
    let goal = try #require(session.state.goalOnTable)
    let number = try #require(session.state.number(of: goal.id))
    let signs = session.state.plan.stakeholders.map { person in
      Signs.unicode.sign(session.state.mark(of: person.id, on: goal)).text
    }
    for size in Self.sizes {
      let rows = main(session.view(), size)
      let row = try #require(rows.first { $0.contains("▶") && $0.contains(" \(number) ") }, "\(size)")
      let dots = row.filter { signs.contains(String($0)) }
      #expect(dots.count >= signs.count || row.contains(/[●▲■○·]\d/), "\(row) at \(size)")
    }
  }

  @Test("The metric is in large digits from 110 columns on, and in words where it cannot be")
  func digits() throws {
    let view = try SampleSession.atChurn().view()
    for columns in [110, 120, 160, 200] {
      let shown = main(view, Size(columns: columns, rows: 34)).joined(separator: "\n")
      #expect(shown.contains("█▀") || shown.contains("██"), "\(columns)")
      #expect(shown.contains("Monthly churn"))
    }
    var odd = view
    odd.state.edit(goal: "churn") { $0.metrics[0].target = 1e300 }
    let shown = main(odd, Size(columns: 120, rows: 34)).joined(separator: "\n")
    #expect(shown.contains("8 → 1e+300 %"))
  }

  @Test("One meaning for a count: who gave a dot or spoke, of those who are in the room")
  func counts() throws {
    var session = try SampleSession.atChurn()
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 34), Size(columns: 200, rows: 50)] {
      #expect(main(session.view(), size).joined().contains("2 of 4 heard"))
      var later = session
      try later.give("heard vp-eng")
      #expect(main(later.view(), size).joined().contains("3 of 4 heard"))
      try later.give("leave cs-head")
      #expect(main(later.view(), size).joined().contains("3 of 3 heard"))
    }
    try session.give("dot vp-eng abstain")
    let side = session.view().frame(size: Size(columns: 120, rows: 34)).picture
    #expect(!side.contains("3 of 4 ─"), "The side does not count in another way")
  }

  @Test("The marked person is in reverse in the grid and among the people")
  func marked() throws {
    var view = try SampleSession.atChurn().view()
    view.marked = StakeholderID("vp-eng")
    let frame = view.frame(size: Size(columns: 120, rows: 34))
    let marked = (0..<34).filter { y in (0..<80).contains { frame[$0, y].style == view.look[.selection].over(view) } }
    let rows = marked.map { y in (0..<80).map { frame[$0, y].text }.joined() }
    #expect(rows.count == 3)
    #expect(rows[0].contains("VE"))
    #expect(rows[1].contains("▶"))
    #expect(rows[2].contains("Vera Engel") && rows[2].contains("not heard"))
  }

  @Test("Time is small while it is calm, and the largest thing in the side when it presses")
  func time() throws {
    func rows(after seconds: Int) throws -> Int {
      var session = try SampleSession.atChurn()
      session.wait(0, seconds)
      let size = Size(columns: 120, rows: 34)
      let frame = session.view().frame(size: size)
      let side = session.view().layout(Rect(size)).side
      return (side.y..<side.maxY).count { y in
        (side.x..<side.maxX).contains {
          frame[$0, y].style.background != nil || frame[$0, y].style.attributes.contains(.reverse)
        }
      }
    }
    #expect(try rows(after: 60) <= 1)
    #expect(try rows(after: 170) > 4)
    #expect(try rows(after: 300) > 4)
  }
}

extension Style {
  fileprivate func over(_ view: SessionView) -> Style { merged(over: view.look[.text]) }
}

extension State {
  fileprivate mutating func edit(goal id: String, _ change: (inout Goal) -> Void) {
    guard let index = goals.firstIndex(where: { $0.id.text == id }) else { return }
    change(&goals[index].goal)
  }
}
