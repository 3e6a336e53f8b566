import Glibc
import ParleyCore
import ParleyScreens
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyUI

/// The screens of a vote, compared with files as in ``GoldenScreenTests``.
@Suite struct VoteScreenTests {
  @Test(
    "the card and the ballot look as recorded",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 34), Size(columns: 60, rows: 16)])
  func golden(size: Size) throws {
    var room = AppVoteTests.opened()
    room.size = size
    room.press("v")
    try compare(room, "vote-card")
    room.press("enter 1 3")
    try compare(room, "vote-ballot")
    room.press("enter")
    try compare(room, "vote-confirm")
    room.press("enter")
    try compare(room, "vote-next")
    room.press("enter 3 enter enter enter 2 3 enter enter enter 1 enter enter V r")
    try compare(room, "vote-result")
  }

  private func compare(_ room: Room, _ name: String) throws {
    let file = GoldenFile("\(name)-\(room.size.columns)x\(room.size.rows)")
    let drawn = room.frame.picture + "\n\n" + room.frame.styles(by: StyleLegend.dark.letters) + "\n"
    if getenv("PARLEY_RECORD") != nil { try file.write(drawn) }
    #expect(try file.read() == drawn, "\(name)")
  }
}
