import ParleyCore
import ParleyHost
import ParleyScreens
import ParleyTerminal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyUI

/// Between the mouth and the record no word is lost, and no choice is made that nobody made.
@Suite("Words")
struct AppWordsTests {
  private func atGoal(_ speaker: Speaker = .facilitator) throws -> Room {
    var room = Room(speaker: speaker)
    for _ in 0..<3 { try room.hearElsewhere("next") }
    return room
  }

  private func dot(_ who: String, on goal: String = "activation", in room: Room) -> Dot? {
    room.state.goal(GoalID(goal))?.dots[StakeholderID(who)]
  }

  @Test(
    "A sentence typed right after the key is the person's words, whatever letter it begins with",
    arguments: [
      "we should not carry this before uptime", "if it holds", "metric is fine, but", "he said no", "1 of 3 fits",
    ])
  func sentence(_ words: String) throws {
    var room = try atGoal(.stakeholder(StakeholderID("vp-eng")))
    room.press("r")
    room.type(words)
    room.press("enter")
    #expect(dot("vp-eng", in: room) == nil, "no layer has been chosen yet")
    room.press("h enter")
    #expect(dot("vp-eng", in: room) == Dot(colour: .red, layer: .horizon, note: words, how: .own))
  }

  @Test("A request keeps its words, and who asked is who is marked until another is chosen")
  func request() throws {
    var room = try atGoal()
    room.press("f")
    room.type("Salesforce sync")
    room.press("enter")
    #expect(room.state.parkingLot.last?.text == "Salesforce sync")
    #expect(room.state.parkingLot.last?.by == StakeholderID("cs-head"))
  }

  @Test("A digit that begins a sentence answers no question, even where two wait; one that is left to stand does")
  func overTwoQuestions() throws {
    var room = try atGoal()
    room.give("goto context")
    room.press("D")
    room.type("Budget.")
    room.press("enter")
    #expect(room.form?.fields[room.form?.focus ?? 0].name == "GOAL")
    var other = room.branch()
    room.type("1 of us has to know")
    #expect(room.form?.value(of: "GOAL") == nil && room.form?.value(of: "decider") == nil)
    #expect(room.form?.value(of: "criteria")?.hasSuffix("1 of us has to know") == true)

    other.press("1")
    other.wait(1)
    other.type("whoever they ask")
    #expect(other.form?.value(of: "GOAL") == "activation")
    #expect(other.form?.value(of: "criteria")?.hasSuffix("whoever they ask") == true)
  }

  @Test("A sentence typed over a list goes to the words, from its first letter, and changes no choice")
  func overList() throws {
    var room = try atGoal()
    room.give("conflict Target between=vp-eng,cs-head")
    room.press("S tab tab")
    #expect(room.form?.fields[room.form?.focus ?? 0].name == "to")
    let decider = room.form?.value(of: "to")
    room.type("3 of us, whoever they ask")
    #expect(room.form?.value(of: "to") == decider)
    #expect(room.form?.value(of: "criteria") == "3 of us, whoever they ask")
    room.press(.paste(" and a paste"))
    #expect(room.form?.value(of: "criteria") == "3 of us, whoever they ask and a paste")
  }

  @Test("A paste into a list is kept with the words; where a form takes none, that is said")
  func paste() throws {
    var room = try atGoal()
    room.press("y tab")
    room.press(.paste("Too high for a quarter"))
    #expect(room.form?.value(of: "note") == "Too high for a quarter")
    #expect(room.form?.value(of: "layer") == nil)
    room.press("C-x 4 O")
    room.press(.paste("Ada"))
    #expect(room.form?.refusal?.contains("takes no words") == true)
  }

  @Test("The table moves under a form: it says so, and gives the dot to the goal that it was opened on")
  func tableMoves() throws {
    var room = try atGoal(.stakeholder(StakeholderID("cs-head")))
    room.press("y")
    room.type("Too high")
    for who in ["ceo", "vp-sales", "vp-eng", "cs-head"] { try room.hearElsewhere("dot \(who) green") }
    try room.hearElsewhere("confirm", "next")
    #expect(room.screen.contains("The table has moved on to “Reduce monthly churn”"))
    room.press("enter m enter")
    #expect(dot("cs-head", in: room)?.colour == .yellow)
    #expect(dot("cs-head", on: "churn", in: room) == nil)
  }

  @Test("A key that was pressed for one goal never reaches the next: every dot names its goal")
  func keysNameGoals() throws {
    var room = try atGoal()
    room.press("g a .")
    #expect(room.lines.allSatisfy { $0.contains("goal=activation") })
  }

