import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let rehearsing: [Action] = [
    rehearsal(.stageFaster, "faster", "the rehearsal's clock goes faster, up to sixty times", ">", footer: 32) {
      model in
      model.stage?.clock.goFaster()
      return []
    },
    rehearsal(.stageSlower, "slower", "the rehearsal's clock goes slower, down to the time it takes", "<") { model in
      model.stage?.clock.goSlower()
      return []
    },
    rehearsal(.stagePause, "stop clock", "stops the rehearsal’s clock, or lets it go on; nobody speaks meanwhile", ",")
    {
      $0.turnClock()
    },
    rehearsal(
      .stageJump, "jump", "puts the clock forward to the next word, or to the step's last minute", ";", footer: 31
    ) {
      $0.jumpOnStage()
    },
    rehearsal(.stageWaiting, "said", "all that was said and waits to be written down, in full", "'") { model in
      model.openWaiting(at: model.stage?.clock.now ?? Instant(milliseconds: 0))
      return []
    },
    rehearsal(.stageReport, "debrief", "how it goes so far: pacing, craft, moment by moment", "L", footer: 33) {
      model in
      model.openReport(at: model.stage?.clock.now ?? Instant(milliseconds: 0))
      return []
    },
    Action(
      .soloNext, .rehearsal, "go on", "goes on to the next step", keys: [.enter, .character("n"), .right], place: .solo
    ) { $0.goOnAlone() },
    Action(
      .soloPause, .rehearsal, "pause", "stops the clock, or lets it go on", keys: [.character(" ")], place: .solo
    ) { $0.turnClock() },
  ]

  private static func rehearsal(
    _ id: ID, _ title: String, _ help: String, _ key: Character, footer: Int? = nil,
    _ change: @escaping @Sendable (inout TerminalModel) -> [Effect]
  ) -> Action {
    Action(
      id, .rehearsal, title, help, keys: [.character(key)], place: .rehearsal, footer: footer, changes: change)
  }

  /// Whether it can be done alone, where there is nobody to write anything down of.
  var isForOne: Bool { group == .rehearsal || looks }
}

extension TerminalModel {
  var soloHints: [KeyHint] {
    [
      KeyHint(key(of: .soloNext), state?.ended == nil ? "go on" : "leave"), KeyHint(key(of: .soloPause), "pause"),
      KeyHint("\(key(of: .stageSlower)) \(key(of: .stageFaster))", "speed"), KeyHint(key(of: .stageJump), "jump"),
      KeyHint(key(of: .stageReport), "report"), KeyHint(key(of: .showAgenda), "agenda"),
      KeyHint(key(of: .quit), "quit"),
      KeyHint(key(of: .help), "help"),
    ]
  }
}
