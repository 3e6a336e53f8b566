import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import Testing

@testable import ParleyUI

@Suite("The picture that is made while the host works")
struct AppSpeculativeFrameTests {
  /// A room with a goal on the table and a dot on its way to a host that does not answer yet.
  private func waiting() -> Room {
    var room = Room()
    room.press("n n n")
    room.isHostSlow = true
    room.press("g")
    return room
  }

  private func picture(in room: Room) -> SpeculativeFrame? {
    room.model.speculativeFrame(at: room.now, size: room.size, depth: .trueColor, showsUnicode: true)
  }

  private func entry(in room: Room, _ line: String) throws -> Entry {
    try room.session.proposal(for: line, by: .facilitator, at: room.now, box: BallotBox()).entry
  }

  @Test("A whole session by keys is shown as it was foreseen, picture by picture")
  func session() {
    var room = Room()
    room.press("n n n g g g g c n")
    room.press("g g y")
    room.type("too early")
    room.press("enter i enter u u")
    room.give("park \"Push\" by=ceo")
    room.give("request \"CRM\" by=vp-sales")
    #expect(room.foreseen >= 12)
  }

  @Test("It holds once the host has said that this came of it, and not before")
  func answered() throws {
    let room = waiting()
    var frame = try #require(picture(in: room))
    #expect(!frame.holds(at: room.now, size: room.size))
    let entry = try entry(in: room, "dot cs-head green goal=activation")
    let isBorneOut = frame.hear(.entry(entry))
    #expect(isBorneOut)
    #expect(!frame.holds(at: room.now, size: room.size))
    let isAnswered = frame.hear(.accepted(id: CommandID("t1.4")!, entry: entry.number))
    #expect(isAnswered)
    #expect(frame.holds(at: room.now, size: room.size))
    #expect(frame.frame.picture.contains("Carla Stein: green"))
  }

  @Test(
    "Another word of the host's makes it void",
    arguments: ["dot cs-head abstain", "dot vp-eng green", "note \"someone else was first\""])
  func otherEntry(line: String) throws {
    let room = waiting()
    var frame = try #require(picture(in: room))
    let isBorneOut = frame.hear(.entry(try entry(in: room, line)))
    #expect(!isBorneOut)
  }

  @Test("A refusal, or a disk that does not take it, makes it void")
  func refused() throws {
    let id = CommandID("t1.4")!
    var frame = try #require(picture(in: waiting()))
    let survivesRefusal = frame.hear(.refused(id: id, RefusalNotice(code: .closed, sentence: "it is closed")))
    #expect(!survivesRefusal)
    frame = try #require(picture(in: waiting()))
    let survivesFault = frame.hear(.notSaved(id: id, reason: "the disk is full"))
    #expect(!survivesFault)
  }

  @Test("It is not shown on a screen of another size, or when the countdown has gone on")
  func stale() throws {
    let room = waiting()
    var frame = try #require(picture(in: room))
    let entry = try entry(in: room, "dot cs-head green")
    _ = frame.hear(.entry(entry))
    _ = frame.hear(.accepted(id: CommandID("t1.4")!, entry: entry.number))
    #expect(!frame.holds(at: room.now, size: Size(columns: 80, rows: 24)))
    #expect(!frame.holds(at: room.now.adding(seconds: 2), size: room.size))
  }

  @Test("Nothing is foreseen of a command that will be refused, of a ballot, or without a command")
  func nothing() {
    var room = Room()
    #expect(picture(in: room) == nil)
    room.press("n n n")
    room.isHostSlow = true
    room.give("@ceo ballot activation=1")
    #expect(picture(in: room) == nil)
    room = Room()
    room.isHostSlow = true
    room.give("confirm churn")
    #expect(picture(in: room) == nil)
  }
}
