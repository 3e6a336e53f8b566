import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("A session by keys alone")
struct AppSessionTests {
  @Test(
    "A whole session is run from the lobby to the end with keys alone",
    arguments: [Size(columns: 120, rows: 34), Size(columns: 80, rows: 24)])
  func wholeSession(size: Size) {
    var room = Room()
    room.size = size
    room.press("n n n")
    #expect(room.state.step == .goal(GoalID("activation")))
    room.press("g g g a c n")
    #expect(room.state.goal(GoalID("activation"))?.settlement?.name == "confirmed")

    // A feature request is parked, and the question about it answered with a goal.
    room.press("f 2")
    room.type("Trial mails")
    room.press("enter")
    #expect(room.state.item(ItemID("P2"))?.by == StakeholderID("vp-sales"))
    room.press("esc")
    #expect(room.state.item(ItemID("P2"))?.state == .parked)
    // A red dot is confirmed over, with a process.
    room.press("r e")
    room.type("It cannot be measured")
    room.press("enter g g g c")
    #expect(room.model.overlays.count == 1)
    room.press("1 tab tab")
    room.type("Cohort data of June")
    room.press("enter n")
    #expect(room.state.step == .goal(GoalID("deal-close")))
    #expect(room.state.goal(GoalID("churn"))?.settlement?.dissent?.decider == StakeholderID("ceo"))

    // A missing goal displaces the one on the table.
    room.press("P")
    room.type("Deploy without fear")
    room.press("tab 1")
    room.type("Deploys a week")
    room.press("tab tab 1 tab 5 enter")
    #expect(room.model.overlays.count == 1)
    room.press("5 enter")
    #expect(room.form?.title == "Who accepts it?")
    room.press("1 2 3 enter")
    #expect(room.model.overlays.isEmpty)
    #expect(room.state.goal(GoalID("deal-close"))?.goal.timeframe == TimeframeID("q4"))
    room.press("g g g g c n")
    #expect(room.state.step == .goal(GoalID("deploy-without-fear")))
    room.press("g g g y m")
    room.type("Too soon")
    room.press("enter c n")
    #expect(room.state.step == .priorities)
    room.press("J")
    #expect(room.state.priorities.first?.id == GoalID("churn"))
    room.press("u n n n n n")
    #expect(room.state.step == .readBack)

    room.press("enter enter v")
    room.type("Only with the sync")
    room.press("enter enter C")
    #expect(room.state.ended == nil)
    room.press("R")
    room.type("The sync is designed in Q3")
    room.press("enter C")
    #expect(room.state.ended != nil)
    #expect(room.state.acknowledgements.count == 4)
    #expect(Set(room.effects.filter { if case .title = $0 { false } else { true } }).isEmpty)
  }
}
