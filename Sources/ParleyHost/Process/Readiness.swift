import Glibc

/// The one line in which a new host reports that it can be reached, or why not.
struct Readiness {
  let descriptor: Int32

  enum Word: Hashable {
    case ready(socket: String)
    case failed(exitCode: Int32, line: String)

    var text: String {
      switch self {
      case .ready(let socket): "ready \(socket)\n"
      case .failed(let code, let line): "failed \(code) \(line)\n"
      }
    }

    /// Reads ``text``; nil for anything else.
    init?(_ text: String) {
      guard text.hasSuffix("\n") else { return nil }
      let parts = text.dropLast().split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      switch parts.first {
      case "ready": self = .ready(socket: String(text.dropFirst("ready ".count).dropLast()))
      case "failed":
        guard parts.count == 3, let code = Int32(parts[1]) else { return nil }
        self = .failed(exitCode: code, line: String(parts[2]))
      default: return nil
      }
    }
  }

  /// Writes the line, and puts /dev/null in place of the descriptor: it may be one of the standard ones, which no file
  /// may take by chance. Only the first call does anything.
  func tell(_ word: Word) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return }
    let bytes = Array(word.text.utf8)
    _ = write(descriptor, bytes, bytes.count)
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard null >= 0 else { return }
    dup2(null, descriptor)
    close(null)
  }
}
