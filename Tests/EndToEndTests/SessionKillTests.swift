import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("A session whose processes are killed in the middle of it")
struct SessionKillTests {
  /// What is killed.
  enum Victim: String, CaseIterable {
    case screen, host, screenThenHost, hostThenScreen
  }

  @Test(
    "Ten times kill -9 between commands: everything shown is kept once, step and clock go on",
    arguments: Victim.allCases)
  func again(_ victim: Victim) throws {
    var loop = try KillLoop(seed: 20_270_628)
    for round in 0..<10 {
      try loop.giveSome(round)
      try loop.strike(victim, round)
      try loop.isInPlace()
    }
    try loop.isKept()
  }

  @Test("A command given to a host that dies without an answer arrives exactly once")
  func commandToDyingHost() throws {
    let room = try SessionRoom()
    let host = try room.program.holder()
    kill(host, SIGSTOP)
    try room.press("oSaid to a host that dies\n", "Said to a host that dies", "sending")
    kill(host, SIGKILL)
    try room.see("noted: Said to a host that dies")
    #expect(try room.program.commands().filter { $0.contains("a host that dies") }.count == 1)
    try room.stop()
  }

  @Test("A screen that loses its host says so, comes back by itself, and the keys go on working")
  func hostKilled() throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    kill(try room.program.holder(), SIGKILL)
    try room.see("the host is back; nothing was lost", "Head count for Q3")
    #expect(String(decoding: room.screen.transcript, as: UTF8.self).contains("host lost"))
    try room.press("n", "now: Context")
    #expect(try room.program.commands().filter { $0.hasPrefix("next") }.count == 2)
    try room.stop()
  }

  @Test("Words in a form stay there while the host is lost, and can be sent")
  func wordsInForm() throws {
    let room = try SessionRoom()
    try room.press("oHalf a sen", "Half a sen")
    kill(try room.program.holder(), SIGKILL)
    try room.see("the host is back", "Half a sen")
    try room.press("tence\n", "noted: Half a sentence")
    try room.stop()
  }

  @Test("Words in a form outlive kill -9 of the screen and of the host, and come back with the same key")
  func wordsOfDeadScreen() throws {
    let room = try SessionRoom()
    try room.press("oHalf a sen", "Half a sen")
    room.screen.terminateWorker()
    try room.resume()
    try room.see("In the room")
    try room.press("otence", "Half a sentence")
    // Both die: what was typed a second ago is on disk.
    _ = room.screen.listen(seconds: 1.2)
    let host = try room.program.holder()
    room.screen.terminateWorker()
    kill(host, SIGKILL)
    try room.resume()
    try room.see("In the room")
    try room.press("o\n", "noted: Half a sentence")
    #expect(try room.program.commands().filter { $0 == "note \"Half a sentence\"" }.count == 1)
    try room.press("o", "Esc closes")
    #expect(!room.screen.picture.words.contains("Half a sentence Enter"))
    try room.escape("Esc closes")
    try room.stop()
  }

  @Test("On leaving, words that were not sent are named, and are there for the next who takes the seat")
  func wordsOnLeaving() throws {
    let room = try SessionRoom()
    try room.press("pIs this the place", "Is this the place")
    try room.escape("Raised by")
    try room.press("q", "Leave?", "park “Is this the place”")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    try room.resume()
    try room.see("In the room")
    try room.press("p", "Is this the place")
    try room.press("\n", "P2 parked: Is this the place")
    try room.stop()
  }

  @Test("A host that is lost again and again ends the screen with a remedy, and the session goes on later")
  func lostAgainAndAgain() throws {
    let room = try SessionRoom(size: (120, 34))
    try room.press("n", "Head count for Q3")
    for round in 1...5 {
      kill(try room.program.holder(), SIGKILL)
      try room.see("the host is back")
      try room.press("oRound \(round)\n", "noted: Round \(round)")
    }
    kill(try room.program.holder(), SIGKILL)
    #expect(try room.screen.waitForExit() == .exited(69))
    #expect(room.screen.leftovers == [])
    #expect(room.screen.picture.words.contains("nothing is lost: parley resume q3-alignment"))
    try room.resume()
    try room.see("Head count for Q3")
    #expect(try room.program.commands().filter { $0.hasPrefix("note") }.count == 5)
    try room.stop()
  }

  @Test("A second host on a session hears that it is busy, and changes nothing")
  func secondHost() throws {
    let room = try SessionRoom()
    let host = try room.program.holder()
    let second = try room.program.shell(
      "$parley host-process $(echo $PWD/store/*.parley) $PWD/parley-0 1000 1000 nobody")
    #expect(second.code == 75)
    #expect(second.output.contains("failed 75 "))
    #expect(try room.program.holder() == host)
    try room.press("n", "Head count for Q3")
    try room.stop()
  }
}

