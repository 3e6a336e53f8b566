import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("Hard moments by keys")
struct AppMomentsTests {
  private static let small = Size(columns: 80, rows: 24)

  private func atGoal(_ plan: Plan = .workshop, size: Size = small) -> Room {
    var room = Room(plan)
    room.size = size
    room.press("n n n")
    return room
  }

  @Test("When who is asked last gives the first dot, the cue asks the next by name, and nothing else happens (M25)")
  func lateDotFirst() {
    var room = atGoal()
    let before = Cue(room.state, at: room.now)?.text
    room.press("right")
    #expect(room.screen.contains("g y r a dot for Ada Obi"))
    room.press("g")
    let after = Cue(room.state, at: room.now)
    #expect(after?.card == .round && after?.text != before)
    #expect(room.screen.contains("Ask  “\(after?.text ?? "")”"))
    #expect(room.model.overlays.isEmpty && room.model.notice?.severity == .information)
    #expect(room.screen.contains("g y r a dot for Carla Stein"))
    room.press("g")
    #expect(Cue(room.state, at: room.now)?.card == .silent)
  }

  @Test("Who has not been heard on the goal stands on it; H takes one after the other off, in the order to ask (M13)")
  func heard() {
    var room = atGoal()
    func row(of who: String) -> String {
      let rows = room.screen.split(separator: "\n").map { $0.prefix(80) }
      return rows.first { $0.contains(who) && $0.contains("heard") }.map(String.init) ?? ""
    }
    let everyone = ["Carla Stein", "Vera Engel", "Victor Sand", "Ada Obi"]
    #expect(room.screen.contains("0 of 4 heard"))
    #expect(everyone.allSatisfy { row(of: $0).contains("not heard") })
    room.press("H H")
    #expect(room.lines.suffix(2) == ["heard cs-head", "heard vp-eng"])
    #expect(room.screen.contains("2 of 4 heard"))
    #expect(everyone.filter { row(of: $0).contains("not heard") } == ["Victor Sand", "Ada Obi"])
    room.press("right H")
    #expect(room.lines.last == "heard ceo")
    room.press("H")
    #expect(room.screen.contains("4 of 4 heard"))
    room.press("H")
    #expect(room.lines.last == "heard vp-sales")
    #expect(room.screen.contains("everyone here has been heard"))
    room.size = Size(columns: 120, rows: 34)
    #expect(everyone.allSatisfy { row(of: $0).contains("heard, no dot") }, "being heard is not a dot")
  }

