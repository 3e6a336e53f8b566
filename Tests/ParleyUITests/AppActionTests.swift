import ParleyCore
import ParleyScreens
import ParleyTerminal
import TestFixtures
import Testing

@testable import ParleyUI

@Suite("The list of actions")
struct AppActionTests {
  /// What later issues bring.
  static let notYet: Set<VerbName> = [
    .comment, .reply, .finalise, .link,
  ]

  /// Rooms at every kind of moment.
  static func moments() -> [Room] {
    var room = Room()
    var rooms = [room.branch()]
    room.press("n n n")
    rooms.append(room.branch())
    room.give("conflict Speed between=ceo,vp-eng")
    rooms.append(room.branch())
    room.give("resolve Both because=Peace")
    rooms.append(room.branch())
    room.press("esc f3")
    rooms.append(room.branch())
    room.press("i space")
    rooms.append(room.branch())
    room.press("i space f4")
    rooms.append(room.branch())
    room.press("f7 down")
    rooms.append(room.branch())
    room.press("esc")
    var voting = room.branch()
    voting.press("v enter")
    rooms.append(voting.branch())
    for _ in 0..<4 { voting.press("v enter 1 enter enter") }
    rooms.append(voting.branch())
    room.press("g g g g c n g g g g c n g g g g c n")
    rooms.append(room.branch())
    room.press("n n n n v")
    room.type("Not yet")
    room.press("enter")
    rooms.append(room.branch())
    room.give("propose speed Speed timeframe=q3 metric=Deploys baseline=1 target=5 displacing=churn:q4")
    room.press("esc f9")
    rooms.append(room.branch())
    room.press("f10")
    rooms.append(room.branch())
    for _ in Dot.Cause.allCases {
      room.press("down")
      rooms.append(room.branch())
    }
    return rooms
  }

  @Test("Every command can be given by a key")
  func everyCommandHasKey() {
    let given = Self.moments().flatMap { room in
      Action.all.filter { !$0.keys.isEmpty }.flatMap { $0.verbs(in: room.model) }
    }
    let verbs = Set(VerbName.allCases).subtracting(Self.notYet)
    #expect(verbs.subtracting(given) == [])
  }

  @Test("Every key that means something is listed in the help")
  func everyKeyInHelp() {
    var room = Room()
    room.size = Size(columns: 80, rows: 400)
    room.press("?")
    let words = room.screen.split { $0.isWhitespace || "│".contains($0) }.joined(separator: " ")
    for action in Action.all where action.isPartOf(room.model) && action.isFor(.facilitator) {
      guard !action.keys.isEmpty else { continue }
      #expect(words.contains(action.title.prefix(12)), "\(action.id.rawValue) has no line in the help")
      let shown = HelpPage(room.model).rows.contains { row in
        if case .entry(let entry) = row {
          entry.action == action.id && entry.does.hasPrefix(action.help)
            && (entry.keys.contains("…") || entry.keys.split(separator: " ").count == action.keys.count)
        } else {
          false
        }
      }
      #expect(shown, "\(action.id.rawValue) is not shown with its keys")
    }
  }

  @Test("Help names what a session of this kind can ask for and nothing else, and is found by what people call it")
  func helpFitsTheSession() {
    func rows(_ kind: SessionKind, _ search: String = "") -> [String] {
      var plan = Plan.workshop
      plan.kind = kind
      let list = HelpList(page: HelpPage(Room(plan).model))
      return list.page.matching(search).compactMap { if case .entry(let entry) = $0 { entry.title } else { nil } }
    }
    #expect(!rows(.alignment).contains("cluster") && rows(.preMortem).contains("cluster"))
    #expect(!rows(.alignment).contains("mitigate") && rows(.preMortem).contains("mitigate"))
    for (word, title) in [("typo", "undo"), ("condition", "yellow"), ("minutes", "record"), ("late", "in/out")] {
      #expect(rows(.alignment, word).contains(title), "\(word)")
    }
    var room = Room()
    room.size = Size(columns: 120, rows: 34)
    room.press("?")
    room.type("save")
    #expect(room.screen.contains("nothing is to be saved: each word is on disk before the screen shows it"))
  }

