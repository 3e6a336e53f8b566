import Glibc

/// The figures of /proc about one process.
enum ProcessFigures {
  /// How often its threads went to sleep of their own accord, which is how often they woke.
  static func wakeups(_ pid: pid_t) -> Int {
    names(in: "/proc/\(pid)/task").compactMap { pid_t($0) }.reduce(0) { sum, thread in
      sum + (number("voluntary_ctxt_switches", in: "/proc/\(pid)/task/\(thread)/status") ?? 0)
    }
  }

  /// The largest resident size it has had (VmHWM), in megabytes of 1,000,000 bytes.
  static func peakMegabytes(_ pid: pid_t) -> Double? { megabytes("VmHWM", pid) }

  /// Its resident size now (VmRSS).
  static func megabytes(_ pid: pid_t) -> Double? { megabytes("VmRSS", pid) }

  /// Its resident size, of which a page that n processes share counts for one nth (Pss).
  static func proportionalMegabytes(_ pid: pid_t) -> Double? {
    number("Pss", in: "/proc/\(pid)/smaps_rollup").map { Double($0) * 1024 / 1e6 }
  }

  private static func megabytes(_ field: String, _ pid: pid_t) -> Double? {
    number(field, in: "/proc/\(pid)/status").map { Double($0) * 1024 / 1e6 }
  }

  private static func number(_ field: String, in path: String) -> Int? {
    for line in systemText(path).split(separator: "\n") where line.hasPrefix(field + ":") {
      return line.dropFirst(field.utf8.count + 1).split(whereSeparator: \.isWhitespace).first.flatMap { Int($0) }
    }
    return nil
  }
}

/// How busy the machine was with other things than this run, since this was made.
struct MachineLoad {
  private let began = ContinuousClock.now
  private let busyBefore = MachineLoad.busySeconds
  private let ownBefore = MachineLoad.ownSeconds

  /// In percent of one processor.
  var foreignPercent: Double {
    let elapsed = (ContinuousClock.now - began) / .seconds(1)
    let foreign = MachineLoad.busySeconds - busyBefore - (MachineLoad.ownSeconds - ownBefore)
    return elapsed > 0 ? max(0, 100 * foreign / elapsed) : 0
  }

  private static var busySeconds: Double {
    let line = systemText("/proc/stat").prefix { $0 != "\n" }
    let fields = line.split(separator: " ").dropFirst().prefix(8).compactMap { Double($0) }
    guard fields.count == 8 else { return 0 }
    // The fourth and fifth are idle and waiting for disks.
    return (fields.reduce(0, +) - fields[3] - fields[4]) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Of this process and of all it has started and waited for.
  private static var ownSeconds: Double {
    [RUSAGE_SELF, RUSAGE_CHILDREN].map { Int32($0.rawValue) }.reduce(0) { sum, who in
      var usage = rusage()
      getrusage(who, &usage)
      return sum + seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
