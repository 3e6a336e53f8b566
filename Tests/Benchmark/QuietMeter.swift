import Glibc
import TerminalProbe

/// The activity of a program while nobody touches it.
struct QuietMeter {
  let seconds: Double
  /// To the terminal.
  let bytes: Double
  /// Of the process at the terminal, a second.
  let wakeups: Double
  /// Of the processes it has started, a second; nil without any.
  let hostWakeups: Double?

  init(_ recorder: Recorder, seconds window: Double) {
    recorder.listenUntilQuiet(Sandbox.quiet, limit: 1000)
    let own = recorder.workerID
    let others = ProcessTree.all().filter { $0 != recorder.processID && $0 != own }
    let mark = recorder.chunks.count
    let began = Recorder.now
    let before = (own: ProcessFigures.wakeups(own), others: QuietMeter.sum(others))
    recorder.listen(window * 1000)
    let after = (own: ProcessFigures.wakeups(own), others: QuietMeter.sum(others))
    seconds = (Recorder.now - began) / 1000
    bytes = Double(recorder.chunks[mark...].reduce(0) { $0 + $1.bytes.count }) / seconds
    wakeups = Double(after.own - before.own) / seconds
    hostWakeups = others.isEmpty ? nil : Double(after.others - before.others) / seconds
  }

  private static func sum(_ pids: [pid_t]) -> Int { pids.reduce(0) { $0 + ProcessFigures.wakeups($1) } }
}

/// The memory of a program, in megabytes.
struct MemoryMeter {
  let now: Double?
  let peak: Double?
  let hostNow: Double?
  let hostPeak: Double?
  /// Of all processes of the program, pages that they share once.
  let together: Double?

  init(_ recorder: Recorder) {
    let own = recorder.workerID
    let host = ProcessTree.all().first { $0 != recorder.processID && $0 != own }
    now = ProcessFigures.megabytes(own)
    peak = ProcessFigures.peakMegabytes(own)
    hostNow = host.flatMap(ProcessFigures.megabytes)
    hostPeak = host.flatMap(ProcessFigures.peakMegabytes)
    let all = Set([recorder.processID, own] + (host.map { [$0] } ?? []))
    let shares = all.compactMap(ProcessFigures.proportionalMegabytes)
    together = shares.count == all.count ? shares.reduce(0, +) : nil
  }
}
