import ParleyCore
import ParleyScreens
import ParleyTerminal
import Testing

@testable import ParleyUI

@Suite("The terminal's own services")
struct AppServicesTests {
  /// A terminal in memory that shows a room's model.
  private func renderer(_ room: Room, _ screen: MemoryScreen) -> ScreenRenderer {
    ScreenRenderer(screen: screen, model: room.model)
  }

  private func memory() -> MemoryScreen { MemoryScreen(size: Size(columns: 120, rows: 34)) }

  @Test("The tab shows how far the time has gone: a word to the terminal whenever the percentage changes, no oftener")
  func progress() {
    var room = Room()
    room.model.showsProgress = true
    room.press("n n n")
    #expect(room.effects.filter(\.isProgress) == [.progress(.running(percent: 0))])
    room.effects = []
    room.wait(60)
    #expect(room.effects.filter(\.isProgress) == (1...10).map { .progress(.running(percent: $0)) })
    room.press("space")
    #expect(room.effects.last == .progress(.paused(percent: 10)))
    room.press("space")
    room.wait(540)
    #expect(room.effects.last { $0.isProgress } == .progress(.over))
    room.effects = []
    room.wait(60)
    #expect(room.effects.filter(\.isProgress).isEmpty)
    room.press("e")
    #expect(room.effects.contains(.progress(.running(percent: 73))))
    room.give("close early because=\"Fire alarm\"")
    #expect(room.effects.contains(.progress(nil)))
  }

  @Test("A terminal that shows none is sent none")
  func noProgress() {
    var room = Room()
    room.press("n n n")
    room.wait(100)
    #expect(!room.effects.contains { $0.isProgress })
  }

  @Test("At zero the bell rings, and whoever is away is told of which step; of nobody's words")
  func notified() {
    var room = Room()
    room.press("n n n")
    let screen = memory()
    renderer(room, screen).perform(.ring, at: room.now)
    #expect(screen.bells == 1)
    #expect(screen.notifications == [["Q3 alignment", "the time for Activation is up"]])
    room.give("conflict Speed between=ceo,vp-eng")
    renderer(room, screen).perform(.ring, at: room.now)
    #expect(screen.notifications.last?[1] == "the time for the conflict “Speed” is up")
  }

  @Test("C-y copies what the view lists, in sight or not, without frames, and says so")
  func copy() throws {
    var room = Room()
    for number in 1...40 { room.give("park \"Item \(number)\"") }
    room.press("f4 C-y")
    #expect(room.effects.contains(.copy))
    let screen = memory()
    let terminal = renderer(room, screen)
    terminal.perform(.copy, at: room.now)
    let text = try #require(screen.clipboard)
    #expect(text.hasPrefix("Parking lot, 41 open\n\n"))
    #expect(text.contains("Item 1\n") && text.contains("Item 40\n"))
    #expect(!text.contains("│") && !text.contains("─") && !text.contains("\u{1b}"))
    let notice = try #require(terminal.model.notice)
    #expect(notice.text.hasPrefix("sent to the clipboard: “Parking lot”, ") && notice.text.hasSuffix(" lines"))
  }

  @Test("From the record the document goes on the clipboard; what became of it is said")
  func copyRecord() {
    var room = Room()
    room.model.recordText = { "# \($0.title)\n" }
    room.press("f8")
    let screen = memory()
    let terminal = renderer(room, screen)
    terminal.perform(.copy, at: room.now)
    #expect(screen.clipboard == "# \(room.state.plan.title)\n")
    let said: [(CopyOutcome, String)] = [
      (.inTmux, "copied to tmux, and from there to the clipboard where that is allowed: the record, 1 line"),
      (
        .tooLarge(limit: 74_000),
        "the record, 1 line, is more than terminals take at once (74 KB): `parley record q3 -o FILE` writes it"
      ),
      (.unavailable, "this terminal has no clipboard for programs, or config.toml says clipboard = false"),
    ]
    for (outcome, words) in said {
      screen.copyOutcome = outcome
      terminal.perform(.copy, at: room.now)
      #expect(terminal.model.notice?.text == words)
    }
  }

  @Test(
    "Every view can be copied at every size, the narrowest seat too",
    arguments: [(120, 34), (80, 24), (46, 24), (20, 5), (1, 1)])
  func everyView(columns: Int, rows: Int) {
    var room = Room()
    room.press("n n n g y")
    room.type("Too soon")
    room.press("enter enter")
    for pane in TerminalModel.panes + [.countdown] {
      room.model.pane = pane
      let clip = room.model.clip(at: room.now, size: Size(columns: columns, rows: rows))
      #expect(clip?.text.isEmpty == false)
    }
  }

  @Test("The settings say which services are used, and what runs at a session's moments")
  func settings() throws {
    let settings = try Settings(
      toml: """
        clipboard = false
        progress = true
        links = false
        [hooks]
        on-close = "touch done"
        """)
    #expect(settings.services == ServiceWishes(clipboard: false, progress: true) && !settings.links)
    #expect(settings.hooks == [.onClose: "touch done"])
    #expect(Settings.standard.services == ServiceWishes() && Settings.standard.links)
    let fault = try #require(throws: Settings.Fault.self) { try Settings(toml: "[hooks]\non-clos = \"x\"") }
    #expect(fault.line == 2 && fault.remedy.contains("on-close"))
  }
}

extension Effect {
  fileprivate var isProgress: Bool { if case .progress = self { true } else { false } }
}