  @Test("The page of a reveal takes no key: the next one means what it means")
  func reveal() throws {
    var room = try atGoal()
    try room.hearElsewhere("vote open")
    for who in ["ceo", "vp-sales", "vp-eng", "cs-head"] {
      try room.hearElsewhere("ballot churn=1", by: .stakeholder(StakeholderID(who)))
    }
    try room.hearElsewhere("vote reveal")
    #expect(room.screen.contains("Enter goes on"))
    room.press("f")
    room.type("free trials")
    #expect(room.form?.value(of: "TEXT") == "free trials")
    #expect(room.state.goalOnTable?.dots.isEmpty == true)
  }

  @Test("The one who is marked is marked on the screen, and the mark goes on when they answer at their own seat")
  func mark() throws {
    var room = try atGoal()
    room.press("right right")
    let marked = try #require(room.model.person)
    #expect(room.frame.hasSelection(room.initials(of: marked)))
    try room.hearElsewhere("dot \(marked) red layer=metric note=No", by: .stakeholder(marked))
    #expect(room.model.person != marked)
    let next = try #require(room.model.person)
    room.press("g")
    #expect(dot(marked.text, in: room)?.colour == .red)
    #expect(dot(next.text, in: room) == nil, "it may have been meant for the one who has just answered")
    #expect(room.screen.contains("has just answered at their own seat; once more for \(room.state.name(next))"))
    room.press("g")
    #expect(dot(next.text, in: room)?.colour == .green)
  }

  @Test("Once there was time to look, the key is for whoever is marked now")
  func markLater() throws {
    var room = try atGoal()
    let marked = try #require(room.model.person)
    try room.hearElsewhere("dot \(marked) green", by: .stakeholder(marked))
    room.wait(2)
    let next = try #require(room.model.person)
    room.press("g")
    #expect(next != marked && dot(next.text, in: room)?.colour == .green)
  }

  @Test("A key that is on its way when its person answers at their own seat does not replace that answer")
  func crossing() throws {
    var room = try atGoal()
    let marked = try #require(room.model.person)
    room.isHostSlow = true
    room.press("g")
    var seat = Room(in: room, speaker: .stakeholder(marked))
    seat.press("r")
    seat.type("Not before uptime")
    seat.press("tab m enter")
    room.answerNext()
    #expect(dot(marked.text, in: room)?.note == "Not before uptime")
    #expect(room.screen.contains("has just answered at their own seat: red. That stands"))
  }

  @Test("Words for somebody who has answered since the form opened are kept, and replace it by a second Enter")
  func crossingForm() throws {
    var room = try atGoal()
    let marked = try #require(room.model.person)
    room.press("y")
    room.type("They said five is a lot")
    room.press("tab m")
    try room.hearElsewhere("dot \(marked) red layer=metric note=No", by: .stakeholder(marked))
    room.press("enter")
    #expect(dot(marked.text, in: room)?.note == "No")
    #expect(room.form?.refusal?.contains("That stands") == true)
    #expect(room.form?.value(of: "note") == "They said five is a lot")
    room.type("sure")
    #expect(room.form?.value(of: "layer") == "metric", "words after a refusal take no choice back")
    room.press("enter")
    #expect(dot(marked.text, in: room)?.note == "They said five is a lot sure")
  }

  @Test("A dot that its owner gave is not replaced by a key alone")
  func ownDot() throws {
    var room = try atGoal()
    let ceo = StakeholderID("ceo")
    try room.hearElsewhere("dot ceo red layer=metric note=No how=own", by: .stakeholder(ceo))
    while room.model.person != ceo { room.press("right") }
    #expect(room.screen.contains("Ada Obi: red, the metric target") || room.screen.contains("Ada Obi: red"))
    room.press("g")
    #expect(room.screen.contains("gave this dot at their own seat"))
    room.press("esc")
    #expect(dot("ceo", in: room)?.colour == .red)
    room.press("g c")
    #expect(dot("ceo", in: room)?.colour == .green)
  }

  @Test("What somebody gave at their own seat is not taken back by a key alone")
  func undoOfAnother() throws {
    var room = try atGoal()
    var seat = Room(in: room, speaker: .stakeholder(StakeholderID("ceo")))
    seat.press("g")
    room.hear()
    room.press("u")
    #expect(room.screen.contains("Take back what Ada Obi gave?"))
    room.press("esc")
    #expect(dot("ceo", in: room)?.colour == .green)
    room.press("u u")
    #expect(dot("ceo", in: room) == nil)
  }

