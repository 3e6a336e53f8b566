import ParleyCore
import ParleyScreens
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyUI

@Suite("The tutor")
struct TutorTests {
  /// The tutor in a room, pressed by keys.
  private struct Course {
    var room: Room

    init(_ size: Size = Size(columns: 80, rows: 24)) {
      room = Room(Tutor.plan)
      room.model = TerminalModel(tutoringAt: room.now)
      room.size = size
      room.welcome()
      _ = room.model.tick(at: room.now, size: size)
    }

    var number: Int { room.model.tutor?.number(in: room.state) ?? -1 }
    var lesson: TutorLesson { TutorLesson.all[number] }
    var keys: [TutorKey] { room.model.tutor?.keys(in: room.state) ?? [] }
    var screen: String { room.screen }

    /// The rows of the panel, as one text.
    var panel: String {
      let rows = TutorPanel.rows(of: room.size)
      return screen.split(separator: "\n", omittingEmptySubsequences: false).suffix(rows).map { String($0).trimmed }
        .joined(separator: " ")
    }

    mutating func press(_ key: TutorKey) {
      switch key.press {
      case .action(let id): room.press(room.model.keymap.keys(of: id)[0])
      case .key(let key): room.press(key)
      case .words(let words): room.type(words)
      }
      // A choice stands once nothing has been typed on.
      room.wait(1)
    }

    /// Does a lesson by exactly the keys that it names.
    mutating func doLesson() { for key in keys { press(key) } }

