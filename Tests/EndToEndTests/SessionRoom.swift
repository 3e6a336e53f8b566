import Foundation
import Glibc
import TerminalProbe
import TestFixtures
import Testing

/// One screen of a session, the hands at its keys, and the eyes of those who must not see everything.
final class SessionRoom {
  let program: Program
  private(set) var screen: Probe
  /// What must be on no screen now.
  var veiled: [String] = []

  /// Runs a plan and waits for its lobby.
  init(
    _ plan: String = example("saas-q3.yaml"), size: (columns: Int, rows: Int) = (80, 24),
    environment: [String: String] = [:], in program: Program? = nil
  ) throws {
    self.program = try program ?? Program()
    screen = try self.program.screen("run", plan, size: size, environment: environment)
    try see("In the room")
  }

  /// Plays a script, its last moment being now, and resumes the session.
  init(
    _ plan: String = example("saas-q3.yaml"), after script: String, size: (columns: Int, rows: Int) = (80, 24),
    theme: String = "parley-dark", environment: [String: String] = [:]
  ) throws {
    program = try Program()
    let file = program.scratch.write(script, to: "beginning.script")
    let played = try program.run("play", plan, file, "--store", program.store, "--strict")
    #expect(played.code == 0, "\(played.errors)")
    screen = try program.screen("resume", "--theme", theme, size: size, environment: environment)
  }

  /// Shows a session that some host holds already, in its lobby.
  init(resuming program: Program, size: (columns: Int, rows: Int) = (80, 24)) throws {
    self.program = program
    screen = try program.screen("resume", size: size)
    try see("In the room")
  }

  /// The way to the first goal, with ten minutes on its clock.
  static let toFirstGoal = "next\nnext\nnext\n"

  /// Comes back with a new terminal, once the one before is gone.
  func resume(size: (columns: Int, rows: Int) = (80, 24)) throws {
    screen = try program.screen("resume", size: size)
  }

  /// Types keys, and waits until the screen says all of this.
  @discardableResult
  func press(_ keys: String, _ words: String...) throws -> Picture {
    try screen.send(keys)
    return try see(words)
  }

  /// Opens a view by its function key.
  @discardableResult
  func view(_ number: Int, _ words: String...) throws -> Picture {
    try screen.key(.function(number))
    return try see(words)
  }

  /// Gives a command on the `:` line.
  @discardableResult
  func command(_ line: String, _ words: String...) throws -> Picture {
    try screen.send(":")
    try see([" :"])
    try screen.send(line + "\n")
    return try see(words)
  }

  /// Presses Escape, and waits until what it closes is gone: a key that follows at once would be Alt and that key.
  func escape(_ words: String) throws {
    try screen.key(.escape)
    try screen.wait(until: "\(words) to go") { !$0.words.contains(words) }
  }

  @discardableResult
  func see(_ words: String...) throws -> Picture { try see(words) }

  @discardableResult
  func see(_ words: [String]) throws -> Picture {
    try screen.wait(until: words.joined(separator: " … ")) { picture in
      let said = picture.words
      for secret in veiled where said.contains(secret) {
        Issue.record("“\(secret)” is on the screen:\n\(picture)")
      }
      return words.allSatisfy(said.contains)
    }
  }

  /// What was veiled may be seen from now on.
  func unveil(_ words: String...) { veiled.removeAll(where: words.contains) }

  /// Leaves by the key that ends the host too.
  func stop() throws {
    try press("q", "Leave?")
    try screen.send("s")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(screen.leftovers == [])
  }
}

extension Program {
  /// A terminal of the program in an environment of one's own.
  func screen(
    _ arguments: String..., size: (columns: Int, rows: Int) = (80, 24), environment: [String: String] = [:]
  ) throws -> Probe {
    try Probe(
      command: [try builtProgram("parley")] + arguments, environment: self.environment.merging(environment) { $1 },
      size: size, directory: scratch.path)
  }

  /// The process that holds the only session of the store.
  func holder() throws -> pid_t {
    let names = try FileManager.default.contentsOfDirectory(atPath: store)
    let lock = try #require(names.first { $0.hasSuffix(".lock") })
    let text = try #require(scratch.read("store/\(lock)"))
    return try #require(text.split(separator: "\n").first.flatMap { pid_t($0) })
  }

  /// The lines of the commands in the journal, in order, each once.
  func commands() throws -> [String] {
    let run = try run("journal", "q3")
    #expect(run.code == 0, "\(run.errors)")
    var lines: [Int: String] = [:]
    for text in run.output.split(separator: "\n") {
      let event = try members(String(text))
      lines[try #require(event["entry"] as? Int)] = event["line"] as? String
    }
    return lines.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Picture {
  /// All that stands on the screen as running text: without frames, and lines that were wrapped joined again.
  var words: String {
    let frames: Set<Character> = ["│", "┌", "┐", "└", "┘", "├", "┤", "─"]
    return rows.joined(separator: " ").filter { !frames.contains($0) }.split(separator: " ").joined(separator: " ")
  }

  /// What the countdown says, in seconds; negative over time. Nil where it is not shown in small digits.
  var secondsLeft: Int? {
    for row in rows.prefix(4) {
      guard let match = row.firstMatch(of: #/^\s*(\+?)(\d+):(\d\d) /#), let minutes = Int(match.2),
        let seconds = Int(match.3)
      else { continue }
      return (minutes * 60 + seconds) * (match.1.isEmpty ? 1 : -1)
    }
    return nil
  }
}
