import Glibc
import TerminalProbe
import Testing

@Suite("A disk that does not take commands")
struct SessionDiskTests {
  private static let mayMount = SmallDisk.isPermitted
  private let words = "What nobody must lose"

  @Test(
    "On a full disk a command is shown as not saved, is kept, and is saved once there is room", .enabled(if: mayMount))
  func fullDisk() throws {
    let program = try Program()
    let disk = try #require(SmallDisk(at: program.store))
    let room = try SessionRoom(in: program)
    #expect(try program.shell("cat /dev/zero > store/ballast").code != 0)
    try fill(room)
    #expect(try program.shell("rm store/ballast").code == 0)
    try isSaved(room)
    withExtendedLifetime(disk) {}
  }

  @Test("When a file may not grow, a command is shown as not saved, is kept, and is saved once it may")
  func fileLimit() throws {
    let room = try SessionRoom()
    try limit(room, "1000:")
    try fill(room)
    try limit(room, "unlimited:")
    try isSaved(room)
  }

  @Test("Unsaved commands survive the host that could not save them")
  func hostDies() throws {
    let room = try SessionRoom()
    try limit(room, "1000:")
    try fill(room)
    kill(try room.program.holder(), SIGKILL)
    try isSaved(room)
  }

  @Test("A session that could not save is not stopped; left alone, it is saved once there is room")
  func stopped() throws {
    let room = try SessionRoom()
    try limit(room, "1000:")
    try fill(room)
    try room.escape("sending")
    try room.press("q", "Leave?")
    try room.press("s", "not saved")
    try room.press("q", "Leave?")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    #expect(room.screen.leftovers == [])
    try room.resume()
    try room.see("In the room", "not saved: ", "what was given before is kept and tried again")
    try room.press("q", "Leave?")
    try room.press("s", "not saved yet: stop when the disk is back")
    try limit(room, "unlimited:")
    try room.see("saved again; what was given meanwhile is on disk")
    #expect(try room.program.commands().suffix(1) == ["note \"\(words)\""])
    try room.stop()
  }

  private func limit(_ room: SessionRoom, _ limit: String) throws {
    let host = try room.program.holder()
    #expect(try Run(["prlimit", "--pid", "\(host)", "--fsize=\(limit)"]).code == 0)
  }

  private func fill(_ room: SessionRoom) throws {
    try room.press("o\(words)\n", "not saved: ", "1 kept and tried again", words)
    #expect(try room.program.commands().filter { $0.contains(words) } == [])
  }

  private func isSaved(_ room: SessionRoom) throws {
    try room.screen.wait(untilGone: "not saved")
    try room.screen.wait(untilGone: "┌ Note")
    try room.press("n", "Head count for Q3")
    #expect(try room.program.commands().suffix(2) == ["note \"\(words)\"", "next from=lobby"])
    #expect(try room.program.run("verify").code == 0)
    try room.stop()
  }
}

/// A disk of half a megabyte in memory, where the system permits one to be made.
final class SmallDisk {
  private let path: String

  static var isPermitted: Bool {
    guard let scratch = try? Scratch() else { return false }
    return SmallDisk(at: scratch.path("disk")) != nil
  }

  init?(at path: String) {
    self.path = path
    mkdir(path, 0o700)
    let made = try? Run(["mount", "-t", "tmpfs", "-o", "size=512k,mode=0700", "tmpfs", path])
    if made?.code != 0 { return nil }
  }

  deinit { _ = try? Run(["umount", "-l", path]) }
}