    mutating func goOn(to title: String) {
      for _ in TutorLesson.all where lesson.title != title { doLesson() }
      #expect(lesson.title == title)
    }
  }

  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 50, rows: 30), Size(columns: 120, rows: 34),
    Size(columns: 200, rows: 50),
  ]

  @Test(
    "Every lesson is finished by exactly the keys that it names, which are all in sight with the words",
    arguments: sizes)
  func lessons(_ size: Size) {
    var course = Course(size)
    for number in TutorLesson.all.indices.dropLast() {
      let lesson = TutorLesson.all[number]
      #expect(course.number == number, "“\(lesson.title)” is due, “\(course.lesson.title)” is at hand")
      let words = lesson.scene.split(separator: " ").joined(separator: " ")
      #expect(course.panel.contains(words), "\(lesson.title)\n\(course.panel)")
      #expect(course.screen.contains("\(number + 1) of \(TutorLesson.all.count) · \(lesson.title)"))
      for key in course.keys {
        if case .action(let id) = key.press { #expect(course.panel.contains(course.room.model.key(of: id))) }
        #expect(key.label.isEmpty || course.panel.contains(key.label), "\(lesson.title): \(key.label)\n\(course.panel)")
      }
      for key in course.keys {
        course.press(key)
        #expect(course.number >= number, "\(key)")
      }
      #expect(course.number > number, "“\(lesson.title)” is not done\n\(course.screen)")
    }
    #expect(course.room.state.ended != nil && course.panel.contains("parley new plan.yaml"))
    course.doLesson()
    #expect(course.room.effects.contains(.leave(.leftClosed)))
  }

  @Test("Where a form is open that is not the lesson's, its letters are no keys, and the panel says how to close it")
  func otherForm() {
    var course = Course()
    course.goOn(to: "Nothing is lost")
    #expect(course.panel.contains("▶ u take back"))
    course.room.press("r")
    #expect(course.panel.contains("▶ Esc close this first   u take back"), "\(course.panel)")
    course.room.type("unsure")
    #expect(course.panel.contains("▶ Esc close this first   u take back"), "\(course.panel)")
    #expect(course.screen.contains("unsure"))
    course.room.press(.escape)
    #expect(course.panel.contains("▶ u take back"))
    course.doLesson()
    #expect(course.lesson.title == "A red has words")
  }

  @Test("The whole method is in it")
  func method() {
    var course = Course()
    course.goOn(to: "That is the method")
    let state = course.room.state
    let evenings = state.goal("evenings")
    #expect(evenings?.isOverDissent == true && evenings?.conditions.map(\.text) == ["We close at nine"])
    #expect(evenings?.dots["ravi"]?.layer == .horizon)
    #expect(state.tradeOffs.map(\.because) == ["Games bring people in"])
    #expect(state.conflicts.first?.positions.map(\.who) == ["ines"])
    #expect(state.parkingLot.contains { $0.text == "Who mends the lift?" })
    #expect(state.priorities.map(\.id) == ["returns", "evenings"])
    #expect(state.acknowledgements.count == 3)
  }

  @Test("Any way of doing it counts: by command, out of order, or all at once")
  func anyWay() {
    var course = Course()
    course.room.give("next")
    course.room.press("n n")
    #expect(course.lesson.title == "One goal, every voice", "what was run past is not asked again")
    course.room.give("dot ravi red layer=horizon note=\"Not before November\"")
    #expect(course.lesson.title == "One goal, every voice")
    course.room.press("g")
    #expect(course.lesson.title == "Nothing is lost")
    course.room.press("u U")
    #expect(course.lesson.title == "Silence is not agreement", "his red is there already")
    course.room.press("3 g")
    #expect(course.lesson.title == "A yes with a condition")
    #expect(course.panel.contains("3 Lena"), "who has answered is chosen first")
    course.doLesson()
    #expect(course.lesson.title == "A request is kept")
  }

  @Test("Something else is told, with the key that takes it back; taking back brings a lesson back")
  func somethingElse() {
    var course = Course()
    course.goOn(to: "A red has words")
    course.room.press("p")
    course.room.type("Who has the keys?")
    course.room.press("enter")
    #expect(course.panel.contains("That was something else (P1 parked: Who has the keys?); u takes it back"))
    #expect(course.panel.contains("r red"), "the keys stay in sight")
    course.room.press("u")
    #expect(!course.panel.contains("something else"))
    course.doLesson()
    #expect(course.lesson.title == "Silence is not agreement")
    course.room.press("u")
    #expect(course.lesson.title == "A red has words")
    course.room.press("b")
    #expect(course.lesson.title == "Context before goals" && course.panel.contains("n go on"))
  }

  @Test("Help, another view, another size and leaving work as always")
  func never() {
    var course = Course()
    course.room.press("?")
    #expect(course.screen.contains("Enter does it") && course.panel.contains("Esc leave the list"))
    course.room.press("esc f2")
    #expect(course.room.model.pane == .roadmap && course.panel.contains("Esc goes back to the session"))
    course.room.press("esc")
    for size in [
      Size(columns: 20, rows: 5), Size(columns: 46, rows: 16), Size(columns: 1, rows: 1), Size(columns: 130, rows: 45),
    ] {
      course.room.size = size
      _ = course.room.model.tick(at: course.room.now, size: size)
      #expect(course.room.frame.size == size)
    }
    course.room.press("q")
    #expect(course.screen.contains("Leave the tutor?") && course.screen.contains("Nothing of it is kept"))
    course.room.press("esc")
    #expect(course.room.effects.isEmpty)
    course.room.press("q l")
    #expect(course.room.effects.contains(.leave(.detached)))
  }

  @Test("The key that comes next is marked in a form, and a click in the session is a click there")
  func marking() {
    var course = Course()
    course.goOn(to: "A red has words")
    func next() -> String {
      let frame = course.room.frame
      let ground = Look(theme: course.room.model.themes.current, depth: .trueColor, showsUnicode: true)[.selection]
        .background
      #expect(ground != nil)
      let rows = frame.size.rows - TutorPanel.rows(of: frame.size)..<frame.size.rows
      return rows.map { row in
        (0..<frame.size.columns).filter { frame[$0, row].style.background == ground }.map { frame[$0, row].text }
          .joined()
      }.joined().trimmed
    }
    #expect(next() == "r")
    course.room.press("r")
    #expect(next() == "“his words”")
    course.room.type("No")
    #expect(next() == "“his words”")
    course.room.press("enter")
    #expect(next() == "h")
    course.room.press("esc")
    #expect(next() == "r")
    course.room.click("ID")
    #expect(course.room.model.person == "ines", "\(course.screen)")
  }

  @Test("No key of a rehearsal means anything here")
  func noRehearsal() {
    var course = Course()
    let screen = course.screen
    for key in [">", "<", ",", ";"] {
      course.room.press(Key.character(Character(key)))
      #expect(course.screen == screen, "\(key)")
    }
    course.room.press("?")
    #expect(!course.screen.contains("rehearsal's clock"))
  }

  @Test("Looks as recorded", arguments: sizes)
  func looksAsRecorded(_ size: Size) throws {
    var course = Course(size)
    course.goOn(to: "Four ways out")
    let frame = course.room.frame
    let file = GoldenFile("tutor-\(size.columns)x\(size.rows)")
    let drawn = frame.picture + "\n\n" + frame.styles(by: StyleLegend.dark.letters) + "\n"
    if GoldenFile.isRecording { try file.write(drawn) }
    #expect(try file.read() == drawn)
  }
}
