import Glibc

/// Small files that only their owner may read, replaced as a whole.
enum PrivateFile {
  /// No file of ballots is longer.
  private static let limit = 1 << 20

  /// Replaces the file's content with these bytes. False when that fails; the old content is then still there.
  ///
  /// It syncs nothing: the next process needs the file, not the next start of the machine.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let draft = draft(of: path)
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    // The umask may have removed the owner's right to write.
    let isWritten = fchmod(descriptor, 0o600) == 0 && write(bytes, to: descriptor)
    close(descriptor)
    if isWritten, rename(draft, path) == 0 { return true }
    unlink(draft)
    return false
  }

  /// The content of a file that this user owns; nil for any other file, and for one that others may read.
  static func read(_ path: String, limit: Int = limit) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG, found.st_uid == geteuid(),
      found.st_mode & 0o077 == 0, found.st_size <= limit
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(found.st_size))
    var done = 0
    while done < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      done += got
    }
    return bytes
  }

  static func remove(_ path: String) {
    unlink(path)
    unlink(draft(of: path))
  }

  static func draft(of path: String) -> String { path + ".new" }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { return false }
      done += put
    }
    return true
  }
}
