import CNcurses
import Glibc

/// Sends output to descriptor 2 into a file in memory while a screen is shown: it would be lost in the picture. A
/// descriptor 2 that is no terminal stays as it is.
final class DivertedErrors {
  /// -1 when there is none.
  let file: Int32
  private var saved: Int32 = -1

  init() { file = isatty(STDERR_FILENO) == 1 ? cn_memory_file() : -1 }

  deinit { if file >= 0 { close(file) } }

  func divert() {
    guard file >= 0, saved < 0 else { return }
    saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    if saved >= 0 { dup2(file, STDERR_FILENO) }
  }

  func restore() {
    guard saved >= 0 else { return }
    dup2(saved, STDERR_FILENO)
    close(saved)
    saved = -1
  }

  /// Prints the collected output. Call it once the descriptor is restored.
  func show() {
    if file >= 0 { cn_print_file(file, STDERR_FILENO) }
  }
}