/// A session at a goal, commands that are given to it, and what of them was shown as done.
struct KillLoop {
  private let room: SessionRoom
  private var chance: Chance
  private var watch: CountdownWatch
  /// Parts of lines that are in the journal exactly once.
  private var shown: [String] = []
  /// Parts of lines that are there once or not at all.
  private var given: [String] = []

  /// The round in which the goal is settled.
  static let settling = 5

  init(seed: UInt64) throws {
    room = try SessionRoom(after: SessionRoom.toFirstGoal)
    watch = try CountdownWatch(try room.see("▶ Activation", "ask CS VS VE AO"))
    chance = Chance(seed: seed)
  }

  /// Gives commands of several kinds, and waits until each is shown as done.
  mutating func giveSome(_ round: Int) throws {
    if round == KillLoop.settling {
      for who in ["ceo", "vp-sales", "vp-eng", "cs-head"] { try room.command("dot \(who) green", ": green") }
      return
    }
    for place in 0..<chance.next(3) {
      let words = "shown \(round) \(place)"
      switch chance.next(3) {
      case 0: try room.command("note \"\(words)\"", "noted: \(words)")
      case 1: try room.command("dot ceo yellow layer=metric note=\"\(words)\"", "metric target: “\(words)”")
      default: try room.command("park \"\(words)\"", "parked: \(words)")
      }
      shown.append("\"\(words)\"")
    }
  }

  /// Gives one command more, and kills at a moment that chance chooses.
  mutating func strike(_ victim: SessionKillTests.Victim, _ round: Int) throws {
    let words = "given \(round)"
    let (line, sign) =
      round == KillLoop.settling
      ? ("confirm condition=\"\(words)\"", "✓ confirmed") : ("note \"\(words)\"", "noted: \(words)")
    let host = try room.program.holder()
    try room.press(":", " :")
    try room.screen.send("\(line)\n")
    // Chance decides how far it gets; nothing is waited for.
    _ = room.screen.listen(seconds: Double(chance.next(20)) / 1000)
    if room.screen.picture.words.contains(sign) { shown.append("\"\(words)\"") }
    given.append("\"\(words)\"")
    if victim == .hostThenScreen || victim == .host { kill(host, SIGKILL) }
    if victim == .host { return try comeBack(words, sign, from: host) }
    room.screen.terminateWorker()
    #expect(try room.screen.waitForExit() == .signalled(SIGKILL))
    #expect(room.screen.leftovers == [])
    if victim == .screenThenHost { kill(host, SIGKILL) }
    let verified = try room.program.run("verify")
    #expect(verified.code == 0, "\(verified.errors)")
    try resume()
  }

  /// The screen finds a host again by itself, five times in a minute.
  private mutating func comeBack(_ words: String, _ sign: String, from host: pid_t) throws {
    do {
      try room.screen.wait(until: "another host") { _ in (try? room.program.holder()).map { $0 != host } ?? false }
      try room.screen.wait(until: "the host to be back") { picture in
        [sign, "the host is back"].contains { picture.words.contains($0) }
      }
      shown.append("\"\(words)\"")
    } catch ProbeFailure.ended(_, .exited(69), _) {
      try resume()
    }
  }

  private mutating func resume() throws {
    try room.resume()
    try room.see("▶ Activation")
  }

  /// At the same step, with the right time left.
  func isInPlace() throws {
    try room.see("▶ Activation", "Improve activation rate")
    try room.screen.wait(until: "the right time left", watch.agrees)
  }

  func isKept() throws {
    try room.stop()
    let commands = try room.program.commands()
    for words in Set(shown) { #expect(commands.filter { $0.contains(words) }.count == 1, "\(words)") }
    for words in given { #expect(commands.filter { $0.contains(words) }.count <= 1, "\(words)") }
    #expect(Set(shown).count >= 5)
    let isSettled = commands.contains { $0.hasPrefix("confirm") }
    #expect(try room.program.run("record", "q3").output.contains("given \(KillLoop.settling)") == isSettled)
    #expect(try room.program.run("verify").code == 0)
  }
}

/// A countdown that was read once, and what it must show from then on.
struct CountdownWatch {
  private let left: Int
  private let moment = ContinuousClock.now

  init(_ picture: Picture) throws { left = try #require(picture.secondsLeft) }

  /// Right to a second. A screen that is slow to be drawn is not wrong: ask until it agrees.
  func agrees(_ picture: Picture) -> Bool {
    let passed = Int((ContinuousClock.now - moment).components.seconds)
    return picture.secondsLeft.map { abs(left - passed - $0) <= 1 } ?? false
  }
}
