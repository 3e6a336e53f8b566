import TerminalProbe

/// 200 sizes in two seconds, the last being the first one again; then the screen against a fresh one of that size.
struct ResizeMeter {
  let survived: Bool
  /// Of the cells that do not change by themselves, the share that match the fresh screen.
  let match: Double?
  /// From the last size to the last byte of its drawing, in milliseconds.
  let settled: Double?

  private static let sizes = 200
  private static let duration = 2000.0

  init(_ sandbox: Sandbox) throws {
    let recorder = try sandbox.led()
    defer { recorder.end() }
    if let pause = sandbox.subject.pause { recorder.press(pause) }
    let lastSize = ResizeMeter.storm(recorder)
    let mark = recorder.chunks.count
    recorder.listenUntilQuiet(250, limit: 5000)
    settled = recorder.chunks[mark...].last.map { $0.at - lastSize }
    // Some programs redraw only at their next tick.
    recorder.listen(1300)
    survived = !recorder.isAtEnd
    let picture = recorder.picture
    // A second vim would ask about the first one's file.
    if !sandbox.subject.joins { recorder.end() }
    match = survived ? try ResizeMeter.compare(picture, with: sandbox) : nil
  }

  /// Returns when the last size was given.
  private static func storm(_ recorder: Recorder) -> Double {
    var numbers = Numbers(seed: 2)
    let began = Recorder.now
    for number in 1..<sizes {
      recorder.resize(
        columns: Sandbox.columns + Int.random(in: -30...40, using: &numbers),
        rows: Sandbox.rows + Int.random(in: -10...20, using: &numbers))
      recorder.listen(began + Double(number) * duration / Double(sizes) - Recorder.now)
    }
    recorder.resize(columns: Sandbox.columns, rows: Sandbox.rows)
    return Recorder.now
  }

  private static func compare(_ picture: Picture, with sandbox: Sandbox) throws -> Double {
    let fresh = try sandbox.join()
    defer { fresh.end() }
    try fresh.waitUntilWhole(sandbox.subject.ready)
    if !sandbox.subject.joins {
      for press in sandbox.subject.lead { fresh.press(press) }
    }
    fresh.listen(Sandbox.settling)
    // It looks three times in 2.2 seconds: cells that differ move by themselves.
    let first = fresh.picture
    fresh.listen(1100)
    let second = fresh.picture
    fresh.listen(1100)
    let third = fresh.picture
    var (same, all) = (0, 0)
    for (row, cells) in first.cells.enumerated() {
      for (column, cell) in cells.enumerated()
      where cell == second.cells[row][column] && cell == third.cells[row][column] {
        all += 1
        if cell == picture.cells[row][column] { same += 1 }
      }
    }
    return all > 0 ? Double(same) / Double(all) : 0
  }
}
