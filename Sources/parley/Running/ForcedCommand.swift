import Glibc
import ParleyJournal

/// Whether a key of somebody else's runs this program: sshd starts what the key's line says, in the place of a shell that
/// its owner would have.
enum ForcedCommand {
  /// True below sshd itself, with no more than `sh -c` and this program's caretaker between; an owner who came by ssh has
  /// a shell, and types in it.
  static var isRunning: Bool {
    guard Environment.value(.sshConnection) != nil else { return false }
    var process = getppid()
    for _ in 0..<8 where process > 1 {
      guard let name = text("comm", of: process)?.trimmed else { return false }
      if name.hasPrefix("sshd") { return true }
      let words = text("cmdline", of: process)?.split(separator: "\0") ?? []
      let isOnTheWay = words.dropFirst().contains("-c") || program(of: process) == program(of: getpid())
      guard isOnTheWay, let parent = parent(of: process) else { return false }
      process = parent
    }
    return false
  }

  private static func program(of process: pid_t) -> String? { SystemFile.linkTarget("/proc/\(process)/exe") }

  private static func text(_ file: String, of process: pid_t) -> String? { SystemFile.text("/proc/\(process)/\(file)") }

  /// The fourth field, after the name, which may hold anything.
  private static func parent(of process: pid_t) -> pid_t? {
    guard let stat = text("stat", of: process), let end = stat.lastIndex(of: ")") else { return nil }
    return stat[end...].split(separator: " ").dropFirst(2).first.flatMap { pid_t($0) }
  }
}
