import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("Forms")
struct AppFormTests {
  private func atGoal() -> Room {
    var room = Room()
    room.press("n n n")
    return room
  }

  @Test("A yellow dot takes the words, and then asks for a layer by one key")
  func yellowDot() {
    var room = atGoal()
    room.press("y")
    room.type("Forty is a lot")
    room.press("enter m enter")
    #expect(room.lines.last == "dot cs-head yellow goal=activation layer=metric note=\"Forty is a lot\"")
    let dot = room.state.goal(GoalID("activation"))?.dots[StakeholderID("cs-head")]
    #expect(dot?.note == "Forty is a lot")
    #expect(room.model.overlays.isEmpty)
  }

  @Test("A dot without a layer is asked for one in the form, at the field, with every word kept")
  func needsLayer() {
    var room = atGoal()
    room.press("y")
    room.type("Hm")
    room.press("enter")
    #expect(room.form?.refusal == "What is it about? Choose one, or say a condition.")
    #expect(room.form?.fields[room.form?.focus ?? 0].name == "layer")
    #expect(room.form?.value(of: "note") == "Hm")
    #expect(room.screen.contains("What is it about?"))
    room.press("h enter")
    #expect(room.model.overlays.isEmpty)
  }

  @Test("Esc closes a form, and the same key brings its words back")
  func drafts() {
    var room = atGoal()
    room.press("o")
    room.type("Ada joins at three")
    room.press("esc")
    #expect(room.model.overlays.isEmpty)
    #expect(room.lines.count == 3)
    room.press("o")
    #expect(room.form?.value(of: "TEXT") == "Ada joins at three")
    room.press("enter")
    #expect(room.state.notes.map(\.text) == ["Ada joins at three"])
    room.press("o")
    #expect(room.form?.value(of: "TEXT") == nil)
  }

  @Test("Drafts of different people are kept apart")
  func draftsByPerson() {
    var room = atGoal()
    room.press("r")
    room.type("first")
    room.press("esc right r")
    #expect(room.form?.value(of: "note") == nil)
    room.press("esc left r")
    #expect(room.form?.value(of: "note") == "first")
  }

  @Test("Moving into a full timeframe asks what moves out, and says it as one trade-off")
  func displacement() {
    var room = atGoal()
    room.press("g g g g c n g g g g c n g g g g c n")
    room.give("move activation to=q4 because=\"Later\"")
    room.give("propose speed Speed timeframe=q3 metric=Deploys baseline=1 target=5")
    #expect(room.state.occupants(of: TimeframeID("q3")).count == 3)
    room.press("home m")
    room.type("It pays the others")
    room.press("tab 1 enter")
    #expect(room.form?.fields.suffix(2).map(\.name) == ["displacing", "willing"])
    #expect(room.form?.refusal?.hasSuffix("name what moves out") == true, "the form asks for it by its label")
    #expect(room.screen.contains("Reduce monthly churn to Q4 2027"))
    room.press("1")
    #expect(room.screen.contains("Now"))
    #expect(room.screen.contains("+ Improve activatio"), "what comes in")
    #expect(room.screen.contains("→ Reduce monthly churn: to Q4 2027"), "where it would land")
    room.press("tab 1 2 enter")
    #expect(room.model.overlays.isEmpty)
    #expect(room.state.tradeOffs.last?.accepted.count == 2)
    #expect(room.state.tradeOffs.last?.displaced == "churn")
  }

  @Test("A request is parked before it is asked about, and a goal is full only until something moves out")
  func redirect() {
    var room = atGoal()
    room.press("f")
    room.type("Dark mode")
    room.press("tab 2 enter")
    #expect(room.state.parkingLot.map(\.id.text) == ["P1", "P2"])
    #expect(room.screen.contains("Which of our goals would that serve?"))
    room.press("1")
    #expect(room.form?.fields.map(\.name) == ["because", "displacing", "willing"])
    room.type("Support asks")
    room.press("tab 1 enter")
    #expect(room.state.item(ItemID("P2"))?.state == .served)
    #expect(room.state.tradeOffs.map(\.because) == ["Support asks"])
  }

