import TerminalProbe

/// From just before the start of a fresh process to the read after which the screen shows the expected text.
struct StartMeter {
  let milliseconds: Spread

  init(_ sandbox: Sandbox, count: Int) throws {
    var found: [Double] = []
    // The first start warms the caches up and does not count.
    for round in 0...count {
      let recorder = try sandbox.start()
      defer { recorder.end() }
      try recorder.waitUntilWhole(sandbox.subject.ready)
      if round > 0, let at = StartMeter.moment(of: sandbox.subject.ready, in: recorder) {
        found.append(at - recorder.startedAt)
      }
    }
    guard let spread = Spread(found) else {
      throw ProbeFailure.notStarted(command: sandbox.subject.command, errno: 0)
    }
    milliseconds = spread
  }

  /// When the screen first showed the text, found by replaying all output.
  static func moment(of text: String, in recorder: Recorder) -> Double? {
    let emulator = Emulator(columns: Sandbox.columns, rows: Sandbox.rows)
    return recorder.chunks.first { chunk in
      emulator.feed(chunk.bytes)
      return emulator.picture.contains(text)
    }?.at
  }
}
