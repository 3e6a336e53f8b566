import ParleyCore
import ParleyScreens
import ParleyTerminal
import Testing

@testable import ParleyUI

@Suite("A session by keys alone")
struct AppSessionTests {
  @Test("A check-in shows below the scorecard what was said to be blocked, and who has it in hand")
  func blocked() {
    var plan = Plan.workshop
    plan.kind = .checkIn
    plan.parkingLot = [
      ParkedIdea(text: "Blocked: Sample data — Legal", kind: .status, owner: StakeholderID("vp-eng")),
      ParkedIdea(text: "An idea", kind: .idea),
    ]
    var room = Room(plan)
    room.press("n n")
    #expect(room.screen.contains("Where the goals stand") && room.screen.contains("What was reported"))
    #expect(room.screen.contains("Blocked: Sample data — Legal (Vera Engel)"))
  }

  @Test("Up and down go through the goals and then the people, from whoever is marked, and lose no mark at the ends")
  func stageArrows() throws {
    var room = Room()
    room.press("n n n")
    let people = room.state.plan.stakeholders.map(\.id)
    let first = try #require(room.model.person)
    let place = try #require(people.firstIndex(of: first))
    // To the last of them, and no further.
    for who in people[(place + 1)...] + [people[people.count - 1]] {
      room.press("down")
      #expect(room.model.person == who)
    }
    for who in people.reversed().dropFirst() {
      room.press("up")
      #expect(room.model.person == who)
    }
    room.press("up")
    #expect(room.model.selectedRow == .goal(GoalID("activation")))
    room.press("up down g")
    #expect(room.state.goal(GoalID("activation"))?.dots[people[0]]?.colour == .green)
  }

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
    room.press("f")
    room.type("Trial mails")
    room.press("tab 2 enter")
    #expect(room.state.item(ItemID("P2"))?.by == StakeholderID("vp-sales"))
    room.press("esc")
    #expect(room.state.item(ItemID("P2"))?.state == .parked)
    // A red dot is confirmed over, with a process.
    room.press("r")
    room.type("It cannot be measured")
    room.press("enter e enter g g g c")
    #expect(room.model.overlays.count == 1)
    room.type("Cohort data of June")
    room.press("tab 1 enter n")
    #expect(room.state.step == .goal(GoalID("deal-close")))
    #expect(room.state.goal(GoalID("churn"))?.settlement?.dissent?.decider == StakeholderID("ceo"))

    // A missing goal displaces the one on the table.
    room.press("P")
    room.type("Deploy without fear")
    room.press("tab 1 tab")
    room.type("Deploys a week")
    room.press("tab tab 1 tab 5 enter")
    #expect(room.model.overlays.count == 1)
    room.press("5 tab 1 2 3 enter")
    #expect(room.model.overlays.isEmpty)
    #expect(room.state.goal(GoalID("deal-close"))?.goal.timeframe == TimeframeID("q4"))
    room.press("g g g g c n")
    #expect(room.state.step == .goal(GoalID("deploy-without-fear")))
    room.press("g g g y")
    room.type("Too soon")
    room.press("enter m enter c n")
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

  @Test("Two facilitators press next in the same moment: the session goes on by one step, and the second is told")
  func twoAtOnce() throws {
    for keys in ["n", "N", "b"] {
      var room = Room()
      room.press("n n")
      room.isHostSlow = true
      var other = Room(in: room, speaker: .facilitator)
      room.press(keys)
      other.press(keys)
      room.answerNext()
      #expect(room.state.step == (keys == "n" ? .goal(GoalID("activation")) : .boundary), "\(keys)")
      #expect(other.lines == ["\(keys == "n" ? "next" : "back") from=context"])
      #expect(room.model.notice?.severity == .refusal)
      #expect(room.model.notice?.text.contains("no more at context") == true, "\(room.screen)")
    }
  }

  @Test("Undo takes back what was the last when the key was pressed, and nothing that came since")
  func undoOfWhatWasMeant() throws {
    var room = Room()
    room.press("n n n g")
    room.isHostSlow = true
    room.press("u")
    var seat = Room(in: room, speaker: .stakeholder(StakeholderID("ceo")))
    seat.press("a")
    room.answerNext()
    #expect(room.lines.last == "undo of=4")
    #expect(room.state.goalOnTable?.dots.count == 2)
    #expect(
      room.model.notice?.severity == .refusal && room.model.notice?.text.contains("entry 4 is not the last") == true)
    seat.press("u")
    #expect(seat.lines.last == "undo of=5" && room.state.goalOnTable?.dots.count == 1)
    #expect(seat.model.notice?.text == "took back what you gave: “you: abstain on Improve activation rate”")
    seat.press("u")
    #expect(room.state.goalOnTable?.dots.count == 1, "what another gave is not theirs to take back")
  }

  @Test("No form offers that a dot of someone else's is their own")
  func ownIsNotOffered() {
    var room = Room()
    room.press("n n n y m")
    room.size = Size(columns: 120, rows: 60)
    #expect(!room.screen.contains("given themselves"))
    room.press("esc esc")
    room.press(":")
    room.type("dot ceo green how=")
    let offered = room.prompt?.candidates.map(\.word) ?? []
    #expect(offered.count == 3 && !offered.contains { $0.contains("own") }, "\(offered)")
  }
}
