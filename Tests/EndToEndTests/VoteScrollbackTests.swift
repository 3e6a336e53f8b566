import Foundation
import TerminalProbe
import Testing

@Suite("The traces of a ballot in a terminal")
struct VoteScrollbackTests {
  @Test("On a terminal without a second screen, which keeps cleared text in its scrollback, no ballot is in it")
  func scrollback() throws {
    let program = try Program()
    let tmux = try Tmux(program, "set -g alternate-screen off\nset -g history-limit 9999\n")
    try tmux.start(program.scratch.write(VotingRoom.plan, to: "eight.yaml"))
    try tmux.press(["n"], "vote in silence first")
    try tmux.press(["v"], "Open a silent vote")
    try tmux.press(["Enter"], "0 of 8 have voted")
    try tmux.press(["v"], "Everyone else looks away")
    try tmux.press(["Enter"], "Ballot of Person 1")
    try tmux.press(["1", "2", "Enter"], "It is final.")
    try tmux.press(["Enter"], "1 of 8 have voted")
    tmux.hasNothing(of: "Ballot of", "●", "dots left")
    try tmux.press(["Enter"], "Ballot of Person 2")
    try tmux.press(["3"], "1 dot left")
    try tmux.press(["Escape"], "Everyone else looks away")
    tmux.hasNothing(of: "Ballot of", "●", "dots left")
  }
}

/// A tmux server of its own that runs the program in a window of 80 by 24.
private final class Tmux {
  private let program: Program
  private let name = "parley-\(UInt32.random(in: 0 ... .max))"

  init(_ program: Program, _ settings: String) throws {
    self.program = program
    program.scratch.write(settings, to: "tmux.conf")
  }

  deinit { _ = try? tmux("kill-server") }

  func start(_ plan: String) throws {
    let run = try program.shell(
      "tmux -L \(name) -f tmux.conf new -d -x 80 -y 24 -e PARLEY_STORE=$PARLEY_STORE $parley run \(plan)")
    try #require(run.code == 0, "\(run.errors)")
    try wait("In the room")
  }

  func press(_ keys: [String], _ words: String) throws {
    _ = try tmux("send-keys \(keys.joined(separator: " "))")
    try wait(words)
  }

  /// Looks at the screen and all that has gone from it upwards.
  func hasNothing(of words: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    let kept = (try? tmux("capture-pane -p -S -")) ?? ""
    #expect(!kept.isEmpty, sourceLocation: sourceLocation)
    for word in words { #expect(!kept.contains(word), "\(kept)", sourceLocation: sourceLocation) }
  }

  private func wait(_ words: String) throws {
    let end = ContinuousClock.now + .seconds(20)
    while true {
      let screen = try tmux("capture-pane -p")
      if screen.contains(words) { return }
      try #require(ContinuousClock.now < end, "“\(words)” is not on\n\(screen)")
    }
  }

  private func tmux(_ arguments: String) throws -> String { try program.shell("tmux -L \(name) \(arguments)").output }
}
