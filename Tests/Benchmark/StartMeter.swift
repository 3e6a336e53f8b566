import TerminalProbe

/// From just before a fresh process is started to the read after which the screen shows what it is to show.
struct StartMeter {
  let milliseconds: Spread

  init(_ stand: Stand, count: Int) throws {
    var found: [Double] = []
    // The first start warms the caches up and does not count.
    for round in 0...count {
      let recorder = try stand.start()
      defer { recorder.end() }
      try recorder.waitUntilWhole(stand.subject.ready)
      if round > 0, let at = StartMeter.whole(recorder, stand.subject.ready) {
        found.append(at - recorder.startedAt)
      }
    }
    guard let spread = Spread(found) else {
      throw ProbeFailure.notStarted(command: stand.subject.command, errno: 0)
    }
    milliseconds = spread
  }

  /// When the screen first showed the text, found by showing all that came once more.
  static func whole(_ recorder: Recorder, _ text: String) -> Double? {
    let emulator = Emulator(columns: Stand.columns, rows: Stand.rows)
    return recorder.chunks.first { chunk in
      emulator.feed(chunk.bytes)
      return emulator.picture.contains(text)
    }?.at
  }
}
