/// A line of the table: a quantity, and Parley's budget for it.
struct Quantity: Sendable {
  let name: String
  let unit: String
  let digits: Int
  let budget: Budget?
  let value: @Sendable (Figures) -> Double?

  init(
    _ name: String, _ unit: String, _ digits: Int, _ budget: Budget? = nil,
    value: @escaping @Sendable (Figures) -> Double?
  ) {
    (self.name, self.unit, self.digits, self.budget, self.value) = (name, unit, digits, budget, value)
  }
}

/// Every quantity, in the order of the table.
enum Quantities {
  static func all(events: Int, sessions: Int) -> [Quantity] {
    starting + keys + quiet + memory + resizing
      + [
        Quantity("50 terminals: all are told, median", "ms", 2) { $0.fanOut?.told?.median },
        Quantity("50 terminals: all are told, p95", "ms", 2) { $0.fanOut?.told?.p95 },
        Quantity("50 terminals: all show it, median", "ms", 1) { $0.fanOut?.painted?.median },
        Quantity("50 terminals: all show it, p95", "ms", 1) { $0.fanOut?.painted?.p95 },
        Quantity("50 and a flood: key to painted, median", "ms", 2) { $0.fanOut?.underLoad?.shown?.median },
        Quantity("50 and a flood: key to painted, p95", "ms", 2, .atMost(10)) { $0.fanOut?.underLoad?.shown?.p95 },
        Quantity("50 and a flood: key to quiet, p95", "ms", 2) { $0.fanOut?.underLoad?.last?.p95 },
        Quantity("50 and a flood: without an answer", "", 0, .atMost(0)) {
          $0.fanOut?.underLoad.map { Double($0.silent) }
        },
        Quantity("open \(events) events: record", "ms", 0, .atMost(300)) { $0.opening?.record?.median },
        Quantity("open \(events) events: resume, screen", "ms", 0, .atMost(300)) { $0.opening?.resume?.median },
        Quantity("log over \(sessions) sessions, median", "ms", 0, .atMost(500)) { $0.log?.search?.median },
        Quantity("log over \(sessions) sessions, p95", "ms", 0) { $0.log?.search?.p95 },
      ]
  }

  private static let starting = [
    Quantity("start to full screen, median", "ms", 1, .timesVim(2)) { $0.start?.milliseconds.median },
    Quantity("start to full screen, p95", "ms", 1) { $0.start?.milliseconds.p95 },
  ]

  private static let keys = [
    Quantity("key to first byte, median", "ms", 2) { $0.keys?.first?.median },
    Quantity("key to painted, median", "ms", 2, .atMost(1)) { $0.keys?.last?.median },
    Quantity("key to painted, p95", "ms", 2, .atMost(4)) { $0.keys?.last?.p95 },
    Quantity("key: bytes, median", "B", 0) { $0.keys?.bytes?.median },
    Quantity("key: without an answer", "", 0, .atMost(0)) { $0.keys.map { Double($0.silent) } },
  ]

  private static let quiet = [
    Quantity("countdown: to the terminal", "B/s", 1, .aSecond(30)) { $0.counting?.bytes },
    Quantity("countdown: wake-ups, terminal", "1/s", 1, .aSecond(1)) { $0.counting?.wakeups },
    Quantity("countdown: wake-ups, host", "1/s", 1, .aSecond(1)) { $0.counting?.hostWakeups },
    Quantity("nothing moves: to the terminal", "B/s", 1, .aSecond(0)) { $0.paused?.bytes },
    Quantity("nothing moves: wake-ups, terminal", "1/s", 1, .aSecond(0)) { $0.paused?.wakeups },
    Quantity("nothing moves: wake-ups, host", "1/s", 1, .aSecond(0)) { $0.paused?.hostWakeups },
  ]

  private static let memory = [
    Quantity("memory, terminal: largest", "MB", 1, .atMost(30)) { $0.memory?.peak },
    Quantity("memory, terminal: now", "MB", 1) { $0.memory?.now },
    Quantity("memory, host: largest", "MB", 1, .atMost(30)) { $0.memory?.hostPeak },
    Quantity("memory, host: now", "MB", 1) { $0.memory?.hostNow },
    Quantity("memory, all: shared pages once", "MB", 1, .atMost(40)) { $0.memory?.together },
  ]

  private static let resizing = [
    Quantity("resize storm: lives", "", 0, .atLeast(1)) { $0.resize.map { $0.survived ? 1 : 0 } },
    Quantity("resize storm: cells as on a fresh screen", "", 3, .atLeast(0.98)) { $0.resize?.match },
    Quantity("resize storm: last size to last byte", "ms", 1) { $0.resize?.settled },
  ]

  /// For the help.
  static let explanation = """
    start          fresh processes, each with a store of its own; from just before the spawn to the read after which
                   the whole screen is there
    key            a key that is a command, kept on disk before it is shown (vim: an insert, htop: an arrow); from the
                   write to the first and to the last byte of the answer, which 30 ms of silence end
    countdown      nobody touches anything while a countdown runs (vim, htop: nobody touches anything)
    wake-ups       voluntary context switches of the process at the terminal, and of the host it has started
    nothing moves  the same while the session is paused
    memory         VmHWM and VmRSS, after the keys; all: Pss of terminal, host and what waits for them
    resize storm   200 sizes in 2 s; the last screen against that of a fresh terminal, without the cells that change
                   by themselves
    50 terminals   from a command to its entry at the last of fifty lines, and from the facilitator's key to the last
                   byte at the last of fifty real screens, all on this machine; and the facilitator's own key to the
                   picture that shows what it did, while one more gives commands as fast as it can (to quiet: to the
                   last byte before 30 ms of silence, which others' doings and the countdown break, too)
    open           a whole run of `parley record`, and `parley resume` to its full screen, files in the cache
    log            a whole run of `parley log` with two words over a store of many sessions, files in the cache
    """
}
