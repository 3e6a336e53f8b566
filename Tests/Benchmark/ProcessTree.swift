import Glibc

/// The processes below this one: the program under test, and the processes that it has started. This one adopts
/// orphans, so that a host in a session of its own is among them.
enum ProcessTree {
  /// All live ones, parents before their children.
  static func all() -> [pid_t] {
    var children: [pid_t: [pid_t]] = [:]
    for pid in running() {
      guard let fields = statFields(pid), fields.first != "Z",
        let parent = fields.dropFirst().first.flatMap({ pid_t($0) })
      else { continue }
      children[parent, default: []].append(pid)
    }
    var (found, next): ([pid_t], [pid_t]) = ([], [getpid()])
    while let parent = next.popLast() {
      found += children[parent] ?? []
      next += children[parent] ?? []
    }
    return found
  }

  /// Hangs up, asks and at last kills; waits for each.
  static func endAll() {
    for (signal, patience) in [(SIGHUP, 300.0), (SIGTERM, 1000), (SIGKILL, 2000)] {
      let pids = all()
      if pids.isEmpty { break }
      for pid in pids { kill(pid, signal) }
      let end = ContinuousClock.now + .milliseconds(patience)
      while ContinuousClock.now < end && !all().isEmpty {
        reap()
        poll(nil, 0, 2)
      }
    }
    reap()
  }

  private static func reap() { while waitpid(-1, nil, WNOHANG) > 0 {} }

  private static func running() -> [pid_t] { names(in: "/proc").compactMap { pid_t($0) } }

  /// The fields of /proc/PID/stat from the state on; the name before it may hold anything.
  private static func statFields(_ pid: pid_t) -> [Substring]? {
    let text = systemText("/proc/\(pid)/stat")
    guard let end = text.lastIndex(of: ")") else { return nil }
    return text[text.index(after: end)...].split(separator: " ")
  }
}

/// The names in a directory of /proc; none when it is gone.
func names(in directory: String) -> [String] {
  guard let stream = opendir(directory) else { return [] }
  defer { closedir(stream) }
  var found: [String] = []
  while let entry = readdir(stream) {
    found.append(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
  }
  return found
}

/// The text of a file of /proc; empty when it is gone.
func systemText(_ path: String) -> String {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return "" }
  defer { close(descriptor) }
  var (bytes, chunk): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 1 << 14))
  while case let count = read(descriptor, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}
