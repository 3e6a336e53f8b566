import CLinux
import CNcurses
import Glibc

/// What became of a text that was to go on the clipboard.
public enum CopyOutcome: Hashable, Sendable {
  /// The terminal was told. It says nothing to that, and may not allow it.
  case told
  /// tmux has it, and hands it on to the terminal around it as far as that is allowed.
  case inTmux
  /// It is larger than terminals take, in bytes.
  case tooLarge(limit: Int)
  /// The terminal has no clipboard for programs, or the user wants none to be used.
  case unavailable
}

/// The clipboard of the terminal, or of tmux around this program.
enum Clipboard {
  /// Several terminals take no more than 100,000 characters in such a sequence, which is as much in base64.
  static let limit = 74_000

  /// Has tmux take the text as its latest buffer, and hand it on. False where it could not be asked; it has a second.
  static func tellTmux(_ text: String) -> Bool {
    // A file and no pipe: then nobody waits for tmux to read it.
    let file = cn_memory_file()
    guard file >= 0 else { return false }
    defer { close(file) }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cn_write(file, $0.baseAddress, $0.count) }
    }
    guard lseek(file, 0, SEEK_SET) == 0 else { return false }
    let words = ["tmux", "load-buffer", "-w", "-"]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    let pid = parley_spawn_session("tmux", &arguments, environ, file, -1, -1, Int32(PARLEY_SPAWN_SEARCH_PATH))
    return pid > 0 && endsWell(pid, withinMs: 1000)
  }

  private static func endsWell(_ pid: pid_t, withinMs limit: Int) -> Bool {
    var status: Int32 = 0
    for _ in 0..<limit / 2 {
      let found = waitpid(pid, &status, WNOHANG)
      if found != 0 { return found == pid && status == 0 }
      poll(nil, 0, 2)
    }
    kill(pid, SIGKILL)
    waitpid(pid, &status, 0)
    return false
  }
}