  @Test(
    "A request takes two keys besides its words, and two more for who asked; then it is parked, and asked about (M16)")
  func request() {
    var room = atGoal()
    room.press("f")
    room.type("Dark mode")
    room.press("tab 2 enter")
    #expect(room.lines.last == "request \"Dark mode\" by=vp-sales")
    #expect(room.screen.contains("┌ P2 Dark mode "))
    for words in [
      "Which of our goals would that serve?", "no goal: is one missing?", "withdrawn", "leave it in the park",
    ] { #expect(room.screen.contains(words), "\(words)") }
    room.press("esc")
    #expect(room.state.item(ItemID("P2"))?.state == .parked)
    room.press("f4 end enter")
    #expect(room.screen.contains("no goal: is one missing?"))
    room.press("w")
    #expect(room.state.item(ItemID("P2"))?.state == .withdrawn)
  }

  @Test("At one's own terminal a request takes two keys besides its words")
  func ownRequest() {
    var room = Room(speaker: .stakeholder(StakeholderID("vp-eng")))
    room.press("f")
    room.type("Dark mode")
    room.press("enter")
    #expect(room.state.item(ItemID("P2"))?.by == StakeholderID("vp-eng"))
  }

  @Test("A roadmap that is full of goals which nobody has seen yet says so, and none of their names (M12)")
  func fullOfWhatComes() {
    var room = Room()
    room.press("f2")
    #expect(room.screen.contains("3/3 full") && room.screen.contains("3 goals come to the table later"))
    #expect(!room.screen.contains("churn"))
  }

  @Test("Goals are offered for a request by the numbers that they have on the screen")
  func numbers() {
    var room = atGoal()
    room.give("drop activation because=x")
    room.press("n f 1")
    room.type("Sync")
    room.press("enter 1")
    #expect(room.model.overlays.count == 1, "the first goal is dropped, and 1 is no answer")
    #expect(room.screen.contains("2             Reduce monthly churn"))
    room.press("2")
    #expect(room.lines.last == "serve P2 goal=churn")
  }

  @Test("A status report is parked as one: two keys, its words, Enter (M22)")
  func status() {
    var room = atGoal()
    room.press("! s")
    room.type("May went well")
    room.press("enter")
    #expect(room.lines.last == "park \"May went well\" kind=status")
    #expect(room.state.parkingLot.last?.kind == .status)
    #expect(room.model.overlays.isEmpty)
  }

  @Test("A conflict is offered first once people differ and all have answered, until there was one about the goal")
  func offersConflict() {
    var room = atGoal()
    room.press("g r")
    room.type("Forty is a lot")
    room.press("enter m enter g g")
    #expect(room.hints.prefix(2) == ["x conflict", "c confirm"])
    room.give("conflict Target between=vp-eng,cs-head goal=activation")
    room.give("postpone decider=ceo by=+7d criteria=Data")
    room.press("esc")
    #expect(room.hints.first == "c confirm")
  }

  @Test("Once everyone has answered, settling comes first among the keys; among priorities, the order does")
  func settlingFirst() {
    var room = Room()
    room.press("n n n g g g")
    #expect(room.screen.contains("\n g green  y yellow  r red  a abstain  for Ada Obi"))
    room.press("g")
    #expect(room.screen.contains("\n c confirm  "))
    room.press("c n g g g g c n g g g g c n")
    #expect(room.state.step == .priorities)
    #expect(room.screen.contains("\n + rank up  - rank down  "))
  }

  @Test("A closed session offers no key that would change it")
  func closedFooter() {
    var room = Room()
    room.press("n n n Z")
    room.type("no time")
    room.press("enter")
    #expect(room.state.ended != nil)
    for label in ["x conflict", "! drift", "I impact"] { #expect(!room.screen.contains(label)) }
    room.press("q s")
    #expect(room.effects.last == .leave(.closed))
  }

  @Test("Where a step is done, going on comes first among the keys")
  func offersNext() {
    var room = Room()
    room.size = Self.small
    #expect(room.screen.contains("\n n next  "))
    room.press("n n n g g g g c")
    #expect(room.screen.contains("\n n next  "))
  }

  @Test("The mark of a goal that is decided says what it means, and on such a goal naming drift is offered")
  func decided() {
    var plan = Plan.workshop
    plan.goals[1].boundary = .decided
    var room = atGoal(plan)
    #expect(!room.screen.contains("not open today"))
    room.press("g g g g c n")
    #expect(room.screen.contains("◆ not open today"))
    #expect(room.screen.contains("g y r a dot for Carla Stein   ! drift"))
    room.press("f2")
    #expect(room.screen.contains("◆ decided before today"))
    room.press("esc n")
    room.give("skip churn because=x")
    room.press("o n")
    #expect(room.screen.contains("◆ 2 Reduce monthly churn"))
  }

  @Test("A dropped goal that comes back into a full timeframe is asked what moves out, with the picture (M17)")
  func comesBack() {
    var room = atGoal()
    room.give("drop activation because=x")
    room.give("propose speed Speed timeframe=q3 metric=Deploys baseline=1 target=5")
    for who in ["cs-head", "vp-eng", "vp-sales", "ceo"] { room.give("dot \(who) green") }
    room.press("c")
    #expect(room.form?.verb == .confirm)
    #expect(room.form?.fields.contains { $0.name == "displacing" } == true)
    #expect(room.screen.contains("What moves out*") && room.screen.contains("is full"))
    room.press("1")
    #expect(room.screen.contains("+ Improve activatio"))
    room.press("tab 1 3 enter")
    #expect(room.lines.suffix(2).first?.hasPrefix("confirm activation displacing=") == true)
    #expect(room.lines.last == "accept ceo,vp-eng tradeoff=1")
    #expect(room.state.tradeOffs.map(\.accepted.count) == [2])
    #expect(room.model.overlays.isEmpty, "who accepts it was asked in the same form")
  }

  @Test("A resolved conflict about no goal asks at once who can live with it, by name (M46)")
  func consent() {
    var room = atGoal()
    room.press("g g g g c n g g g g c n g g g g c n")
    room.give("conflict \"Which tool?\" between=vp-eng,ceo")
    room.give("resolve \"The one we have\" because=\"It is paid\"")
    #expect(room.form?.title == "Who can live with it?")
    #expect(room.screen.contains("Ask Vera Engel and Ada Obi by name"))
    room.press("3 enter")
    #expect(room.lines.last == "consent vp-eng")
    #expect(room.screen.contains("Ask  “Ada, can you live with what we decided"))
    #expect(room.screen.contains("\n Y consent  "))
    room.press("Y 1 enter")
    #expect(room.state.consentsSought.isEmpty)
    #expect(!room.screen.contains("Y consent"))
    room.press("f8 end")
    #expect(room.screen.contains("Ada Obi and Vera Engel can live with it"))
  }

  @Test("What the goal gives and costs the two stands under their names, once both interests are there (M48)")
  func price() {
    var room = atGoal()
    room.give("conflict Speed between=vp-eng,vp-sales goal=activation")
    room.give("argue vp-eng \"Each release breaks\" interest=Sleep")
    #expect(!room.screen.contains("I impact"))
    room.give("argue vp-sales \"Deals wait\" interest=Revenue")
    #expect(room.screen.contains("I impact"))
    room.press("I")
    #expect(room.form?.value(of: "WHO") == "vp-eng" && room.form?.value(of: "goal") == "activation")
    room.press("tab tab")
    room.type("Two releases")
    room.press("enter")
    #expect(room.screen.contains("Pays: Two releases"))
  }

  @Test("On a small screen the positions of a conflict are a few keys away, and no key leads beyond them")
  func scrolls() {
    var room = atGoal(size: Size(columns: 60, rows: 16))
    room.give("conflict Speed between=vp-eng,vp-sales goal=activation")
    room.give("argue vp-eng \"Each release breaks what the last one mended\" interest=Sleep")
    room.give("argue vp-sales \"Thirty deals wait for one word\" interest=Revenue")
    for word in ["One", "Two", "Three", "Four"] {
      room.give("argue vp-eng \(word)")
      room.give("argue vp-sales \"No \(word)\"")
    }
    #expect(room.screen.contains("No Four") && !room.screen.contains("“Each release"))
    room.press("home")
    #expect(room.screen.contains("“Each release"))
    let top = room.screen
    room.press("up up down up")
    #expect(room.screen == top)
    room.press("down")
    #expect(room.screen != top)
    room.press("end")
    #expect(room.screen.contains("No Four"))
  }

  @Test("Empty sheets and the empty ledger say what they are for and how they are filled")
  func empty() {
    var room = atGoal()
    room.press("f10")
    #expect(room.screen.contains("A yellow or red dot takes a cause"))
    for words in ["value, fit and risk", "two weeks at most", "what the step makes possible", "opens the gate"] {
      #expect(room.screen.contains(words), "\(words)")
      room.press("down")
    }
    room.press("f9")
    #expect(room.screen.contains("Nothing has moved out for anything yet."))
    #expect(room.screen.contains("is asked what moves out for it"))
  }
}
