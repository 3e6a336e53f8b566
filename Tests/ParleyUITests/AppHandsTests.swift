import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import TestFixtures
import Testing

@Suite("Keys for a live meeting")
struct AppHandsTests {
  private func atGoal(_ columns: Int = 80) -> Room {
    var room = Room()
    room.size = Size(columns: columns, rows: columns == 80 ? 24 : 34)
    room.press("n n n")
    return room
  }

  @Test("A digit chooses a person, in the plan's order; the dot after it is theirs, and the next one the next person's")
  func digits() {
    var room = atGoal()
    room.press("3 g")
    #expect(room.lines.last == "dot vp-eng green goal=activation")
    room.press("g 1 a")
    #expect(room.lines.suffix(2) == ["dot cs-head green goal=activation", "dot ceo abstain goal=activation"])
    room.press("9")
    #expect(room.model.notice?.text == "nobody has this number: there are 4 people")
    room.give("leave vp-sales")
    room.press("2")
    #expect(room.model.notice?.text.hasPrefix("Victor Sand is not here") == true)
    room.press("f2 1")
    #expect(room.model.pane == .roadmap, "people are on the roadmap")
    room.press("f6 4")
    #expect(room.model.pane == .parkingLot, "and none among the decisions")
  }

  @Test("U gives again what u took back, and the words of its form go with it")
  func redo() {
    var room = atGoal()
    room.press("y")
    room.type("Forty is a lot")
    room.press("enter m enter u")
    #expect(room.state.goal("activation")?.dots.isEmpty == true)
    room.press("U")
    #expect(room.state.goal("activation")?.dots["cs-head"]?.note == "Forty is a lot")
    room.press("4 y")
    #expect(room.form?.value(of: "note") == "Forty is a lot", "the dot as it stands, not a draft")
    room.press("esc u y")
    #expect(room.form?.value(of: "note") == "Forty is a lot" && room.form?.value(of: "layer") == "metric")
  }

  @Test("Enter asks for the choice that is missing, and its key sends, unless what is typed on is a sentence")
  func answering() {
    var room = atGoal()
    room.press("y")
    room.type("Forty is a lot")
    room.press("enter")
    #expect(room.model.overlays.count == 1)
    room.press("m")
    #expect(room.state.goal("activation")?.dots.isEmpty == true, "not yet: it may be the beginning of a word")
    room.wait(1)
    #expect(room.lines.last == "dot cs-head yellow goal=activation layer=metric note=\"Forty is a lot\"")
    #expect(room.model.pane == .session && room.model.overlays.isEmpty)
    room.press("x")
    room.type("Speed")
    room.press("enter")
    #expect(room.screen.contains("choose 2, by key or Space"))
    room.press("2 3")
    room.wait(1)
    #expect(room.state.openConflict?.between == ["vp-sales", "vp-eng"])
    room.press("esc u y")
    room.type("So it is")
    room.press("enter")
    room.type("much too early")
    room.wait(1)
    #expect(room.form?.value(of: "note") == "So it is much too early" && room.form?.value(of: "layer") == nil)
  }

  @Test("Each key of the footer keeps its column while the step lasts, help stands at the edge, what is done is gone")
  func columns() {
    for width in [80, 120] {
      var room = atGoal(width)
      func column(_ key: String) -> Int { room.place(of: key, last: true).x }
      let (park, help) = (column("p park"), column("? help"))
      #expect(help == width - 7)
      for keys in ["g", "g", "2 r esc", "g", "g", "c", "u"] {
        room.press(keys)
        #expect(column("p park") == park && column("? help") == help, "\(width), after \(keys)")
      }
      #expect(room.hints.first == "c confirm")
      room.press("c")
      #expect(room.hints.first == "n next" && !room.hints.contains("c confirm"))
    }
  }

  @Test("At the read-back a seat's key goes once its word is in")
  func acknowledged() throws {
    var room = Room()
    room.press("n n n g g g g c n g g g g c n g g g g c n n n n n")
    var seat = Room(in: room, speaker: .stakeholder("ceo"))
    #expect(seat.hints.contains("Enter acknowledge"))
    seat.press("enter")
    #expect(seat.lines == ["ack ceo"] && !seat.hints.contains("Enter acknowledge"))
  }

