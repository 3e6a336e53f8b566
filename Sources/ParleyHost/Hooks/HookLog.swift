import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire

/// The file in which hosts write down what their hooks did: a line each, for nobody but their user.
enum HookLog {
  /// A file that has grown so large makes room for another; the one before is kept.
  private static let limit: off_t = 256 * 1024

  /// Adds the line of a hook that ran.
  static func add(_ hook: RunningHook, _ end: HookEnd, to path: String?) {
    let took = "\(EventLoop.boottimeMs() - hook.startMs) ms"
    add(hook.moment, of: hook.session, end.complaint(hook.lastLine) ?? "done in \(took)", to: path)
  }

  /// Adds the line of a moment.
  static func add(_ moment: HookMoment, of session: String, _ what: String, to path: String?) {
    guard let path else { return }
    let line = "\(ClockReading.now().localTime) \(session) \(moment.rawValue): \(what)\n"
    var found = stat()
    if lstat(path, &found) == 0, found.st_size > limit { rename(path, path + ".old") }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(line.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}