  @Test("No key means two things in one place, and every action has a key")
  func keysAreDistinct() {
    var seen: [Action.Place: [Key: Action.ID]] = [:]
    let inMenus = Set(Self.moments().flatMap { room in Action.all.flatMap { $0.offered(in: room.model) } })
    for action in Action.all {
      #expect(!action.keys.isEmpty || inMenus.contains(action.id), "\(action.id.rawValue) has no key")
      for key in action.keys {
        let other = seen[action.place, default: [:]].updateValue(action.id, forKey: key)
        #expect(other == nil, "\(key.name) is \(action.id.rawValue) and \(other?.rawValue ?? "")")
      }
    }
    #expect(Set(Action.all.map(\.id)) == Set(Action.ID.allCases))
  }

  @Test("The footer offers what counts now and nothing else")
  func footer() {
    var room = Room()
    #expect(room.hints.contains("n next"))
    #expect(!room.hints.contains("c confirm"))
    room.press("n n n")
    #expect(room.hints.prefix(5) == ["g green", "y yellow", "r red", "a abstain", " for Carla Stein"])
    #expect(!room.hints.contains("c confirm"), "three people are silent")
    room.press("g g g g")
    #expect(room.hints.contains("c confirm"))
    room.press("c")
    #expect(room.hints.contains("n next"))
    room.give("close early because=\"Fire alarm\"")
    #expect(!room.hints.contains("n next"))
    #expect(room.hints.contains("? help"))
  }

  @Test("What is not possible now says why, in the words of the refusal")
  func reasons() {
    var room = Room()
    let confirm = Action.all.first { $0.id == .confirm }
    #expect(confirm?.unavailable(in: room.model, at: room.now)?.contains("goal") == true)
    room.press("n n n")
    #expect(confirm?.unavailable(in: room.model, at: room.now)?.contains("M13") == true)
    room.press("g g g g")
    #expect(confirm?.unavailable(in: room.model, at: room.now) == nil)
    room.press("?")
    #expect(HelpPage(room.model, at: room.now).rows.contains(.heading("Not now, and why")))
  }

  @Test("A key can be bound anew, and its old one then means nothing")
  func overrides() throws {
    var room = Room(keymap: try Keymap(overrides: [.next: [.function(5)]]))
    room.press("n")
    #expect(room.state.step == .lobby)
    room.press("f5")
    #expect(room.state.step == .boundary)
    #expect(room.hints.contains("F5 next"))
  }

  @Test("Keys that would leave no way out are not taken")
  func refusedOverrides() {
    #expect(throws: Keymap.Fault.taken(.character("c"), by: .next, wanted: .confirm)) {
      try Keymap(overrides: [.next: [.character("c")]])
    }
    #expect(throws: Keymap.Fault.unbound(.quit)) { try Keymap(overrides: [.quit: []]) }
    #expect(throws: Keymap.Fault.reserved(.control("c"), wanted: .next)) {
      try Keymap(overrides: [.next: [.control("c")]])
    }
  }

  @Test(
    "Every action can be performed at every moment, on any size of screen, and only sends what the host answers",
    .tags(.slow))
  func anyActionAnyMoment() {
    for (at, moment) in Self.moments().enumerated() {
      // Each action at every third moment, another third than its neighbour's.
      for (index, action) in Action.all.enumerated() where Sweep.isWhole || (at + index).isMultiple(of: 3) {
        for size in [Size(columns: 120, rows: 34), Size(columns: 3, rows: 2), Size(columns: 0, rows: 0)] {
          var room = moment
          room.size = size
          for key in action.keys { room.press(key) }
          #expect(room.frame.size == size)
        }
      }
    }
  }

  @Test("A goal that is not on the table yet is neither offered nor completed")
  func unpresentedGoals() {
    var room = Room()
    room.press("n n n : ")
    room.type("skip ")
    #expect(!room.screen.contains("Reduce monthly churn"))
    #expect(room.screen.contains("Improve activation rate"))
    room.press("esc")
    room.press("p tab tab tab")
    #expect(!room.screen.contains("Reduce monthly churn"))
    room.press("esc")
    room.press(":")
    room.type("goto ")
    #expect(!room.screen.contains("churn"))
  }
}

extension Room {
  /// The footer's hints, as `KEY LABEL`.
  var hints: [String] {
    model.view(at: now)?.keys.map { "\($0.key) \($0.label)" } ?? []
  }
}