  @Test("A request that serves no goal leads to the form for a missing one; it can also be withdrawn")
  func redirectAway() {
    var room = atGoal()
    room.press("f")
    room.type("Fewer incidents")
    room.press("enter 0")
    #expect(room.form?.verb == .propose)
    #expect(room.state.item(ItemID("P2"))?.state == .parked)
    room.press("esc f4 end enter w")
    #expect(room.state.item(ItemID("P2"))?.state == .withdrawn)
  }

  @Test("A required field that is empty is said before anything is sent")
  func missing() {
    var room = atGoal()
    room.press("F enter")
    #expect(room.form?.refusal == "To do is missing")
    #expect(room.lines.count == 3)
  }

  @Test("A date is a day or so many days from now; another is refused at its field")
  func dates() {
    var room = atGoal()
    room.press("F")
    room.type("Cost of the sync")
    room.press("tab 3 tab C-u")
    room.type("soon")
    room.press("enter")
    #expect(room.form?.fields[room.form?.focus ?? 0].name == "due")
    room.press("C-u")
    room.type("+7d")
    room.press("tab 1 4 enter")
    #expect(room.state.followUps.first?.due == CalendarDate("2027-07-05"))
    #expect(room.state.followUps.first?.with == [StakeholderID("ceo"), StakeholderID("cs-head")])
  }

  @Test("/ searches a list for a part of a name; what it finds is chosen by an Enter of its own")
  func search() {
    var room = atGoal()
    room.press("f")
    room.type("Sync")
    room.press("tab /")
    room.type("vera")
    #expect(room.screen.contains("/ vera") && room.form?.value(of: "by") == "cs-head")
    room.press("enter")
    #expect(room.form?.value(of: "by") == "vp-eng" && room.state.item(ItemID("P2")) == nil)
    room.press("enter")
    #expect(room.state.item(ItemID("P2"))?.by == StakeholderID("vp-eng"))
  }

  @Test("A search that is left, or finds nobody, changes no choice")
  func searchInVain() {
    var room = atGoal()
    room.press("f tab /")
    room.type("vera")
    room.press("esc")
    #expect(room.form?.value(of: "by") == "cs-head")
    room.press("/")
    room.type("zz")
    #expect(room.screen.contains("nothing is called so"))
    room.press("enter")
    #expect(room.form?.value(of: "by") == "cs-head")
  }

  @Test("Text of people cannot leave its field: quotes, equals signs and # stay words")
  func quoting() {
    var room = atGoal()
    room.press("o")
    room.type("a \"b\" c=d # e \\ 'f'")
    room.press("enter")
    #expect(room.state.notes.map(\.text) == ["a \"b\" c=d # e \\ 'f'"])
  }

  @Test("Pasted text is cleaned of what could deceive or reach the terminal")
  func paste() {
    var room = atGoal()
    room.press("o")
    room.press(.paste("one\ntwo\u{1b}[31m\u{202e}three\u{200b}\u{7}\r"))
    #expect(room.form?.value(of: "TEXT") == "one two[31mthree")
    room.press("enter")
    #expect(room.state.notes.first?.text == "one two[31mthree")
  }

  @Test("A megabyte of marks on one letter neither grows nor slows the form")
  func marks() {
    var room = atGoal()
    room.press("o")
    room.press(.paste("a" + String(repeating: "\u{301}", count: 60_000)))
    #expect((room.form?.value(of: "TEXT")?.utf8.count ?? 0) <= 4096)
    room.press("left backspace x enter")
    #expect(room.state.notes.count == 1)
  }

  @Test("A paste outside of a form says where it can go")
  func pasteNowhere() {
    var room = atGoal()
    room.press(.paste("c n q"))
    #expect(room.model.notice?.text.contains("form") == true)
    #expect(room.lines.count == 3)
  }
}

extension Room {
  /// The form on top.
  var form: Form? {
    if case .form(let form) = model.overlays.last { form } else { nil }
  }

  /// The `:` line on top.
  var prompt: CommandPrompt? {
    if case .prompt(let prompt) = model.overlays.last { prompt } else { nil }
  }
}