  @Test("Of two who lead, one does not take back by a key alone what the other gave")
  func undoOfAnotherFacilitator() throws {
    var room = try atGoal()
    var second = Room(in: room, speaker: .facilitator)
    room.press("g")
    second.hear()
    second.press("u")
    #expect(second.screen.contains("Take back what facilitator 1 gave?"))
    second.press("esc")
    #expect(room.session.undoable?.seat == .seat(.facilitator))
  }

  @Test("What the second who leads gave themselves is taken back by the key alone, as the first's is by theirs")
  func undoOfOnesOwnBesideAnother() throws {
    var room = try atGoal()
    var second = Room(in: room, speaker: .facilitator)
    let marked = try #require(second.model.person)
    second.press("g")
    #expect(dot(marked.text, in: second)?.colour == .green, "\(second.screen)")
    second.press("u")
    #expect(!second.screen.contains("Take back what"))
    #expect(dot(marked.text, in: second) == nil)
    room.hear()
    room.press("g u")
    #expect(!room.screen.contains("Take back what"))
    #expect(dot(marked.text, in: room) == nil)
  }

  @Test("Words come back after undo, to be changed and given again")
  func undone() throws {
    var room = try atGoal()
    room.press("o")
    room.type("Ada joins at three")
    room.press("enter u")
    #expect(room.state.notes.isEmpty)
    #expect(room.screen.contains("“Ada joins at three”"))
    room.press("o")
    #expect(room.form?.value(of: "TEXT") == "Ada joins at three")
  }

  @Test("Undone words are quoted as they were said, though a choice was made after them")
  func undoneChoice() throws {
    var room = try atGoal()
    room.press("y")
    room.type("Forty is a lot")
    room.press("enter m")
    room.wait(1)
    #expect(room.lines.last?.hasSuffix("layer=metric note=\"Forty is a lot\"") == true)
    room.press("u")
    #expect(room.screen.contains("the same key brings back “Forty is a lot”"))
  }

  @Test("A text that is full says what did not fit")
  func full() throws {
    var room = try atGoal()
    room.press("o")
    room.press(.paste(String(repeating: "x", count: 4090)))
    room.type("abcdefgh")
    #expect(room.form?.value(of: "TEXT")?.utf8.count == 4096)
    #expect(room.form?.refusal?.contains("“h” is not in it") == true)
  }

  @Test("The line opens empty, so that the next words are not glued to what was left")
  func line() throws {
    var room = try atGoal()
    room.press(":")
    room.type("blah")
    room.press("esc :")
    #expect(room.prompt?.line == "")
    room.press("up")
    #expect(room.prompt?.line == "blah")
  }

  @Test("A goal without a capacity is asked what moves out; that nothing does has to be chosen")
  func freeAddition() throws {
    var plan = Plan.workshop
    plan.goals[0].capacity = nil
    var room = Room(plan)
    room.press("n n n f")
    room.type("Trial mails")
    room.press("enter 1")
    #expect(room.screen.contains("nothing moves out") && !room.screen.contains("Feature checklist"))
    room.press("enter")
    #expect(room.state.item(ItemID("P2"))?.state == .parked, "nothing is chosen yet")
    room.press("1")
    #expect(room.screen.contains("Feature checklist"))
    room.press("esc esc f4 end s")
    room.type("Trials lapse")
    room.press("tab 1 enter")
    #expect(room.screen.contains("nothing moves out"))
    room.press("0")
    #expect(room.state.item(ItemID("P2"))?.state == .served)
    #expect(room.lines.last == "serve P2 goal=activation because=\"Trials lapse\"")
  }

  @Test("A confirm after a conflict that was escalated has what was agreed on in it")
  func carriedOver() throws {
    var room = try atGoal()
    for line in [
      "dot ceo green", "dot cs-head green", "dot vp-sales green", "dot vp-eng red layer=metric",
      "conflict Target between=vp-eng,cs-head goal=activation",
      "escalate to=ceo by=2027-07-09 criteria=\"Cohort data\" options=\"A|B\"",
    ] { try room.hearElsewhere(line) }
    room.press("c")
    #expect(room.form?.value(of: "decider") == "ceo" && room.form?.value(of: "by") == "2027-07-09")
    #expect(room.form?.refusal == nil && room.screen.contains("As the conflict about it left it; Enter confirms."))
    room.press("enter")
    let dissent = room.state.goal(GoalID("activation"))?.settlement?.dissent
    #expect(dissent?.criteria == "Cohort data")
  }

  @Test("On leaving, what was not sent is named")
  func leaving() throws {
    var room = try atGoal()
    room.press("o")
    room.type("Half a thought")
    room.press("esc q")
    #expect(room.screen.contains("note “Half a thought”"))
  }

