import ParleyCore
import ParleyScreens
import ParleyTerminal
import Testing

@testable import ParleyUI

@Suite("A replay on the screen")
struct ReplayScreenTests {
  /// A session on a live screen, what that showed when a step began, and its entries.
  private struct Played {
    var room = Room()
    var frames: [Int: Frame] = [:]

    init() {
      for line in [
        "next", "next", "next", "dot cs-head green", "dot vp-eng yellow layer=metric note=\"Too many\"",
        "dot vp-sales green", "dot ceo green", "confirm", "next", "request \"Dark mode\" by=vp-sales", "back", "next",
        "dot cs-head green", "dot vp-eng green", "dot vp-sales green", "dot ceo green", "confirm", "next",
      ] {
        room.wait(7)
        let step = room.state.step
        room.give(line)
        room.press("esc esc")
        if room.state.step != step { frames[room.session.entries.count] = room.frame }
      }
    }

    func replay() throws -> TerminalModel {
      TerminalModel(replaying: try #require(Replay(room.session.entries)), speed: 10)
    }
  }

  private func frame(_ model: TerminalModel) -> Frame {
    let now = model.stage?.clock.now ?? Instant(milliseconds: 0)
    return model.frame(size: Size(columns: 120, rows: 34), at: now, depth: .trueColor, showsUnicode: true)
  }

  @Test("At every step it shows what the live screen showed, but for the words below and the keys")
  func sameFrames() throws {
    let played = Played()
    var model = try played.replay()
    #expect(played.frames.count == 7)
    for (place, live) in played.frames.sorted(by: { $0.key < $1.key }) {
      _ = model.goInReplay(to: place)
      let again = frame(model)
      let above = ScreenLayout(live.bounds).cue.y
      for row in 0..<above {
        for column in 0..<live.size.columns { #expect(again[column, row] == live[column, row]) }
        #expect(again.text(row: row) == live.text(row: row))
      }
      #expect(again.text(row: 32).hasPrefix("  REPLAY "))
    }
  }

  @Test("Its clock tells what was entered when it is due, and stops when told to")
  func clock() throws {
    var model = try Played().replay()
    let size = Size(columns: 120, rows: 34)
    func turn(_ ms: Int64) {
      model.beat(atBoottimeMs: ms)
      _ = model.tick(at: model.instant(atBoottimeMs: ms) ?? Instant(milliseconds: 0), size: size)
    }
    turn(0)
    #expect(model.state?.step == .lobby)
    #expect(model.wait(after: model.stage!.clock.now) == 700)
    turn(700)
    #expect(model.state?.step == .boundary)
    _ = model.handle(key: .character(" "), at: model.stage!.clock.now)
    turn(60_000)
    #expect(model.state?.step == .boundary)
    #expect(model.wait(after: model.stage!.clock.now) == nil)
    _ = model.handle(key: .character(" "), at: model.stage!.clock.now)
    _ = model.handle(key: .character(">"), at: model.stage!.clock.now)
    turn(60_700)
    #expect(model.state?.step == .context)
    turn(600_000)
    #expect(model.replay?.next == nil)
  }

  @Test("Keys go to steps, to a goal, to words; and no key gives a command")
  func keys() throws {
    var model = try Played().replay()
    func press(_ names: String) -> [Effect] {
      names.split(separator: " ").flatMap { name -> [Effect] in
        guard let key = Key(name: String(name)) else { return [] }
        return model.handle(key: key, at: model.stage!.clock.now)
      }
    }
    let whole = model.replay?.entries
    _ = press("n n n")
    #expect(model.state?.step == .goal(GoalID("activation")))
    _ = press("right right left b b")
    #expect(model.state?.step == .context)
    _ = press("/ D a r k enter")
    #expect(model.state?.parkingLot.last?.text == "Dark mode")
    _ = press("7 home down enter")
    #expect(model.state?.step == .context)
    #expect(frame(model).text(row: 33).contains("Space pause"))
    let sent = Action.all.filter { $0.id != .quit }.flatMap(\.keys).filter { $0 != .escape }.flatMap { key in
      model.handle(key: key, at: model.stage!.clock.now) + press("escape")
    }
    #expect(!sent.contains { if case .send = $0 { true } else { false } })
    #expect(model.replay?.entries == whole)
    #expect(press("q") == [.leave(.detached)])
  }

  @Test("A ballot is in no frame of it")
  func noBallot() throws {
    var room = Room()
    for line in ["next", "next", "next", "vote open", "@ceo ballot churn=2", "@vp-eng ballot activation=1 churn=1"] {
      room.give(line)
    }
    var model = TerminalModel(replaying: try #require(Replay(room.session.entries)), speed: 1)
    for place in 1...room.session.entries.count {
      _ = model.goInReplay(to: place)
      #expect(!frame(model).picture.contains("churn=2"))
    }
    #expect(!room.session.entries.contains { $0.line.contains("=2") })
  }
}
