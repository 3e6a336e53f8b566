import ParleyCore
import Testing

@Suite("The roadmap that everyone sees")
struct RoadmapTests {
  @Test("Goals appear when they are presented (M12), and still count as held (M17)")
  func presented() {
    let table = Table.at("goal:churn")
    let roadmap = Roadmap(table.state)
    #expect(roadmap.columns.map(\.held) == [3, 0])
    #expect(roadmap.columns[0].cards.map(\.id) == ["activation", "churn"])
    #expect(roadmap.columns[0].isFull)
    #expect(!roadmap.columns[0].isOverfull)
    #expect(roadmap.cards.filter(\.isOnTable).map(\.id) == ["churn"])
  }

  @Test("Features appear with their step (M20)")
  func features() {
    #expect(Roadmap(Table.at("priorities").state).cards.allSatisfy { $0.goal.features.isEmpty })
    #expect(!Roadmap(Table.at("features:activation").state).cards.allSatisfy { $0.goal.features.isEmpty })
  }

  @Test("Marks tell a dot, silence and absence apart (M13, M25)")
  func marks() {
    var table = Table.at("goal:activation")
    table.must("leave ceo", "dot vp-eng red layer=metric", "dot cs-head green", "dot vp-sales green")
    #expect(Roadmap(table.state).cards[0].marks == [.absent, .dot(.green), .dot(.red), .dot(.green)])
    table.must("arrive ceo")
    #expect(Roadmap(table.state).cards[0].marks[0] == .silent)
  }

  @Test("Someone who was away when a goal was settled stays absent there, and is silent nowhere")
  func absentees() {
    var table = Table.at("goal:activation")
    table.must("leave ceo", "dot vp-eng green", "dot cs-head green", "dot vp-sales green", "confirm", "arrive ceo")
    #expect(Roadmap(table.state).cards[0].marks[0] == .absent)
  }

  @Test("Deferred and dropped goals leave their column")
  func elsewhere() {
    var table = Table.at("goal:activation")
    table.must("drop activation because=x")
    let roadmap = Roadmap(table.state)
    #expect(roadmap.elsewhere.map(\.id) == ["activation"])
    #expect(roadmap.columns[0].held == 2)
  }

  @Test("From the priorities on the numbers are the order of importance")
  func numbers() {
    var table = Table.at("priorities")
    table.must("rank deal-close 1")
    #expect(Roadmap(table.state).cards.first { $0.id == "deal-close" }?.number == 1)
  }
}

@Suite("The agenda with its times")
struct AgendaViewTests {
  @Test("A goal without a presentation is a number without a name (M12)")
  func names() {
    let rows = AgendaView(Table.at("goal:churn").state, at: Table().now).rows
    #expect(
      rows.map(\.title) == [
        "What is open today", "Context", "Improve activation rate", "Reduce monthly churn", "Goal 3", "Priorities",
        "Features: Improve activation rate", "Features", "Read-back",
      ])
    #expect(rows.map(\.short).prefix(5) == ["Boundary", "Context", "Activation", "Churn", "Goal 3"])
  }

  @Test("Steps are done, current or ahead; an open goal that was left is ahead again")
  func progress() {
    var table = Table.at("goal:churn")
    #expect(
      AgendaView(table.state, at: table.now).rows.map(\.progress).prefix(5) == [.done, .done, .done, .current, .ahead])
    table.must("goto context")
    #expect(AgendaView(table.state, at: table.now).rows.map(\.progress).prefix(4) == [.done, .current, .done, .ahead])
  }

  @Test("Actual times count pauses, and the agenda shows the time over the plan")
  func times() {
    var table = Table()
    table.must("next", "+2:00 pause", "+3:00 next", "+1:00 note x")
    let rows = AgendaView(table.state, at: table.now).rows
    #expect(rows[0].actual == 300)
    #expect(rows[0].over == 120)
    #expect(rows[1].actual == 60)
    #expect(rows[2].actual == nil)
  }
}