  @Test("C-x gives words up, and says which")
  func discard() throws {
    var room = try atGoal()
    room.press("o")
    room.type("Half a thought")
    room.press("C-x")
    #expect(room.model.notice?.text == "discarded: “Half a thought”")
    room.press("o")
    #expect(room.form?.value(of: "TEXT") == nil && room.model.unsentDrafts.isEmpty)
  }

  @Test("Words that were refused stay, though the form was opened again meanwhile")
  func refused() throws {
    var room = try atGoal()
    room.isHostSlow = true
    room.press("d")
    room.type("Ship it")
    room.press("tab")
    room.type("we can")
    room.press("tab tab tab enter")
    #expect(room.model.unsentDrafts.count == 1)
    room.answerNext()
    #expect(room.state.decisions.count == 1)
    #expect(room.model.unsentDrafts.isEmpty)
  }
}

extension Frame {
  /// Whether these words stand somewhere in the look of what is selected.
  fileprivate func hasSelection(_ text: String) -> Bool {
    let look = Look()
    return (0..<size.rows).contains { row in
      (0..<size.columns - 1).contains { column in
        self[column, row].text + self[column + 1, row].text == text && self[column, row].style == look[.selection]
      }
    }
  }
}

extension Room {
  fileprivate func initials(of who: StakeholderID) -> String {
    let words = state.name(who).split(separator: " ")
    return words.compactMap(\.first).map { String($0) }.joined()
  }
}

// What a key in a list may cost: nothing.
extension AppWordsTests {
  @Test("One key that is no option's is a slip: it stands nowhere, and says what the keys are")
  func slip() throws {
    var room = try atGoal()
    room.press("2 r")
    room.type("Twelve deals were lost")
    room.press("enter")
    room.wait(1)
    room.press("t")
    #expect(room.form?.refusal?.hasPrefix("t chooses nothing here: the keys are i m h") == true)
    room.wait(1)
    room.press("h")
    room.wait(1)
    #expect(dot("vp-sales", in: room) == Dot(colour: .red, layer: .horizon, note: "Twelve deals were lost"))
  }

  @Test("Space after a choice that has stood takes nothing back and writes nothing")
  func space() throws {
    var room = try atGoal()
    room.press("f")
    room.type("Audit log")
    room.press("tab 2")
    room.wait(1)
    room.press("space")
    room.wait(1)
    #expect(room.form?.value(of: "TEXT") == "Audit log" && room.form?.value(of: "by") == "vp-sales")
    room.press("enter")
    #expect(room.state.parkingLot.last?.by == StakeholderID("vp-sales"))
  }

  @Test("Space right after the key of an option writes nothing, unless more words come at once")
  func quickSpace() throws {
    var room = try atGoal()
    room.press("x")
    room.type("Speed")
    room.press("tab 3 space")
    var other = room.branch()
    room.wait(1)
    #expect(room.form?.value(of: "TOPIC") == "Speed" && room.form?.value(of: "between") == "vp-eng")
    other.type("releases a week")
    #expect(other.form?.value(of: "TOPIC") == "Speed 3 releases a week" && other.form?.value(of: "between") == nil)
  }

  @Test("What people call a thing is never taken for advice")
  func adviceInAName() {
    let sentence = "“Grow; close the gap” has no metric “Weight”"
    #expect(RefusalNotice(code: .badArgument, sentence: sentence).forKeys { _ in "C" }.sentence == sentence)
  }

  @Test("A slip and Enter at once send nothing; words that come at once are words")
  func slipAndEnter() throws {
    var room = try atGoal()
    room.press("f")
    room.type("Audit log")
    room.press("tab")
    var other = room.branch()
    room.press("z enter")
    #expect(room.form?.refusal?.hasPrefix("z chooses nothing here") == true && room.state.parkingLot.count == 1)
    other.type("with export")
    #expect(other.form?.value(of: "TEXT") == "Audit log with export")
  }

  @Test("A third of two is refused, and neither of the two is lost")
  func third() throws {
    var room = try atGoal()
    room.press("x")
    room.type("Speed")
    room.press("tab 3")
    room.wait(1)
    room.press("2")
    room.wait(1)
    room.press("1")
    #expect(room.form?.value(of: "between") == "vp-eng,vp-sales")
    #expect(room.form?.refusal == "Vera Engel and Victor Sand are chosen already; the key of one takes them out")
  }

  @Test("A proposed day says which it is, and the first key replaces it")
  func proposedDay() throws {
    var room = try atGoal()
    room.press("F")
    room.type("Call them")
    room.press("tab tab")
    #expect(room.screen.contains("+7d is 2027-07-05"))
    room.type("2027-07-09")
    #expect(room.form?.value(of: "due") == "2027-07-09")
  }
}
