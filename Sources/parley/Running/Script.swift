import Glibc

/// The lines of a script, as in its file.
struct Script {
  let path: String
  let lines: [String]

  private static let largest = 16 << 20

  /// Reads a script: UTF-8, with or without a byte-order mark, lines ended by LF or CRLF.
  init(path: String) throws(Failure) {
    self.path = path
    var bytes = try fileBytes(path, atMost: Script.largest)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines: [String] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let text = String(validating: content, as: UTF8.self) else {
        throw .notUTF8(path, line: lines.count + 1)
      }
      lines.append(text)
    }
    self.lines = lines
  }
}

/// The bytes of a file, `-` being standard input; throws when there are more than `limit`.
func fileBytes(_ path: String, atMost limit: Int) throws(Failure) -> [UInt8] {
  let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw unreadable(path) }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
    if bytes.count > limit { throw .tooLarge(path, limit: "\(limit >> 20) MiB") }
  }
}

private func unreadable(_ path: String) -> Failure {
  switch errno {
  case ENOENT, ENOTDIR: .noFile(path)
  case let code: .unreadable(path, reason: Output.reason(code))
  }
}
