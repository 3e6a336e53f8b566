import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("How many keys the moves of a live meeting take, beside the words that people say")
struct KeystrokeTests {
  private static let atGoal = "next\nnext\nnext\n"

  @Test("Green for who is next: 1; for anyone: 2; yellow or red with layer and a sentence: 3; undo and redo: 1 each")
  func dots() throws {
    let hands = try Hands(SessionRoom(after: Self.atGoal))
    try hands.count(1, "Carla Stein: green") { try $0.press("g") }
    try hands.count(2, "Ada Obi: green") { try $0.press("1g") }
    try hands.count(3, "Victor Sand: yellow on Improve activation rate, about the metric target: “Forty is a lot”") {
      try $0.press("y")
      try $0.say("Forty is a lot")
      try $0.press("\nm")
    }
    try hands.count(3, "Vera Engel: red on Improve activation rate, about the time horizon: “Not before autumn”") {
      try $0.press("r")
      try $0.say("Not before autumn")
      try $0.press("\nh")
    }
    try hands.count(1, "took back") { try $0.press("u") }
    try hands.count(1, "given again") { try $0.press("U") }
    try hands.room.stop()
  }

  @Test("A request with its answer: 4; one that displaces, with why: 6; park: 2")
  func requests() throws {
    let program = try Program()
    let plan = try String(contentsOfFile: example("saas-q3.yaml"), encoding: .utf8)
    // The first goal holds as many features as it has.
    let full = plan.replacing(
      "    rationale: Trials that activate", with: "    capacity: 2\n    rationale: Trials that activate")
    let file = program.scratch.write(full, to: "full.yaml")
    let hands = try Hands(try SessionRoom(file, in: program), keys: "nnn")
    try hands.count(2, "P2 parked: Who writes the mails?") {
      try $0.press("p")
      try $0.say("Who writes the mails?")
      try $0.press("\n")
    }
    try hands.count(4, "P3 is withdrawn") {
      try $0.press("f")
      try $0.say("A bell")
      try $0.press("\n")
      try $0.room.see("w withdrawn")
      try $0.press("w")
    }
    try hands.count(6, "P4 serves Improve activation rate") {
      try $0.press("f")
      try $0.say("Mails before a trial ends")
      try $0.press("\n")
      try $0.room.see("w withdrawn")
      try $0.press("1")
      try $0.room.see("What moves out*")
      try $0.say("Trials lapse")
      try $0.press("\t1\n")
    }
    try hands.room.stop()
  }

  @Test("A conflict, from its topic to a decider with options: 8")
  func conflict() throws {
    let hands = try Hands(SessionRoom(after: Self.atGoal))
    try hands.count(8, "escalated: Ada Obi decides by", "with Victor Sand and Vera Engel") {
      try $0.press("x")
      try $0.say("Speed")
      try $0.press("\n23")
      try $0.room.see("ways out")
      try $0.press("S")
      try $0.say("Weekly|Monthly")
      try $0.press("\n")
      try $0.say("Cost of delay")
      try $0.press("\n1")
    }
    try hands.room.stop()
  }
}

/// Two hands that count: keys, and apart from them the words that someone says.
final class Hands {
  let room: SessionRoom
  private var keys = 0

  /// - Parameter first: what is pressed before anything counts.
  init(_ room: SessionRoom, keys first: String = "") throws {
    self.room = room
    for key in first { try room.screen.send(String(key)) }
    try room.see("dot for")
  }

  func press(_ keys: String) throws {
    self.keys += keys.count
    for key in keys { try room.screen.send(String(key)) }
  }

  func say(_ words: String) throws { try room.press(words, words.split(separator: " ").joined(separator: " ")) }

  /// Does something, waits until it is done, and compares the keys: these at most.
  func count(_ wanted: Int, _ words: String..., by: (Hands) throws -> Void) throws {
    keys = 0
    try by(self)
    try room.see(words)
    #expect(keys <= wanted, "\(words[0])")
  }
}
