import ParleyCore
import ParleyScreens
import ParleyTerminal

/// A replay as a file that plays where Parley is not installed: asciicast v2, one JSON line an event, with a marker where
/// each step begins (docs.asciinema.org). What the replay does not show is not in it: no ballot, nothing private.
public struct Asciicast {
  let replay: Replay
  /// Who spoke in it, where it was a rehearsal.
  let voices: Performance?
  let speed: Int
  let size: Size
  let themes: ThemeShelf

  /// - Parameter speed: how many times faster than the session; longer pauses than two seconds are cut by the player.
  public init(
    _ replay: Replay, voices: Performance? = nil, speed: Int, size: Size = Size(columns: 100, rows: 30),
    themes: ThemeShelf = ThemeShelf()
  ) {
    self.replay = replay
    self.voices = voices
    self.speed = speed
    self.size = size
    self.themes = themes
  }

  /// The whole file.
  public var text: String {
    var model = TerminalModel(replaying: replay, voices: voices, speed: speed, themes: themes)
    var lines = [header]
    var shown: Frame?
    let marks = Dictionary(replay.marks.map { ($0.place, $0.step) }, uniquingKeysWith: { $1 })
    func show(at moment: Instant) {
      let frame = frame(of: model, at: moment)
      let escapes = frame.escapes(after: shown)
      if !escapes.isEmpty { lines.append(event(seconds(at: moment), "o", escapes)) }
      shown = frame
    }
    for place in 1...replay.entries.count {
      // What was said since the entry before is heard when it was said.
      let entry = replay.entries[place - 1]
      while place > 1, let now = model.stage?.clock.now, let word = voices?.word(after: now), word < entry.at {
        model.stage?.clock.jump(to: word)
        show(at: word)
      }
      _ = model.goInReplay(to: place)
      guard let replay = model.replay else { break }
      if let step = marks[place] {
        lines.append(event(seconds(at: entry.at), "m", replay.session.state.titles(of: step).title))
      }
      show(at: entry.at)
    }
    let end = replay.entries.last.map { seconds(at: $0.at) } ?? "0.000"
    lines.append(event(end, "o", "\u{1b}[\(size.rows);1H\u{1b}[?25h\r\n"))
    return lines.map { $0 + "\n" }.joined()
  }

  private func frame(of model: TerminalModel, at moment: Instant) -> Frame {
    var frame = model.frame(size: size, at: moment, depth: .trueColor, showsUnicode: true)
    // The keys of a replay mean nothing to a player.
    let keys = Rect(x: 0, y: size.rows - 1, width: size.columns, height: 1)
    frame.fill(keys, style: frame[0, size.rows - 1].style)
    return frame
  }

  private var header: String {
    let state = replay.session.state
    let header: JSON = [
      "version": .integer(2), "width": .integer(size.columns), "height": .integer(size.rows),
      "idle_time_limit": .integer(2), "title": .string(state.plan.title),
    ]
    return header.line
  }

  private func seconds(at instant: Instant) -> String {
    let passed = max(0, instant.milliseconds - replay.entries[0].at.milliseconds) / Int64(max(1, speed))
    let rest = passed % 1000
    return "\(passed / 1000).\(rest < 10 ? "00" : rest < 100 ? "0" : "")\(rest)"
  }

  private func event(_ time: String, _ code: String, _ data: String) -> String {
    "[\(time), \"\(code)\", \(JSON.string(data).line)]"
  }
}
