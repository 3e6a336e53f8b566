import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let replaying: [Action] = [
    replay(.replayPause, "pause", "stops the replay's clock, or lets it go on", [.character(" ")], footer: 1) { model in
      model.turnClock()
    },
    replay(.replayForward, "entry", "what was entered next", [.right, .character("l")], footer: 3) { model in
      model.goInReplay(to: model.replay.map { $0.place + 1 })
    },
    replay(.replayBack, "entry before", "what was entered before", [.left, .character("h")]) { model in
      model.goInReplay(to: model.replay.map { $0.place - 1 })
    },
    replay(.replayNextStep, "step", "where the next step begins", [.character("n"), .character("]")], footer: 2) {
      model in model.goInReplay(to: model.replay?.nextStep)
    },
    replay(
      .replayStepBefore, "step before", "where this step begins, then the one before",
      [.character("b"), .character("N"), .character("[")], footer: 2
    ) { model in model.goInReplay(to: model.replay?.previousStep) },
    replay(.replayFaster, "faster", "faster, up to sixty times", [.character(">"), .character("+")], footer: 4) {
      model in
      model.stage?.clock.goFaster()
      return []
    },
    replay(.replaySlower, "slower", "slower, down to the time it took", [.character("<"), .character("-")], footer: 4) {
      model in
      model.stage?.clock.goSlower()
      return []
    },
    replay(
      .replayHere, "go to it", "where the step marked in the agenda began, or the goal marked came to the table",
      [.enter]
    ) { model in
      guard let place = model.markedPlace else {
        model.say(
          "mark a step in the agenda (\(model.key(of: .showAgenda))) or a goal on the roadmap "
            + "(\(model.key(of: .showRoadmap))) first; Enter goes there")
        return []
      }
      return model.goInReplay(to: place)
    },
    replay(.replaySearch, "search", "searches in all that was entered after this", [.character("/")], footer: 5) {
      model in
      model.overlays.append(.search(LineEditor()))
      return []
    },
    replay(.replaySearchOn, "again", "the next place with the words searched for", [.character(".")]) {
      $0.search(forward: true)
    },
    replay(.replaySearchBack, "search back", "the place before with the words searched for", [.character(",")]) {
      $0.search(forward: false)
    },
  ]

  private static func replay(
    _ id: ID, _ title: String, _ help: String, _ keys: [Key], footer: Int? = nil,
    _ change: @escaping @Sendable (inout TerminalModel) -> [Effect]
  ) -> Action {
    Action(id, .replay, title, help, keys: keys, place: .replay, footer: footer, changes: change)
  }

  /// Whether it only looks, and so can be done in a replay.
  var looks: Bool {
    switch group {
    case .replay: true
    // The arrows and Enter go through the replay there.
    case .looking: ![.left, .right, .openRow].contains(id)
    case .program: id != .command
    default: false
    }
  }
}

extension Action {
  /// Whether it has a place on this terminal's stage, or in earnest.
  package func isPartOf(_ model: TerminalModel) -> Bool {
    switch place {
    case .replay: model.isReplay
    case .rehearsal: model.isRehearsal
    case .solo: model.isSolo
    case .work(let work) where model.state?.has(work) == false: false
    default: model.isReplay ? looks : model.isSolo ? isForOne : true
    }
  }
}

extension TerminalModel {
  /// Stops the stage's clock, or lets it go on.
  mutating func turnClock() -> [Effect] {
    if stage?.clock.isStopped == true { stage?.clock.goOn() } else { stage?.clock.stop() }
    return []
  }

  /// The keys that go through a replay.
  var replayHints: [KeyHint] {
    func keys(_ ids: Action.ID...) -> String {
      ids.compactMap { keymap.keys(of: $0).first?.shown }.joined(separator: " ")
    }
    return [
      KeyHint(keys(.replayPause), stage?.clock.isStopped == true ? "go on" : "pause"),
      KeyHint(keys(.replayStepBefore, .replayNextStep), "step"), KeyHint(keys(.replayBack, .replayForward), "entry"),
      KeyHint(keys(.replaySlower, .replayFaster), "speed"), KeyHint(keys(.showAgenda), "agenda, Enter jumps"),
      KeyHint(keys(.replaySearch), "search"), KeyHint(keys(.quit), "quit"), KeyHint(keys(.help), "help"),
    ]
  }
}