  @Test("At the read-back it is marked whose word the next key gives")
  func marked() {
    var room = Room()
    room.press("n n n g g g g c n g g g g c n g g g g c n n n n n")
    func ground(_ name: String) -> Color? {
      let place = room.place(of: name, below: "Read-back: is this")
      return room.frame[place.x, place.y].style.background
    }
    #expect(room.model.view(at: room.now)?.marked == "cs-head")
    #expect(ground("Carla Stein") != nil && ground("Ada Obi") == nil)
    room.press("enter")
    #expect(ground("Carla Stein") == nil && ground("Vera Engel") != nil)
  }

  @Test("The views have names and keys side by side, the one that is open marked, the way back first")
  func views() {
    var room = atGoal()
    #expect(!room.screen.contains("F3 People"), "the goal has the room")
    room.press("f4")
    #expect(room.screen.contains("Esc back  F2 Roadmap  F3 People  F4 Parking 1  F5 Goal"))
    room.press("tab tab tab")
    #expect(room.model.pane == .agenda && room.screen.contains("Esc back  …"))
    room.press("backtab esc")
    #expect(room.model.pane == .session)
    room.size = Size(columns: 120, rows: 34)
    room.press("left")
    #expect(room.screen.contains("F2 Roadmap  F3 People"))
  }

  @Test("The help opens on what counts, finds by what is done, does it by Enter, and says why not")
  func help() {
    var room = atGoal()
    room.press("?")
    #expect(room.screen.contains("Now"))
    room.type("minute")
    #expect(room.screen.contains("gives the step five more minutes") && !room.screen.contains("next view"))
    room.press("enter")
    #expect(room.lines.last == "extend 5" && room.model.overlays.isEmpty)
    room.press("?")
    room.type("settles the goal as it stands")
    #expect(room.screen.contains("Not") || room.screen.contains("silent") || room.screen.contains("not said"))
    room.press("enter")
    #expect(room.model.notice?.severity == .refusal && room.model.overlays.count == 1)
    #expect(!room.screen.contains("(M1"), "the rules' numbers are for the reference")
    room.press("esc")
    #expect(room.screen.contains("Now"))
    room.press("esc")
    #expect(room.model.overlays.isEmpty)
    room.press(":")
    room.type("minute")
    room.press("tab")
    #expect(room.screen.contains(":extend"))
  }

  @Test("A menu takes arrows and Enter as well as letters, and nothing before the first arrow")
  func menus() {
    var room = atGoal()
    room.press("!")
    room.press("enter")
    #expect(room.screen.contains("That does not belong here now"))
    room.press("up up enter")
    #expect(room.model.pane == .boundary)
  }

  @Test("A text wraps in its field, and the box stays where it opened")
  func wrapping() {
    var room = atGoal()
    room.press("p")
    let top = room.place(of: "┌ Parking lot")
    room.type("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen")
    #expect(room.screen.contains("One two three") && room.screen.contains("sixteen"))
    room.press("tab tab")
    #expect(room.place(of: "┌ Parking lot") == top)
    #expect(room.screen.contains("One two three") && room.screen.contains("sixteen"))
  }

  @Test("At most three messages stand at once, an error until a key is pressed; the last fifty can be read again")
  func messages() {
    var room = atGoal()
    room.press("c")
    #expect(room.model.notice?.severity == .refusal)
    var desk = Room(in: room, speaker: .noteTaker)
    for number in 1...4 {
      desk.give("note \"Remark \(number)\"")
      room.hear()
    }
    #expect(room.screen.contains("are silent on"), "\(room.screen)")
    #expect(room.screen.contains("Remark 4") && room.screen.contains("Remark 3"))
    #expect(!room.screen.contains("Remark 2"))
    room.press("left")
    #expect(!room.screen.contains("are silent on") && !room.screen.contains("Remark 4"))
    room.press("@")
    #expect(room.screen.contains("Remark 1") && room.screen.contains("are silent on"))
  }

  @Test("z gives the pane the whole screen, and Esc or z takes it back")
  func zoom() {
    var room = atGoal(120)
    room.press("esc")
    let before = room.screen
    room.press("z")
    #expect(!room.screen.contains("Parking lot") && room.screen.contains("Goals by timeframe"))
    room.press("esc")
    #expect(room.screen == before)
    room.press("z z")
    #expect(room.screen == before)
  }
}
